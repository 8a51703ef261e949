import { test } from 'vitest';
import { connectionFails, signerAhead, simulateCrowd, tooManyJoining, type Crowd } from './crowd';
import { percent, seconds } from './row';
import { scale } from './scale';

const clients = scale.crowd;

function summary({ joined, peak, requests, almostAllAfter }: Crowd): string {
  const all = almostAllAfter === undefined ? `${percent(joined)} join` : `99 % in ${seconds(almostAllAfter)}`;
  const peaks = `peaks: signer ${percent(peak.signer)} a second, Zoom ${percent(peak.zoom)}`;
  return `${all}; ${peaks}; requests: ${requests.signer.toFixed(1)} and ${requests.zoom.toFixed(1)}`;
}

test.for([tooManyJoining, signerAhead, connectionFails])('crowd: $name', async (refusal, { task }) => {
  const ours = await simulateCrowd(refusal, 'shipped', clients);
  const rival = await simulateCrowd(refusal, 'usual', clients);
  task.meta.bench = [
    {
      measure: `crowd of ${clients.toLocaleString('en')}, ${refusal.name}`,
      ours: summary(ours),
      rival: summary(rival),
      goal: 'peaks ≤ 5 %, ≤ 2.2 requests',
      isMet:
        Math.max(ours.peak.signer, ours.peak.zoom) <= 0.05 &&
        Math.max(ours.requests.signer, ours.requests.zoom) <= 2.2,
    },
  ];
});
