import { describe, expect, it } from 'vitest';
import {
  hasSize,
  isSameSize,
  learnedRatio,
  roomIn,
  scaleToFit,
  sizeOfTry,
  sizeToAsk,
} from '../../../src/sdk/view-size';

const size = (width: number, height: number) => ({ width, height });

describe('the size to request', () => {
  it('is that of the container without toolbars and borders', () => {
    const container = { clientWidth: 1280, clientHeight: 720 };
    expect(roomIn(container)).toEqual(size(1276, 635));
    expect(roomIn(container, size(10, 100))).toEqual(size(1270, 620));
    // The SDK divides by this size.
    expect(roomIn({ clientWidth: 0, clientHeight: 0 })).toEqual(size(1, 1));
  });

  // The ratios of gallery with one video, gallery, speaker and active (6.2.0).
  it.each([1.096, 0.571, 0.704, 0.54])('fills one dimension and exceeds neither, with ratio %s', (ratio) => {
    for (const width of [320, 375, 768, 1280, 1920]) {
      for (const height of [155, 515, 635, 995]) {
        const asked = sizeToAsk(size(width, height), ratio);
        const rendered = Math.max(asked.height, asked.width * ratio);
        expect(asked.width).toBeLessThanOrEqual(width);
        expect(rendered).toBeLessThanOrEqual(height);
        expect(asked.width === width || rendered > height - 1.1).toBe(true);
      }
    }
  });

  it('is all of the space while the ratio is unknown, and never zero', () => {
    expect(sizeToAsk(size(1276, 635), undefined)).toEqual(size(1276, 635));
    expect(sizeToAsk(size(1, 1), 4)).toEqual(size(1, 1));
  });

  it('is one pixel smaller on every second request', () => {
    expect([0, 1, 2].map((tries) => sizeOfTry(size(100, 50), tries))).toEqual([
      size(100, 50),
      size(99, 49),
      size(100, 50),
    ]);
  });
});

describe('the resulting size', () => {
  it('reveals the ratio of a view that is taller than requested', () => {
    expect(learnedRatio(size(1000, 571), size(1000, 400))).toBe(0.571);
    // The browser has rounded it.
    expect(learnedRatio(size(1001, 571), size(1000, 400))).toBe(0.571);
  });

  it.each([
    ['as tall as requested', size(1000, 601)],
    ['still as wide as before', size(800, 900)],
  ])('does not reveal the ratio when the view is %s', (_what, view) => {
    expect(learnedRatio(view, size(1000, 600))).toBeUndefined();
  });

  it('is compared with a tolerance for rounding, and a toolbar may need more width', () => {
    expect(isSameSize(size(100, 100), size(101, 99))).toBe(true);
    expect(isSameSize(size(100, 100), size(102, 100))).toBe(false);
    expect(hasSize(size(240, 100), size(200, 100))).toBe(true);
    expect(hasSize(size(198, 100), size(200, 100))).toBe(false);
    expect(hasSize(size(200, 102), size(200, 100))).toBe(false);
  });

  it('is scaled down to the container, and never up', () => {
    const container = { clientWidth: 300, clientHeight: 200 };
    expect(scaleToFit(container, { offsetWidth: 600, offsetHeight: 200 })).toBe(0.5);
    expect(scaleToFit(container, { offsetWidth: 300, offsetHeight: 800 })).toBe(0.25);
    expect(scaleToFit(container, { offsetWidth: 100, offsetHeight: 100 })).toBe(1);
  });
});
