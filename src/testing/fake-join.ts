/** A refusal of a scripted join. Omitted fields get the SDK's own values for the code. */
export interface FakeJoinFailure {
  /** The code that `join()` rejects with, e.g. 3712. */
  errorCode: number;
  /** The SDK's text. Default: the English text of SDK 6.2.0 for this code. */
  reason?: string;
  /** The URL of the page to sign in or register, which is part of the rejection for 3051 and 3099. */
  url?: string;
  /** The SDK's type. Default `JOIN_MEETING_FAILED`, except for 3, 5000, 5001 and 5012, which have types of their own. */
  type?: string;
  /** Whether `join()` resolves with the failure instead of rejecting, which the SDK's types allow. Default false. */
  resolves?: boolean;
}

/**
 * The outcome of one `join()`:
 *
 * - `'ok'`: `Connected`, then the user's own roster row, then the promise resolves.
 * - a code or a `FakeJoinFailure`: refused. 3129 and 3139 become 3008. After 3008 the fake waits for `hostArrives()`, and then
 *   joins with the options of the client's first join. Leaving does not end the wait, and `destroyClient()` ends it only a
 *   second later.
 * - an `Error`: rejects with this error, as the SDK does for unexpected errors.
 * - `'hang'`: no event, and the promise stays pending. Leaving does not settle it. `end()` does, and so does the client's next
 *   `join()`, with its own outcome. After `destroyClient()`, it never settles.
 * - `'connected-only'`: `Connected`, but no own roster row until the connection is lost and restored. The promise rejects when
 *   the meeting is left, lost or over.
 * - `'cancelled-then-connected'`: rejects with `OPERATION_CANCELLED` / `RECONNECTING_MEETING`, yet connects `reconnectMs`
 *   later.
 * - `'waiting-room'`: resolves, but the user is in the waiting room. `admit()` lets the user in.
 */
export type FakeJoin =
  | 'ok'
  | 'hang'
  | 'connected-only'
  | 'cancelled-then-connected'
  | 'waiting-room'
  | number
  | FakeJoinFailure
  | Error;

/** The plain object that the SDK rejects with. */
export interface ZoomFailure {
  type: string;
  reason: string;
  errorCode: number;
  url?: string;
}

/** The English texts of SDK 6.2.0. A code that is missing here gets the text of the SDK's own catch-all. */
const reasons: Readonly<Record<number, string>> = {
  [-3000]: 'connection error',
  3: 'RECONNECTING_MEETING',
  124: 'Token has expired.',
  200: 'Fail to join the meeting.',
  403: 'The service is temporarily offline.',
  3000: 'Already has other meetings in progress.',
  3001: 'Meeting does not exist.',
  3003: 'You are not the meeting host.',
  3004: 'Meeting Passcode wrong.',
  3005: 'User email is required.',
  3008: 'Meeting has not started',
  3009: 'user has been removed',
  3051: 'Require login',
  3052: 'Require login',
  3099: 'This webinar requires registration.',
  3100: 'Require login',
  3603: 'Not support start or join meeting from web.',
  3610: 'Meeting does not exist.',
  3611: 'Unable join from browser, please join using the Zoom desktop client or mobile app.',
  3621: 'No response from web, try again later.',
  3622: 'Could not connect to Web Server error.',
  3625: 'Meeting host is inactive.',
  3633: 'You have reached the API limit for this call.',
  3634: 'You be limit by zoom, need to check recaptcha.',
  3635: 'Download wasm files error, please check your network and firewall.',
  3702: 'The meeting host does not exist.',
  3703: 'Invalid meeting ID.',
  3704: 'The accounts API Key is not valid.',
  3705: 'The signature has expired.',
  3706: 'The meeting number is wrong.',
  3707: 'The meeting number is not found.',
  3708: 'Incorrect role.',
  3709: 'The meeting host is not found.',
  3710: 'The accounts API Key is deactivated.',
  3711: 'Cannot not host another meeting concurrently.',
  3712: 'Signature is invalid.',
  3713: 'No permission.',
  4003: 'Invalid Parameter',
  4004: 'meeting ended',
  4005: 'meeting is at capacity',
  4006: 'meeting locked',
  4007: 'reject for information barriers',
  4008: 'participant exist',
  4011: 'cross account join error',
  4012: 'anonymous join error',
  4013: 'no obfToken',
  4014: 'obfToken is invalid',
  4015: 'obfToken does not match the meeting number',
  4016: 'recording token expired',
  4017: 'authorized user not in meeting',
  4018: 'conflict with login credentials',
  5000:
    "Please update to the latest Chrome, Edge, Safari, or Firefox, as your current browser doesn't support " +
    'audio/video. Retry after the upgrade.',
  5001: 'dependent assets are not accessible',
  5012: 'Duplicated join operation',
  10000: 'The current sdk version is no longer supported, please upgrade to the latest version.',
};

const types: Readonly<Record<number, string>> = {
  3: 'OPERATION_CANCELLED',
  5000: 'INVALID_OPERATION',
  5001: 'INVALID_PARAMETERS',
  5012: 'INVALID_OPERATION',
};

/** The plain object for a code, as `join()` rejects with it. */
export function zoomFailure(failure: number | FakeJoinFailure): ZoomFailure {
  const {
    errorCode: said,
    reason,
    type,
    url,
  } = typeof failure === 'number' ? { errorCode: failure } : failure;
  // As the SDK does, before it rejects.
  const errorCode = said === 3129 || said === 3139 ? hostAbsent : said;
  return {
    type: type ?? types[errorCode] ?? 'JOIN_MEETING_FAILED',
    reason: reason ?? reasons[errorCode] ?? 'Fail to join the meeting.',
    errorCode,
    ...(url !== undefined && { url }),
  };
}

/** After this refusal, the SDK keeps polling, and joins automatically when the host arrives. */
export const hostAbsent = 3008;

/** The failure of a `join()` when the meeting is over before the user is in it, or when it is left after Zoom has answered. */
export const leavingMeeting: ZoomFailure = {
  type: 'OPERATION_CANCELLED',
  reason: 'LEAVING_MEETING',
  errorCode: 3,
};
