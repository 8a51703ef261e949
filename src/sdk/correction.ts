/** How far an element was moved by the CSS property `translate`, and how much it was scaled, from its upper left corner. */
export interface Correction {
  x: number;
  y: number;
  scale: number;
}

export const uncorrected: Correction = { x: 0, y: 0, scale: 1 };

/** An area of the screen. */
type Area = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom' | 'width'>;

/** The measurements of an element on the screen. */
interface Measured {
  /** Its position, including its transform and the previous correction. */
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

/** The translation that moves an element into the area. If the element is too high, it starts at the top. */
export function correctionInto(area: Area, { at, size, own, before }: Measured): Correction {
  const scale = scaleInto(area, size.width);
  // Its own transform is applied first, so the scale also applies to it.
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

/** The number, limited to a range. If the range is empty, its start is used. */
const within = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to));
