import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createSignatureHandler, type SignatureHandlerOptions } from '../../../src/server/index';
import { body, endpoint, keys, now, post, url } from './signature-endpoint';
import { verifyByHand } from './sign-by-hand';

afterEach(() => {
  vi.restoreAllMocks();
});

async function claimsIn(response: Response) {
  expect(response.status).toBe(200);
  const { signature } = (await response.json()) as { signature: string };
  return verifyByHand(signature, keys.sdkSecret);
}
async function errorsIn(response: Response) {
  return ((await response.json()) as { errors: { property: string; reason: string }[] }).errors;
}

/** A clock that throws on one call. */
function failingAtCall(failing: number) {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls === failing) throw new Error('no time');
    return now;
  };
}

describe('an answer', () => {
  test('has the format of the official sample', async () => {
    const response = await endpoint()(post());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    const answer = (await response.json()) as Record<string, string>;
    expect(Object.keys(answer).sort()).toEqual(['sdkKey', 'signature']);
    expect(answer.sdkKey).toBe(keys.sdkKey);
    expect(verifyByHand(answer.signature ?? '', keys.sdkSecret)).toMatchObject({
      mn: '1234567890',
      role: 0,
      iat: now / 1000 - 30,
    });
  });

  test.each([
    [200, post()],
    [400, post({})],
    [405, new Request(url)],
    [204, new Request(url, { method: 'OPTIONS' })],
  ])("with status %d includes the signer's time, and is not cached", async (status, request) => {
    const response = await endpoint()(request);
    expect(response.status).toBe(status);
    expect(response.headers.get('date')).toBe('Sun, 24 Nov 2024 12:06:40 GMT');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('vary')).toBe('Origin');
  });

  test('uses the current key pair', async () => {
    let generation = 0;
    const rotating = createSignatureHandler({
      keys: async () => ({ sdkKey: `key-${++generation}`, sdkSecret: `secret-${generation}` }),
      authorize: () => true,
    });
    for (const expected of [1, 2]) {
      const { signature, sdkKey } = (await (await rotating(post())).json()) as Record<string, string>;
      expect(sdkKey).toBe(`key-${expected}`);
      expect(verifyByHand(signature ?? '', `secret-${expected}`).appKey).toBe(`key-${expected}`);
    }
  });

  test('includes the tokens that credentials returns, which cannot replace the signature', async () => {
    const credentials = vi.fn(async () => ({ zak: 'a-zak', obfToken: undefined, signature: 'forged' }));
    const response = await endpoint({ credentials, authorize: () => ({ role: 1 }) })(post());
    const answer = (await response.json()) as Record<string, string>;
    expect(answer).toMatchObject({ zak: 'a-zak', sdkKey: keys.sdkKey });
    expect(answer.signature).not.toBe('forged');
    expect(answer).not.toHaveProperty('obfToken');
    expect(credentials).toHaveBeenCalledExactlyOnceWith(expect.any(Request), {
      meetingNumber: '1234567890',
      role: 1,
      expirationSeconds: 7200,
      hasTk: false,
      fields: {},
    });
  });

  test('includes no other fields that credentials returns', async () => {
    const known = {
      zak: 'z',
      obfToken: 'o',
      tk: 't',
      recordingToken: 'r',
      password: 'p',
      userName: 'u',
      userEmail: 'e',
      customerKey: 'c',
    };
    const user = { ...known, passwordHash: 'hash', sdkSecret: 'secret', errors: [] };
    const response = await endpoint({ credentials: () => user })(post());
    const { signature, ...others } = (await response.json()) as Record<string, string>;
    expect(signature).toBeDefined();
    expect(others).toEqual({ ...known, sdkKey: keys.sdkKey });
  });
});

