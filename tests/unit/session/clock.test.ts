import { describe, expect, it } from 'vitest';
import { startClock } from '../../../src/session/clock';

const start = 1_760_000_000_000;

/** A clock on a computer whose time the test sets. */
function onComputer() {
  let timeOfDay = start;
  let elapsed = 5000;
  const now = startClock({ timeOfDay: () => timeOfDay, elapsed: () => elapsed });
  return {
    /** In ms since the start. */
    now: () => now() - start,
    passes(ms: number) {
      timeOfDay += ms;
      elapsed += ms;
    },
    /** As on systems where `performance.now()` stops during sleep. */
    sleeps: (ms: number) => void (timeOfDay += ms),
    isSetBack: (ms: number) => void (timeOfDay -= ms),
  };
}

describe('the clock of a session', () => {
  it('starts at the time of day and counts the time that passes', () => {
    const computer = onComputer();
    expect(computer.now()).toBe(0);
    computer.passes(1234.5);
    expect(computer.now()).toBe(1234.5);
  });

  it('counts a sleep, even if the clock is not read for a long time afterwards', () => {
    const computer = onComputer();
    computer.sleeps(600_000);
    computer.passes(1000);
    expect(computer.now()).toBe(601_000);
    computer.sleeps(5000);
    expect(computer.now()).toBe(606_000);
  });

  it('does not go back when the computer’s clock is set back, and still counts a sleep afterwards', () => {
    const computer = onComputer();
    computer.passes(1000);
    computer.isSetBack(3_600_000);
    expect(computer.now()).toBe(1000);
    computer.passes(1000);
    expect(computer.now()).toBe(2000);
    computer.sleeps(600_000);
    expect(computer.now()).toBe(602_000);
  });

  it('does not accumulate rounding errors', () => {
    const computer = onComputer();
    for (let reading = 0; reading < 10_000; reading += 1) {
      computer.sleeps(0.9);
      computer.now();
      computer.isSetBack(0.9);
      computer.passes(1);
      computer.now();
    }
    expect(computer.now()).toBeCloseTo(10_000, 3);
  });
});
