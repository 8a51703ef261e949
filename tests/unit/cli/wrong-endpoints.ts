import { html, once, page, signFloat, text, withSecret, type Row } from './doctor-row';
import { answers, sample, sdkKey, secret, sign, signWith, withClock, type Signer } from './signer';

const pageOrigin = 'https://app.example.com';
const fromPage = ['--origin', pageOrigin];
const cors = (headers: Record<string, string>) => sample(undefined, headers);

/** A clock that gains this many seconds each second, and starts 20 min behind. */
function drifting(speed: number, withDate = true): Signer {
  const start = Date.now();
  return (response, request, call) => {
    const clock = Date.now() + (Date.now() - start) * speed - 1_200_000;
    response.sendDate = false;
    if (withDate) response.setHeader('Date', new Date(clock).toUTCString());
    const iat = Math.floor(clock / 1000);
    sample(() => sign({ iat, exp: iat + 7200, tokenExp: iat + 7200 }))(response, request, call);
  };
}

let floatIat: number | undefined;

export const wrongEndpoints: Row[] = [
  {
    name: 'Express’s 404 page for a POST to a route that only has GET',
    endpoint: answers(404, () => '<pre>Cannot POST /</pre>', html),
    finds: ['endpoint-not-found'],
    exit: 1,
  },
  { name: '503 during startup', endpoint: answers(503), finds: ['endpoint-server-error'], exit: 1 },
  {
    name: 'a redirect from POST to a missing GET route',
    endpoint: (response, request, call) =>
      (request.method === 'GET'
        ? answers(405)
        : answers(301, () => '', { location: '/api/zoom/signature/' }))(response, request, call),
    finds: ['endpoint-redirect'],
    exit: 1,
  },
  {
    name: 'Bearer in the field',
    endpoint: answers(200, () => JSON.stringify({ signature: `Bearer ${sign()}` })),
    finds: ['not-a-jwt'],
    exit: 1,
  },
  {
    name: 'quotes in the field',
    endpoint: answers(200, () => JSON.stringify({ signature: JSON.stringify(sign()) })),
    finds: ['not-a-jwt'],
    exit: 1,
  },
  {
    name: 'JSON inside JSON',
    endpoint: answers(200, () => JSON.stringify(JSON.stringify({ signature: sign() }))),
    finds: ['not-a-jwt'],
    exit: 1,
  },
  {
    name: 'an object in the field',
    endpoint: answers(200, () => JSON.stringify({ signature: { token: sign() } })),
    finds: ['answer-field'],
    exit: 1,
  },
  {
    name: 'an array',
    endpoint: answers(200, () => JSON.stringify([sign()])),
    finds: ['answer-field'],
    exit: 1,
  },
  { name: 'null', endpoint: answers(200, () => 'null'), finds: ['not-a-jwt'], exit: 1 },
  {
    name: 'an empty field',
    endpoint: answers(200, () => JSON.stringify({ signature: '' })),
    finds: ['answer-no-signature'],
    exit: 1,
  },
  {
    name: 'text with a JSON content type',
    endpoint: answers(200, () => sign()),
    finds: ['answer-content-type'],
    exit: 0,
  },
  { name: '404', endpoint: answers(404), finds: ['endpoint-not-found'], exit: 1 },
  { name: '401', endpoint: answers(401), finds: ['endpoint-unauthorized'], exit: 1 },
  { name: '403', endpoint: answers(403), finds: ['endpoint-forbidden'], exit: 1 },
  {
    name: '403 for the origin of the page',
    endpoint: (response, request, call) =>
      (request.headers.origin ? answers(403) : sample())(response, request, call),
    args: ['--origin', 'https://app.example.com'],
    finds: ['endpoint-origin-refused'],
    exit: 1,
  },
  {
    name: 'no CORS headers',
    endpoint: sample(),
    args: ['--origin', 'https://app.example.com'],
    finds: ['cors-origin'],
    exit: 1,
  },
  {
    name: 'CORS for another origin',
    endpoint: sample(undefined, {
      'access-control-allow-origin': 'https://other.example.com',
      'access-control-allow-headers': 'content-type',
    }),
    args: ['--origin', 'https://app.example.com'],
    finds: ['cors-origin'],
    exit: 1,
  },
  {
    name: 'CORS without the preflight',
    endpoint: (response, request, call) =>
      (request.method === 'OPTIONS'
        ? answers(404)
        : sample(undefined, { 'access-control-allow-origin': '*' }))(response, request, call),
    args: ['--origin', 'https://app.example.com'],
    finds: ['cors-preflight'],
    exit: 1,
  },
  {
    name: 'CORS without content-type',
    endpoint: sample(undefined, { 'access-control-allow-origin': '*' }),
    args: ['--origin', 'https://app.example.com'],
    finds: ['cors-headers'],
    exit: 1,
  },
  {
    name: 'CORS for all origins, but the request has a cookie',
    endpoint: cors({ 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' }),
    args: [...fromPage, '--header', 'Cookie: session=abcdefgh'],
    finds: ['cors-credentials'],
    exit: 1,
  },
  {
    name: 'CORS for the origin without its cookies',
    endpoint: cors({
      'access-control-allow-origin': pageOrigin,
      'access-control-allow-headers': 'content-type',
    }),
    args: [...fromPage, '--header', 'Cookie: session=abcdefgh'],
    finds: ['cors-credentials'],
    exit: 1,
  },
  {
    name: 'CORS with cookies and any header, where * is a literal name',
    endpoint: cors({
      'access-control-allow-origin': pageOrigin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': '*',
    }),
    args: [...fromPage, '--header', 'Cookie: session=abcdefgh'],
    finds: ['cors-headers'],
    exit: 1,
  },
  {
    name: 'CORS without Authorization',
    endpoint: cors({ 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' }),
    args: [...fromPage, '--header', 'Authorization: Bearer abcdefgh'],
    finds: ['cors-headers'],
    exit: 1,
  },
  {
    name: 'CORS with any header, which does not include Authorization',
    endpoint: cors({ 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }),
    args: [...fromPage, '--header', 'Authorization: Bearer abcdefgh'],
    finds: ['cors-headers'],
    exit: 1,
  },
  {
    name: '500 with an HTML page',
    endpoint: answers(500, page, html),
    finds: ['endpoint-server-error'],
    exit: 1,
  },
  { name: '502 from a proxy', endpoint: answers(502, page, html), finds: ['endpoint-server-error'], exit: 1 },
  {
    name: '400 with the fields of the sample',
    endpoint: answers(400, () => JSON.stringify({ errors: [{ property: 'meetingNumber', reason: 'x' }] })),
    finds: ['endpoint-bad-request'],
    exit: 1,
  },
  {
    name: '405, GET only',
    endpoint: answers(405, () => '', { allow: 'GET, HEAD' }),
    finds: ['endpoint-method'],
    exit: 1,
  },
  { name: '415', endpoint: answers(415), finds: ['endpoint-media-type'], exit: 1 },
  { name: '429 at once', endpoint: answers(429), finds: ['endpoint-rate-limited'], exit: 1 },
  { name: '418', endpoint: answers(418), finds: ['endpoint-status'], exit: 1 },
  {
    name: 'a redirect to a sign-in page',
    endpoint: (response, request, call) =>
      (request.url === '/login'
        ? answers(200, page, html)
        : answers(302, () => '', { location: '/login?next=%2Fapi' }))(response, request, call),
    finds: ['endpoint-redirect'],
    exit: 1,
  },
  {
    name: 'a redirect loop',
    endpoint: answers(302, () => '', { location: '/api/zoom/signature' }),
    finds: ['endpoint-redirect'],
    exit: 1,
  },
  { name: 'an HTML page with 200', endpoint: answers(200, page, html), finds: ['answer-html'], exit: 1 },
  { name: 'an empty body', endpoint: answers(200), finds: ['answer-empty'], exit: 1 },
  { name: '204', endpoint: answers(204), finds: ['answer-empty'], exit: 1 },
  {
    name: 'truncated JSON',
    endpoint: answers(200, () => `{"signature": "${sign()}`),
    finds: ['answer-broken-json'],
    exit: 1,
  },
  {
    name: 'the signature in quotes, as JSON',
    endpoint: answers(200, () => JSON.stringify(sign())),
    finds: ['not-a-jwt'],
    exit: 1,
  },
  {
    name: 'Bearer and the signature',
    endpoint: answers(200, () => `Bearer ${sign()}`, text),
    finds: ['not-a-jwt'],
    exit: 1,
  },
  {
    name: 'the signature as text with a newline',
    endpoint: answers(200, () => `${sign()}\n`, text),
    finds: ['not-a-jwt'],
    exit: 1,
  },
  {
    name: 'a field named token',
    endpoint: answers(200, () => JSON.stringify({ token: sign() })),
    finds: ['answer-field'],
    exit: 1,
  },
  {
    name: 'a field named data.signature',
    endpoint: answers(200, () => JSON.stringify({ data: { signature: sign() } })),
    finds: ['answer-field'],
    exit: 1,
  },
  {
    name: 'an error with 200',
    endpoint: answers(200, () => JSON.stringify({ error: 'no such meeting' })),
    finds: ['answer-no-signature'],
    exit: 1,
  },
  {
    name: 'signature null',
    endpoint: answers(200, () => JSON.stringify({ signature: null })),
    finds: ['answer-no-signature'],
    exit: 1,
  },
  {
    name: 'a promise that was not awaited',
    endpoint: answers(200, () => JSON.stringify({ signature: {}, sdkKey })),
    finds: ['answer-no-signature'],
    exit: 1,
  },
  {
    name: 'a body that is too long',
    endpoint: answers(200, () => 'x'.repeat(100_000)),
    finds: ['answer-too-large'],
    exit: 1,
  },
  {
    name: 'JSON with an HTML content type',
    endpoint: answers(200, () => JSON.stringify({ signature: sign(), sdkKey }), html),
    finds: ['answer-content-type'],
    exit: 0,
  },
  {
    name: 'no content type',
    endpoint: answers(200, () => JSON.stringify({ signature: sign(), sdkKey }), {}),
    finds: ['answer-content-type'],
    exit: 0,
  },
  {
    name: 'a cached answer',
    endpoint: sample(
      once(() => sign()),
      { age: '40', 'cache-control': 'public, max-age=300' },
    ),
    finds: ['answer-cached'],
    exit: 0,
  },
  {
    name: 'a cached answer that is kept too long',
    endpoint: sample(
      once(() => sign({}, -7300)),
      { age: '7270' },
    ),
    finds: ['exp-past', 'answer-cached'],
    exit: 1,
  },
  {
    name: 'an answer that caches may store',
    endpoint: sample(undefined, { 'cache-control': 'public, max-age=300' }),
    finds: ['answer-cacheable'],
    exit: 0,
  },
  {
    name: 'a clock ahead by 20 s',
    endpoint: withClock(20, () => sign({}, 20)),
    finds: ['iat-ahead', 'clock-ahead'],
    exit: 1,
  },
  {
    name: 'a clock ahead by 20 s, backdated enough',
    endpoint: withClock(20, () => sign({}, -10)),
    finds: ['clock-ahead'],
    exit: 0,
  },
  {
    name: 'a clock behind by 3 h',
    endpoint: withClock(-10_800, () => sign({}, -10_800)),
    finds: ['exp-past', 'iat-time-zone', 'clock-behind'],
    exit: 1,
  },
  {
    name: 'a clock behind by a minute',
    endpoint: withClock(-60, () => sign({}, -90)),
    finds: ['clock-behind'],
    exit: 0,
  },
  {
    name: 'code that shifts iat, with a correct clock',
    endpoint: sample(() => sign({}, 60)),
    finds: ['iat-ahead', 'iat-not-the-clock'],
    exit: 1,
  },
  {
    name: 'local time as UTC, with a correct clock',
    endpoint: sample(() => sign({}, 7200)),
    finds: ['iat-ahead', 'iat-time-zone'],
    exit: 1,
  },
  {
    name: 'instances whose clocks differ',
    endpoint: (response, request, call) =>
      withClock(call % 2 ? 40 : 0, () => sign({}, call % 2 ? 40 : 0))(response, request, call),
    finds: ['iat-ahead', 'clocks-differ'],
    exit: 1,
  },
  {
    name: 'a drifting clock, with Date',
    endpoint: drifting(20),
    finds: ['clock-drifts'],
    exit: 0,
  },
  {
    name: 'a drifting clock, without Date',
    endpoint: drifting(-20, false),
    finds: ['clock-drifts'],
    exit: 0,
  },
  {
    name: 'iat in milliseconds, which advances faster than a clock',
    endpoint: sample(() => sign({ iat: Date.now() })),
    finds: ['iat-milliseconds'],
    exit: 1,
  },
  {
    name: 'a reused signature',
    endpoint: sample(once(() => sign({}, -601))),
    finds: ['signature-repeated'],
    exit: 0,
  },
  {
    name: 'a reused signature whose iat is a multiple of 128',
    endpoint: sample(once(() => signFloat(-256))),
    finds: ['signature-repeated'],
    exit: 0,
  },
  {
    name: 'iat of the current second',
    endpoint: sample(() => sign({}, 0)),
    finds: ['iat-no-margin'],
    exit: 0,
  },
  {
    name: 'iat rounded to a 32-bit float, over several calls',
    endpoint: sample((call) => signFloat(-128 * (8 - call))),
    finds: ['iat-float'],
    exit: 1,
  },
  {
    name: 'iat rounded to a 32-bit float within 128 s, but not exp',
    endpoint: sample((call) => {
      // The same value on each call, because a new step could begin in the middle of a test.
      floatIat ??= Math.floor(Date.now() / 128_000) * 128 - 128;
      const exp = floatIat + 7200 + call;
      return sign({ iat: floatIat, exp, tokenExp: exp });
    }),
    finds: ['iat-float'],
    exit: 0,
  },
  {
    name: 'one instance with another secret',
    endpoint: sample((call) => signWith(call % 2 ? 'another-secret' : secret)),
    args: withSecret,
    finds: ['secret-wrong'],
    exit: 1,
  },
  {
    name: 'an endpoint that fails intermittently',
    endpoint: (response, request, call) => (call % 2 ? answers(500) : sample())(response, request, call),
    finds: ['endpoint-flaky'],
    exit: 1,
  },
  {
    name: 'the secret in the answer',
    endpoint: answers(200, () => JSON.stringify({ signature: sign(), sdkKey, debug: secret })),
    args: withSecret,
    finds: ['secret-leaked'],
    exit: 1,
  },
  {
    name: 'a field named sdkSecret',
    endpoint: answers(200, () => JSON.stringify({ signature: sign(), sdkKey, sdkSecret: secret })),
    finds: ['secret-leaked'],
    exit: 1,
  },
  ...[
    { zoom_sdk_secret: secret },
    { ZOOM_SDK_SECRET: secret },
    { config: { ZOOM_SDK_SECRET: secret } },
    { apps: [{ 'client-secret': secret }] },
  ].map((leak): Row => ({
    name: `fields ${JSON.stringify(leak, (_, value: unknown) => (value === secret ? '…' : value))}`,
    endpoint: answers(200, () => JSON.stringify({ signature: sign(), sdkKey, ...leak })),
    finds: ['secret-leaked'],
    exit: 1,
  })),
  {
    name: 'a field with the secret in a JSON error',
    endpoint: answers(500, () => JSON.stringify({ error: { sdkSecret: secret } })),
    finds: ['secret-leaked', 'endpoint-server-error'],
    exit: 1,
  },
  {
    name: 'the secret on an error page',
    endpoint: answers(500, () => `<pre>ZOOM_SDK_SECRET=${secret}</pre>`, html),
    args: withSecret,
    finds: ['endpoint-server-error', 'secret-leaked'].reverse(),
    exit: 1,
  },
  {
    name: 'a different sdkKey than the signed one',
    endpoint: answers(200, () => JSON.stringify({ signature: sign(), sdkKey: 'another-key' })),
    finds: ['key-mismatch'],
    exit: 0,
  },
  {
    name: 'the meeting of the previous caller',
    endpoint: sample(() => sign({ mn: '9876543210' })),
    finds: ['mn-mismatch'],
    exit: 1,
  },
  { name: 'no answer', endpoint: () => {}, args: ['--timeout', '300'], finds: ['endpoint-timeout'], exit: 2 },
  {
    name: 'headers without a body',
    endpoint: (response) => response.writeHead(200).write('{'),
    args: ['--timeout', '300'],
    finds: ['endpoint-timeout'],
    exit: 2,
  },
  {
    name: 'a connection that breaks',
    endpoint: (response) => response.socket?.destroy(),
    finds: ['endpoint-unreachable'],
    exit: 2,
  },
];
