import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { EdgeVM } from '@edge-runtime/vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type worker from '../../../examples/signers/edge/worker';
import { body, keys } from './signature-endpoint';
import { verifyByHand } from './sign-by-hand';

type Call = (init: RequestInit) => Promise<Response>;
const env = { ZOOM_SDK_KEY: keys.sdkKey, ZOOM_SDK_SECRET: keys.sdkSecret };
const path = '/api/zoom/signature';
const stops: (() => void)[] = [];

beforeAll(() => {
  // Any free port.
  for (const [name, value] of Object.entries({ ...env, PORT: '0' })) vi.stubEnv(name, value);
});
afterAll(() => {
  for (const stop of stops) stop();
  vi.unstubAllEnvs();
});

/** A server that its module starts, called over the network. */
async function overHttp({ server }: { server: Pick<Server, 'address' | 'close' | 'listening' | 'once'> }) {
  if (!server.listening) await once(server as Server, 'listening');
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const call: Call = (init) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return call;
}

/**
 * A route handler, called as by Next.js: the export with the method's name receives a subclass of `Request`.
 * Next.js itself would be far too large for what it would prove here.
 */
async function asNext(module: Record<'POST' | 'OPTIONS', (request: Request) => Promise<Response>>) {
  class NextRequest extends Request {}
  const call: Call = (init) =>
    module[init.method as 'POST'](new NextRequest(`https://app.example.com${path}`, init));
  return call;
}

/**
 * A worker's module, bundled as for an edge runtime: an import of `node:` fails here, and a use of Node's globals
 * fails below.
 */
async function bundle(entryPoint: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'worker',
    platform: 'neutral',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** A worker in a runtime that has web APIs but no Node APIs. */
async function onTheEdge(entryPoint: string) {
  const edge = new EdgeVM();
  edge.evaluate(await bundle(entryPoint));
  const { fetch } = edge.evaluate<{ default: typeof worker }>('worker').default;
  const call: Call = (init) => fetch(new edge.context.Request(`https://app.example.com${path}`, init), env);
  return call;
}

describe.each<[string, () => Promise<Call>]>([
  ['Node', async () => overHttp(await import('../../../examples/signers/node/server'))],
  ['Express', async () => overHttp(await import('../../../examples/signers/express/server'))],
  ['Hono', async () => overHttp(await import('../../../examples/signers/hono/server'))],
  [
    'Next.js',
    async () => asNext(await import('../../../examples/signers/next/app/api/zoom/signature/route')),
  ],
  ['edge', () => onTheEdge('examples/signers/edge/worker.ts')],
])('the example for %s', (_, start) => {
  let call: Call;
  beforeAll(async () => {
    call = await start();
  });

  const post = (headers: Record<string, string> = {}, content: unknown = body) =>
    call({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof content === 'string' ? content : JSON.stringify(content),
    });
  const ada = { cookie: 'session=session-of-ada' };

  test('signs for a signed-in user', async () => {
    const response = await post(ada, { ...body, role: 1 });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(Date.parse(response.headers.get('date') ?? '')).toBeGreaterThan(Date.now() - 5000);
    const answer = (await response.json()) as { signature: string; sdkKey: string };
    expect(answer.sdkKey).toBe(keys.sdkKey);
    expect(verifyByHand(answer.signature, keys.sdkSecret)).toMatchObject({ mn: body.meetingNumber, role: 1 });
  });

  test.each<[number, string, () => Promise<Response>]>([
    [400, 'what is wrong with the request', () => post(ada, { ...body, role: 2 })],
    [401, 'who is not signed in', () => post()],
    [403, 'who does not host', () => post({ cookie: 'session=session-of-bob' }, { ...body, role: 1 })],
    [403, 'a page of another origin', () => post({ ...ada, origin: 'https://evil.example.net' })],
    [400, 'what is no JSON', () => post(ada, '{bad')],
    [413, 'what is too long', () => post(ada, { ...body, padding: ' '.repeat(10_000) })],
    [413, 'what is too long for a body parser, too', () => post(ada, ' '.repeat(200_000))],
  ])('rejects with %d %s', async (status, __, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      errors: [{ property: expect.any(String), reason: expect.any(String) }],
    });
  });

  test('answers OPTIONS', async () => {
    expect((await call({ method: 'OPTIONS' })).status).toBe(204);
  });
});

test('the example for the edge runtime creates its handler once, so that a rate limit works', async () => {
  const { default: edge } = await import('../../../examples/signers/edge/worker');
  const secret = vi.fn(() => keys.sdkSecret);
  const counted = Object.defineProperty({ ...env }, 'ZOOM_SDK_SECRET', { get: secret });
  for (let n = 0; n < 2; n += 1) await edge.fetch(new Request(`https://app.example.com${path}`), counted);
  expect(secret).toHaveBeenCalledOnce();
});

test('the edge runtime has no Node API, which shows that the example above works without it', async () => {
  expect(new EdgeVM().evaluate('typeof process + typeof Buffer + typeof require')).toBe(
    'undefined'.repeat(3),
  );
  await expect(bundle('examples/signers/node/server.ts')).rejects.toThrow('node:http');
});
