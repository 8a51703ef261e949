import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { RetryOptions } from '../retry/retry-policy';
import { isMeetingNumber, meetingDigits } from '../signature/meeting-number';
import type { SignatureFetcher } from '../signature/signature-fetcher';
import type { ZoomCustomize, ZoomSdk } from '../sdk/zoom-sdk';
import { detailNames, isText } from './join-details';
import type { ZoomMeetingState } from './meeting-state';

/**
 * The SDK's join options, with the SDK's names. A change takes effect at the next join. For each option, the value passed to
 * `join(changes)` overrides the one that `fetchSignature` returns, which overrides the option.
 */
export interface ZoomJoinDetails {
  /** The participant's name in the meeting. Must not be blank. May be omitted if `fetchSignature` returns it. */
  userName?: string | undefined;
  /** The meeting's passcode. */
  password?: string | undefined;
  /** Required for webinars, and for meetings that require an email address (3005). */
  userEmail?: string | undefined;
  /**
   * The registrant's token of a webinar or meeting that requires registration. The token that `fetchSignature` returns is kept for
   * this user until the meeting ends.
   */
  tk?: string | undefined;
  /** The host's Zoom Access Key, to start a meeting with `role` 1. Short-lived: have your endpoint send it. */
  zak?: string | undefined;
  /**
   * The on-behalf-of token, for meetings of other accounts. Valid for one join, so it is never sent twice: have your endpoint
   * send it. It cannot be used together with a `zak`.
   */
  obfToken?: string | undefined;
  /** Your id for the participant. It appears in Zoom's reports and in the SDK's roster. */
  customerKey?: string | undefined;
  /** The token that allows a bot to record. */
  recordingToken?: string | undefined;
}

/** The options of a meeting. */
export interface ZoomMeetingOptions extends ZoomJoinDetails, RetryOptions {
  /** 9 to 11 digits; spaces and dashes are ignored. A change leaves the old meeting and joins the new one. */
  meetingNumber: string;
  /** 0: participant, 1: host (requires a ZAK). Default 0. */
  role?: 0 | 1 | undefined;
  /** Fetches a signature from your server. See `createSignatureFetcher`. */
  fetchSignature: SignatureFetcher;
  /** Where the SDK is loaded from. Default `scriptSdk()`: the newest tested version, from Zoom's CDN. */
  sdk?: ZoomSdk | undefined;
  /** The language of the SDK's interface, e.g. `de-DE`. Default: the SDK's default, `en-US`. */
  language?: string | undefined;
  /** The SDK's `customize`. This library sets the size of the view, unless you set `video.viewSizes`. */
  customize?: ZoomCustomize | undefined;
  /** More options for the SDK's `init`. */
  init?: Record<string, unknown> | undefined;
  /**
   * Whether to join as soon as the component is mounted, even if no view shows the meeting yet. If the options are invalid
   * (`INVALID_OPTIONS`), the meeting is joined when they have become valid. Default true, or false with a `lobby`.
   */
  autoJoin?: boolean | undefined;
  /** The time limit for preparing, from when the SDK is free, and for each join, in ms: 1000 or more. Default 60 000. */
  joinTimeout?: number | undefined;
  /** Called on each change of the state. */
  onStatusChange?: ((state: ZoomMeetingState) => void) | undefined;
  /** Called once per join, not again after a reconnection. */
  onJoined?: (() => void) | undefined;
  /**
   * Called once per retry, when a join has failed and the next one is scheduled. `state.reason` is the error. `holding`,
   * `offline` and `nextAttemptAt` may change afterwards: `onStatusChange` is called with the new values. Not called if the
   * browser goes offline before a join has failed.
   */
  onRetry?: ((state: Extract<ZoomMeetingState, { status: 'retrying' }>) => void) | undefined;
  /** Called when the meeting is over. The reasons are those of the state `ended`. */
  onEnded?: ((reason: string) => void) | undefined;
  /** Called each time the state becomes `failed`. The error is not retried. */
  onError?: ((error: ZoomMeetingError) => void) | undefined;
}

export const defaultJoinTimeout = 60_000;

/** The time limit. The options may have become invalid since the join began, which the next `join()` reports. */
export function joinTimeoutOf({ joinTimeout = defaultJoinTimeout }: ZoomMeetingOptions): number {
  return isJoinTimeout(joinTimeout) ? joinTimeout : defaultJoinTimeout;
}

/** What is wrong with the options before anything is fetched, with the field and the rule. `undefined` if nothing is wrong. */
export function optionsError(options: ZoomMeetingOptions): ZoomMeetingError | undefined {
  const { meetingNumber, userName, role, fetchSignature, joinTimeout = defaultJoinTimeout } = options;
  const rules = [
    {
      field: 'meetingNumber',
      rule: '9 to 11 digits',
      isMet: isMeetingNumber(meetingDigits(meetingNumber)),
    },
    {
      field: 'userName',
      rule: 'a name that is not blank',
      // The endpoint may send the name. A value that is not a string is reported below.
      isMet: userName == null || !isText(userName) || String(userName).trim() !== '',
    },
    { field: 'role', rule: '0 or 1', isMet: [undefined, 0, 1].includes(role) },
    { field: 'fetchSignature', rule: 'a function', isMet: typeof fetchSignature === 'function' },
    { field: 'joinTimeout', rule: '1000 ms or more', isMet: isJoinTimeout(joinTimeout) },
  ];
  const broken = [
    ...rules.filter(({ isMet }) => !isMet).map(({ field, rule }) => `${field}: must be ${rule}.`),
    // Has no colon, because errors remove the text that follows a token's name and a colon.
    ...detailNames.filter((field) => !isText(options[field])).map((field) => `${field} must be a string.`),
  ];
  return broken.length ? new ZoomMeetingError('INVALID_OPTIONS', { reason: broken.join(' ') }) : undefined;
}

const isJoinTimeout = (value: unknown) => typeof value === 'number' && value >= 1000;
