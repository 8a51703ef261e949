import type { ZoomErrorCode } from './error-codes';

/**
 * The meaning of each code for the participant, in English: one short sentence without a full stop. The key is the name that other
 * languages translate.
 */
const kinds = {
  connection: { codes: [-3000, 403, 404, 3621, 3622], text: 'Can’t connect to Zoom' },
  notLoaded: { codes: [3635, 5001, 'SDK_LOAD_FAILED'], text: 'Zoom couldn’t be loaded' },
  setUp: { codes: [-1, 4003, 5013, 'INVALID_OPTIONS'], text: 'This meeting isn’t set up correctly' },
  noSignature: {
    codes: ['SIGNATURE_FETCH_FAILED', 'SIGNATURE_REJECTED', 'SIGNATURE_MALFORMED'],
    text: 'We couldn’t get the meeting ready',
  },
  joinTimeout: { codes: ['SIGNATURE_TIMEOUT', 'JOIN_TIMEOUT'], text: 'Joining took too long' },
  interrupted: { codes: [3], text: 'Joining was interrupted' },
  unknown: { codes: [200, 'UNKNOWN'], text: 'Zoom couldn’t open the meeting' },

  noAccess: { codes: ['SIGNATURE_UNAUTHORIZED'], text: 'You don’t have access to this meeting' },
  wrongPasscode: { codes: [3004], text: 'The passcode is incorrect' },
  emailRequired: { codes: [3005], text: 'This meeting requires your email address' },
  signInRequired: {
    codes: [3051, 3052, 3082, 3100, 6024],
    text: 'This meeting is only for people signed in to Zoom',
  },
  registrationRequired: { codes: [3099, 3110, 3606], text: 'This meeting requires registration' },
  registrationExpired: { codes: [124], text: 'Your registration is missing or has expired' },
  signInExpired: { codes: [4018], text: 'You’re not signed in to Zoom, or your sign-in has expired' },
  hostSignInExpired: {
    codes: [3136, 3265, 3623],
    text: 'The host isn’t signed in to Zoom, or their sign-in has expired',
  },
  permissionExpired: {
    codes: [3705, 4013, 4014, 4015],
    text: 'This app’s permission to join is missing or has expired',
  },
  recordingPermissionExpired: { codes: [4016], text: 'The permission to record is missing or has expired' },

  noSuchMeeting: { codes: [3001, 3610, 3703, 3706, 3707], text: 'There’s no meeting with this ID' },
  hostUnknown: { codes: [3702], text: 'The host of this meeting wasn’t found' },
  hostInactive: { codes: [3625], text: 'The host’s Zoom account is inactive' },
  hostBusy: { codes: [3000], text: 'The host is in another meeting' },
  hostMissing: { codes: [3008, 3129, 3139], text: 'The host hasn’t started the meeting yet' },
  representedPersonMissing: {
    codes: [4017, 4019],
    text: 'The person this app acts for isn’t in the meeting',
  },
  tooManyJoining: { codes: [3633], text: 'Too many people are joining right now' },
  full: { codes: [4005], text: 'The meeting is full' },
  locked: { codes: [4006], text: 'The meeting is locked' },
  alreadyIn: { codes: [4008, 5012], text: 'You’re already in this meeting' },
  removed: { codes: [3009], text: 'The host removed you from this meeting' },
  over: { codes: [4004], text: 'The meeting has ended' },

  signatureRefused: { codes: [3712], text: 'Zoom didn’t accept the request to join' },
  appRefused: { codes: [3704, 3710], text: 'Zoom didn’t accept this app' },
  notAllowed: { codes: [3709, 3711, 3713, 4011], text: 'This app isn’t allowed to join this meeting' },
  role: { codes: [3708], text: 'You can’t join this meeting in this role' },
  notTheHost: { codes: [3003], text: 'You’re not the host of this meeting' },
  anonymous: { codes: [4012], text: 'This meeting doesn’t allow anonymous participants' },
  informationBarrier: { codes: [4007], text: 'Your organization doesn’t allow you to join this meeting' },

  zoomAppOnly: {
    codes: [3603, 3604, 3608, 3609, 3611, 3630],
    text: 'This meeting can’t be joined in a browser',
  },
  captcha: { codes: [3634], text: 'Zoom’s security check can’t be shown here' },
  unsupportedBrowser: { codes: ['UNSUPPORTED_BROWSER'], text: 'This browser doesn’t support Zoom meetings' },
  sdkTooOld: { codes: [10000], text: 'This app uses a version of Zoom that’s no longer supported' },
  versionConflict: {
    codes: ['VERSION_CONFLICT'],
    text: 'This page loads two versions of its meeting software',
  },

  gone: { codes: ['GONE'], text: 'This meeting is no longer on the page' },
  hostOnly: { codes: ['NOT_HOST'], text: 'Only the host can do this' },
  notJoined: { codes: ['NOT_JOINED'], text: 'You’re not in the meeting' },
  actionTimeout: { codes: ['ACTION_TIMEOUT'], text: 'Zoom didn’t respond in time' },
} as const satisfies Record<string, { readonly codes: readonly ZoomErrorCode[]; readonly text: string }>;

/** The name of the text that explains an error to the participant. */
export type ErrorTextName = keyof typeof kinds;

/** The names of all texts. */
export const errorTextNames = /* #__PURE__ */ Object.keys(kinds) as ErrorTextName[];

/** The name of the text that explains a code. */
export function errorTextName(code: ZoomErrorCode): ErrorTextName {
  return (
    errorTextNames.find((name) => (kinds[name].codes as readonly ZoomErrorCode[]).includes(code)) ?? 'unknown'
  );
}

/** The English text of a name, without a full stop. */
export const errorTitle = (name: ErrorTextName): string => kinds[name].text;

/** The meaning of a code: one short English sentence for the participant. */
export const errorText = (code: ZoomErrorCode): string => `${errorTitle(errorTextName(code))}.`;
