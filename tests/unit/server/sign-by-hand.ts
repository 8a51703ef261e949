import { createHmac } from 'node:crypto';

/** Creates a JWT without the library under test and without jose. */
export function signByHand(
  claims: object,
  { alg = 'HS256', secret = 'a-secret' }: { alg?: string; secret?: string | Buffer } = {},
): string {
  const content = [{ alg, typ: 'JWT' }, claims].map((part) => base64url(JSON.stringify(part))).join('.');
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

/** The claims of a signature with a correct HMAC. Throws otherwise. */
export function verifyByHand(signature: string, secret: string): Record<string, unknown> {
  const [header = '', claims = '', mac] = signature.split('.');
  const expected = createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url');
  if (mac !== expected) throw new Error('The HMAC is wrong.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, unknown>;
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