describe('a request', () => {
  test.each([
    [
      { meetingNumber: 1234567890, role: '1' },
      { mn: '1234567890', role: 1 },
    ],
    [
      { meetingNumber: '123 4567-890', role: 0, expirationSeconds: '1800' },
      { mn: '1234567890', exp: now / 1000 - 30 + 1800 },
    ],
    [{ ...body, videoWebRtcMode: '1' }, { video_webrtc_mode: 1 }],
    [{ ...body, attempt: 3 }, { exp: now / 1000 - 30 + 7200 }],
  ])('can be %j', async (content, claims) => {
    expect(await claimsIn(await endpoint()(post(content)))).toMatchObject(claims);
  });

  test.each<[unknown, string[]]>([
    [{}, ['meetingNumber', 'role']],
    [{ ...body, role: 2 }, ['role']],
    [{ ...body, role: '' }, ['role']],
    [{ ...body, meetingNumber: 'abc' }, ['meetingNumber']],
    [{ ...body, expirationSeconds: 60 }, ['expirationSeconds']],
    [{ ...body, expirationSeconds: null }, ['expirationSeconds']],
    [{ ...body, videoWebRtcMode: 5 }, ['videoWebRtcMode']],
    ['{"meetingNumber":', ['$body']],
    ['[]', ['$body']],
    ['null', ['$body']],
    ['', ['$body']],
  ])('is rejected with 400 when it is %j', async (content, properties) => {
    const authorize = vi.fn(() => true);
    const response = await endpoint({ authorize })(post(content));
    expect(response.status).toBe(400);
    const errors = await errorsIn(response);
    expect(errors.map(({ property }) => property)).toEqual(properties);
    expect(errors.every(({ reason }) => reason.startsWith('must be'))).toBe(true);
    expect(authorize).not.toHaveBeenCalled();
  });

  test.each(['GET', 'PUT', 'DELETE', 'HEAD'])('is rejected with 405 when it is %s', async (method) => {
    const response = await endpoint()(new Request(url, { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'is rejected with 415 when the content type is %j',
    async (type) => {
      expect((await endpoint()(post(body, { 'content-type': type }))).status).toBe(415);
    },
  );

  test('can have a charset', async () => {
    expect((await endpoint()(post(body, { 'content-type': 'Application/JSON; charset=utf-8' }))).status).toBe(
      200,
    );
  });

  test('can have 8 kB, and is rejected with 413 beyond that', async () => {
    const padded = (bytes: number) => JSON.stringify(body).padEnd(bytes);
    expect((await endpoint()(post(padded(8192)))).status).toBe(200);
    expect((await endpoint()(post(padded(8193)))).status).toBe(413);
  });

  test('can be read without a body stream, which Firefox does not have', async () => {
    const inFirefox = (request: Request) => Object.defineProperty(request, 'body', { value: undefined });
    const padded = (bytes: number) => inFirefox(post(JSON.stringify(body).padEnd(bytes)));
    expect(await claimsIn(await endpoint()(padded(8192)))).toMatchObject({ mn: '1234567890', role: 0 });
    expect((await endpoint()(padded(8193))).status).toBe(413);
    expect((await endpoint()(inFirefox(post('')))).status).toBe(400);
  });

  test('is read only up to the limit when it never ends', async () => {
    let chunks = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        chunks += 1;
        controller.enqueue(new Uint8Array(1024).fill(32));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit;
    expect((await endpoint()(new Request(url, init))).status).toBe(413);
    expect(cancelled).toBe(true);
    expect(chunks).toBeLessThan(12);
  });

  test('is not read when its content-length is too large', async () => {
    const request = post(body, { 'content-length': '8193' });
    expect((await endpoint()(request)).status).toBe(413);
    expect(request.bodyUsed).toBe(false);
  });

  test('is rejected with 400 when it is cut off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('gone')),
    });
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: broken, duplex: 'half' } as RequestInit;
    expect((await endpoint()(new Request(url, init))).status).toBe(400);
  });
});

