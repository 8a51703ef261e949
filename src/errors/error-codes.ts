/**
 * What kind of trouble a code is. It drives the retry:
 * - `signature`: fetch a fresh signature, wait until it is due, join again
 * - `credential`: fetch all credentials again, once
 * - `transient`: back off and try again
 * - `wait`: the SDK joins by itself later; never join again
 * - `cancelled`: the SDK gave up this `join()` but may still connect; its events decide
 * - `user`, `config`, `ended`: no retry helps; a person, the app's developer, or nobody can act
 */
export type ZoomErrorClass =
  'signature' | 'credential' | 'transient' | 'wait' | 'cancelled' | 'user' | 'config' | 'ended';

/** What the person in front of the screen can do about an error. */
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

/** What is to be done about a code. */
export interface ZoomErrorCodeInfo {
  /** What kind of trouble it is; it decides about retries. */
  readonly class: ZoomErrorClass;
  /** What the person in front of the screen can do. */
  readonly userAction: ZoomUserAction;
  /** How many retries this code is worth, if its class is worth any; `Infinity`: as many as the budget allows. */
  readonly maxRetries: number;
  /** The shortest wait before a retry, in ms. */
  readonly minDelay: number;
}

/** This library's own codes, for what goes wrong before Zoom is asked. */
export type ZoomMeetingErrorCode =
  /** Another meeting is open on this page. */
  | 'BUSY'
  /** An option is missing or out of range; `reason` names it and its rule. */
  | 'INVALID_OPTIONS'
  /** A file of the SDK did not load, or is not the SDK; `reason` names it. */
  | 'SDK_LOAD_FAILED'
  /** The signature endpoint could not be reached or is broken; the request was repeated in vain. */
  | 'SIGNATURE_FETCH_FAILED'
  /** The signature endpoint did not answer in time. */
  | 'SIGNATURE_TIMEOUT'
  /** The signature endpoint answered 4xx. */
  | 'SIGNATURE_REJECTED'
  /** The signature endpoint answered 401 or 403. */
  | 'SIGNATURE_UNAUTHORIZED'
  /** The signature endpoint answered with something that is no signature. */
  | 'SIGNATURE_MALFORMED'
  /** `join()` did not settle within `joinTimeout`. */
  | 'JOIN_TIMEOUT'
  /** The SDK says that this browser has neither audio nor video for it. */
  | 'UNSUPPORTED_BROWSER'
  /** The SDK failed in a way the catalogue does not know. */
  | 'UNKNOWN';

/** A code of Zoom's (a number) or of this library's (a string). */
export type ZoomErrorCode = number | ZoomMeetingErrorCode;

/**
 * What is to be done about which codes. From Zoom's published error tables and the mapping inside the SDK 6.2.0 bundle;
 * where the two differ, what was observed. What they mean is in `error-texts.ts`.
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
  [['BUSY'], 'config', 'none'],
];

/** What is to be done about a code; an unlisted one is worth one retry, like Zoom's own catch-all 200. */
export function errorCodeInfo(code: ZoomErrorCode): ZoomErrorCodeInfo {
  const kind = errorKinds.find(([codes]) => codes.includes(code));
  if (!kind) return errorCodeInfo('UNKNOWN');
  const [, errorClass, userAction = 'contact-support', maxRetries = Infinity, minDelay = 0] = kind;
  return { class: errorClass, userAction, maxRetries, minDelay };
}
