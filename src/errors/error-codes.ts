/**
 * The kind of error. It decides about the retry:
 * - `signature`: fetch a new signature, wait until it becomes valid, join again
 * - `credential`: fetch all credentials again, once
 * - `transient`: back off and try again
 * - `wait`: do not join again, the SDK joins automatically later
 * - `cancelled`: the SDK gave up this `join()` but may still connect; its events decide
 * - `user`, `config`, `ended`: a retry cannot help. `user` errors need the user, `config` errors the developer
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
  /** The kind of error. It decides about the retry. */
  readonly class: ZoomErrorClass;
  /** What the user can do. */
  readonly userAction: ZoomUserAction;
  /** How often this code is retried, if its class is retried. `Infinity`: as often as the budget allows. */
  readonly maxRetries: number;
  /** The minimum delay before a retry, in ms. */
  readonly minDelay: number;
}

/** This library's own codes, for errors before Zoom is asked. */
export type ZoomMeetingErrorCode =
  /** Another copy of this library, of a version that this one cannot share the SDK with, is on this page. */
  | 'VERSION_CONFLICT'
  /** The component that held the meeting is unmounted, so nothing would show it. */
  | 'GONE'
  /** Only a host who is in the meeting can end it for everybody. */
  | 'NOT_HOST'
  /** An option is missing or out of range; `reason` names it and its rule. */
  | 'INVALID_OPTIONS'
  /** A file of the SDK did not load, or is not the SDK; `reason` names it. */
  | 'SDK_LOAD_FAILED'
  /** The signature endpoint could not be reached or failed, also when the request was repeated. */
  | 'SIGNATURE_FETCH_FAILED'
  /** The signature endpoint did not answer in time. */
  | 'SIGNATURE_TIMEOUT'
  /** The signature endpoint answered 4xx. */
  | 'SIGNATURE_REJECTED'
  /** The signature endpoint answered 401 or 403. */
  | 'SIGNATURE_UNAUTHORIZED'
  /** The answer of the signature endpoint has no signature. */
  | 'SIGNATURE_MALFORMED'
  /** `join()` did not settle within `joinTimeout`. */
  | 'JOIN_TIMEOUT'
  /** The SDK supports neither audio nor video in this browser. */
  | 'UNSUPPORTED_BROWSER'
  /** The SDK failed with an error that is not in the catalogue. */
  | 'UNKNOWN';

/** A code of Zoom's (a number) or of this library's (a string). */
export type ZoomErrorCode = number | ZoomMeetingErrorCode;

/**
 * How each code is handled. From Zoom's published error tables and the mapping inside the SDK 6.2.0 bundle; where the two
 * differ, what was observed. The texts are in `error-texts.ts`.
 */
export const errorKinds: readonly (readonly [
  codes: readonly ZoomErrorCode[],
  ZoomErrorClass,
  userAction?: ZoomUserAction,
  maxRetries?: number,
  minDelay?: number,
])[] = [
  [[3712], 'signature'],
  [[3705], 'signature', 'contact-support', 1],
  [[124, 3136, 3265, 3623, 4013, 4014, 4015, 4016, 4018], 'credential', 'contact-support', 1],
  [[200, 3635, 5001, 'UNKNOWN'], 'transient', 'contact-support', 1],
  [['SDK_LOAD_FAILED'], 'transient', 'try-again', 1],
  [[3000], 'transient', 'try-again', 3],
  [[4017, 4019], 'transient', 'try-again', 3, 15_000],
  [[3633], 'transient', 'try-again', Infinity, 60_000],
  [[-3000, 403, 404, 3621, 3622, 4008, 'SIGNATURE_FETCH_FAILED'], 'transient', 'try-again'],
  [[3008, 3129, 3139], 'wait', 'wait-for-host'],
  [[3], 'cancelled', 'none'],
  [[3004], 'user', 'enter-passcode'],
  [[3005], 'user', 'enter-email'],
  [[3001, 3610, 3703, 3706, 3707], 'user', 'check-meeting-number'],
  [[3051, 3052, 3082, 3100, 6024, 'SIGNATURE_UNAUTHORIZED'], 'user', 'sign-in'],
  [[3099, 3110, 3606], 'user', 'register'],
  [[3603, 3604, 3608, 3609, 3611, 3630, 3634], 'user', 'open-zoom-app'],
  [[4005, 4006, 'SIGNATURE_TIMEOUT', 'JOIN_TIMEOUT'], 'user', 'try-again'],
  [['UNSUPPORTED_BROWSER'], 'user', 'update-browser'],
  [[3009, 4004], 'ended', 'none'],
  [[-1, 3003, 3625, 3702, 3704, 3708, 3709, 3710, 3711, 3713, 4003], 'config'],
  [[4007, 4011, 4012, 5012, 5013, 10000], 'config'],
  [['INVALID_OPTIONS', 'SIGNATURE_REJECTED', 'SIGNATURE_MALFORMED'], 'config'],
  [['VERSION_CONFLICT'], 'config'],
  [['GONE', 'NOT_HOST'], 'config', 'none'],
];

/** How a code is handled. An unlisted code gets one retry, like Zoom's own catch-all 200. */
export function errorCodeInfo(code: ZoomErrorCode): ZoomErrorCodeInfo {
  const kind = errorKinds.find(([codes]) => codes.includes(code));
  if (!kind) return errorCodeInfo('UNKNOWN');
  const [, errorClass, userAction = 'contact-support', maxRetries = Infinity, minDelay = 0] = kind;
  return { class: errorClass, userAction, maxRetries, minDelay };
}
