import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureClock, type ClockSample } from '../../../src/cli/measure-clock';

const start = 1_732_450_000_000;

/**
 * The answer of a server whose clock is `offset` ms ahead, to a call that took `out` ms to the server and `back`
 * ms from it.
 */
function sample(offset: number, at: number, out: number, back: number): ClockSample {
  const writtenAt = start + at + out + offset;
  return {
    sentAt: start + at,
    receivedAt: start + at + out + back,
    date: Math.floor(writtenAt / 1000) * 1000,
  };
}

const offsets = fc.integer({ min: -100_000_000, max: 100_000_000 });
const delays = fc.integer({ min: 0, max: 3000 });
const samples = (offset: number) =>
  fc.array(
    fc.tuple(fc.integer({ min: 0, max: 5000 }), delays, delays).map((one) => sample(offset, ...one)),
    { minLength: 1, maxLength: 10 },
  );

describe('the difference between two clocks', () => {
  test('is within the measured range, even if the calls take a long time', () => {
    fc.assert(
      fc.property(
        offsets.chain((offset) => fc.tuple(fc.constant(offset), samples(offset))),
        ([offset, calls]) => {
          const clock = measureClock(calls);
          if (clock?.kind !== 'measured') throw new Error('One clock was called several.');
          expect(clock.low).toBeLessThanOrEqual(offset);
          expect(clock.high).toBeGreaterThanOrEqual(offset);
        },
      ),
    );
  });

  test('does not become less precise with more calls', () => {
    fc.assert(
      fc.property(
        offsets.chain((offset) => samples(offset)),
        (calls) => {
          const [fewer, all] = [measureClock(calls.slice(0, -1)), measureClock(calls)];
          if (fewer?.kind !== 'measured' || all?.kind !== 'measured') return;
          expect(all.uncertainty).toBeLessThanOrEqual(fewer.uncertainty);
        },
      ),
    );
  });

  test('is more precise after five calls than the full seconds of the Date header', () => {
    const calls = [0, 300, 600, 900, 1200].map((at) => sample(20_000, at, 10, 10));
    const clock = measureClock(calls);
    expect(clock).toMatchObject({ kind: 'measured' });
    const { offset, uncertainty } = clock as { offset: number; uncertainty: number };
    expect(uncertainty).toBeLessThan(300);
    expect(Math.abs(offset - 20_000)).toBeLessThan(300);
  });

  test('is undefined without a Date header', () => {
    expect(measureClock([])).toBeUndefined();
  });

  test('is undefined when servers differ', () => {
    expect(measureClock([sample(0, 0, 5, 5), sample(40_000, 300, 5, 5)])).toMatchObject({
      kind: 'inconsistent',
    });
  });

  test('is measured although a busy server sends a late Date header', () => {
    const late = sample(0, 1000, 5, 5);
    expect(measureClock([sample(0, 0, 5, 5), { ...late, date: late.date - 1000 }])).toMatchObject({
      kind: 'measured',
    });
  });
});
