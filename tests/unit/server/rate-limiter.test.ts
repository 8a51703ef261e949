import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createMemoryLimiter } from '../../../src/server/rate-limiter';
import { endpoint, post } from './signature-endpoint';

describe('createMemoryLimiter', () => {
  test('allows the given number of requests per window, and returns how long to wait', () => {
    const secondsToWait = createMemoryLimiter({ requests: 2, perSeconds: 10 });
    expect([0, 1000, 2000, 9999, 10_000, 10_001, 10_002].map((now) => secondsToWait('a', now))).toEqual([
      0, 0, 8, 1, 0, 0, 10,
    ]);
  });

  test('counts each key separately', () => {
    const secondsToWait = createMemoryLimiter({ requests: 1, perSeconds: 10 });
    expect(['a', 'b', 'a', 'b'].map((key) => secondsToWait(key, 0))).toEqual([0, 0, 10, 10]);
  });

  test('starts a new window when the clock is set back, so that no wait exceeds one window', () => {
    const secondsToWait = createMemoryLimiter({ requests: 1, perSeconds: 10 });
    const hour = 3_600_000;
    expect([hour, hour + 1, 0, 1, hour].map((now) => secondsToWait('a', now))).toEqual([0, 10, 0, 10, 0]);
  });

  test('forgets the oldest keys, not the newest, when there are many', () => {
    const secondsToWait = createMemoryLimiter({ requests: 1, perSeconds: 1000 });
    for (let key = 0; key <= 10_001; key += 1) secondsToWait(String(key), 0);
    expect(secondsToWait('10001', 0)).toBe(1000);
    expect(secondsToWait('0', 0)).toBe(0);
  });

  test.each([
    [0, 1],
    [NaN, 1],
    [1, 0],
    [1, NaN],
  ])('rejects %d requests per %d s', (requests, perSeconds) => {
    expect(() => createMemoryLimiter({ requests, perSeconds })).toThrow(RangeError);
  });
});

describe('the rate limit of the handler', () => {
  test('answers 429 above the limit, before it calls authorize', async () => {
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

  const user = (request: Request) => request.headers.get('x-user') ?? '';
  test.each([
    ['a function', user],
    ['an async function', async (request: Request) => user(request)],
  ])('counts by the key that %s returns', async (_, key) => {
    const handler = endpoint({
      rateLimit: { requests: 1, perSeconds: 60, key },
    });
    const statuses = [];
    for (const user of ['ada', 'bob', 'ada'])
      statuses.push((await handler(post(undefined, { 'x-user': user }))).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test.each([undefined, null, '', 7, Promise.resolve('')])('answers 500 when the key is %j', async (key) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    const handler = endpoint({ rateLimit: { requests: 1, perSeconds: 60, key: () => key as string } });
    expect((await handler(post())).status).toBe(500);
    expect(String(log.mock.calls[0]?.[0])).toContain('rateLimit.key must return a non-empty string');
  });

  test('uses a custom store, and says how long to wait', async () => {
    const counted: string[] = [];
    const store = {
      consume: (key: string) =>
        counted.push(key) < 3
          ? Promise.resolve()
          : Promise.reject({ msBeforeNext: 1500, remainingPoints: 0 }),
    };
    const handler = endpoint({ rateLimit: { store, key: user } });
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await handler(post(undefined, { 'x-user': 'ada' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]!.headers.get('retry-after')).toBe('2');
    expect(counted).toEqual(['ada', 'ada', 'ada']);
  });

  test('counts all requests together in a store without a key', async () => {
    const consume = vi.fn(async () => {});
    await endpoint({ rateLimit: { store: { consume } } })(post());
    expect(consume).toHaveBeenCalledExactlyOnceWith('all');
  });

  test.each([new Error('The store cannot be reached.'), undefined, { msBeforeNext: 'soon' }])(
    'signs nothing when the store fails with %s',
    async (failure) => {
      const onError = vi.fn();
      const consume = () => Promise.reject(failure as Error);
      const handler = endpoint({ rateLimit: { store: { consume } }, onError });
      const response = await handler(post());
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain('signature"');
      expect(onError).toHaveBeenCalledExactlyOnceWith(failure);
    },
  );

  test.each([null, {}, { consume: 1 }])('rejects the store %j', (store) => {
    expect(() => endpoint({ rateLimit: { store: store as never } })).toThrow(TypeError);
  });

  test('is off by default', async () => {
    const handler = endpoint();
    const responses = await Promise.all(Array.from({ length: 50 }, () => handler(post())));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
  });
});
