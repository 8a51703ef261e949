import type { SignatureFetcher, ZoomCredentials } from './signature-fetcher';

/** Credentials, and when they are valid. All times in ms since the epoch. */
export interface DatedCredentials {
  credentials: ZoomCredentials;
  /** `iat`: Zoom refuses the signature before this moment. 0 when there is none. */
  notBefore: number;
  /** `exp`. 0 when there is none. */
  expiresAt: number;
}

/** Credentials that the next `join()` may use. They belong to one meeting, one user and one fetcher. */
export interface SignatureCandidate extends DatedCredentials {
  /** Who joins with them; see `userOf` in `session/join-details.ts`. */
  user: string;
  /** The fetcher that returned them. */
  fetcher: SignatureFetcher;
}

/** How long a signature must last so that another join may use it, in ms. */
const reuseMargin = 60_000;

/**
 * The credentials, if a join after a failed one may use them again: they belong to the same user, come from the same fetcher, are
 * valid for another minute, and can be used more than once. An on-behalf-of token cannot.
 */
export function reusableOf(
  candidate: SignatureCandidate | undefined,
  { user, fetcher, now }: { user: string; fetcher: SignatureFetcher; now: number },
): SignatureCandidate | undefined {
  const isReusable =
    candidate?.user === user &&
    candidate.fetcher === fetcher &&
    !candidate.credentials.obfToken &&
    candidate.expiresAt > now + reuseMargin;
  return isReusable ? candidate : undefined;
}
