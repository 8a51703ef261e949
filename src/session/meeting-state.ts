import type { ZoomMeetingError } from '../errors/zoom-meeting-error';

/** The state of a meeting. Each status has its own fields. `attempt` counts joins from 1. */
export type ZoomMeetingState =
  /** The initial state. */
  | { status: 'idle' }
  /** Another meeting on the page uses the SDK. This one waits, and continues when the SDK is free. */
  | {
      status: 'busy';
      /** The number of the meeting that uses the SDK, digits only. */
      meetingNumber: string;
    }
  /** The SDK is loading while the signature is being fetched. */
  | { status: 'preparing'; attempt: number }
  /** The SDK's `join()` is running. */
  | { status: 'joining'; attempt: number }
  /** A join failed and the next one is scheduled, or the browser is offline. */
  | {
      status: 'retrying';
      /** The next attempt. */
      attempt: number;
      /** When the next attempt starts, in ms since the epoch. May change once the new signature has arrived. */
      nextAttemptAt: number;
      /** Why the last join failed. */
      reason: ZoomMeetingError;
      /** Whether the join waits until the signature becomes valid (`iat`), instead of backing off. */
      holding: boolean;
      /** Whether the join waits until the browser is online again. If so, `nextAttemptAt` has no meaning. */
      offline: boolean;
    }
  /** The host has not started the meeting. The SDK joins automatically when the host starts it. */
  | { status: 'waiting-for-host'; attempt: number }
  /** The participant waits for the host to admit them, or was put on hold. */
  | { status: 'waiting-room'; attempt: number }
  /** In the meeting. */
  | { status: 'joined'; attempt: number }
  /** The connection was lost, and the SDK is reconnecting. `reason` is the SDK's text. */
  | { status: 'reconnecting'; attempt: number; reason: string }
  /** The SDK is leaving the meeting, or ending it for everyone. This takes about half a second, and 20 s at most. */
  | { status: 'leaving' }
  /**
   * The meeting is over. `reason` is `left`, `cancelled` or `ended` after the command of that name, otherwise the SDK's
   * text: `ended by host`, `kicked by host`, `duplicated session`, …
   */
  | { status: 'ended'; reason: string }
  /** The error cannot be retried, or no retry is left. `join()` starts over. */
  | { status: 'failed'; error: ZoomMeetingError };

/** The name of a state. */
export type ZoomMeetingStatus = ZoomMeetingState['status'];

/** Whether this page is in a meeting, joining one or leaving one. */
export function isActive({ status }: ZoomMeetingState): boolean {
  return status !== 'idle' && status !== 'ended' && status !== 'failed';
}
