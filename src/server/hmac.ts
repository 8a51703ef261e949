import type { createHmac } from 'node:crypto';
import { hmacKey } from './hmac-key';

type BuiltinModules = { getBuiltinModule?: (name: string) => { createHmac?: typeof createHmac } | undefined };

// Asked for by name: an import of `node:crypto` would not load on an edge runtime.
const { process } = globalThis as { process?: BuiltinModules };
const nodeHmac = process?.getBuiltinModule?.('node:crypto')?.createHmac;

/**
 * The HMAC-SHA256 of an ASCII text, as base64url. Web Crypto's trip through another thread takes ten times as long as
 * the computation, so Node's own is used where there is one.
 */
export const hmacSha256: (secret: string, text: string) => Promise<string> = nodeHmac
  ? async (secret, text) => nodeHmac('sha256', secret).update(text).digest('base64url')
  : webHmacSha256;

/** The same with what every runtime has. */
export async function webHmacSha256(secret: string, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await hmacKey(secret), new TextEncoder().encode(text));
  return base64url(String.fromCharCode(...new Uint8Array(mac)));
}

/** Of a text whose characters are bytes. */
export function base64url(bytes: string): string {
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
