import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { RetryOptions } from '../retry/retry-policy';
import type { SignatureFetcher } from '../signature/signature-fetcher';
import type { ZoomCustomize, ZoomSdk } from '../sdk/zoom-sdk';
import type { ZoomMeetingState } from './meeting-state';

/** The SDK's own join options, by the SDK's names. They are used at the next join when they change. */
export interface ZoomJoinDetails {
  /** The name that the others see. Must not be blank. */
  userName: string;
  /** The meeting's passcode. */
  password?: string | undefined;
  /** Needed for webinars, and for meetings that ask for it (3005). */
  userEmail?: string | undefined;
  /** The registrant's token of a webinar or meeting that requires registration. */
  tk?: string | undefined;
  /** The host's access token, to start a meeting with `role` 1. Short-lived: let your endpoint send it. */
  zak?: string | undefined;
  /** The on-behalf-of token that Zoom wants for meetings of other accounts. Used once: let your endpoint send it. */
  obfToken?: string | undefined;
  /** An id of yours for the participant, which Zoom's reports and the SDK's roster repeat. */
  customerKey?: string | undefined;
  /** The token that allows a bot to record. */
  recordingToken?: string | undefined;
}

/** Everything a meeting can be told. */
export interface ZoomMeetingOptions extends ZoomJoinDetails, RetryOptions {
  /** 9 to 11 digits; spaces and dashes are ignored. Another number is another meeting: the old one is left. */
  meetingNumber: string;
  /** 0: participant, 1: host (with a ZAK). Default 0. */
  role?: 0 | 1 | undefined;
  /** Asks your server for a signature; see `createSignatureFetcher`. */
  fetchSignature: SignatureFetcher;
  /** Where the SDK comes from. Default: `scriptSdk()`, Zoom's CDN at the tested version. */
  sdk?: ZoomSdk | undefined;
  /** The language of the SDK's own interface, e.g. `de-DE`. Default: the SDK's, `en-US`. */
  language?: string | undefined;
  /** The SDK's `customize`. The size of the view is set by this library unless `video.viewSizes` says otherwise. */
  customize?: ZoomCustomize | undefined;
  /** Further options of the SDK's `init`. */
  init?: Record<string, unknown> | undefined;
  /** Whether to join as soon as the component is mounted, also where nothing shows the meeting yet. Default true. */
  autoJoin?: boolean | undefined;
  /** How long preparing, and each join, may take, in ms, 1000 or more. Default 60 000. */
  joinTimeout?: number | undefined;
  /** Each change of the state, as it happens. */
  onStatusChange?: ((state: ZoomMeetingState) => void) | undefined;
  /** Once a join, however often the connection drops. */
  onJoined?: (() => void) | undefined;
  /**
   * A join failed and another one follows by itself; `state.reason` says why. Once a retry, as a rule before it is known
   * whether the signature is held: that and the time may change, as `onStatusChange` says.
   */
  onRetry?: ((state: Extract<ZoomMeetingState, { status: 'retrying' }>) => void) | undefined;
  /** The meeting is over; the reasons are those of the state `ended`. */
  onEnded?: ((reason: string) => void) | undefined;
  /** It failed for good. Once each time the state becomes `failed`. */
  onError?: ((error: ZoomMeetingError) => void) | undefined;
}

export const defaultJoinTimeout = 60_000;

/** The digits of a meeting number as people write it. */
export function meetingDigits(meetingNumber: unknown): string {
  return String(meetingNumber ?? '').replace(/[\s-]/g, '');
}

/** What is wrong with the options, naming field and rule; `undefined` when nothing is. */
export function optionsError(options: ZoomMeetingOptions): ZoomMeetingError | undefined {
  const { meetingNumber, userName, role, fetchSignature, joinTimeout = defaultJoinTimeout } = options;
  const rules: [ok: unknown, field: string, rule: string][] = [
    [/^\d{9,11}$/.test(meetingDigits(meetingNumber)), 'meetingNumber', '9 to 11 digits'],
    [String(userName ?? '').trim(), 'userName', 'a text'],
    [[undefined, 0, 1].includes(role), 'role', '0 or 1'],
    [typeof fetchSignature === 'function', 'fetchSignature', 'a function'],
    [joinTimeout >= 1000, 'joinTimeout', '1000 ms or more'],
  ];
  const broken = rules.filter(([ok]) => !ok).map(([, field, rule]) => `${field}: must be ${rule}.`);
  return broken.length ? new ZoomMeetingError('INVALID_OPTIONS', { reason: broken.join(' ') }) : undefined;
}
