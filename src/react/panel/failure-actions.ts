import type { ZoomUserAction } from '../../errors/error-codes';
import { errorTextName, type ErrorTextName } from '../../errors/error-texts';
import type { ZoomMeetingError } from '../../errors/zoom-meeting-error';
import type { ZoomPanelStrings } from '../../languages/english';
import type { ZoomPanelIcon } from './panel-icon';

type StringName = keyof ZoomPanelStrings;

/** The look of a failure, which depends on what the user has to do. */
interface FailureLook {
  readonly icon: ZoomPanelIcon;
  readonly hint?: StringName;
  /** The text of a button for something that the user can do elsewhere: at the error's URL, or in the app (`onAction`). */
  readonly button?: StringName;
}

/** The panel of each `userAction`, except the forms. */
export const failureLooks: Readonly<Record<ZoomUserAction, FailureLook>> = {
  none: { icon: 'warning' },
  'try-again': { icon: 'warning' },
  'wait-for-host': { icon: 'clock' },
  'enter-passcode': { icon: 'lock' },
  'enter-email': { icon: 'mail' },
  'sign-in': { icon: 'person', hint: 'hint.signIn', button: 'button.signIn' },
  register: { icon: 'person', hint: 'hint.register', button: 'button.register' },
  'open-zoom-app': { icon: 'app', hint: 'hint.openZoomApp', button: 'button.openZoomApp' },
  'update-browser': { icon: 'warning', hint: 'hint.updateBrowser', button: 'button.openZoomApp' },
  'check-meeting-number': {
    icon: 'search',
    hint: 'hint.checkMeetingNumber',
    button: 'button.checkMeetingNumber',
  },
  'contact-support': { icon: 'warning', hint: 'hint.contactSupport', button: 'button.contactSupport' },
};

/** Failures of which the user’s connection is a likely cause. */
const connectionFailures: readonly ErrorTextName[] = [
  'connection',
  'notLoaded',
  'noSignature',
  'joinTimeout',
];

/** The hint for what may help, if the title does not have it. */
export function failureHint({ code, userAction }: ZoomMeetingError): StringName | undefined {
  const mayBeConnection = userAction === 'try-again' && connectionFailures.includes(errorTextName(code));
  return mayBeConnection ? 'hint.checkConnection' : failureLooks[userAction].hint;
}

/** The button of a failure: a link, or for the app (`onAction`). */
export interface FailureButton {
  readonly text: StringName;
  /** The link. `undefined`: `onAction` is called instead. */
  readonly href?: string;
}

/** The button for what the user can do elsewhere. `undefined` when there is nothing to offer. */
export function failureButton(
  { userAction, url }: ZoomMeetingError,
  meetingNumber: string,
  hasOnAction: boolean,
): FailureButton | undefined {
  const { button } = failureLooks[userAction];
  if (url && /^https:/.test(url)) return { text: button ?? 'button.openZoomApp', href: url };
  // Zoom's own page for a meeting opens the app.
  if (button === 'button.openZoomApp')
    return meetingNumber ? { text: button, href: `https://zoom.us/j/${meetingNumber}` } : undefined;
  return button && hasOnAction ? { text: button } : undefined;
}
