import { handler, once, signFloat, text, withSecret, type Row } from './doctor-row';
import { answers, sample, sdkKey, secret, sign, withClock } from './signer';

let floatStep: number | undefined;

export const valid: Row[] = [
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
  {
    name: 'a signature that is backdated by a few seconds',
    signature: () => sign({}, -10),
    finds: [],
    exit: 0,
  },
  { name: 'surrounding white space', signature: () => ` ${sign()}\n`, finds: [], exit: 0 },
  { name: 'the shortest lifetime', signature: () => sign({}, -30, 1800), finds: [], exit: 0 },
  { name: 'the longest lifetime', signature: () => sign({}, -30, 172_800), finds: [], exit: 0 },
  { name: 'an hour old', signature: () => sign({}, -3600), finds: [], exit: 0 },
  { name: 'no tokenExp', signature: () => sign({ tokenExp: undefined }), finds: [], exit: 0 },
  { name: 'sdkKey beside appKey', signature: () => sign({ sdkKey }), finds: [], exit: 0 },
  { name: 'video_webrtc_mode', signature: () => sign({ video_webrtc_mode: 1 }), finds: [], exit: 0 },
  { name: 'a multiple of 128', signature: () => signFloat(-256), finds: [], exit: 0 },
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
    name: 'an endpoint whose iat is a multiple of 128 at first',
    endpoint: sample((call) => {
      // The same value on each call, because a new step could begin in the middle of a test.
      floatStep ??= Math.floor(Date.now() / 128_000) * 128 - 128;
      const iat = floatStep + Math.floor(call / 4);
      return sign({ iat, exp: iat + 7200, tokenExp: iat + 7200 });
    }),
    finds: [],
    exit: 0,
  },
  {
    name: 'a signature that is reused within a second',
    endpoint: sample(once(() => sign({}, -601))),
    args: ['--calls', '1'],
    finds: [],
    exit: 0,
  },
  {
    name: 'an endpoint that takes longer on each call',
    endpoint: (response, request, call) => {
      const made = sign();
      setTimeout(() => sample(() => made)(response, request, call), call * 300);
    },
    finds: [],
    exit: 0,
  },
  {
    name: 'an endpoint that redirects with 308',
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
    name: 'a rate limit that only the doctor reaches',
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
    name: 'CORS for all origins, as in the sample',
    endpoint: sample(undefined, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'Content-Type',
    }),
    args: ['--origin', 'https://app.example.com'],
    finds: [],
    exit: 0,
  },
  {
    name: 'CORS with cookies for the origin',
    endpoint: sample(undefined, {
      'access-control-allow-origin': 'https://app.example.com',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'Content-Type',
    }),
    args: ['--origin', 'https://app.example.com', '--header', 'Cookie: session=abcdefgh'],
    finds: [],
    exit: 0,
  },
  {
    name: 'CORS with Authorization by name, and another header',
    endpoint: sample(undefined, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*, authorization',
    }),
    args: ['--origin', 'https://app.example.com', '--header', 'Authorization: a', '--header', 'X-Tenant: b'],
    finds: [],
    exit: 0,
  },
  {
    name: 'fields that only mention a secret',
    endpoint: answers(200, () =>
      JSON.stringify({ signature: sign(), hasSecret: true, clientSecret: '', secretVersion: 'v2' }),
    ),
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
