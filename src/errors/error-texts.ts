import type { ZoomErrorCode } from './error-codes';

/**
 * What each code means to the participant, in English: one short sentence without a full stop. The key is the name that other
 * languages translate.
 */
const kinds = {
  connection: { codes: [-3000, 403, 404, 3621, 3622], text: 'Can’t connect to Zoom' },
  setUp: { codes: [-1, 4003, 5013, 'INVALID_OPTIONS'], text: 'This meeting isn’t set up correctly' },
  interrupted: { codes: [3], text: 'Joining was interrupted' },
  registrationExpired: { codes: [124], text: 'Your registration for this meeting is missing or has expired' },
  zak: {
    codes: [3136, 3265, 3623],
    text: 'The host’s sign-in (ZAK) is missing, expired or not valid for this meeting',
  },
  obfToken: {
    codes: [4013, 4014, 4015],
    text: 'The on-behalf-of token is missing, expired or not valid for this meeting',
  },
  recordingToken: {
    codes: [4016],
    text: 'The recording token is missing, expired or not valid for this meeting',
  },
  signInExpired: { codes: [4018], text: 'Your sign-in is missing, expired or not valid for this meeting' },
  representedPersonMissing: {
    codes: [4017, 4019],
    text: 'The person this app acts for isn’t in the meeting yet',
  },
  hostBusy: { codes: [3000], text: 'The host is in another meeting' },
  noSuchMeeting: { codes: [3001, 3610, 3703, 3706, 3707], text: 'There’s no meeting with this number' },
  notTheHost: { codes: [3003], text: 'You’re not the host of this meeting' },
  wrongPasscode: { codes: [3004], text: 'The passcode is incorrect' },
  emailRequired: { codes: [3005], text: 'This meeting requires your email address' },
  hostMissing: { codes: [3008, 3129, 3139], text: 'The host hasn’t started the meeting yet' },
  removed: { codes: [3009], text: 'The host removed you from this meeting' },
  signInRequired: {
    codes: [3051, 3052, 3082, 3100, 6024],
    text: 'This meeting is only for people signed in to Zoom',
  },
  registrationRequired: { codes: [3099, 3110, 3606], text: 'This meeting requires registration' },
  zoomAppOnly: {
    codes: [3603, 3604, 3608, 3609, 3611, 3630],
    text: 'This meeting can only be joined in the Zoom app',
  },
  captcha: { codes: [3634], text: 'Zoom requires a captcha, which can’t be shown here' },
  hostInactive: { codes: [3625], text: 'The host’s Zoom account is inactive' },
  tooManyJoining: { codes: [3633], text: 'Too many people are joining right now' },
  filesMissing: { codes: [3635, 5001], text: 'Some of Zoom’s files are blocked or missing' },
  hostUnknown: { codes: [3702], text: 'The host of this meeting was not found' },
  sdkKey: { codes: [3704, 3710], text: 'The SDK key is invalid or has been deactivated' },
  signatureExpired: { codes: [3705], text: 'The meeting signature has expired' },
  role: { codes: [3708], text: 'You can’t join this meeting with this role. Hosting requires a ZAK' },
  notAllowed: { codes: [3709, 3711, 3713], text: 'This app isn’t allowed to join this host’s meetings' },
  signatureRefused: { codes: [3712], text: 'Zoom refused the meeting signature' },
  over: { codes: [4004], text: 'The meeting has ended' },
  full: { codes: [4005], text: 'The meeting is full' },
  locked: { codes: [4006], text: 'The meeting is locked' },
  informationBarrier: {
    codes: [4007],
    text: 'An information barrier prevents you from joining this meeting',
  },
  alreadyIn: { codes: [4008], text: 'You’re already in this meeting' },
  otherAccount: { codes: [4011], text: 'This app isn’t allowed to join meetings of other accounts' },
  anonymous: { codes: [4012], text: 'This meeting doesn’t accept anonymous participants' },
  joinedTwice: { codes: [5012], text: 'The meeting was joined twice' },
  sdkTooOld: { codes: [10000], text: 'This version of the Zoom SDK is no longer supported' },
  versionConflict: {
    codes: ['VERSION_CONFLICT'],
    text: 'This page has two versions of its meeting software',
  },
  gone: { codes: ['GONE'], text: 'This meeting is no longer on the page' },
  hostOnly: { codes: ['NOT_HOST'], text: 'Only the host can do this' },
  notJoined: { codes: ['NOT_JOINED'], text: 'You’re not in the meeting' },
  actionTimeout: { codes: ['ACTION_TIMEOUT'], text: 'Zoom took too long' },
  sdkNotLoaded: { codes: ['SDK_LOAD_FAILED'], text: 'Zoom couldn’t be loaded' },
  noSignature: {
    codes: ['SIGNATURE_FETCH_FAILED', 'SIGNATURE_REJECTED', 'SIGNATURE_MALFORMED'],
    text: 'We couldn’t get the meeting ready',
  },
  signatureTimeout: { codes: ['SIGNATURE_TIMEOUT'], text: 'Getting the meeting ready took too long' },
  noAccess: {
    codes: ['SIGNATURE_UNAUTHORIZED'],
    text: 'You’re not signed in, or you don’t have access to this meeting',
  },
  joinTimeout: { codes: ['JOIN_TIMEOUT'], text: 'Joining took too long' },
  unsupportedBrowser: { codes: ['UNSUPPORTED_BROWSER'], text: 'This browser doesn’t support Zoom meetings' },
  unknown: { codes: [200, 'UNKNOWN'], text: 'Zoom couldn’t open the meeting' },
} as const satisfies Record<string, { readonly codes: readonly ZoomErrorCode[]; readonly text: string }>;

/** What an error means to the participant: the name of a text. */
export type ErrorTextName = keyof typeof kinds;

/** All of them. */
export const errorTextNames = /* #__PURE__ */ Object.keys(kinds) as ErrorTextName[];

/** The name of the text that explains a code. */
export function errorTextName(code: ZoomErrorCode): ErrorTextName {
  return (
    errorTextNames.find((name) => (kinds[name].codes as readonly ZoomErrorCode[]).includes(code)) ?? 'unknown'
  );
}

/** The English text of a name, without a full stop. */
export const errorTitle = (name: ErrorTextName): string => kinds[name].text;

/** What a code means: one short English sentence for the participant. */
export const errorText = (code: ZoomErrorCode): string => `${errorTitle(errorTextName(code))}.`;
