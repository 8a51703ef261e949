import { describe, expect, it } from 'vitest';
import { signers, simulateRecovery } from '../../../bench/recovery';

/** `npm run bench` simulates 20,000 joins with each signer. */
const joins = 1000;
/** A join takes 0.4 s in the simulation, and starts half a second after `iat`. */
const longestDelay = 900;

describe('joins with each kind of signer, on the real state table and retry policy', () => {
  it.each(signers.filter(({ neverValid }) => !neverValid))(
    '$name: everyone joins soon after a signature becomes valid',
    async (signer) => {
      const { joined, meanAttempts, maxAttempts, delay } = await simulateRecovery(signer, 'shipped', joins);
      expect(joined).toBe(1);
      expect(meanAttempts).toBeLessThanOrEqual(2);
      expect(maxAttempts).toBeLessThanOrEqual(2);
      expect(delay.max).toBeLessThanOrEqual(longestDelay);
    },
  );

  it.each(signers.filter(({ neverValid }) => !neverValid))(
    '$name, with browser clocks up to 2 s off: everyone joins, and waits at most a few seconds',
    async (signer) => {
      const { joined, maxAttempts, delay } = await simulateRecovery(signer, 'shipped', joins, 2000);
      expect(joined).toBe(1);
      expect(maxAttempts).toBeLessThanOrEqual(3);
      expect(delay.p99).toBeLessThanOrEqual(5000);
    },
  );

  it.each(signers.filter(({ neverValid }) => neverValid))(
    '$name: fails at the first refusal, because no signature will become valid',
    async (signer) => {
      expect(await simulateRecovery(signer, 'shipped', joins)).toMatchObject({
        joined: 0,
        maxAttempts: 1,
        longest: 0,
      });
    },
  );
});
