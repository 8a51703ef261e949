import type { ZoomMeetingState } from './meeting-state';
import type { ZoomJoinDetails } from './session-options';

/** The commands of a meeting. Every promise resolves, none rejects. */
export interface ZoomMeetingCommands {
  /**
   * Joins, unless already joined or joining. `changes`, such as a passcode, override the options for this and later
   * joins. Resolves with the resulting state: `joined`, `failed` or `ended`.
   */
  join(changes?: Partial<ZoomJoinDetails>): Promise<ZoomMeetingState>;
  /** Leaves the meeting. */
  leave(): Promise<void>;
  /** Ends the meeting for everyone. Hosts only. */
  end(): Promise<void>;
  /** Joins now instead of at `nextAttemptAt`. While `holding`, Zoom will likely refuse it. It counts as a join. */
  retryNow(): void;
  /** Stops joining or waiting. */
  cancel(): Promise<void>;
}
