import { test } from 'vitest';
import { signers, simulateRecovery, type Recovery } from './recovery';
import { percent, seconds, type Row } from './row';
import { scale } from './scale';

const joins = scale.simulated;
/** The maximum error of the browsers' clocks, in ms. */
const browserErrors = [0, 2000];

const summary = ({ joined, meanAttempts, delay }: Recovery) =>
  joined === 0
    ? percent(joined)
    : `${percent(joined)}, ${meanAttempts.toFixed(2)} joins, after ${seconds(delay.median)}, at most ${seconds(delay.max)}`;

test.for(browserErrors)('recovery with browser clocks up to %d ms off', async (browserError, { task }) => {
  const rows: Row[] = [];
  for (const signer of signers) {
    const ours = await simulateRecovery(signer, 'shipped', joins, browserError);
    const rival = await simulateRecovery(signer, 'usual', joins, browserError);
    const clocks = browserError ? `, browsers up to ${browserError / 1000} s off` : '';
    rows.push({
      measure: `recovery, signer: ${signer.name}${clocks}`,
      ours: signer.neverValid ? `fails after ${ours.maxAttempts} join, with the cause` : summary(ours),
      rival: signer.neverValid ? `fails after ${rival.maxAttempts} joins` : summary(rival),
      goal: signer.neverValid ? '1 join' : '100 %, ≤ 2 joins, ≤ 1.5 s',
      isMet: signer.neverValid
        ? ours.maxAttempts === 1
        : ours.joined === 1 && ours.meanAttempts <= 2 && ours.delay.max <= 1500,
    });
  }
  task.meta.bench = rows;
});
