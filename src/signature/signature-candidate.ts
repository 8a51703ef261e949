import { inspectSignature } from './inspect-signature';
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
  const { claims } = inspectSignature(credentials.signature);
  return {
    credentials,
    meetingNumber,
    role,
    notBefore: (claims?.iat ?? 0) * 1000,
    expiresAt: (claims?.exp ?? 0) * 1000,
  };
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
