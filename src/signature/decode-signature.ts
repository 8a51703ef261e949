/** The two readable parts of a signature. Nothing in them has been verified. */
export interface DecodedSignature {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

/**
 * Reads a signature (a JWT) without verifying it: only Zoom and the signer know the secret.
 * Never throws; `undefined` when the text is not a JWT.
 *
 * @example
 * decodeSignature(signature)?.claims.exp; // seconds since the epoch
 */
export function decodeSignature(signature: string): DecodedSignature | undefined {
  try {
    const [header, claims] = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(signature)
      ? signature.split('.', 2).map(decodePart)
      : [];
    return header && claims && { header, claims };
  } catch {
    return undefined;
  }
}

/** Throws if the part is not base64url or not JSON. */
function decodePart(part: string): Record<string, unknown> | undefined {
  // One byte per character: what is read here is ASCII.
  const value: unknown = JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/')));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
