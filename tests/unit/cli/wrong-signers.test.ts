import { describe, expect, test } from 'vitest';
import { createSignatureHandler, toNodeHandler } from '../../../src/server/index';
import { signByHand } from '../server/sign-by-hand';
import { cli } from './run-in-process';
import {
  answers,
  claims,
  listen,
  meeting,
  sample,
  sdkKey,
  secret,
  sign,
  signWith,
  withClock,
  type Signer,
} from './signer';

/** Either a signature or an endpoint, and exactly what the doctor has to find: ids, errors first, and the exit code. */
interface Row {
  name: string;
  signature?: () => string;
  endpoint?: Signer;
  args?: string[];
  env?: Record<string, string>;
  finds: string[];
  exit: 0 | 1 | 2;
}

const env = { ZOOM_SDK_SECRET: secret };
const withSecret = ['--secret-env', 'ZOOM_SDK_SECRET'];
const asked = ['--meeting-number', '123 4567 890', '--role', '0'];
const text = { 'content-type': 'text/plain' };
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = () => '<!doctype html><title>Sign in</title>';
const base64url = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

const wrongSignatures: Row[] = [
  { name: 'iat ahead by 20 s', signature: () => sign({}, 20), finds: ['iat-ahead'], exit: 1 },
  {
    name: 'iat ahead by 2 h: local time as UTC',
    signature: () => sign({}, 7200),
    finds: ['iat-ahead', 'iat-time-zone'],
    exit: 1,
  },
  {
    name: 'iat behind by 5.5 h: local time as UTC',
    signature: () => sign({}, -19_800),
    finds: ['exp-past', 'iat-time-zone'],
    exit: 1,
  },
  {
    name: 'iat in milliseconds',
    signature: () => sign({ iat: Date.now() }),
    finds: ['iat-milliseconds'],
    exit: 1,
  },
  {
    name: 'iat as a string',
    signature: () => sign({ iat: String(claims().iat) }),
    finds: ['iat-format'],
    exit: 1,
  },
  {
    name: 'iat as an ISO date',
    signature: () => sign({ iat: new Date().toISOString() }),
    finds: ['iat-format'],
    exit: 1,
  },
  {
    name: 'iat with a fraction',
    signature: () => sign({ iat: claims().iat + 0.25 }),
    finds: ['iat-format'],
    exit: 1,
  },
  { name: 'iat missing', signature: () => sign({ iat: undefined }), finds: ['iat-missing'], exit: 1 },
  { name: 'exp 10 min after iat', signature: () => sign({}, -30, 600), finds: ['exp-too-near'], exit: 1 },
  {
    name: 'exp three days after iat',
    signature: () => sign({}, -30, 259_200),
    finds: ['exp-too-far'],
    exit: 1,
  },
  { name: 'exp past', signature: () => sign({}, -9300), finds: ['exp-past'], exit: 1 },
  { name: 'exp missing', signature: () => sign({ exp: undefined }), finds: ['exp-missing'], exit: 1 },
  {
    name: 'exp in milliseconds',
    signature: () => sign({ exp: Date.now() + 7_200_000 }),
    finds: ['exp-milliseconds'],
    exit: 1,
  },
  {
    name: 'exp as a string',
    signature: () => sign({ exp: String(claims().exp) }),
    finds: ['exp-format'],
    exit: 1,
  },
  {
    name: 'exp as a lifetime',
    signature: () => sign({ exp: 7200, tokenExp: 7200 }),
    finds: ['exp-past', 'exp-too-near'],
    exit: 1,
  },
  {
    name: 'tokenExp other than exp',
    signature: () => sign({ tokenExp: 1 }),
    finds: ['token-exp-mismatch'],
    exit: 0,
  },
  {
    name: 'alg none, unsigned',
    signature: () => `${base64url({ alg: 'none' })}.${base64url(claims())}.`,
    args: withSecret,
    finds: ['alg-not-hs256'],
    exit: 1,
  },
  {
    name: 'alg RS256',
    signature: () => signByHand(claims(), { alg: 'RS256', secret }),
    args: withSecret,
    finds: ['alg-not-hs256'],
    exit: 1,
  },
  {
    name: 'alg HS512',
    signature: () => signByHand(claims(), { alg: 'HS512', secret }),
    args: withSecret,
    finds: ['alg-not-hs256'],
    exit: 1,
  },
  {
    name: 'no alg',
    signature: () => `${base64url({ typ: 'JWT' })}.${base64url(claims())}.${'A'.repeat(43)}`,
    finds: ['alg-not-hs256'],
    exit: 1,
  },
  {
    name: 'sdkKey only',
    signature: () => sign({ appKey: undefined, sdkKey }),
    finds: ['sdk-key-claim'],
    exit: 0,
  },
  {
    name: 'no key at all',
    signature: () => sign({ appKey: undefined }),
    finds: ['app-key-missing'],
    exit: 1,
  },
  { name: 'an empty key', signature: () => sign({ appKey: '' }), finds: ['app-key-missing'], exit: 1 },
  {
    name: 'the key "undefined"',
    signature: () => sign({ appKey: 'undefined' }),
    finds: ['key-suspect'],
    exit: 1,
  },
  {
    name: 'a key with a newline',
    signature: () => sign({ appKey: `${sdkKey}\n` }),
    finds: ['key-suspect'],
    exit: 1,
  },
  {
    name: 'the placeholder of a guide as the key',
    signature: () => sign({ appKey: 'YOUR_SDK_KEY' }),
    finds: ['key-suspect'],
    exit: 1,
  },
  { name: 'mn with spaces', signature: () => sign({ mn: '123 4567 890' }), finds: ['mn-format'], exit: 1 },
  { name: 'mn as a number', signature: () => sign({ mn: Number(meeting) }), finds: ['mn-format'], exit: 0 },
  { name: 'mn missing', signature: () => sign({ mn: undefined }), finds: ['mn-missing'], exit: 1 },
  {
    name: 'mn other than asked',
    signature: () => sign({ mn: '9876543210' }),
    finds: ['mn-mismatch'],
    exit: 1,
  },
  {
    name: 'mn a personal link name',
    signature: () => sign({ mn: 'ada.lovelace' }),
    finds: ['mn-format'],
    exit: 1,
  },
  { name: 'role other than asked', signature: () => sign({ role: 1 }), finds: ['role-mismatch'], exit: 0 },
  { name: 'role 2', signature: () => sign({ role: 2 }), finds: ['role-invalid'], exit: 1 },
  { name: 'role as text', signature: () => sign({ role: '0' }), finds: ['role-invalid'], exit: 0 },
  { name: 'role host', signature: () => sign({ role: 'host' }), finds: ['role-invalid'], exit: 1 },
  { name: 'role missing', signature: () => sign({ role: undefined }), finds: ['role-invalid'], exit: 1 },
  {
    name: 'video_webrtc_mode true',
    signature: () => sign({ video_webrtc_mode: true }),
    finds: ['video-webrtc-mode-invalid'],
    exit: 0,
  },
  {
    name: 'cut off in the HMAC',
    signature: () => sign().slice(0, -5),
    args: withSecret,
    finds: ['not-a-jwt'],
    exit: 1,
  },
  { name: 'cut off in the claims', signature: () => sign().slice(0, 60), finds: ['not-a-jwt'], exit: 1 },
  { name: 'a newline at the end', signature: () => `${sign()}\n`, finds: ['not-a-jwt'], exit: 1 },
  {
    name: 'wrapped by an e-mail',
    signature: () => sign().replace(/.{64}/g, '$&\n'),
    finds: ['not-a-jwt'],
    exit: 1,
  },
  { name: 'in quotes', signature: () => `"${sign()}"`, finds: ['not-a-jwt'], exit: 1 },
  { name: 'with Bearer', signature: () => `Bearer ${sign()}`, finds: ['not-a-jwt'], exit: 1 },
  {
    name: 'in standard base64',
    signature: () => `${sign().split('.').slice(0, 2).join('.')}.${'+/'.repeat(21)}A=`,
    finds: ['not-a-jwt'],
    exit: 1,
  },
  {
    name: 'a Video SDK JWT',
    signature: () =>
      signByHand({ app_key: sdkKey, tpc: 'a-session', role_type: 1, version: 1, iat: 1, exp: 2 }, { secret }),
    finds: ['video-sdk'],
    exit: 1,
  },
  {
    name: 'a JWT of the old REST API',
    signature: () => signByHand({ aud: null, iss: sdkKey, exp: claims().exp, iat: claims().iat }),
    finds: ['api-jwt'],
    exit: 1,
  },
  {
    name: 'an OAuth access token',
    signature: () =>
      signByHand(
        {
          ver: 9,
          auid: 'a',
          code: 'b',
          iss: 'zm:cid:x',
          gno: 0,
          type: 3,
          aud: 'https://oauth.zoom.us',
          uid: 'u',
          nbf: 1,
          exp: 2,
          iat: 1,
        },
        { alg: 'HS512' },
      ),
    finds: ['oauth-token'],
    exit: 1,
  },
  {
    name: 'a ZAK',
    signature: () =>
      signByHand({
        aud: 'clientsm',
        uid: 'u',
        zid: 'z',
        sk: '0',
        sty: 1,
        wcd: 'aw1',
        exp: 2,
        iat: 1,
        aid: 'a',
        cid: '',
      }),
    finds: ['zak-token'],
    exit: 1,
  },
  {
    name: 'a signature of SDK 1.x',
    signature: () =>
      Buffer.from(`${sdkKey}.${meeting}.${Date.now()}.0.${'q'.repeat(43)}=`).toString('base64'),
    finds: ['legacy-signature'],
    exit: 1,
  },
  {
    name: 'another secret',
    signature: () => signWith('some-other-secret'),
    args: withSecret,
    finds: ['secret-wrong'],
    exit: 1,
  },
  {
    name: 'a secret with a newline',
    signature: () => signWith(`${secret}\n`),
    args: withSecret,
    finds: ['secret-spaces'],
    exit: 1,
  },
  {
    name: 'a secret with a newline, in the environment too',
    signature: () => signWith(`${secret}\n`),
    args: withSecret,
    env: { ZOOM_SDK_SECRET: `${secret}\n` },
    finds: ['secret-spaces'],
    exit: 1,
  },
  {
    name: 'a secret in quotes',
    signature: () => signWith(`"${secret}"`),
    args: withSecret,
    finds: ['secret-quotes'],
    exit: 1,
  },
  {
    name: 'a secret encoded as base64',
    signature: () => signWith(Buffer.from(secret).toString('base64')),
    args: withSecret,
    finds: ['secret-base64'],
    exit: 1,
  },
  {
    name: 'a secret decoded from base64',
    signature: () => signWith(Buffer.from(secret, 'base64')),
    args: withSecret,
    finds: ['secret-base64'],
    exit: 1,
  },
  {
    name: 'a secret encoded as hex',
    signature: () => signWith(Buffer.from(secret).toString('hex')),
    args: withSecret,
    finds: ['secret-hex'],
    exit: 1,
  },
  {
    name: 'the key as the secret',
    signature: () => signWith(sdkKey),
    args: withSecret,
    finds: ['secret-is-key'],
    exit: 1,
  },
  {
    name: 'the secret "undefined"',
    signature: () => signWith('undefined'),
    args: withSecret,
    finds: ['secret-empty'],
    exit: 1,
  },
  {
    name: 'an empty secret',
    signature: () => signWith(''),
    args: withSecret,
    finds: ['secret-empty'],
    exit: 1,
  },
  {
    name: 'key and secret swapped',
    signature: () => signByHand(claims({ appKey: secret }), { secret: sdkKey }),
    args: withSecret,
    finds: ['secret-leaked', 'secret-wrong'],
    exit: 1,
  },
  {
    name: 'claims changed after signing',
    signature: () => {
      const [a, , c] = sign().split('.');
      return `${a}.${base64url(claims({ role: 1 }))}.${c}`;
    },
    args: withSecret,
    finds: ['role-mismatch', 'secret-wrong'].reverse(),
    exit: 1,
  },
];

