import { normaliseError } from '../errors/normalise-error';
import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { explainRefusal } from '../signature/explain-refusal';
import type { ZoomCredentials } from '../signature/signature-fetcher';
import type { Clock } from './clock';
import { joinOptions, secretsOf } from './join-details';
import type { ZoomJoinDetails, ZoomMeetingOptions } from './session-options';
import type { SessionPage } from './session-page';

/** The data that one call of the SDK's `join()` needs. */
interface SdkJoin {
  page: SessionPage;
  now: Clock;
  /** Digits only. */
  meetingNumber: string;
  options: ZoomMeetingOptions;
  credentials: ZoomCredentials;
  changes: Partial<ZoomJoinDetails>;
  /**
   * The signatures that Zoom refused in this join. Several signatures show more than a single one. If this join's signature is
   * refused, it is added.
   */
  refusedSignatures: string[];
  /** The on-behalf-of tokens that were sent. The one of this join is added. */
  usedObfTokens: Set<string>;
  /** The values that Zoom was given and that no error may contain. Those of this join are added. */
  secrets: Set<string>;
}

/** Calls the SDK's `join()`. Rejects with a `ZoomMeetingError`, with findings if Zoom refused the signature. */
export async function callSdkJoin(join: SdkJoin): Promise<void> {
  const { page, now, meetingNumber, options, credentials, changes } = join;
  let calledAt = now();
  try {
    const client = page.client();
    if (!client) throw new ZoomMeetingError('UNKNOWN', { reason: 'The SDK has no client.' });
    const { audio, video } = client.checkSystemRequirements();
    if (!audio && !video) throw new ZoomMeetingError('UNSUPPORTED_BROWSER');
    calledAt = now();
    const joinedWith = joinOptions(meetingNumber, options, credentials, changes);
    if (joinedWith.obfToken !== undefined) join.usedObfTokens.add(joinedWith.obfToken);
    for (const secret of secretsOf(joinedWith)) join.secrets.add(secret);
    await page.join(joinedWith);
  } catch (thrown) {
    throw await withFindings(normaliseError(thrown, 0, join.secrets), join, calledAt);
  }
}

/** Adds the findings. They describe the moment of the join, because a signature that was too early then may be valid by now. */
async function withFindings(
  error: ZoomMeetingError,
  { meetingNumber, options, credentials, refusedSignatures }: SdkJoin,
  calledAt: number,
): Promise<ZoomMeetingError> {
  if (error.class !== 'signature') return error;
  refusedSignatures.push(credentials.signature);
  const findings = await explainRefusal(refusedSignatures, {
    meetingNumber,
    role: options.role ?? 0,
    now: calledAt,
    refused: error.code === 3712,
  });
  return error.with({ findings });
}
