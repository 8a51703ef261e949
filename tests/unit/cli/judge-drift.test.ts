import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureDrift } from '../../../src/cli/judge-drift';

const start = 1_732_450_000;
/** The signatures of a clock that is `ahead(at)` s ahead, requested at these times. A call takes up to 3 s. */
function readingsOf(
  moments: readonly (readonly [at: number, out: number, back: number])[],
  ahead: (at: number) => number,
) {
  return moments.map(([at, out, back]) => ({
    from: start + at,
    to: start + at + out + back,
    iat: Math.floor(start + at + out + ahead(at + out)),
  }));
}
const delay = fc.double({ min: 0, max: 3, noNaN: true });
const moments = fc.array(fc.tuple(delay, delay, delay), { minLength: 4, maxLength: 12 }).map((calls) => {
  let at = 0;
  return calls.map(([pause, out, back]) => {
    const call = [at, out, back] as const;
    at += out + back + pause + 0.01;
    return call;
  });
});
const quick = [0, 0.3, 0.6, 0.9, 1.2].map((at) => [at, 0.01, 0.01] as const);

describe('clock drift', () => {
  test('is not reported when the clock runs at the right speed, even if the calls take a long time', () => {
    fc.assert(
      fc.property(moments, fc.double({ min: -1e5, max: 1e5, noNaN: true }), (calls, ahead) => {
        expect(measureDrift(readingsOf(calls, () => ahead))).toBeUndefined();
      }),
    );
  });

  test.each([10, -10, 40, -40])('is detected and measured: %d s per second', (speed) => {
    const gain = measureDrift(readingsOf(quick, (at) => at * speed));
    expect(Math.abs(gain! - speed * 1.2)).toBeLessThan(2);
  });

  test.each<[string, number[]]>([
    ['two clocks that alternate', [0, 40, 0, 40, 0]],
    ['two clocks, one after the other', [0, 0, 0, 40, 40]],
    ['one answer from another clock', [0, 0, 40, 0, 0]],
    ['a last answer from another clock', [0, 0, 0, 0, 40]],
    ['three answers, which may be on a line by chance', [0, 40, 80]],
    ['a clock that was adjusted in between', [0, 0, -20, -20, -20]],
  ])('is not reported for %s', (_, ahead) => {
    const calls = quick.slice(0, ahead.length);
    const readings = calls.map((call, index) => readingsOf([call], () => ahead[index]!)[0]!);
    expect(measureDrift(readings)).toBeUndefined();
  });
});