const wrongEndpoints: Row[] = [
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
  { name: '500 with a page', endpoint: answers(500, page, html), finds: ['endpoint-server-error'], exit: 1 },
  { name: '502 of a proxy', endpoint: answers(502, page, html), finds: ['endpoint-server-error'], exit: 1 },
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
    name: 'a redirect in circles',
    endpoint: answers(302, () => '', { location: '/api/zoom/signature' }),
    finds: ['endpoint-redirect'],
    exit: 1,
  },
  { name: 'a page with 200', endpoint: answers(200, page, html), finds: ['answer-html'], exit: 1 },
  { name: 'an empty body', endpoint: answers(200), finds: ['answer-empty'], exit: 1 },
  { name: '204', endpoint: answers(204), finds: ['answer-empty'], exit: 1 },
  {
    name: 'JSON that is cut off',
    endpoint: answers(200, () => `{"signature": "${sign()}`),
    finds: ['answer-broken-json'],
    exit: 1,
  },
  {
    name: 'the signature in quotes, as JSON',
    endpoint: answers(200, () => JSON.stringify(sign())),
    finds: ['not-a-jwt', 'answer-content-type'],
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
    name: 'the field token',
    endpoint: answers(200, () => JSON.stringify({ token: sign() })),
    finds: ['answer-field'],
    exit: 1,
  },
  {
    name: 'the field data.signature',
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
    name: 'a promise that nobody awaited',
    endpoint: answers(200, () => JSON.stringify({ signature: {}, sdkKey })),
    finds: ['answer-no-signature'],
    exit: 1,
  },
  {
    name: 'a body without an end',
    endpoint: answers(200, () => 'x'.repeat(100_000)),
    finds: ['answer-too-large'],
    exit: 1,
  },
  {
    name: 'JSON as a page',
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
    name: 'an answer out of a cache',
    endpoint: sample(
      once(() => sign()),
      { age: '40', 'cache-control': 'public, max-age=300' },
    ),
    finds: ['answer-cached'],
    exit: 0,
  },
  {
    name: 'an answer out of a cache that keeps it too long',
    endpoint: sample(
      once(() => sign({}, -7300)),
      { age: '7270' },
    ),
    finds: ['exp-past', 'answer-cached'],
    exit: 1,
  },
  {
    name: 'an answer that caches may keep',
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
    name: 'a clock ahead by 20 s, dated back enough',
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
    name: 'code that moves iat, by a right clock',
    endpoint: sample(() => sign({}, 60)),
    finds: ['iat-ahead', 'iat-not-the-clock'],
    exit: 1,
  },
  {
    name: 'local time as UTC, by a right clock',
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
    name: 'iat through a 32-bit float, over several calls',
    endpoint: sample((call) => signFloat(-128 * (8 - call))),
    finds: ['iat-float'],
    exit: 1,
  },
  {
    name: 'iat through a 32-bit float, within its 128 s',
    endpoint: sample(() => signFloat(-128)),
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
    name: 'an endpoint that fails now and then',
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
    name: 'a field sdkSecret',
    endpoint: answers(200, () => JSON.stringify({ signature: sign(), sdkKey, sdkSecret: secret })),
    finds: ['secret-leaked'],
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
    name: 'another sdkKey than the signed one',
    endpoint: answers(200, () => JSON.stringify({ signature: sign(), sdkKey: 'another-key' })),
    finds: ['key-mismatch'],
    exit: 0,
  },
  {
    name: 'the meeting of the last caller',
    endpoint: sample(() => sign({ mn: '9876543210' })),
    finds: ['mn-mismatch'],
    exit: 1,
  },
  { name: 'a hang', endpoint: () => {}, args: ['--timeout', '300'], finds: ['endpoint-timeout'], exit: 2 },
  {
    name: 'headers and then a hang',
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

const valid: Row[] = [
  { name: 'a signature', signature: () => sign(), finds: [], exit: 0 },
  {
    name: 'a signature with the right secret',
    signature: () => sign(),
    args: withSecret,
    finds: [],
    exit: 0,
  },
  {
    name: 'the right secret, with a newline in the environment only',
    signature: () => sign(),
    args: withSecret,
    env: { ZOOM_SDK_SECRET: `${secret}\n` },
    finds: [],
    exit: 0,
  },
  { name: 'a signature that is not dated back', signature: () => sign({}, 0), finds: [], exit: 0 },
  { name: 'the shortest life', signature: () => sign({}, -30, 1800), finds: [], exit: 0 },
  { name: 'the longest life', signature: () => sign({}, -30, 172_800), finds: [], exit: 0 },
  { name: 'an hour old', signature: () => sign({}, -3600), finds: [], exit: 0 },
  { name: 'no tokenExp', signature: () => sign({ tokenExp: undefined }), finds: [], exit: 0 },
  { name: 'sdkKey beside appKey', signature: () => sign({ sdkKey }), finds: [], exit: 0 },
  { name: 'video_webrtc_mode', signature: () => sign({ video_webrtc_mode: 1 }), finds: [], exit: 0 },
  { name: 'a multiple of 128', signature: () => signFloat(-128), finds: [], exit: 0 },
  { name: 'the sample’s endpoint', endpoint: sample(), args: withSecret, finds: [], exit: 0 },
  {
    name: 'an endpoint that answers with text',
    endpoint: answers(200, () => sign(), text),
    args: withSecret,
    finds: [],
    exit: 0,
  },
  {
    name: 'a clock that is off by a second',
    endpoint: withClock(1, () => sign({}, -29)),
    finds: [],
    exit: 0,
  },
  {
    name: 'an endpoint without Date',
    endpoint: (response, request, call) => {
      response.sendDate = false;
      sample()(response, request, call);
    },
    finds: [],
    exit: 0,
  },
  {
    name: 'a signature that is used again',
    endpoint: sample(once(() => sign({}, -601))),
    finds: [],
    exit: 0,
  },
  {
    name: 'an endpoint that forwards with 308',
    endpoint: (response, request, call) =>
      (request.url === '/moved' ? sample() : answers(308, () => '', { location: '/moved' }))(
        response,
        request,
        call,
      ),
    finds: [],
    exit: 0,
  },
  {
    name: 'a limit that only the doctor meets',
    endpoint: (response, request, call) => (call < 2 ? sample() : answers(429))(response, request, call),
    finds: [],
    exit: 0,
  },
  {
    name: 'an endpoint with a sign-in',
    endpoint: (response, request, call) =>
      (request.headers.cookie === 'session=abcdefgh' ? sample() : answers(401))(response, request, call),
    args: ['--header', 'Cookie: session=abcdefgh'],
    finds: [],
    exit: 0,
  },
  {
    name: 'CORS for everybody, as the sample has it',
    endpoint: sample(undefined, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'Content-Type',
    }),
    args: ['--origin', 'https://app.example.com'],
    finds: [],
    exit: 0,
  },
  { name: 'createSignatureHandler', endpoint: handler(), args: withSecret, finds: [], exit: 0 },
  {
    name: 'createSignatureHandler for another origin',
    endpoint: handler(),
    args: ['--origin', 'https://app.example.com', ...withSecret],
    finds: [],
    exit: 0,
  },
];

