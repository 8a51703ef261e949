import type { ZoomUserAction } from '../errors/error-codes';
import { errorText } from '../errors/error-texts';

/** All texts of the default panels. */
export const strings = {
  preparing: 'Getting the meeting ready…',
  joining: 'Joining…',
  busy: 'Another meeting is open on this page.',
  busyHint: 'You’ll join this one when the other one ends.',
  offline: 'You’re offline.',
  offlineHint: 'You’ll join when the connection is back.',
  retrying: 'This is taking longer than usual…',
  nextTry: (seconds: number) => (seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again…'),
  waitingForHost: 'The host hasn’t started the meeting yet.',
  waitingForHostHint: 'You’ll join automatically when the host starts the meeting.',
  waitingRoom: 'Please wait for the host to let you in.',
  reconnecting: 'Connection lost. Reconnecting…',
  leaving: 'Leaving…',
  passcode: 'Meeting passcode',
  passcodeWrong: 'Enter the meeting passcode.',
  join: 'Join',
  joinAgain: 'Join again',
  tryNow: 'Try now',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  leave: 'Leave',
  openLink: 'Continue on Zoom',
  ended: {
    left: 'You left the meeting.',
    cancelled: 'You cancelled joining.',
    ended: 'You ended the meeting.',
    'ended by host': 'The host ended the meeting.',
    'kicked by host': 'The host removed you from the meeting.',
    'duplicated session': 'You joined this meeting from another device or tab.',
  } as Record<string, string>,
  endedOtherwise: 'The meeting has ended.',
  /** Why it failed, by error code. */
  errorText,
  actionHints: {
    'contact-support': 'If this keeps happening, contact support.',
    'sign-in': 'Sign in, then try again.',
    'open-zoom-app': 'Open the meeting in the Zoom app instead.',
    'update-browser': 'Use a current version of Chrome, Edge, Firefox or Safari.',
    'check-meeting-number': 'Check the meeting number.',
  } as Partial<Record<ZoomUserAction, string>>,
  forDevelopers: 'For developers',
};
