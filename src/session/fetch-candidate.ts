import { tkOf, type SignatureCandidate } from '../signature/signature-candidate';
import type { SignatureRequest } from '../signature/signature-fetcher';
import type { SignatureSource } from '../signature/signature-source';
import { defined, joinOptions, joinOptionsError, userOf } from './join-details';
import type { ZoomJoinDetails, ZoomMeetingOptions } from './session-options';

/** The data that a fetch of credentials needs. */
interface CandidateFetch extends Pick<SignatureRequest, 'attempt' | 'reason'> {
  signatures: SignatureSource;
  /** Digits only. */
  meetingNumber: string;
  options: ZoomMeetingOptions;
  changes: Partial<ZoomJoinDetails>;
  /** The last credentials with a registrant's token. */
  registered: SignatureCandidate | undefined;
  /** The on-behalf-of tokens that earlier joins have sent. */
  usedObfTokens: ReadonlySet<string>;
}

/**
 * Fetches credentials for the current user. Rejects with a `ZoomMeetingError`, even if the fetch succeeds but the credentials and
 * the options are not sufficient to join.
 */
export async function fetchCandidate(fetch: CandidateFetch): Promise<SignatureCandidate> {
  const { meetingNumber, options, changes, attempt, reason, registered, usedObfTokens } = fetch;
  // Read together, before anything is awaited, because the options of a later render may be those of another user.
  const owner = { user: userOf(options, changes), fetcher: options.fetchSignature };
  const role = options.role ?? 0;
  const tk = tkOf(registered, owner);
  const hasTk = tk !== undefined;
  const request = { meetingNumber, role, attempt, reason, hasTk };
  const fetched = await fetch.signatures.fetch(request, owner.fetcher);
  const credentials = { tk, ...defined(fetched.credentials) };
  const join = joinOptions(meetingNumber, options, credentials, changes);
  const invalid = joinOptionsError(join, usedObfTokens);
  if (invalid) throw invalid;
  return { ...fetched, user: owner.user, credentials, isSingleUse: Boolean(join.obfToken) };
}
