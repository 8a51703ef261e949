import { describe, expect, test, vi } from 'vitest';
import { endpoint, post, url } from './signature-endpoint';

const friend = 'https://friend.example.org';
const listed = { allowedOrigins: [friend] };

function request(headers: Record<string, string>, at = url) {
  return new Request(at, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"meetingNumber":"1234567890","role":0}',
  });
}
function preflight(origin: string, headers: Record<string, string> = {}) {
  return new Request(url, {
    method: 'OPTIONS',
    headers: { origin, 'sec-fetch-site': 'cross-site', 'access-control-request-method': 'POST', ...headers },
  });
}

describe('same-site requests', () => {
  test.each<[string, Request]>([
    [
      'a browser that sends Sec-Fetch-Site',
      request({ origin: 'https://app.example.com', 'sec-fetch-site': 'same-origin' }),
    ],
    [
      'behind a proxy that changes the host',
      request({ origin: 'https://public.example.com', 'sec-fetch-site': 'same-origin' }),
    ],
    ['an old browser', request({ origin: 'https://app.example.com' })],
    [
      'an old browser behind a proxy that terminates TLS',
      request({ origin: 'https://app.example.com' }, 'http://app.example.com/sign'),
    ],
    [
      'an old browser, with a URL built from an internal address',
      request({ origin: 'https://app.example.com', host: 'App.example.com' }, 'http://10.0.0.1:3000/sign'),
    ],
    [
      'an old browser behind a proxy that adds the default port',
      request(
        { origin: 'https://app.example.com', host: 'app.example.com:443' },
        'http://app.example.com:443/sign',
      ),
    ],
    ['a client that is not a browser', request({})],
  ])('are accepted: %s', async (_, from) => {
    const response = await endpoint()(from);
    expect(response.status).toBe(200);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('cross-site requests', () => {
  test.each<[string, Record<string, string>]>([
    ['cross-site', { origin: 'https://evil.example.net', 'sec-fetch-site': 'cross-site' }],
    ['another subdomain', { origin: 'https://other.example.com', 'sec-fetch-site': 'same-site' }],
    ['http on the same host', { origin: 'http://app.example.com', 'sec-fetch-site': 'cross-site' }],
    ['a navigation', { 'sec-fetch-site': 'none' }],
    ['an old browser', { origin: 'https://evil.example.net' }],
    ['another port', { origin: 'https://app.example.com:8443' }],
    ['a sandboxed frame', { origin: 'null' }],
    [
      'a forwarded host that any client can set',
      { origin: 'https://evil.example.net', 'x-forwarded-host': 'evil.example.net' },
    ],
    ['an origin that only starts like an allowed one', { origin: `${friend}.evil.example.net` }],
    ['an origin that is not a URL', { origin: 'app.example.com' }],
  ])('are rejected with 403: %s', async (_, headers) => {
    const authorize = vi.fn(() => true);
    const response = await endpoint({ ...listed, authorize })(request(headers));
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(authorize).not.toHaveBeenCalled();
  });

  test('get no CORS headers for a preflight', async () => {
    const response = await endpoint(listed)(preflight('https://evil.example.net'));
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('an allowed origin', () => {
  const from = { origin: friend, 'sec-fetch-site': 'cross-site' };

  test("can send requests with cookies, and read the server's time", async () => {
    const response = await endpoint(listed)(post(undefined, from));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': friend,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'Date, Retry-After',
      vary: 'Origin',
    });
    expect(response.headers.has('access-control-allow-methods')).toBe(false);
  });

  test('can read why it was rejected', async () => {
    const response = await endpoint({ ...listed, authorize: () => 'unauthenticated' })(post(undefined, from));
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBe(friend);
  });

  test('gets the required preflight headers', async () => {
    const asked = { 'access-control-request-headers': 'content-type,x-csrf-token' };
    const response = await endpoint(listed)(preflight(friend, asked));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': friend,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type,x-csrf-token',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '7200',
    });
  });

  test.each([
    '*',
    'https://*.example.com',
    'app.example.com',
    'https://app.example.com/',
    'https://app.example.com?',
    'https://app.example.com#',
    'https://user@app.example.com',
    'https://app.example.com:99999',
    'https://a b',
    'null',
    '',
  ])('cannot be %j', (origin) => {
    expect(() => endpoint({ allowedOrigins: [origin] })).toThrow(TypeError);
  });

  test.each([
    ['http://localhost:5173', 'http://localhost:5173'],
    ['capacitor://localhost', 'capacitor://localhost'],
    ['https://app.example.org:443', 'https://app.example.org'],
    ['http://app.example.org:80', 'http://app.example.org'],
    ['https://App.Example.org', 'https://app.example.org'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ])('can be %s, which a browser sends as %s', async (text, origin) => {
    const response = await endpoint({ allowedOrigins: [text] })(
      request({ origin, 'sec-fetch-site': 'cross-site' }),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  });
});
