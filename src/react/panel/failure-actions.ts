import type { ZoomUserAction } from '../../errors/error-codes';
import type { ZoomMeetingError } from '../../errors/zoom-meeting-error';
import type { ZoomMeetingStrings } from '../../languages/english';
import type { ZoomPanelIcon } from './panel-icon';

type StringName = keyof ZoomMeetingStrings;

/** How a failure looks that asks the user for this. */
interface FailureLook {
  readonly icon: ZoomPanelIcon;
  readonly hint?: StringName;
  /** What the user can do elsewhere: at the URL of the error, or in the app (`onAction`). */
  readonly button?: StringName;
}

/** The panel of each `userAction` but the forms. */
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

/** Where the button of a failure leads. */
export type FailureTarget = { readonly type: 'link'; readonly href: string } | { readonly type: 'app' };

/** Where the button of a failure leads, and `undefined` when the panel has none. */
export function failureTarget(
  { userAction, url }: ZoomMeetingError,
  meetingNumber: string,
  hasOnAction: boolean,
): FailureTarget | undefined {
  if (!failureLooks[userAction].button) return undefined;
  if (url && /^https:/.test(url)) return { type: 'link', href: url };
  // Zoom's own page for a meeting, which opens the app.
  if (userAction === 'open-zoom-app' || userAction === 'update-browser') {
    return meetingNumber ? { type: 'link', href: `https://zoom.us/j/${meetingNumber}` } : undefined;
  }
  return hasOnAction ? { type: 'app' } : undefined;
}