describe('authorize', () => {
  test.each([undefined, true])('cannot be %j in JavaScript', (authorize) => {
    expect(() => endpoint({ authorize } as never)).toThrow(
      new TypeError('authorize is required. It must be a function that decides who may join which meeting'),
    );
  });

  test('receives the request, the digits, the role and the lifetime', async () => {
    const authorize = vi.fn(async (_: Request) => true);
    await endpoint({ authorize })(
      post({ meetingNumber: '123 4567 890', role: '1' }, { authorization: 'Bearer session' }),
    );
    expect(authorize).toHaveBeenCalledExactlyOnceWith(expect.any(Request), {
      meetingNumber: '1234567890',
      role: 1,
      expirationSeconds: 7200,
      hasTk: false,
      fields: {},
    });
    expect(authorize.mock.calls[0]?.[0].headers.get('authorization')).toBe('Bearer session');
  });

  test.each<[unknown, number]>([
    [true, 200],
    [{ role: 0 }, 200],
    [false, 403],
    ['unauthenticated', 401],
    [undefined, 403],
    [null, 403],
    ['yes', 403],
    [1, 403],
    [{}, 403],
    [{ role: 2 }, 403],
    [{ expirationSeconds: 3600 }, 200],
    [{ role: 0, expirationSeconds: 3600 }, 200],
    [{ expirationSeconds: 60 }, 403],
    [{ role: 0, expirationSeconds: '3600' }, 403],
    [{ role: 2, expirationSeconds: 3600 }, 403],
    [new Response(null, { status: 200 }), 403],
  ])('can return %j, which results in status %d', async (decision, status) => {
    const credentials = vi.fn();
    const response = await endpoint({ authorize: () => decision as boolean, credentials })(post());
    expect(response.status).toBe(status);
    if (status !== 200) {
      expect(credentials).not.toHaveBeenCalled();
      expect(await errorsIn(response)).toEqual([
        { property: '$request', reason: expect.stringMatching(/^is not/) },
      ]);
    }
  });

  test('can change the role in both directions', async () => {
    const handler = endpoint({ authorize: (_, { role }) => ({ role: role === 0 ? 1 : 0 }) });
    expect(await claimsIn(await handler(post({ ...body, role: 1 })))).toMatchObject({ role: 0 });
    expect(await claimsIn(await handler(post({ ...body, role: 0 })))).toMatchObject({ role: 1 });
  });
});

describe('the lifetime of a signature', () => {
  const lifetime = async (response: Response) => {
    const { iat, exp } = await claimsIn(response);
    return Number(exp) - Number(iat);
  };
  const twoDays = { ...body, expirationSeconds: 172_800 };

  test('is at most two hours, whatever the browser requests', async () => {
    expect(await lifetime(await endpoint()(post(twoDays)))).toBe(7200);
    expect(await lifetime(await endpoint()(post({ ...body, expirationSeconds: 1800 })))).toBe(1800);
  });

  test('is at most `maxExpirationSeconds`', async () => {
    expect(await lifetime(await endpoint({ maxExpirationSeconds: 172_800 })(post(twoDays)))).toBe(172_800);
    expect(await lifetime(await endpoint({ maxExpirationSeconds: 3600 })(post()))).toBe(3600);
  });

  test('is the one that `authorize` returns if that is shorter', async () => {
    const authorize = vi.fn(() => ({ expirationSeconds: 3600 }));
    const credentials = vi.fn();
    expect(await lifetime(await endpoint({ authorize, credentials })(post(twoDays)))).toBe(3600);
    expect(authorize).toHaveBeenCalledWith(expect.any(Request), {
      meetingNumber: '1234567890',
      role: 0,
      expirationSeconds: 7200,
      hasTk: false,
      fields: {},
    });
    expect(credentials).toHaveBeenCalledWith(
      expect.any(Request),
      expect.objectContaining({ expirationSeconds: 3600 }),
    );
    const longer = endpoint({ authorize: () => ({ role: 1, expirationSeconds: 172_800 }) });
    expect(await lifetime(await longer(post()))).toBe(7200);
  });

  test.each([0, 1799, 172_801, 3600.5, Infinity, NaN])('rejects `maxExpirationSeconds` of %d', (seconds) => {
    expect(() => endpoint({ maxExpirationSeconds: seconds })).toThrow(RangeError);
  });
});

