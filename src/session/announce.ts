import { reportAppError } from '../errors/report-app-error';
import type { SessionModel } from './session-model';
import type { ZoomMeetingOptions } from './session-options';

type Callbacks = Pick<ZoomMeetingOptions, 'onStatusChange' | 'onJoined' | 'onRetry' | 'onEnded' | 'onError'>;

/** Calls the app's callbacks for the change from one model to the next, as long as a component is mounted. */
export function announce(
  before: SessionModel,
  after: SessionModel,
  callbacks: Callbacks,
  isMounted: () => boolean,
): void {
  const { state } = after;
  tell(() => callbacks.onStatusChange?.(state));
  // A callback may have unmounted the meeting.
  if (!isMounted()) return;
  if (after.hasJoined && !before.hasJoined) tell(callbacks.onJoined);
  // Called once per failure, not again when the new signature or the connection changes the time of the retry.
  const hasFailed = after.lastError !== undefined && after.lastError !== before.lastError;
  if (state.status === 'retrying' && hasFailed) tell(() => callbacks.onRetry?.(state));
  if (state.status === 'ended') tell(() => callbacks.onEnded?.(state.reason));
  if (state.status === 'failed') tell(() => callbacks.onError?.(state.error));
}

/** Calls a listener. An error that it throws is reported, and does not stop the meeting. */
export function tell(callback: (() => void) | undefined): void {
  try {
    callback?.();
  } catch (error) {
    reportAppError(error);
  }
}
