/** How far an element was moved by the CSS property `translate`, and how much it was scaled, from its upper left corner. */
export interface Correction {
  x: number;
  y: number;
  scale: number;
}

export const uncorrected: Correction = { x: 0, y: 0, scale: 1 };

/** A part of the screen. */
type Area = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom' | 'width'>;

/** An element as it is on the screen. */
interface Measured {
  /** Where it is, with its transform and the correction before. */
  at: { left: number; top: number };
  /** Its size without a scale. */
  size: { width: number; height: number };
  /** How far its own transform moves it. */
  own: { x: number; y: number };
  before: Correction;
}

/** How much to scale an element so that it is no wider than the area. Never more than 1. */
export function scaleInto(area: Pick<Area, 'width'>, width: number): number {
  return Math.min(1, area.width / Math.max(1, width));
}

/** Where to move an element so that it is inside the area. If it is too high, it begins at the top. */
export function correctionInto(area: Area, { at, size, own, before }: Measured): Correction {
  const scale = scaleInto(area, size.width);
  // Its own transform is applied first, so the scale applies to it, too.
  const left = at.left - before.x - before.scale * own.x;
  const top = at.top - before.y - before.scale * own.y;
  const wanted = {
    x: within(left + own.x, area.left, area.right - size.width * scale),
    y: within(top + own.y, area.top, area.bottom - size.height * scale),
  };
  return {
    x: Math.round(wanted.x - left - scale * own.x),
    y: Math.round(wanted.y - top - scale * own.y),
    scale,
  };
}

/** The number in a range. If the range is empty, its start is used. */
const within = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to));
