import type { SignatureFetcher, ZoomCredentials } from './signature-fetcher';

/** Credentials, and when they are valid. All times in ms since the epoch. */
export interface DatedCredentials {
  credentials: ZoomCredentials;
  /** `iat`: Zoom refuses the signature before this moment. 0 when there is none. */
  notBefore: number;
  /** `exp`. 0 when there is none. */
  expiresAt: number;
}

/** Credentials, and the fetcher that returned them. */
export interface FetchedCredentials extends DatedCredentials {
  fetcher: SignatureFetcher;
}

/** Credentials that the next `join()` may use. They belong to one meeting, one user and one fetcher. */
export interface SignatureCandidate extends FetchedCredentials {
  /** The user who joins with them; see `userOf` in `session/join-details.ts`. */
  user: string;
  /** Whether they are valid for only one join, even if it fails, like an on-behalf-of token. */
  isSingleUse: boolean;
  /** The fetcher that returned the signature, if the signature comes from an earlier answer. */
  signedBy?: SignatureFetcher | undefined;
}

/** The user and the fetcher that credentials belong to. */
export type CredentialsOwner = Pick<SignatureCandidate, 'user' | 'fetcher'>;

/** How long a signature must last so that a later join may use it, in ms. */
const reuseMargin = 60_000;

/** Whether credentials that were fetched earlier last long enough for a join. */
export function isValidForAnotherJoin({ expiresAt }: DatedCredentials, now: number): boolean {
  return expiresAt > now + reuseMargin;
}

/**
 * The credentials, if a join after a failed one may use them again: they belong to the same user, come from the same fetcher with
 * their signature, are valid for another minute, and can be used more than once.
 */
export function reusableOf(
  candidate: SignatureCandidate | undefined,
  { now, ...owner }: CredentialsOwner & { now: number },
): SignatureCandidate | undefined {
  const isReusable =
    candidate !== undefined &&
    belongsTo(candidate, owner) &&
    (candidate.signedBy ?? owner.fetcher) === owner.fetcher &&
    !candidate.isSingleUse &&
    isValidForAnotherJoin(candidate, now);
  return isReusable ? candidate : undefined;
}

/** The registrant's token of earlier credentials, if they belong to the same user and come from the same fetcher. */
export function tkOf(candidate: SignatureCandidate | undefined, owner: CredentialsOwner): string | undefined {
  return candidate && belongsTo(candidate, owner) ? candidate.credentials.tk : undefined;
}

/** Whether there is more than the meeting's passcode and the signature, which contains the meeting and the role, but no user. */
export function isPersonal({
  signature: _signature,
  password: _password,
  ...others
}: ZoomCredentials): boolean {
  return Object.values(others).some((value) => value != null);
}

/**
 * Whether a retry may use credentials that were fetched for an earlier join. An inline fetcher is a new function on each render, so a
 * signature alone may be used with another fetcher. Personal credentials may not: the other fetcher may belong to another user.
 */
export function isForRetryOf(candidate: SignatureCandidate, { user, fetcher }: CredentialsOwner): boolean {
  return candidate.user === user && (candidate.fetcher === fetcher || !isPersonal(candidate.credentials));
}

function belongsTo(candidate: SignatureCandidate, { user, fetcher }: CredentialsOwner): boolean {
  return candidate.user === user && candidate.fetcher === fetcher;
}
