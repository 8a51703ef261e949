import type { ZoomErrorCode, ZoomMeetingErrorCode } from './error-codes';

/** One short English sentence for the participant, and the codes that it explains. */
const texts: readonly { readonly codes: readonly ZoomErrorCode[]; readonly text: string }[] = [
  { codes: [-3000, 403, 404, 3621, 3622], text: 'Can’t connect to Zoom.' },
  { codes: [-1, 4003, 5013, 'INVALID_OPTIONS'], text: 'This meeting isn’t set up correctly.' },
  { codes: [3], text: 'Joining was interrupted.' },
  { codes: [124], text: 'Your registration for this meeting is missing or has expired.' },
  {
    codes: [3136, 3265, 3623],
    text: 'The host’s sign-in (ZAK) is missing, expired or not valid for this meeting.',
  },
  {
    codes: [4013, 4014, 4015],
    text: 'The on-behalf-of token is missing, expired or not valid for this meeting.',
  },
  { codes: [4016], text: 'The recording token is missing, expired or not valid for this meeting.' },
  { codes: [4018], text: 'Your sign-in is missing, expired or not valid for this meeting.' },
  { codes: [4017, 4019], text: 'The person this app acts for isn’t in the meeting yet.' },
  { codes: [3000], text: 'The host is in another meeting.' },
  { codes: [3001, 3610, 3703, 3706, 3707], text: 'There’s no meeting with this number.' },
  { codes: [3003], text: 'You’re not the host of this meeting.' },
  { codes: [3004], text: 'The passcode is incorrect.' },
  { codes: [3005], text: 'This meeting requires your email address.' },
  { codes: [3008, 3129, 3139], text: 'The host hasn’t started the meeting yet.' },
  { codes: [3009], text: 'The host removed you from this meeting.' },
  { codes: [3051, 3052, 3082, 3100, 6024], text: 'This meeting is only for people signed in to Zoom.' },
  { codes: [3099, 3110, 3606], text: 'This meeting requires registration.' },
  { codes: [3603, 3604, 3608, 3609, 3611, 3630], text: 'This meeting can only be joined in the Zoom app.' },
  { codes: [3634], text: 'Zoom requires a captcha, which can’t be shown here.' },
  { codes: [3625], text: 'The host’s Zoom account is inactive.' },
  { codes: [3633], text: 'Too many people are joining right now.' },
  { codes: [3635, 5001], text: 'Some of Zoom’s files are blocked or missing.' },
  { codes: [3702], text: 'The host of this meeting was not found.' },
  { codes: [3704, 3710], text: 'The SDK key is invalid or has been deactivated.' },
  { codes: [3705], text: 'The meeting signature has expired.' },
  { codes: [3708], text: 'You can’t join this meeting with this role. Hosting requires a ZAK.' },
  { codes: [3709, 3711, 3713], text: 'This app isn’t allowed to join this host’s meetings.' },
  { codes: [3712], text: 'Zoom refused the meeting signature.' },
  { codes: [4004], text: 'The meeting has ended.' },
  { codes: [4005], text: 'The meeting is full.' },
  { codes: [4006], text: 'The meeting is locked.' },
  { codes: [4007], text: 'An information barrier prevents you from joining this meeting.' },
  { codes: [4008], text: 'You’re already in this meeting.' },
  { codes: [4011], text: 'This app isn’t allowed to join meetings of other accounts.' },
  { codes: [4012], text: 'This meeting doesn’t accept anonymous participants.' },
  { codes: [5012], text: 'The meeting was joined twice.' },
  { codes: [10000], text: 'This version of the Zoom SDK is no longer supported.' },
  { codes: ['VERSION_CONFLICT'], text: 'This page has two versions of its meeting software.' },
  { codes: ['GONE'], text: 'This meeting is no longer on the page.' },
  { codes: ['NOT_HOST'], text: 'Only the host can do this.' },
  { codes: ['NOT_JOINED'], text: 'You’re not in the meeting.' },
  { codes: ['ACTION_TIMEOUT'], text: 'Zoom took too long.' },
  { codes: ['SDK_LOAD_FAILED'], text: 'Zoom couldn’t be loaded.' },
  {
    codes: ['SIGNATURE_FETCH_FAILED', 'SIGNATURE_REJECTED', 'SIGNATURE_MALFORMED'],
    text: 'We couldn’t get the meeting ready.',
  },
  { codes: ['SIGNATURE_TIMEOUT'], text: 'Getting the meeting ready took too long.' },
  {
    codes: ['SIGNATURE_UNAUTHORIZED'],
    text: 'You’re not signed in, or you don’t have access to this meeting.',
  },
  { codes: ['JOIN_TIMEOUT'], text: 'Joining took too long.' },
  { codes: ['UNSUPPORTED_BROWSER'], text: 'This browser doesn’t support Zoom meetings.' },
  { codes: [200, 'UNKNOWN'], text: 'Zoom couldn’t open the meeting.' },
];

/** What a code means: one short English sentence for the participant. */
export function errorText(code: ZoomErrorCode): string {
  const found = texts.find(({ codes }) => codes.includes(code));
  return found ? found.text : errorText('UNKNOWN' satisfies ZoomMeetingErrorCode);
}
