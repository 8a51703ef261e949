import { errorTitle, errorTextNames, type ErrorTextName } from '../errors/error-texts';
import type { ZoomLobbyStrings } from './lobby/english';

/** The texts of the panels. `{…}` is replaced. Titles have no full stop. */
const texts = {
  'idle.title': 'Ready to join?',
  'preparing.title': 'Getting the meeting ready…',
  'joining.title': 'Joining…',
  'leaving.title': 'Leaving…',
  'busy.title': 'Another meeting is open on this page',
  'busy.text': 'You’ll join this meeting when the other one ends.',
  'offline.title': 'You’re offline',
  'offline.text': 'You’ll join when you’re back online.',
  'retrying.title': 'This is taking longer than usual',
  'retrying.text': 'Trying again in {time}.',
  'retrying.now': 'Trying again…',
  'waitingForHost.title': 'The host hasn’t started the meeting yet',
  'waitingForHost.text': 'You’ll join automatically when the host starts the meeting.',
  'waitingRoom.title': 'Please wait for the host to let you in',
  'waitingRoom.text': 'Keep this page open. You’ll join automatically.',
  'reconnecting.title': 'Reconnecting…',
  'reconnecting.text': 'The connection was lost.',

  'ended.left': 'You left the meeting',
  'ended.cancelled': 'Joining was canceled',
  'ended.ended': 'You ended the meeting',
  'ended.byHost': 'The host ended the meeting',
  'ended.removed': 'The host removed you from the meeting',
  'ended.elsewhere': 'You joined this meeting from another device or tab',
  'ended.otherwise': 'The meeting has ended',

  'passcode.title': 'Enter the meeting passcode',
  'passcode.label': 'Meeting passcode',
  'passcode.wrong': 'That passcode didn’t work. Check it and try again.',
  'passcode.show': 'Show passcode',
  'email.title': 'Enter your email address',
  'email.text': 'The host asks for it before you can join.',
  'email.label': 'Email address',

  'hint.contactSupport': 'If this keeps happening, contact support.',
  'hint.checkConnection': 'Check your connection, then try again.',
  'hint.signIn': 'Sign in, then try again.',
  'hint.register': 'Register, then try again.',
  'hint.openZoomApp': 'You can still join in the Zoom app.',
  'hint.updateBrowser': 'Use the latest version of Chrome, Edge, Firefox or Safari, or join in the Zoom app.',
  'hint.checkMeetingNumber': 'Check the meeting ID.',

  'button.join': 'Join',
  'button.joinAgain': 'Join again',
  'button.tryNow': 'Try now',
  'button.tryAgain': 'Try again',
  'button.cancel': 'Cancel',
  'button.leave': 'Leave',
  'button.signIn': 'Sign in',
  'button.register': 'Register',
  'button.openZoomApp': 'Open in Zoom',
  'button.contactSupport': 'Contact support',
  'button.checkMeetingNumber': 'Change the meeting ID',

  newTab: 'Opens in a new tab',
  supportCode: 'Error code {code}',
  forDevelopers: 'For developers',
};

/** The texts of the panels, by name. */
export type ZoomPanelStrings = Record<keyof typeof texts | `error.${ErrorTextName}`, string>;

/** All texts of the panels and of the lobby, by name. */
export type ZoomMeetingStrings = Record<keyof ZoomPanelStrings | keyof ZoomLobbyStrings, string>;

/** The texts of the panels in English. */
export const english = /* #__PURE__ */ Object.assign(
  {},
  texts,
  /* #__PURE__ */ Object.fromEntries(
    /* #__PURE__ */ errorTextNames.map((name) => [`error.${name}`, errorTitle(name)]),
  ),
) as ZoomPanelStrings;
