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

/** One row of the catalogue. */
export interface ZoomErrorCodeInfo {
  readonly class: ZoomErrorClass;
  readonly userAction: ZoomUserAction;
  /** One short English sentence for a person on a call. */
  readonly message: string;
  /** How many retries this code is worth; unlimited within the budget when absent. */
  readonly maxRetries?: number;
  /** The shortest wait before a retry, in ms. */
  readonly minDelay?: number;
}

const row = (
  errorClass: ZoomErrorClass,
  userAction: ZoomUserAction,
  message: string,
  limits?: { maxRetries?: number; minDelay?: number },
): ZoomErrorCodeInfo => ({ class: errorClass, userAction, message, ...limits });

const config = (message: string, maxRetries = 0) =>
  row(maxRetries ? 'transient' : 'config', 'contact-support', message, { maxRetries });
const offline = row('transient', 'try-again', 'No connection to Zoom.');
const notStarted = row('wait', 'wait-for-host', 'The host has not started the meeting yet.');
const wrongNumber = row('user', 'check-meeting-number', 'There is no meeting with this number.');
const signIn = row('user', 'sign-in', 'This meeting is only for people who are signed in to Zoom.');
const register = row('user', 'register', 'You have to register for this meeting first.');
const notInBrowser = row('user', 'open-zoom-app', 'This meeting can only be joined in the Zoom app.');
const credential = (what: string) =>
  row('credential', 'contact-support', `The ${what} is missing, expired or not valid for this meeting.`, {
    maxRetries: 1,
  });
const notAllowed = config('This app is not allowed to join meetings of this host.');
const badKey = config('The SDK key is not valid or has been switched off.');
const badCall = config('The meeting was opened with wrong parameters.');
const authoriserAway = row(
  'transient',
  'try-again',
  'The person who authorised this app is not in the meeting.',
  { maxRetries: 3, minDelay: 15_000 },
);

/**
 * Zoom's numeric codes. From Zoom's published error tables and the mapping inside the SDK 6.2.0 bundle; where the two
 * differ, what was observed.
 */
const numericCodes = /* #__PURE__*/ (() => ({
  [-3000]: offline,
  [-1]: badCall,
  3: row('cancelled', 'none', 'Joining was interrupted.'),
  124: credential('registration'),
  200: config('Zoom refused the meeting.', 1),
  403: offline,
  404: offline,
  3000: row('transient', 'try-again', 'The host is in another meeting.', { maxRetries: 3 }),
  3001: wrongNumber,
  3003: config('You are not the host of this meeting.'),
  3004: row('user', 'enter-passcode', 'The passcode is not right.'),
  3005: row('user', 'enter-email', 'This meeting asks for your e-mail address.'),
  3008: notStarted,
  3009: row('ended', 'none', 'The host removed you from this meeting.'),
  3051: signIn,
  3052: signIn,
  3082: signIn,
  3099: register,
  3100: signIn,
  3110: register,
  3129: notStarted,
  3136: credential('host key (ZAK)'),
  3139: notStarted,
  3265: credential('host key (ZAK)'),
  3603: notInBrowser,
  3604: notInBrowser,
  3606: register,
  3608: notInBrowser,
  3609: notInBrowser,
  3610: wrongNumber,
  3611: notInBrowser,
  3621: offline,
  3622: offline,
  3623: credential('host key (ZAK)'),
  3625: config('The host of this meeting is not active.'),
  3630: notInBrowser,
  3633: row('transient', 'try-again', 'Too many people try to join at once.', { minDelay: 60_000 }),
  3634: row('user', 'open-zoom-app', 'Zoom asks for a captcha, which cannot be shown here.'),
  3635: config('Files of the Zoom SDK are blocked or missing.', 1),
  3702: config('The host of this meeting was not found.'),
  3703: wrongNumber,
  3704: badKey,
  3705: row('signature', 'contact-support', 'The meeting signature has expired.', { maxRetries: 1 }),
  3706: wrongNumber,
  3707: wrongNumber,
  3708: config('This role may not join the meeting. Hosting needs a ZAK.'),
  3709: notAllowed,
  3710: badKey,
  3711: notAllowed,
  3712: row('signature', 'contact-support', 'The meeting signature was refused.'),
  3713: notAllowed,
  4003: badCall,
  4004: row('ended', 'none', 'The meeting has ended.'),
  4005: row('user', 'try-again', 'The meeting is full.'),
  4006: row('user', 'try-again', 'The meeting is locked.'),
  4007: config('An information barrier keeps you out of this meeting.'),
  4008: row('transient', 'try-again', 'You are already in this meeting.'),
  4011: config('This app may not join meetings of other accounts.'),
  4012: config('This meeting does not accept anonymous participants.'),
  4013: credential('on-behalf-of token'),
  4014: credential('on-behalf-of token'),
  4015: credential('on-behalf-of token'),
  4016: credential('recording token'),
  4017: authoriserAway,
  4018: credential('sign-in'),
  4019: authoriserAway,
  5001: config('Files of the Zoom SDK are blocked or missing.', 1),
  5012: config('The meeting was joined twice.'),
  5013: badCall,
  10000: config('This version of the Zoom SDK is too old.'),
}))();

/** This library's own codes, for what goes wrong before Zoom is asked. */
const ownCodes = /* #__PURE__*/ (() => ({
  /** Another meeting is open on this page. */
  BUSY: config('Another meeting is already open on this page.'),
  INVALID_OPTIONS: badCall,
  SDK_LOAD_FAILED: row('transient', 'try-again', 'The Zoom SDK could not be loaded.', {
    maxRetries: 1,
  }),
  /** The signature endpoint could not be reached or is broken; the request was repeated in vain. */
  SIGNATURE_FETCH_FAILED: row('transient', 'try-again', 'The meeting could not be prepared.'),
  /** The signature endpoint did not answer in time. */
  SIGNATURE_TIMEOUT: row('user', 'try-again', 'Preparing the meeting took too long.'),
  /** The signature endpoint answered 4xx. */
  SIGNATURE_REJECTED: config('The meeting could not be prepared.'),
  /** The signature endpoint answered 401 or 403. */
  SIGNATURE_UNAUTHORIZED: row('user', 'sign-in', 'You are not signed in, or may not join this meeting.'),
  /** The signature endpoint answered with something that is no signature. */
  SIGNATURE_MALFORMED: config('The meeting could not be prepared.'),
  /** `join()` did not settle within `joinTimeout`. */
  JOIN_TIMEOUT: row('user', 'try-again', 'Joining took too long.'),
  UNSUPPORTED_BROWSER: row('user', 'update-browser', 'This browser cannot take part in Zoom meetings.'),
  /** The SDK failed in a way the catalogue does not know. */
  UNKNOWN: config('Zoom refused the meeting.', 1),
}))();

/** A code of Zoom's (a number) or of this library's (a string). */
export type ZoomErrorCode = number | keyof typeof ownCodes;

/** Every code this library knows, with its class, what the user can do, and a short text. */
export const zoomErrorCodes: Readonly<Record<string, ZoomErrorCodeInfo>> = /* #__PURE__*/ Object.freeze({
  ...numericCodes,
  ...ownCodes,
});

/** The catalogue's row for a code; an unlisted code is worth one retry, like Zoom's own catch-all 200. */
export function errorCodeInfo(code: ZoomErrorCode): ZoomErrorCodeInfo {
  return zoomErrorCodes[code] ?? ownCodes.UNKNOWN;
}
