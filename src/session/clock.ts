/** The time, in ms since the epoch. */
export type Clock = () => number;

/** The two times that a clock is based on, in ms. */
interface TimeSources {
  /** The time of day. Jumps when the computer's clock is set. */
  timeOfDay(): number;
  /** The time since an arbitrary moment. On some systems, it stops while the computer sleeps. */
  elapsed(): number;
}

/** A difference below this is rounding, or the computer's clock being adjusted, in ms. */
const tolerance = 1000;

/**
 * Starts a clock at the time of day. It then counts the time that passes, so that deadlines and the age of a signature stay
 * right. It does not go back when the computer's clock is set back, and it counts the time that the computer sleeps.
 */
export function startClock(sources: TimeSources = computer): Clock {
  const readGap = () => sources.timeOfDay() - sources.elapsed();
  let gap = readGap();
  let offset = gap;
  return () => {
    const change = readGap() - gap;
    if (Math.abs(change) > tolerance) gap += change;
    // Only the time of day advanced: the computer was asleep.
    if (change > tolerance) offset += change;
    return offset + sources.elapsed();
  };
}

const computer: TimeSources = { timeOfDay: () => Date.now(), elapsed: () => performance.now() };
