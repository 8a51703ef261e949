/**
 * The kind of error. It decides whether and how to retry:
 * - `signature`: fetch a new signature, wait until it becomes valid, join again
 * - `credential`: fetch all credentials again, once
 * - `transient`: back off and try again
 * - `wait`: do not join again, the SDK joins automatically later
 * - `cancelled`: the SDK gave up on this `join()` but may still connect; its events decide what happens next
 * - `user`, `config`, `ended`: a retry cannot help. The user has to act on `user` errors, and the developer on `config` errors
 */
export type ZoomErrorClass =
  'signature' | 'credential' | 'transient' | 'wait' | 'cancelled' | 'user' | 'config' | 'ended';

/** What the user can do about an error. */
export type ZoomUserAction =
  | 'none'
  | 'try-again'
  | 'wait-for-host'
  | 'enter-passcode'
  | 'enter-email'
  | 'check-meeting-number'
  | 'sign-in'
  | 'register'
  | 'open-zoom-app'
  | 'update-browser'
  | 'contact-support';

/** How this library handles a code. */
export interface ZoomErrorCodeInfo {
  /** The kind of error. It decides whether and how to retry. */
  readonly class: ZoomErrorClass;
  /** What the user can do. */
  readonly userAction: ZoomUserAction;
  /** How many times this code is retried, if its class is retried. `Infinity`: as many times as the budget allows. */
  readonly maxRetries: number;
  /** The minimum delay before a retry, in ms. */
  readonly minDelay: number;
}

/** This library's own codes, for errors that have no number from Zoom. */
export type ZoomMeetingErrorCode =
  /** Another copy of this library is on this page, in a version that cannot share the SDK with this one. */
  | 'VERSION_CONFLICT'
  /** The component that held the meeting is unmounted, so no component can show the meeting. */
  | 'GONE'
  /** Only the host can do this, or only the host and the co-hosts. */
  | 'NOT_HOST'
  /** An action needs a joined meeting. */
  | 'NOT_JOINED'
  /** Zoom did not respond to an action in time. */
  | 'ACTION_TIMEOUT'
  /** An option is missing or out of range; `reason` names it and its rule. */
  | 'INVALID_OPTIONS'
  /** A file of the SDK did not load, or is not the SDK; `reason` names it. */
  | 'SDK_LOAD_FAILED'
  /** The signature endpoint could not be reached or failed, even when the request was repeated. */
  | 'SIGNATURE_FETCH_FAILED'
  /** The signature endpoint did not respond in time. */
  | 'SIGNATURE_TIMEOUT'
  /** The signature endpoint responded with a 4xx. */
  | 'SIGNATURE_REJECTED'
  /** The signature endpoint responded with 401 or 403. */
  | 'SIGNATURE_UNAUTHORIZED'
  /** The response of the signature endpoint has no signature. */
  | 'SIGNATURE_MALFORMED'
  /** `join()` did not settle within `joinTimeout`. */
  | 'JOIN_TIMEOUT'
  /** The SDK supports neither audio nor video in this browser. */
  | 'UNSUPPORTED_BROWSER'
  /** The SDK failed with an error that is not in the catalogue. */
  | 'UNKNOWN';

/** A code of Zoom's (a number) or of this library's (a string). */
export type ZoomErrorCode = number | ZoomMeetingErrorCode;

/** Codes that are handled in the same way. */
interface ErrorKind {
  readonly codes: readonly ZoomErrorCode[];
  readonly class: ZoomErrorClass;
  /** Default `contact-support`. */
  readonly userAction?: ZoomUserAction;
  /** Default `Infinity`. */
  readonly maxRetries?: number;
  /** In ms. Default 0. */
  readonly minDelay?: number;
}

/**
 * How each code is handled, according to Zoom's published error tables and the mapping inside the SDK 6.2.0 bundle. Where the two
 * differ, this table follows the observed behaviour. The texts are in `error-texts.ts`.
 */
export const errorKinds: readonly ErrorKind[] = [
  { codes: [3712], class: 'signature' },
  { codes: [3705], class: 'signature', maxRetries: 1 },
  { codes: [124, 3136, 3265, 3623, 4013, 4014, 4015, 4016, 4018], class: 'credential', maxRetries: 1 },
  { codes: [200, 3635, 5001, 'UNKNOWN'], class: 'transient', maxRetries: 1 },
  { codes: ['SDK_LOAD_FAILED'], class: 'transient', userAction: 'try-again', maxRetries: 1 },
  { codes: [3000], class: 'transient', userAction: 'try-again', maxRetries: 3 },
  { codes: [4017, 4019], class: 'transient', userAction: 'try-again', maxRetries: 3, minDelay: 15_000 },
  { codes: [3633], class: 'transient', userAction: 'try-again', minDelay: 60_000 },
  {
    codes: [-3000, 403, 404, 3621, 3622, 4008, 'SIGNATURE_FETCH_FAILED'],
    class: 'transient',
    userAction: 'try-again',
  },
  { codes: [3008, 3129, 3139], class: 'wait', userAction: 'wait-for-host' },
  { codes: [3], class: 'cancelled', userAction: 'none' },
  { codes: [3004], class: 'user', userAction: 'enter-passcode' },
  { codes: [3005], class: 'user', userAction: 'enter-email' },
  { codes: [3001, 3610, 3703, 3706, 3707], class: 'user', userAction: 'check-meeting-number' },
  { codes: [3051, 3052, 3082, 3100, 6024, 'SIGNATURE_UNAUTHORIZED'], class: 'user', userAction: 'sign-in' },
  { codes: [3099, 3110, 3606], class: 'user', userAction: 'register' },
  { codes: [3603, 3604, 3608, 3609, 3611, 3630, 3634], class: 'user', userAction: 'open-zoom-app' },
  {
    codes: [4005, 4006, 'SIGNATURE_TIMEOUT', 'JOIN_TIMEOUT', 'ACTION_TIMEOUT'],
    class: 'user',
    userAction: 'try-again',
  },
  { codes: ['UNSUPPORTED_BROWSER'], class: 'user', userAction: 'update-browser' },
  { codes: [3009, 4004], class: 'ended', userAction: 'none' },
  { codes: [-1, 3003, 3625, 3702, 3704, 3708, 3709, 3710, 3711, 3713, 4003], class: 'config' },
  { codes: [4007, 4011, 4012, 5012, 5013, 10000], class: 'config' },
  { codes: ['INVALID_OPTIONS', 'SIGNATURE_REJECTED', 'SIGNATURE_MALFORMED'], class: 'config' },
  { codes: ['VERSION_CONFLICT'], class: 'config' },
  { codes: ['GONE', 'NOT_HOST', 'NOT_JOINED'], class: 'config', userAction: 'none' },
];

/** How a code is handled. An unlisted code gets one retry, like Zoom's own catch-all 200. */
export function errorCodeInfo(code: ZoomErrorCode): ZoomErrorCodeInfo {
  const kind = errorKinds.find(({ codes }) => codes.includes(code));
  if (!kind) return errorCodeInfo('UNKNOWN');
  const { userAction = 'contact-support', maxRetries = Infinity, minDelay = 0 } = kind;
  return { class: kind.class, userAction, maxRetries, minDelay };
}
