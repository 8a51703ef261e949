import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import { connect, type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { toNodeHandler } from '../../../src/server/index';
import { serve } from './serve';
import { body, endpoint, keys } from './signature-endpoint';
import { verifyByHand } from './sign-by-hand';

function post(base: string, content: string, headers: Record<string, string> = {}) {
  return fetch(base, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: content,
  });
}

type ParsedRequest = IncomingMessage & { body?: unknown; originalUrl?: string };

describe('toNodeHandler', () => {
  test('signs in plain Node', async () => {
    const base = await serve(toNodeHandler(endpoint()));
    const response = await post(base, JSON.stringify(body), { origin: base });
    expect(response.status).toBe(200);
    expect(response.headers.get('date')).toBe('Sun, 24 Nov 2024 12:06:40 GMT');
    const { signature } = (await response.json()) as { signature: string };
    expect(verifyByHand(signature, keys.sdkSecret).mn).toBe(body.meetingNumber);
  });

  test.each([
    ['an object', body],
    ['a text', JSON.stringify(body)],
    ['bytes', Buffer.from(JSON.stringify(body))],
  ])('accepts a body that has already been read as %s', async (_, parsed) => {
    const handler = toNodeHandler(endpoint());
    const base = await serve(async (req: ParsedRequest, res) => {
      for await (const chunk of req) void chunk;
      req.body = parsed;
      handler(req, res);
    });
    expect((await post(base, JSON.stringify(body))).status).toBe(200);
  });

  test('keeps the origin check', async () => {
    const base = await serve(toNodeHandler(endpoint()));
    expect((await post(base, '{}', { origin: 'https://evil.example.net' })).status).toBe(403);
  });

  test('answers 413 to a body that is too long, and keeps serving', async () => {
    const base = await serve(toNodeHandler(endpoint()));
    const response = await post(base, ' '.repeat(1_000_000));
    expect(response.status).toBe(413);
    expect((await post(base, JSON.stringify(body))).status).toBe(200);
  });

  test('answers 413 while a chunked body is still being sent, and keeps the connection open', async () => {
    const base = await serve(toNodeHandler(endpoint()));
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let received = '';
    socket.setEncoding('utf8').on('data', (text) => (received += text));
    const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;

    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk}`);
    await vi.waitFor(() => expect(received).toMatch(/^HTTP\/1\.1 413 /));
    for (let n = 0; n < 20; n += 1) socket.write(chunk);
    const content = JSON.stringify(body);
    socket.write(`0\r\n\r\n${head}Content-Length: ${content.length}\r\n\r\n${content}`);
    await vi.waitFor(() => expect(received).toContain('HTTP/1.1 200 '));
  });

  test('does not read a body that is not needed', async () => {
    const base = await serve((req, res) => {
      toNodeHandler(async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return new Response(String(req.readableDidRead));
      })(req, res);
    });
    expect(await (await post(base, '{}')).text()).toBe('false');
  });

  test('passes the full URL, the method and all headers to the handler', async () => {
    const seen: Request[] = [];
    const handler = toNodeHandler((request) => {
      seen.push(request);
      return new Response(null, { status: 204 });
    });
    const base = await serve((req: ParsedRequest, res) => {
      // Express does this below `app.use('/api', …)`.
      req.originalUrl = req.url ?? '';
      req.url = '/';
      handler(req, res);
    });
    await fetch(`${base}/api/sign?x=1`, { headers: { cookie: 'a=1', 'x-two': 'b' } });
    expect(seen[0]?.url).toBe(`${base}/api/sign?x=1`);
    expect(seen[0]?.method).toBe('GET');
    expect(seen[0]?.headers.get('cookie')).toBe('a=1');
    expect(seen[0]?.headers.get('x-two')).toBe('b');
  });

  test('passes on every cookie', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
    const base = await serve(toNodeHandler(() => new Response('ok', { headers })));
    const response = await fetch(base);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('ok');
  });

  test('answers 500 without details when the handler fails', async () => {
    const base = await serve(toNodeHandler(() => Promise.reject(new Error('secret'))));
    const response = await fetch(base);
    expect(response.status).toBe(500);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      errors: [{ property: '$request', reason: 'failed on the server' }],
    });
  });

  test.each([
    [400, 'to a request without a valid URL', { headers: { host: 'a b' } }],
    [405, 'to TRACE', { method: 'TRACE' }],
  ])('answers %d %s', async (status, _, options) => {
    const base = await serve(toNodeHandler(endpoint()));
    const [response] = (await once(httpRequest(base, options).end(), 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(status);
    expect(response.headers.allow).toBe(status === 405 ? 'POST, OPTIONS' : undefined);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(await json(response)).toEqual({
      errors: [{ property: '$request', reason: expect.stringMatching(/^must/) }],
    });
  });

  test('signs over HTTP/2, whose request line is in the headers', async () => {
    const server = createHttp2Server(toNodeHandler(endpoint())).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const session = connectHttp2(base);
    onTestFinished(() => session.close());
    // The same host as in `:authority`, so that it counts as same-site.
    const sending = session.request({ ':method': 'POST', 'content-type': 'application/json', origin: base });
    sending.end(JSON.stringify(body));
    const [headers] = (await once(sending, 'response')) as [Record<string, unknown>];
    expect(headers[':status']).toBe(200);
    const { signature } = (await json(sending)) as { signature: string };
    expect(verifyByHand(signature, keys.sdkSecret).mn).toBe(body.meetingNumber);
  });
});
