import type { ZoomUserAction } from '../errors/error-codes';
import { errorText } from '../errors/error-texts';

/** Every word of the default panels. */
export const strings = {
  preparing: 'Getting the meeting ready…',
  joining: 'Joining…',
  retrying: 'Joining takes a moment longer…',
  nextTry: (seconds: number) => (seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again…'),
  waitingForHost: 'The host has not started the meeting yet.',
  waitingForHostHint: 'You will join by yourself as soon as it starts.',
  waitingRoom: 'Please wait: the host will let you in.',
  reconnecting: 'The connection dropped. Reconnecting…',
  leaving: 'Leaving…',
  passcode: 'Meeting passcode',
  passcodeWrong: 'This meeting needs its passcode.',
  join: 'Join',
  joinAgain: 'Join again',
  tryNow: 'Try now',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  leave: 'Leave',
  openLink: 'Continue on Zoom',
  ended: {
    left: 'You have left the meeting.',
    cancelled: 'Joining was cancelled.',
    ended: 'You have ended the meeting.',
    'ended by host': 'The host has ended the meeting.',
    'kicked by host': 'The host has removed you from the meeting.',
    'duplicated session': 'You joined this meeting somewhere else.',
  } as Record<string, string>,
  over: 'The meeting is over.',
  what: {
    'contact-support': 'Please tell the people who run this site.',
    'sign-in': 'Please sign in and try again.',
    'open-zoom-app': 'Please open the meeting in the Zoom app.',
    'update-browser': 'Please use a current version of Chrome, Edge, Firefox or Safari.',
    'check-meeting-number': 'Please check the meeting number.',
  } as Partial<Record<ZoomUserAction, string>>,
  /** Why it failed. */
  why: errorText,
  forDevelopers: 'For developers',
};
