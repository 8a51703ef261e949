import { SignatureInputError } from './signature-input';

/**
 * How many requests each key may make. The handler keeps the counts, so create it once: a handler that is created for
 * each request, as in the `fetch` of a worker, never counts beyond 1. Each process or isolate has its own counts.
 */
export interface RateLimit {
  /** How many requests a key may make in one window: 1 or more. */
  requests: number;
  /** The length of a window in s: more than 0. */
  perSeconds: number;
  /**
   * Returns the key that a request is counted for, such as a user id, or an address that your proxy guarantees. A
   * non-empty string; anything else is answered with 500, because users who share a count by mistake lock each other out.
   * Default: all requests share one count, because a header that the client sets proves nothing.
   */
  key?: ((request: Request) => string | Promise<string>) | undefined;
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
  const length = perSeconds * 1000;
  // Every window has the same length, so insertion order is the order in which they end.
  const windows = new Map<string, { count: number; endsAt: number }>();
  return (key, now) => {
    for (const [oldest, { endsAt }] of windows) {
      if (endsAt > now && windows.size <= maxKeys) break;
      windows.delete(oldest);
    }
    let window = windows.get(key);
    // A window that ends later than a new one would started before the clock was set back.
    if (window === undefined || window.endsAt > now + length) {
      window = { count: 0, endsAt: now + length };
      windows.delete(key);
      windows.set(key, window);
    }
    window.count += 1;
    return window.count <= requests ? 0 : Math.max(1, Math.ceil((window.endsAt - now) / 1000));
  };
}

/** Whom a request is counted for. Rejects with a `SignatureInputError` for a `key` that returns no text. */
export async function rateLimitKey({ key }: RateLimit, request: Request): Promise<string> {
  if (key === undefined) return '';
  const given: unknown = await key(request);
  if (typeof given === 'string' && given !== '') return given;
  throw new SignatureInputError([{ property: 'rateLimit.key', reason: 'must return a non-empty string' }]);
}
