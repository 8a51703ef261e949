/** The claims of a fake signature. Omitted claims get a value that Zoom would accept. */
export interface FakeSignatureClaims {
  /** The SDK key. Default `fake-app-key`. Pass `undefined` to omit it: the SDK then refuses to join. */
  appKey?: string | undefined;
  /** The meeting number, digits only. Default `1234567890`. */
  mn?: string;
  /** 0: participant, 1: host. Only a host may call `endMeeting()`. Default 0. */
  role?: number;
  /** Seconds since the epoch. Default: 30 s ago. */
  iat?: number;
  /** Seconds since the epoch. Default: two hours after `iat`. */
  exp?: number;
  [claim: string]: unknown;
}

/**
 * Creates a signature that has the right format, but is not signed with a secret. The fake SDK accepts it, because it reads a
 * signature as the real SDK does, and checks it only if you pass `verify`. Zoom refuses it.
 *
 * @param claims The claims to set. See `FakeSignatureClaims` for the defaults.
 * @returns A JWT-shaped string.
 * @example
 * const fetchSignature: SignatureFetcher = async ({ meetingNumber, role }) =>
 *   createFakeSignature({ mn: meetingNumber, role });
 */
export function createFakeSignature(claims: FakeSignatureClaims = {}): string {
  const iat = claims.iat ?? Math.floor(Date.now() / 1000) - 30;
  const exp = claims.exp ?? iat + 7200;
  const payload = { appKey: 'fake-app-key', mn: '1234567890', role: 0, ...claims, iat, exp, tokenExp: exp };
  return [{ alg: 'HS256', typ: 'JWT' }, payload].map(encodePart).join('.') + '.' + 'fake'.padEnd(43, '-');
}

/**
 * Reads the claims as the SDK does before it asks Zoom, with the same crashes: a `TypeError` when there is no
 * second part, a `DOMException` when it is not base64, a `SyntaxError` when it is not JSON.
 */
export function readClaims(signature: string): { appKey?: unknown; sdkKey?: unknown; role?: unknown } {
  const part = signature.split('.')[1];
  // Written out, because the wording depends on the JavaScript engine. This is V8's.
  if (part === undefined) throw new TypeError("Cannot read properties of undefined (reading 'replace')");
  const bytes = atob(part.replace(/-/g, '+').replace(/_/g, '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))) as object;
}

function encodePart(part: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(part));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