describe('a server error', () => {
  const secret = 'the database password is 1234';
  test.each<[string, Partial<SignatureHandlerOptions>]>([
    [
      'authorize throws',
      {
        authorize: () => {
          throw new Error(secret);
        },
      },
    ],
    ['authorize rejects', { authorize: () => Promise.reject(new Error(secret)) }],
    ['credentials rejects', { credentials: () => Promise.reject(new Error(secret)) }],
    ['keys rejects', { keys: () => Promise.reject(new Error(secret)) } as Partial<SignatureHandlerOptions>],
    ['the secret is missing', { sdkSecret: undefined } as unknown as Partial<SignatureHandlerOptions>],
    [
      'the secret has a line break',
      { sdkSecret: 'a-very-secret-secret\n' } as Partial<SignatureHandlerOptions>,
    ],
  ])('%s: answers 500 without details, and logs one line without secrets', async (_, options) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const response = await endpoint(options)(post());
    expect(response.status).toBe(500);
    expect(await response.text()).toBe(
      '{"errors":[{"property":"$request","reason":"failed on the server"}]}',
    );
    expect(log).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^react-zoom-meeting: the signature endpoint failed: \w*Error \(.+\)$/),
    );
    for (const hidden of [keys.sdkSecret, secret, '.test.ts']) {
      expect(log.mock.calls.flat().join()).not.toContain(hidden);
    }
  });

  test('explains in the log how to see an error that may contain private data', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await endpoint({ authorize: () => Promise.reject(new TypeError(secret)) })(post());
    expect(log).toHaveBeenCalledExactlyOnceWith(
      'react-zoom-meeting: the signature endpoint failed: TypeError (pass onError to see it)',
    );
  });

  test('names the field and the rule in the log when the key pair is invalid', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await endpoint({ sdkSecret: ' a-very-secret-secret' } as Partial<SignatureHandlerOptions>)(post());
    expect(log.mock.calls.flat().join()).toContain('sdkSecret must be a non-empty string');
  });

  test('is passed to onError instead, which may itself throw', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const thrown = new Error(secret);
    const onError = vi.fn(() => {
      throw new Error('no log today');
    });
    const response = await endpoint({ authorize: () => Promise.reject(thrown), onError })(post());
    expect(response.status).toBe(500);
    expect(onError).toHaveBeenCalledExactlyOnceWith(thrown);
    expect(log).not.toHaveBeenCalled();
  });

  test.each<[string, Partial<SignatureHandlerOptions>, Request?]>([
    ['credentials returns a value that JSON cannot represent', { credentials: () => ({ zak: 1n as never }) }],
    [
      'the clock throws',
      {
        now: () => {
          throw new Error(secret);
        },
      },
    ],
    ['the clock throws while the answer is created', { now: failingAtCall(2) }],
    ['it receives no request', {}, {} as Request],
  ])('is answered and reported when %s', async (_, options, request = post()) => {
    const onError = vi.fn();
    const response = await endpoint({ onError, ...options })(request);
    expect(response.status).toBe(500);
    expect(await errorsIn(response)).toEqual([{ property: '$request', reason: 'failed on the server' }]);
    expect(Date.parse(response.headers.get('date') ?? '')).not.toBeNaN();
    expect(onError).toHaveBeenCalledOnce();
  });

  const throwing = () => {
    throw new Error(secret);
  };
  test.each<[string, Partial<SignatureHandlerOptions>]>([
    [
      'credentials with an invalid key pair',
      { sdkSecret: '', credentials: throwing, onError: () => {} } as never,
    ],
    ['an async onError', { authorize: throwing, onError: async () => throwing() }],
  ])('causes no unhandled rejection, which would end a Node process, from %s', async (_, options) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    onTestFinished(() => void process.off('unhandledRejection', unhandled));
    const response = await endpoint(options)(post());
    expect(response.status).toBe(500);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('is logged by name when the body was already read', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const request = post();
    await request.text();
    expect((await endpoint()(request)).status).toBe(500);
    expect(String(log.mock.calls[0]?.[0])).toContain('$request must have a body that has not been read yet');
  });
});
