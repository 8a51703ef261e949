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
