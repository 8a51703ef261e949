import { expect, it } from 'vitest';
import { levelOf } from '../../../src/devices/microphone-level';

const tone = (amplitude: number) =>
  Float32Array.from({ length: 512 }, (_, index) => amplitude * (index % 2 ? 1 : -1));

it('is 0 for silence, 1 for the loudest sound, and 0.5 for half the perceived loudness', () => {
  expect(levelOf(tone(0))).toBe(0);
  expect(levelOf(tone(1))).toBe(1);
  // 30 of 60 decibels.
  expect(levelOf(tone(10 ** (-30 / 20)))).toBeCloseTo(0.5);
  expect(levelOf(tone(1e-6))).toBe(0);
});
