import type { ZoomMeetingState } from './meeting-state';
import type { ZoomJoinDetails } from './session-options';

/** The commands of a meeting. Every promise settles. */
export interface ZoomMeetingCommands {
  /**
   * Joins, unless already joined or joining. `changes`, such as a passcode, apply to this join and to the automatic joins after a
   * lost connection. They override what `fetchSignature` returns, which overrides the options. They belong to the person in the
   * options (`userName`, `userEmail`, `customerKey`): if the person changes, only the passcode is kept.
   *
   * If a join is already in progress, `changes` are added to its changes. The next call to the SDK's `join()` uses them: in the
   * states `busy`, `preparing` and `retrying`, that is the next attempt of this join, and in other states an automatic join.
   * Invalid changes are not used: the promise resolves with `failed` and the code `INVALID_OPTIONS`, and the join continues.
   *
   * Resolves with the resulting state: `joined`, `failed` or `ended`. Never rejects. If the component that held the meeting is
   * unmounted, nothing is joined, and the promise resolves with `failed` and the code `GONE`.
   */
  join(changes?: Partial<ZoomJoinDetails>): Promise<ZoomMeetingState>;
  /** Leaves the meeting. Resolves when the SDK has left it. Never rejects. */
  leave(): Promise<void>;
  /**
   * Ends the meeting for everyone. Resolves when it is over. If it fails, the user stays in the meeting, and it rejects with a
   * `ZoomMeetingError`: `NOT_HOST` if the user is not a host, `ACTION_TIMEOUT` if the SDK does not respond within 3 s (Zoom may
   * still end the meeting), `GONE` if the component that held the meeting is unmounted, and otherwise Zoom's number or
   * `UNKNOWN`.
   */
  end(): Promise<void>;
  /**
   * Joins now instead of at `nextAttemptAt`. While `holding` is true, Zoom will probably refuse this join. It counts towards
   * the limit of five joins.
   */
  retryNow(): void;
  /** Stops joining or waiting, and turns `failed` into `ended`. Resolves when the SDK has left the meeting. Never rejects. */
  cancel(): Promise<void>;
}
