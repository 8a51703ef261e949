/** A reading of the signer's clock, taken between two times on this machine's clock, in s. */
export interface Reading {
  from: number;
  to: number;
  /** The time that it showed, in whole s. */
  iat: number;
}

/** The smallest drift that is reported, in s. Rounding and a busy server explain a smaller difference, as they do for `Date`. */
const least = 2;

/**
 * By how many s the signer's clock gains on this machine's (negative: loses) from the first answer to the last, when it
 * is one clock that runs at a different speed. `undefined` when its speed is right, or when several clocks answer.
 *
 * Each answer is a box: a second high, and as wide as the call took. When no line of speed 1 goes through all boxes and
 * another line does, the clock drifts. Three boxes may lie on a line by chance.
 */
export function measureDrift(readings: readonly Reading[]): number | undefined {
  if (readings.length < 4) return undefined;
  const { from: start, iat: first } = readings[0]!;
  const boxes = readings.map(({ from, to, iat }) => ({
    left: from - start,
    right: to - start,
    bottom: iat - first,
    top: iat - first + 1,
  }));
  if (missedBy(1, boxes) <= least) return undefined;

  // If any line goes through all boxes, one does that touches corners of two.
  const speeds = boxes
    .flatMap((one, index) => boxes.slice(index + 1).flatMap((other) => speedsBetween(one, other)))
    .filter((speed) => missedBy(speed, boxes) <= 1e-6);
  if (speeds.length === 0) return undefined;
  return ((Math.min(...speeds) + Math.max(...speeds)) / 2 - 1) * (boxes.at(-1)!.left - boxes[0]!.left);
}

interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** How far the boxes are from having a common line of that speed; 0 or less when they have one. */
function missedBy(speed: number, boxes: readonly Box[]): number {
  const [early, late] = speed >= 0 ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const lowest = Math.max(...boxes.map((box) => box.bottom - speed * box[late]));
  return lowest - Math.min(...boxes.map((box) => box.top - speed * box[early]));
}

function speedsBetween(one: Box, other: Box): number[] {
  return [
    (other.bottom - one.top) / (other.right - one.left),
    (other.top - one.bottom) / (other.left - one.right),
    (other.bottom - one.top) / (other.left - one.right),
    (other.top - one.bottom) / (other.right - one.left),
  ].filter(Number.isFinite);
}
