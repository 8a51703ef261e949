import { describe, expect, test } from 'vitest';
import { createRateLimiter } from '../../../src/server/rate-limiter';
import { endpoint, post } from './signature-endpoint';

describe('createRateLimiter', () => {
  test('lets so many pass in a window, and says how long to wait', () => {
    const secondsToWait = createRateLimiter({ requests: 2, perSeconds: 10 });
    expect([0, 1000, 2000, 9999, 10_000, 10_001, 10_002].map((now) => secondsToWait('a', now))).toEqual([
      0, 0, 8, 1, 0, 0, 10,
    ]);
  });

  test('counts each key alone', () => {
    const secondsToWait = createRateLimiter({ requests: 1, perSeconds: 10 });
    expect(['a', 'b', 'a', 'b'].map((key) => secondsToWait(key, 0))).toEqual([0, 0, 10, 10]);
  });

  test('forgets the oldest of many keys, not the newest', () => {
    const secondsToWait = createRateLimiter({ requests: 1, perSeconds: 1000 });
    for (let key = 0; key <= 10_001; key += 1) secondsToWait(String(key), 0);
    expect(secondsToWait('10001', 0)).toBe(1000);
    expect(secondsToWait('0', 0)).toBe(0);
  });

  test.each([
    [0, 1],
    [NaN, 1],
    [1, 0],
    [1, NaN],
  ])('does not take %d requests per %d s', (requests, perSeconds) => {
    expect(() => createRateLimiter({ requests, perSeconds })).toThrow(RangeError);
  });
});

describe('the handler', () => {
  test('answers 429 beyond the limit, before it asks anybody', async () => {
    let asked = 0;
    const handler = endpoint({
      rateLimit: { requests: 1, perSeconds: 60 },
      authorize: () => {
        asked += 1;
        return true;
      },
    });
    expect((await handler(post())).status).toBe(200);
    const response = await handler(post());
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('60');
    expect(asked).toBe(1);
  });

  test('counts by the given key', async () => {
    const handler = endpoint({
      rateLimit: { requests: 1, perSeconds: 60, key: (request) => request.headers.get('x-user') ?? '' },
    });
    const statuses = [];
    for (const user of ['ada', 'bob', 'ada'])
      statuses.push((await handler(post(undefined, { 'x-user': user }))).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('has no limit by default', async () => {
    const handler = endpoint();
    const responses = await Promise.all(Array.from({ length: 50 }, () => handler(post())));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
  });
});
