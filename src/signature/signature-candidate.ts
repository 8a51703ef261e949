import type { ZoomCredentials } from './signature-fetcher';

/** Credentials that the next `join()` may use, and when they are valid. All times in ms since the epoch. */
export interface SignatureCandidate {
  credentials: ZoomCredentials;
  /** For whom they were fetched. */
  role: 0 | 1;
  /** `iat`: Zoom refuses the signature before this moment. 0 when there is none. */
  notBefore: number;
  /** `exp`. 0 when there is none. */
  expiresAt: number;
}

/**
 * The credentials, if a later join may use them too: they last another minute and none of them is spent by one use (an
 * on-behalf-of token is).
 */
export function reusableOf(
  candidate: SignatureCandidate | undefined,
  role: 0 | 1,
  now: number,
): SignatureCandidate | undefined {
  const isReusable =
    candidate?.role === role && !candidate.credentials.obfToken && candidate.expiresAt > now + 60_000;
  return isReusable ? candidate : undefined;
}
