import fc from 'fast-check';
import { expect, it } from 'vitest';
import { correctionInto, uncorrected, type Correction } from '../../../src/sdk/correction';

const area = { left: 100, top: 50, right: 500, bottom: 350, width: 400 };
const none = { x: 0, y: 0 };

/**
 * The position of an element on the screen after a correction: the SDK's transform is applied first, then scale,
 * then translate.
 */
const placed = (
  natural: { left: number; top: number },
  own: { x: number; y: number },
  { x, y, scale }: Correction,
) => ({ left: natural.left + x + scale * own.x, top: natural.top + y + scale * own.y });

const cases: [string, { left: number; top: number }, { width: number; height: number }, Correction][] = [
  ['inside: stays', { left: 150, top: 60 }, { width: 200, height: 100 }, uncorrected],
  ['left of the area', { left: -399, top: 60 }, { width: 200, height: 100 }, { x: 499, y: 0, scale: 1 }],
  [
    'right of the area and below it',
    { left: 450, top: 300 },
    { width: 200, height: 100 },
    { x: -150, y: -50, scale: 1 },
  ],
  ['twice as wide', { left: 100, top: 50 }, { width: 800, height: 100 }, { x: 0, y: 0, scale: 0.5 }],
  [
    'too tall: starts at the top',
    { left: 100, top: 0 },
    { width: 100, height: 900 },
    { x: 0, y: 50, scale: 1 },
  ],
];

it.each(cases)('moves a list inside: %s', (_what, at, size, expected) => {
  expect(correctionInto(area, { at, size, own: none, before: uncorrected })).toEqual(expected);
});

it('moves a list inside from any position, and a second correction changes nothing', () => {
  const coordinate = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(
      fc.record({ left: coordinate, top: coordinate }),
      fc.record({ x: coordinate, y: coordinate }),
      fc.record({ width: fc.integer({ min: 1, max: 1200 }), height: fc.integer({ min: 1, max: 250 }) }),
      (natural, own, size) => {
        const at = placed(natural, own, uncorrected);
        const first = correctionInto(area, { at, size, own, before: uncorrected });
        const { left, top } = placed(natural, own, first);
        // Positions are rounded to whole pixels.
        expect(left).toBeGreaterThanOrEqual(area.left - 1);
        expect(top).toBeGreaterThanOrEqual(area.top - 1);
        expect(left + size.width * first.scale).toBeLessThanOrEqual(area.right + 1);
        expect(top + size.height * first.scale).toBeLessThanOrEqual(area.bottom + 1);
        const second = correctionInto(area, { at: { left, top }, size, own, before: first });
        expect(Math.abs(second.x - first.x) + Math.abs(second.y - first.y)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
