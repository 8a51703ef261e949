import { allow, refuse, toResponse } from './answer';
import type { NodeRequest, NodeResponse } from './node-types';
import { toRequest } from './to-request';

type Handler = (request: Request) => Response | Promise<Response>;

/**
 * Turns a handler that takes a `Request` and returns a `Response` into one for Express, Connect and plain Node.
 *
 * Put it before body parsers, because their response to an invalid body may show a stack trace. If a parser such as
 * `express.json()` has already read the body, it is taken from `req.body`.
 *
 * @param handler The handler, such as the result of `createSignatureHandler`.
 *
 * @example
 * // `userOf` is yours: who sent the request, by its cookie.
 * const authorize = async (request: Request) => (await userOf(request)) !== undefined;
 * app.post('/api/zoom/signature', toNodeHandler(createSignatureHandler({ sdkKey, sdkSecret, authorize })));
 */
export function toNodeHandler(handler: Handler): (req: NodeRequest, res: NodeResponse) => void {
  return (req, res) => {
    respond(handler, req)
      .then((response) => send(response, res))
      .catch(() =>
        res.headersSent ? res.end(new Uint8Array()) : send(refusal(500, 'failed on the server'), res),
      )
      // The client has disconnected.
      .catch(() => {});
  };
}

async function respond(handler: Handler, req: NodeRequest): Promise<Response> {
  // These methods are refused here, because a `Request` cannot be created with them.
  if (/^(trace|track|connect)$/i.test(req.method ?? '')) {
    return refusal(405, 'must be a POST', { Allow: allow });
  }
  const request = toRequest(req);
  return request === undefined ? refusal(400, 'must have a valid URL and valid headers') : handler(request);
}

function refusal(...answer: Parameters<typeof refuse>): Response {
  return toResponse(refuse(...answer), Date.now());
}

async function send(response: Response, res: NodeResponse): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  res.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.appendHeader(name, value);
    else res.setHeader(name, value);
  }
  res.end(body);
}
