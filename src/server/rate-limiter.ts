/** How many requests each key may make. */
export interface RateLimit {
  /** In one window: 1 or more. */
  requests: number;
  /** The length of a window in s: more than 0. */
  perSeconds: number;
  /**
   * Whom a request is counted for, such as a user id or an address that your proxy vouches for.
   * Default: everybody shares one count, because a header that the client writes proves nothing.
   */
  key?: ((request: Request) => string) | undefined;
}

/** More than this many counted keys at once, and the oldest are forgotten: memory is bounded. */
const maxKeys = 10_000;

/**
 * Counts in fixed windows, in the memory of this process. The result takes a key and the time in ms, and gives the
 * seconds to wait, 0 when the request may pass. Throws a `RangeError` for a limit out of range.
 */
export function createRateLimiter({ requests, perSeconds }: RateLimit): (key: string, now: number) => number {
  if (!(requests >= 1 && perSeconds > 0)) {
    throw new RangeError('rateLimit: requests must be 1 or more, and perSeconds more than 0');
  }
  // Every window has the same length, so insertion order is the order in which they end.
  const windows = new Map<string, { count: number; endsAt: number }>();
  return (key, now) => {
    for (const [oldest, { endsAt }] of windows) {
      if (endsAt > now && windows.size <= maxKeys) break;
      windows.delete(oldest);
    }
    const window = windows.get(key) ?? { count: 0, endsAt: now + perSeconds * 1000 };
    windows.set(key, window);
    window.count += 1;
    return window.count <= requests ? 0 : Math.max(1, Math.ceil((window.endsAt - now) / 1000));
  };
}
