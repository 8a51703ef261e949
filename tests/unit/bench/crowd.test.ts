import { expect, it } from 'vitest';
import { connectionFails, signerAhead, simulateCrowd, tooManyJoining } from '../../../bench/crowd';

/** `npm run bench` simulates 100,000. */
const clients = 3000;

it('spreads the retries over time when too many are joining, and everyone joins', async () => {
  const { joined, peak, requests, almostAllAfter } = await simulateCrowd(tooManyJoining, 'shipped', clients);
  // 4.2 % per second, plus random variation in a crowd of this size. Zoom accepts 5 %.
  expect(peak.zoom).toBeLessThan(0.06);
  expect(joined).toBeGreaterThan(0.99);
  expect(requests).toEqual({ signer: 1, zoom: 2 });
  expect(almostAllAfter).toBeLessThan(90_000);
});

it('with the usual retry, most of that crowd cannot join', async () => {
  const { joined, peak } = await simulateCrowd(tooManyJoining, 'usual', clients);
  expect(joined).toBeLessThan(0.25);
  expect(peak.zoom).toBe(1);
});

it('when the signer’s clock is ahead, everyone joins on the second attempt, after the signature becomes valid', async () => {
  const { joined, requests, almostAllAfter } = await simulateCrowd(signerAhead, 'shipped', clients);
  expect(joined).toBe(1);
  expect(requests).toEqual({ signer: 2, zoom: 2 });
  expect(almostAllAfter).toBeLessThan(21_500);
});

it('when the connection fails, everyone joins within seconds with the same signature', async () => {
  const { joined, requests, almostAllAfter } = await simulateCrowd(connectionFails, 'shipped', clients);
  expect(joined).toBe(1);
  expect(requests.signer).toBe(1);
  expect(requests.zoom).toBeLessThanOrEqual(2.2);
  expect(almostAllAfter).toBeLessThan(4000);
});
