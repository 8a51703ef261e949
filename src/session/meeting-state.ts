import type { ZoomMeetingError } from '../errors/zoom-meeting-error';

/** Where a meeting is. Every status has just the fields that make sense for it. `attempt` counts joins from 1. */
export type ZoomMeetingState =
  /** Nothing was asked for yet. */
  | { status: 'idle' }
  /** The SDK is loading and the signature is being fetched, side by side. */
  | { status: 'preparing'; attempt: number }
  /** The SDK's `join()` is under way. */
  | { status: 'joining'; attempt: number }
  /** A join failed and another one follows by itself. */
  | {
      status: 'retrying';
      /** The attempt that comes next. */
      attempt: number;
      /** When it is due, in ms since the epoch. May move once the fresh signature has arrived. */
      nextAttemptAt: number;
      /** Why the last join failed. */
      reason: ZoomMeetingError;
      /** Whether it waits for the signature's `iat` instead of backing off. */
      holding: boolean;
    }
  /** The meeting has not started; the SDK joins by itself when it does. */
  | { status: 'waiting-for-host'; attempt: number }
  /** The host has to let the participant in, or has put them on hold. */
  | { status: 'waiting-room'; attempt: number }
  /** In the meeting; the SDK shows it. */
  | { status: 'joined'; attempt: number }
  /** The connection dropped and the SDK is getting it back. `reason` is the SDK's word. */
  | { status: 'reconnecting'; attempt: number; reason: string }
  /** The SDK is leaving, or ending the meeting for everybody. Takes 5 s at most. */
  | { status: 'leaving' }
  /**
   * Over. `reason` is `left`, `cancelled` or `ended` when it was this side's doing, else the SDK's word:
   * `ended by host`, `kicked by host`, `duplicated session`, …
   */
  | { status: 'ended'; reason: string }
  /** No retry helps, or none is left. `join()` begins anew. */
  | { status: 'failed'; error: ZoomMeetingError };

/** The word for where a meeting is. */
export type ZoomMeetingStatus = ZoomMeetingState['status'];

/** Whether this page takes part in a meeting, or is on its way into or out of one. */
export function isActive({ status }: ZoomMeetingState): boolean {
  return status !== 'idle' && status !== 'ended' && status !== 'failed';
}
