import { SignatureInputError } from './signature-input';

/**
 * Counts the requests of all processes in one place. You can use any limiter of
 * [`rate-limiter-flexible`](https://www.npmjs.com/package/rate-limiter-flexible), such as `RateLimiterRedis`.
 */
export interface RateLimitStore {
  /**
   * Counts one request of a key. If the key has made too many requests, it rejects with an object that has `msBeforeNext`, in
   * ms. If it cannot count, it rejects with an `Error`: the response is 500, because the limit cannot be enforced.
   *
   * @param key The value that `RateLimit.key` returned, or `all` without `RateLimit.key`.
   */
  consume(key: string): Promise<unknown>;
}

/** @inline */
interface RateLimitKey {
  /**
   * Returns the key that a request is counted for, such as a user id, or an address that your proxy guarantees. It must be a
   * non-empty string. For any other value, the response is 500, because users who share a count by mistake would lock each
   * other out. Default: all requests share one count, because a client can set any header.
   */
  key?: ((request: Request) => string | Promise<string>) | undefined;
}

/** @inline */
interface MemoryLimit extends RateLimitKey {
  /** How many requests a key may make in one window: 1 or more. */
  requests: number;
  /** The length of a window in s: more than 0. */
  perSeconds: number;
  store?: undefined;
}

/** @inline */
interface StoreLimit extends RateLimitKey {
  /** Counts the requests, and defines the limit. Use it for an endpoint that runs in several processes. */
  store: RateLimitStore;
  requests?: undefined;
  perSeconds?: undefined;
}

/**
 * The number of requests that each key may make: `requests` in `perSeconds`, or the number that a `store` allows.
 *
 * Without a store, the handler keeps the counts in memory, so create the handler once. A handler that is created for each
 * request, for example in the `fetch` of a worker, never counts beyond 1. Each process or isolate has its own counts, so four
 * processes allow up to four times as many requests. Use a `store` in this case.
 *
 * @example
 * const rateLimit = {
 *   requests: 20,
 *   perSeconds: 60,
 *   // Your proxy sets this header, and overwrites what a client sends.
 *   key: (request: Request) => request.headers.get('x-real-ip') ?? 'unknown',
 * };
 */
export type RateLimit = MemoryLimit | StoreLimit;

/** The maximum number of keys that are counted at once. The oldest ones are dropped, so that memory is bounded. */
const maxKeys = 10_000;

/**
 * Counts in fixed windows, in the memory of this process. The result takes a key and the time in ms, and returns the
 * seconds to wait, 0 when the request may pass. Throws a `RangeError` for a limit out of range.
 */
export function createMemoryLimiter({
  requests,
  perSeconds,
}: Pick<MemoryLimit, 'requests' | 'perSeconds'>): (key: string, now: number) => number {
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
    // After the clock is set back, an old window may end later than a new one.
    if (window === undefined || window.endsAt > now + length) {
      window = { count: 0, endsAt: now + length };
      windows.delete(key);
      windows.set(key, window);
    }
    window.count += 1;
    return window.count <= requests ? 0 : Math.max(1, Math.ceil((window.endsAt - now) / 1000));
  };
}

/**
 * Returns the seconds that a request has to wait, 0 when it may pass. Throws a `TypeError` for a store without `consume`, and a
 * `RangeError` for a limit out of range.
 */
export function createRateLimiter(limit: RateLimit): (request: Request, now: number) => Promise<number> {
  if (limit.store === undefined) {
    const secondsToWait = createMemoryLimiter(limit);
    return async (request, now) => secondsToWait(await keyOf(limit, request), now);
  }
  const { store } = limit;
  if (typeof store?.consume !== 'function')
    throw new TypeError('rateLimit: store must have a consume() function');
  return async (request) => secondsToWaitFor(store, (await keyOf(limit, request)) || 'all');
}

async function secondsToWaitFor(store: RateLimitStore, key: string): Promise<number> {
  try {
    await store.consume(key);
    return 0;
  } catch (refusal) {
    const { msBeforeNext } = Object(refusal) as { msBeforeNext?: unknown };
    if (typeof msBeforeNext !== 'number') throw refusal;
    return Math.max(1, Math.ceil(msBeforeNext / 1000));
  }
}

/** The key that a request is counted for. Rejects with a `SignatureInputError` for a `key` that returns no text. */
async function keyOf({ key }: RateLimit, request: Request): Promise<string> {
  if (key === undefined) return '';
  const given: unknown = await key(request);
  if (typeof given === 'string' && given !== '') return given;
  throw new SignatureInputError([{ property: 'rateLimit.key', reason: 'must return a non-empty string' }]);
}
