import { describe, expect, it } from 'vitest';
import { backoffWhenLost, fullJitter } from '../../../src/retry/backoff';

describe('fullJitter', () => {
  it('waits up to 1, 2, 4, 8, 16 and at most 30 s', () => {
    expect([0, 1, 2, 3, 4, 5, 50, 2000].map((failures) => fullJitter(failures, 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('waits for a random part of that time', () => {
    expect(fullJitter(3, 0.25)).toBe(2000);
  });

  it('waits for at least 200 ms', () => {
    expect(fullJitter(0, 0)).toBe(200);
    expect(fullJitter(9, 0)).toBe(200);
  });
});

describe('backoffWhenLost', () => {
  it('waits up to 1 s first, and then up to 8, 16 and at most 30 s', () => {
    expect([0, 1, 2, 3, 4, 2000].map((failures) => backoffWhenLost(failures, 1))).toEqual([
      1000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('waits for at least half of that time, except for the first', () => {
    expect([0, 1, 2, 3].map((failures) => backoffWhenLost(failures, 0))).toEqual([200, 4000, 8000, 15_000]);
  });
});