describe.each([
  ['a wrong signature', wrongSignatures],
  ['a wrong endpoint', wrongEndpoints],
])('%s is named', (_, rows) => {
  test.concurrent.each(rows)('$name', check);
});

describe('what is valid is not accused', () => {
  test.concurrent.each(valid)('$name', check);
});

test('connection refused', async () => {
  const { url, close } = await listen(sample());
  await close();
  const { exitCode, stdout } = await cli(['doctor', '--url', url, '--json']);
  expect(idsIn(stdout)).toEqual(['endpoint-refused']);
  expect(exitCode).toBe(2);
});

/** As JSON for the ids, and as text for people; neither may hold a secret or a whole signature. */
async function check(row: Row): Promise<void> {
  const made: string[] = [];
  const server = row.endpoint && (await listen(remembering(row.endpoint, made)));
  const signature = row.signature?.();
  if (signature !== undefined) made.push(signature);
  const target = server ? ['--url', server.url] : [signature!];
  const args = ['doctor', ...target, ...asked, ...(row.args ?? [])];
  const json = await cli([...args, '--json'], { env: row.env ?? env });
  await server?.close();

  expect(idsIn(json.stdout)).toEqual(row.finds);
  expect(json.exitCode).toBe(row.exit);
  expect(json.stderr).toBe('');
  const printed = [json.stdout];
  if (!server) {
    const inWords = await cli(args, { env: row.env ?? env });
    expect(inWords.exitCode).toBe(row.exit);
    for (const id of row.finds) expect(inWords.stdout).toContain(`(${id})`);
    printed.push(inWords.stdout, inWords.stderr);
  }
  for (const output of printed) {
    expect(output).not.toContain(secret);
    for (const [jwt] of made.join('\n').matchAll(/eyJ[\w.-]+/g))
      expect(output).not.toContain(jwt.slice(0, 40));
  }
}

function idsIn(stdout: string): string[] {
  return (JSON.parse(stdout) as { findings: { id: string }[] }).findings.map(({ id }) => id);
}

/** Keeps what an endpoint sends. */
function remembering(signer: Signer, sent: string[]): Signer {
  return (response, request, call) => {
    const end = response.end.bind(response) as (body?: string) => typeof response;
    response.end = ((body?: string) => {
      sent.push(String(body ?? ''));
      return end(body);
    }) as typeof response.end;
    signer(response, request, call);
  };
}

/** `iat` as `Math.round(System.currentTimeMillis() / 1000)` has it in Java; `ahead` is a multiple of 128. */
function signFloat(ahead: number): string {
  const iat = Math.floor(Date.now() / 128_000) * 128 + 128 + ahead;
  return signByHand(claims({ iat, exp: iat + 7200, tokenExp: iat + 7200 }), { secret });
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

function handler(): Signer {
  const handle = toNodeHandler(
    createSignatureHandler({
      sdkKey,
      sdkSecret: secret,
      authorize: () => true,
      allowedOrigins: ['https://app.example.com'],
    }),
  );
  return (response, request) => handle(request, response);
}
