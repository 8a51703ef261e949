import type { NodeRequest } from './node-types';

/** `undefined` when the request line or the headers do not form a valid `Request`. */
export function toRequest(req: NodeRequest): Request | undefined {
  try {
    const { method = 'GET', socket } = req;
    const scheme = 'encrypted' in socket && socket.encrypted ? 'https' : 'http';
    const host = req.headers[':authority'] ?? req.headers.host ?? 'localhost';
    const url = `${scheme}://${String(host)}${req.originalUrl ?? req.url ?? '/'}`;
    const headers = new Headers();
    for (const [name, value] of Object.entries(req.headers)) {
      // HTTP/2 has the request line among the headers, under names that a `Request` refuses.
      if (name.startsWith(':')) continue;
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

/** Reads only on demand. If the reader stops early, the rest is discarded, and the response can still be sent. */
function streamOf(req: NodeRequest): ReadableStream<Uint8Array> {
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
