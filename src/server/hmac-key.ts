/** More than any key rotation needs. The limit keeps a server with a key pair for each customer from filling its memory. */
const maxKeys = 100;
const keys = new Map<string, Promise<CryptoKey>>();

/** The key that signs with `secret`, imported once. */
export function hmacKey(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const [oldest] = keys.keys();
  if (oldest !== undefined && keys.size >= maxKeys) keys.delete(oldest);
  keys.set(secret, key);
  return key;
}
