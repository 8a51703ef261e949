/** The longest backoff, in ms. */
const longest = 30_000;
/** The shortest backoff, in ms, so that a small random number does not send many requests. */
const shortest = 200;

/**
 * Full-jitter exponential backoff: anything up to 1 s, 2 s, 4 s … 30 s.
 * @param failureCount Failures before this one, from 0, as TanStack Query counts.
 * @param random A number from 0 to 1.
 * @returns ms
 */
export function fullJitter(failureCount: number, random: number): number {
  return Math.max(shortest, random * Math.min(longest, 1000 * 2 ** failureCount));
}

/** The longest backoff after the first failure to get back into a lost meeting, in ms. It doubles with each further failure. */
const firstWhenLost = 8000;

/**
 * The backoff after a meeting was lost. The network may be down for a minute, and there are only a few joins: the first follows
 * soon, and the others after half to all of 8 s, 16 s, 30 s.
 * @param failureCount Failures since the meeting was lost, from 0.
 * @param random A number from 0 to 1.
 * @returns ms
 */
export function backoffWhenLost(failureCount: number, random: number): number {
  if (failureCount === 0) return fullJitter(0, random);
  const upper = Math.min(longest, firstWhenLost * 2 ** (failureCount - 1));
  return (upper * (1 + random)) / 2;
}
