import type { ZoomMeetingState } from './meeting-state';
import type { ZoomJoinDetails } from './session-options';

/** What can be done with a meeting. All promises settle, and none rejects. */
export interface ZoomMeetingCommands {
  /**
   * Joins, unless joined or joining. `changes` win over the options, for this and later joins: a passcode, for example.
   * Resolves with the state that the join led to: `joined`, `failed` or `ended`.
   */
  join(changes?: Partial<ZoomJoinDetails>): Promise<ZoomMeetingState>;
  /** Leaves; resolves when left. */
  leave(): Promise<void>;
  /** Ends the meeting for everybody (hosts only); resolves when ended. */
  end(): Promise<void>;
  /** Joins now instead of at `nextAttemptAt`. While `holding` Zoom is likely to refuse it, and there are five joins at most. */
  retryNow(): void;
  /** Gives up joining or waiting. */
  cancel(): Promise<void>;
}
