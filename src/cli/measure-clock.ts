/** One answer with a `Date` header. All times in ms since the epoch. */
export interface ClockSample {
  sentAt: number;
  receivedAt: number;
  /** `Date`: the server's time, truncated to whole seconds. */
  date: number;
}

/** How far the server's clock is ahead of this machine's (negative: behind), in ms. */
export type ClockMeasurement =
  | { kind: 'measured'; offset: number; uncertainty: number; low: number; high: number }
  /** No single clock explains the answers: several servers answer, and their clocks differ by this much. */
  | { kind: 'inconsistent'; spread: number };

/** Servers cache the text of `Date`, and a busy one updates it late. */
const staleness = 250;
const inconsistent = 2000;

/**
 * Compares clocks as NTP does. The server wrote `date` somewhere between sending and receiving, and the fraction of a second was
 * cut off, so each answer gives an interval for the difference, and the true difference is in all intervals. If the calls are made
 * at different fractions of a second, their intersection is far smaller than a second.
 */
export function measureClock(samples: readonly ClockSample[]): ClockMeasurement | undefined {
  if (samples.length === 0) return undefined;
  const lows = samples.map(({ date, receivedAt }) => date - receivedAt);
  const highs = samples.map(({ date, sentAt }) => date + 1000 + staleness - sentAt);
  const low = Math.max(...lows);
  const high = Math.min(...highs);
  if (low - high > inconsistent) return { kind: 'inconsistent', spread: low - high };
  const [from, to] = low <= high ? [low, high] : [high, low];
  return { kind: 'measured', offset: (from + to) / 2, uncertainty: (to - from) / 2, low: from, high: to };
}
