import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeSignature } from '../signature/decode-signature';
import { finding, type DoctorFinding } from './doctor-finding';

type Secret = string | Buffer;

/** Zoom's secrets have neither spaces nor quotes, so those around the given one come from a file or a shell. */
export function bareSecret(given: string): string {
  const text = given.trim();
  return /^(["'])(.+)\1$/s.exec(text)?.[2]?.trim() ?? text;
}

/**
 * Checks that the signature was made with the secret. If it was not, tries the usual mistakes and names the one that
 * matches. `undefined` when the secret is right, and when this is not an HS256 signature.
 */
export function verifySecret(signature: string, given: string): DoctorFinding | undefined {
  const [header = '', claims = '', mac = ''] = signature.split('.');
  const decoded = decodeSignature(signature);
  if (decoded?.header.alg !== 'HS256' || mac.length !== 43) return undefined;
  const expected = Buffer.from(mac, 'base64url');
  const signs = (secret: Secret) =>
    timingSafeEqual(createHmac('sha256', secret).update(`${header}.${claims}`).digest(), expected);

  const secret = bareSecret(given);
  if (signs(secret))
    return secret === given.trim() ? undefined : finding('variable-quotes', 'the HMAC matches without them');
  if ([`"${secret}"`, `'${secret}'`].some(signs))
    return finding('secret-quotes', 'the HMAC matches with quotes');
  const spaced = [
    given,
    ...['\n', '\r\n', ' ', '\r', '\t'].flatMap((s) => [`${secret}${s}`, `${s}${secret}`]),
  ];
  if (spaced.some(signs)) return finding('secret-spaces', 'the HMAC matches with white space at one end');
  const bytes = Buffer.from(secret, 'utf8');
  // Checked before base64 and hex, because text that is neither decodes to an empty secret.
  if (['', 'undefined', 'null'].some(signs))
    return finding('secret-empty', 'the HMAC matches without a secret');
  const base64 = bytes.toString('base64');
  if ([Buffer.from(secret, 'base64'), base64, `${base64}\n`, bytes.toString('base64url')].some(signs))
    return finding('secret-base64', 'the HMAC matches with base64');
  if ([Buffer.from(secret, 'hex'), bytes.toString('hex')].some(signs))
    return finding('secret-hex', 'the HMAC matches with hex');
  const { appKey, sdkKey } = decoded.claims;
  if ([appKey, sdkKey].some((key) => typeof key === 'string' && signs(key)))
    return finding('secret-is-key', 'the HMAC matches with the key');
  return finding('secret-wrong', 'the HMAC does not match');
}
