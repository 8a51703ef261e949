import { hmacKey } from './hmac-key';

/** The part of `node:crypto` that creates an HMAC. */
interface NodeCrypto {
  createHmac(
    hash: 'sha256',
    secret: string,
  ): { update(text: string): { digest(encoding: 'base64url'): string } };
}

const nodeCrypto = findNodeCrypto();

/** Not imported, because an edge runtime does not have it, and its bundler must not find it here. */
function findNodeCrypto(): NodeCrypto | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  try {
    return process?.getBuiltinModule?.('node:crypto') as NodeCrypto | undefined;
  } catch {
    // The edge runtime of Next.js throws.
    return undefined;
  }
}

/** Creates a JWT that is signed with HS256. */
export async function signHs256(claims: object, secret: string): Promise<string> {
  const header = { alg: 'HS256', typ: 'JWT' };
  const text = [header, claims].map((part) => base64url(utf8(JSON.stringify(part)))).join('.');
  return `${text}.${await hmacSha256(text, secret)}`;
}

/** In base64url. WebCrypto works on another thread, and takes three times as long as `node:crypto` for a text this short. */
async function hmacSha256(text: string, secret: string): Promise<string> {
  if (nodeCrypto) return nodeCrypto.createHmac('sha256', secret).update(text).digest('base64url');
  const signature = await crypto.subtle.sign('HMAC', await hmacKey(secret), utf8(text));
  return base64url(new Uint8Array(signature));
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
