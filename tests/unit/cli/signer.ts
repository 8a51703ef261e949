import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { signByHand } from '../server/sign-by-hand';

export const secret = 'kT9vXq2LmB7wZr4NcY8dHs3GfJ6pAe1u';
export const sdkKey = 'An1SdkKeyOf22Letters00';
export const meeting = '1234567890';

const seconds = () => Math.floor(Date.now() / 1000);

/**
 * Valid claims with changes. `ahead` moves the signer's clock, in s. An `iat` in the future is never a multiple of
 * 128, which would make the doctor suspect a 32-bit float. `exp` still advances, so that no signature is repeated.
 */
export function claims(changes: object = {}, ahead = -30, lifetime = 7200) {
  const exact = seconds() + ahead;
  const iat = ahead > 0 && exact % 128 === 0 ? exact - 1 : exact;
  return {
    appKey: sdkKey,
    mn: meeting,
    role: 0,
    iat,
    exp: exact + lifetime,
    tokenExp: exact + lifetime,
    ...changes,
  };
}

export function sign(changes: object = {}, ahead?: number, lifetime?: number): string {
  return signByHand(claims(changes, ahead, lifetime), { secret });
}

export function signWith(otherSecret: string | Buffer): string {
  return signByHand(claims(), { secret: otherSecret });
}

/** The behaviour of a wrong endpoint. `call` counts from 0. */
export type Signer = (answer: ServerResponse, request: IncomingMessage, call: number) => void;

/** An endpoint on the loopback interface. */
export async function listen(signer: Signer): Promise<{ url: string; close: () => Promise<void> }> {
  let calls = 0;
  const listener: RequestListener = (request, response) => {
    signer(response, request, calls++);
    // Unread data would keep the connection busy.
    if (!request.readableFlowing) response.on('finish', () => request.resume());
  };
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/zoom/signature`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Any answer. The body is created on each call. */
export function answers(
  status: number,
  body: (call: number) => string = () => '',
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Signer {
  return (response, _, call) => response.writeHead(status, headers).end(body(call));
}

/** The answer of Zoom's sample, with a signature from `make`. */
export function sample(
  make: (call: number) => string = () => sign(),
  headers: Record<string, string> = {},
): Signer {
  return answers(200, (call) => JSON.stringify({ signature: make(call), sdkKey }), {
    'content-type': 'application/json',
    ...headers,
  });
}

/** A signer whose clock is off by this many seconds, which its `Date` header shows. */
export function withClock(ahead: number, make: (call: number) => string): Signer {
  return (response, request, call) => {
    response.setHeader('Date', new Date(Date.now() + ahead * 1000).toUTCString());
    sample(make)(response, request, call);
  };
}
