import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { endpoint } from './signature-endpoint';

/** Part of every value in a request. No answer may contain it. */
const canary = 'cAnArY7';
const listed = 'https://app.example.com';
const runs = Number(process.env['SIGNER_RUNS'] ?? 100_000);
const seed = Number(process.env['SIGNER_SEED'] ?? 1);

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** mulberry32: random numbers from 0 to 1, which are the same for the same seed. */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomOf(seed);
const below = (limit: number) => Math.floor(random() * limit);
const pick = <Item>(...items: Item[]): Item => items[below(items.length)]!;

const value = (): string =>
  pick(
    () => '"1234567890"',
    () => '1234567890',
    () => '0',
    () => '1',
    () => '"1"',
    () => 'true',
    () => 'null',
    () => '1e999',
    () => '-0',
    () => '9'.repeat(1 + below(400)),
    () => `"${'9'.repeat(below(400))}"`,
    () => `"${canary}"`,
    () => `"\\u0000\\ud800${canary}"`,
    () => `${'['.repeat(below(3000))}${canary}`,
    () => `{"__proto__":{"role":1,"${canary}":1}}`,
    () => `["${canary}"]`,
    () => '{}',
  )();
const name = (): string =>
  pick(
    'meetingNumber',
    'role',
    'expirationSeconds',
    'videoWebRtcMode',
    'hasTk',
    'fields',
    '__proto__',
    'constructor',
    'toString',
    canary,
    '',
  );
const object = (): string => {
  const members = Array.from({ length: below(8) }, () => `"${name()}":${value()}`);
  return `{${['"meetingNumber":"1234567890","role":0', ...members].slice(below(2)).join(',')}}`;
};
const text = (): string =>
  pick(
    object,
    object,
    object,
    value,
    () => object().slice(0, below(40)),
    () => `\ufeff${object()}`,
    () => `meetingNumber=${canary}&role=1`,
    () => `{"fields":{"a":"${canary.repeat(below(2500))}"}}`,
    () => '',
  )();
const bytes = (): Uint8Array<ArrayBuffer> => {
  const sent = new TextEncoder().encode(text());
  // Breaks both the encoding and the JSON.
  for (let left = below(4); left > 0 && sent.length > 0; left -= 1) sent[below(sent.length)] = below(256);
  return sent;
};

/** Arrives in pieces, some of them late, and may break off. */
function stream(): ReadableStream<Uint8Array> {
  const sent = bytes();
  const length = 1 + below(sent.length + 1);
  const breaksAt = pick(Infinity, below(sent.length + 1));
  const isSlow = below(10) === 0;
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (isSlow) await new Promise((resolve) => setImmediate(resolve));
      if (at >= breaksAt) return controller.error(new Error(canary));
      if (at >= sent.length) return controller.close();
      controller.enqueue(sent.slice(at, at + length));
      at += length;
    },
  });
}

function request(): Request {
  const method = pick('POST', 'POST', 'POST', 'POST', 'GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', canary);
  const headers = new Headers();
  const add = (header: string, ...values: string[]) => {
    if (below(3) > 0) headers.append(header, pick(...values));
  };
  const json = 'application/json';
  add(
    'content-type',
    json,
    json,
    json,
    `${json}; charset=${canary}`,
    `${json}x`,
    'text/plain',
    canary,
    '\xff',
  );
  add('origin', listed, 'null', `https://${canary}.example`, canary, '', 'https://[', 'http://localhost');
  if (below(2) > 0) add('sec-fetch-site', 'same-origin', 'cross-site', canary);
  if (below(4) === 0) add('content-length', '-1', 'NaN', '1e9', '99999999999999999999', canary, '0');
  if (below(4) === 0) add('host', canary, 'a:99999', '', '\xe9');
  add('x-user', canary, 'x'.repeat(below(5000)));
  // For an allowed origin, the answer to a preflight deliberately lists the requested headers, because CORS asks
  // which ones are allowed.
  if (headers.get('origin') !== listed) add('access-control-request-headers', canary);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? pick<() => BodyInit | null>(bytes, bytes, text, stream, () => null)() : null;
  return new Request(`http://localhost/${canary}?${canary}=${'%ff'.repeat(below(5))}`, {
    method,
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
}

const expected = new Set([200, 204, 400, 403, 405, 413, 415]);

test(`answers each of ${runs} malformed requests without a 500, and without repeating any part of the request`, async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onError = vi.fn();
  const handler = endpoint({ allowedOrigins: [listed], onError, authorize: () => true });
  const statuses = new Map<number, number>();
  const heapAfter = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  let early = 0;
  for (let run = 0; run < runs; run += 1) {
    if (run === Math.floor(runs / 4)) early = heapAfter();
    const response = await handler(request());
    const answer = `${response.statusText} ${JSON.stringify([...response.headers])} ${await response.text()}`;
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (!expected.has(response.status) || answer.toLowerCase().includes(canary.toLowerCase())) {
      expect.fail(`SIGNER_SEED=${seed}, request ${run}: ${response.status} ${answer}`);
    }
  }
  expect(heapAfter() - early).toBeLessThan(1_000_000);
  // Each kind of answer occurred often, so the requests reach every step of the handler.
  for (const status of expected) expect(statuses.get(status), String(status)).toBeGreaterThan(runs / 1000);
  expect(onError).not.toHaveBeenCalled();
  expect(logged).not.toHaveBeenCalled();
  expect(({} as Record<string, unknown>)[canary]).toBeUndefined();
  logged.mockRestore();
}, 300_000);

test('answers 408 to a body that does not end within 10 s, and cancels its stream', async () => {
  vi.useFakeTimers();
  try {
    const cancel = vi.fn();
    const body = new ReadableStream({ cancel, start: (it) => it.enqueue(new TextEncoder().encode('{')) });
    const answer = endpoint()(
      new Request('http://localhost/', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        duplex: 'half',
      } as RequestInit),
    );
    await vi.advanceTimersByTimeAsync(9999);
    expect(cancel).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    const response = await answer;
    expect(response.status).toBe(408);
    expect(await response.json()).toEqual({
      errors: [{ property: '$request', reason: 'must arrive within 10 s' }],
    });
    expect(cancel).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
