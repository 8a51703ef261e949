import type { IncomingMessage, ServerResponse } from 'node:http';

/** A Node request, as it is or as Express and Next.js' pages router hand it on. */
type NodeRequest = IncomingMessage & { body?: unknown; originalUrl?: string };

/**
 * Makes a handler for Express, Connect and plain Node out of one that takes a `Request` and gives a `Response`.
 * A body that a parser such as `express.json()` has read already is taken from `req.body`.
 *
 * @example
 * app.post('/api/zoom/signature', toNodeHandler(createSignatureHandler({ … })));
 */
export function toNodeHandler(
  handler: (request: Request) => Response | Promise<Response>,
): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    respond(handler, req, res).catch(() => end(res, 500));
  };
}

async function respond(
  handler: (request: Request) => Response | Promise<Response>,
  req: NodeRequest,
  res: ServerResponse,
): Promise<void> {
  const request = toRequest(req);
  if (request === undefined) return end(res, 400);
  const response = await handler(request);
  const body = new Uint8Array(await response.arrayBuffer());
  res.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.appendHeader(name, value);
    else res.setHeader(name, value);
  }
  res.end(body);
}

function end(res: ServerResponse, status: number): void {
  if (!res.headersSent) res.statusCode = status;
  res.end();
}

/** `undefined` when the request line or the headers make no valid `Request`. */
function toRequest(req: NodeRequest): Request | undefined {
  try {
    const { method = 'GET', socket } = req;
    const scheme = 'encrypted' in socket && socket.encrypted ? 'https' : 'http';
    const url = `${scheme}://${req.headers.host ?? 'localhost'}${req.originalUrl ?? req.url ?? '/'}`;
    const headers = new Headers();
    for (const [name, value] of Object.entries(req.headers)) {
      for (const one of [value ?? []].flat()) headers.append(name, one);
    }
    const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(req);
    return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
  } catch {
    return undefined;
  }
}

function bodyOf(req: NodeRequest): BodyInit {
  const { body } = req;
  if (body === undefined) return streamOf(req);
  return typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
}

/** Reads only when asked to. When the reader stops early, the rest is thrown away and the answer can still be sent. */
function streamOf(req: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = req.iterator({ destroyOnReturn: false });
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array);
      },
      async cancel() {
        await chunks.return?.();
        req.resume();
      },
    },
    { highWaterMark: 0 },
  );
}
