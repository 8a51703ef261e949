import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeSignature } from '../signature/decode-signature';
import { finding, type DoctorFinding } from './doctor-finding';

type Secret = string | Buffer;

/**
 * A secret of Zoom's has neither spaces nor quotes, so those around the given one come from a file or a shell, and are
 * not part of it.
 */
export function bareSecret(given: string): string {
  const text = given.trim();
  return /^(["'])(.+)\1$/s.exec(text)?.[2]?.trim() ?? text;
}

/**
 * Whether the signature was made with the secret; when it was not, what was signed with instead, out of the mistakes
 * that are made with secrets. `undefined` when it is right, or no HS256 signature at all.
 */
export function verifySecret(signature: string, given: string): DoctorFinding | undefined {
  const [header = '', claims = '', mac = ''] = signature.split('.');
  const decoded = decodeSignature(signature);
  if (decoded?.header.alg !== 'HS256' || mac.length !== 43) return undefined;
  const expected = Buffer.from(mac, 'base64url');
  const signs = (secret: Secret) =>
    timingSafeEqual(createHmac('sha256', secret).update(`${header}.${claims}`).digest(), expected);

  const secret = bareSecret(given);
  // A secret in quotes on both sides is none of Zoom's either, so it is not the variable that is to blame.
  if (signs(secret))
    return secret === given.trim() ? undefined : finding('variable-quotes', 'the HMAC fits without them');
  if ([`"${secret}"`, `'${secret}'`].some(signs))
    return finding('secret-quotes', 'the HMAC fits with quotes');
  const spaced = [
    given,
    ...['\n', '\r\n', ' ', '\r', '\t'].flatMap((s) => [`${secret}${s}`, `${s}${secret}`]),
  ];
  if (spaced.some(signs)) return finding('secret-spaces', 'the HMAC fits with white space at an end');
  const bytes = Buffer.from(secret, 'utf8');
  // Before the decoded ones: what is no base64 or hex decodes to nothing.
  if (['', 'undefined', 'null'].some(signs)) return finding('secret-empty', 'the HMAC fits with no secret');
  const base64 = bytes.toString('base64');
  if ([Buffer.from(secret, 'base64'), base64, `${base64}\n`, bytes.toString('base64url')].some(signs))
    return finding('secret-base64', 'the HMAC fits with base64');
  if ([Buffer.from(secret, 'hex'), bytes.toString('hex')].some(signs))
    return finding('secret-hex', 'the HMAC fits with hex');
  const { appKey, sdkKey } = decoded.claims;
  if ([appKey, sdkKey].some((key) => typeof key === 'string' && signs(key)))
    return finding('secret-is-key', 'the HMAC fits with the key');
  return finding('secret-wrong', 'the HMAC does not fit');
}
