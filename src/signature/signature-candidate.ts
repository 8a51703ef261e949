import { decodeSignature } from './decode-signature';
import type { ZoomCredentials } from './signature-fetcher';

/** Credentials that the next `join()` may use, and when they are valid. All times in ms since the epoch. */
export interface SignatureCandidate {
  credentials: ZoomCredentials;
  /** For whom they were fetched. */
  meetingNumber: string;
  role: 0 | 1;
  /** `iat`: Zoom refuses the signature before this moment. 0 when there is none. */
  notBefore: number;
  /** `exp`. 0 when there is none. */
  expiresAt: number;
}

/** Reads out of the signature what the retry has to know. */
export function toCandidate(
  credentials: ZoomCredentials,
  meetingNumber: string,
  role: 0 | 1,
): SignatureCandidate {
  const claims = decodeSignature(credentials.signature)?.claims;
  return {
    credentials,
    meetingNumber,
    role,
    notBefore: inMilliseconds(claims?.['iat']),
    expiresAt: inMilliseconds(claims?.['exp']),
  };
}

/** Whole seconds as ms; 0 for anything else: timestamps in milliseconds are near 1.8e12 today. */
function inMilliseconds(seconds: unknown): number {
  return Number.isInteger(seconds) && (seconds as number) < 1e11 ? (seconds as number) * 1000 : 0;
}

/**
 * Whether a later join may use the same credentials: they last another minute and none of them is spent by one use
 * (an on-behalf-of token is).
 */
export function isReusable(
  candidate: SignatureCandidate,
  meetingNumber: string,
  role: 0 | 1,
  now: number,
): boolean {
  return (
    candidate.meetingNumber === meetingNumber &&
    candidate.role === role &&
    candidate.credentials.obfToken === undefined &&
    candidate.expiresAt > now + 60_000
  );
}
