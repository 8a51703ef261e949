import type { ZoomMeetingState } from './meeting-state';
import type { ZoomJoinDetails } from './session-options';

/** The commands of a meeting. Every promise settles. */
export interface ZoomMeetingCommands {
  /**
   * Joins, unless already joined or joining. `changes`, such as a passcode, are for this join and the automatic ones after a
   * lost connection. They override the fetcher's answer, which overrides the options. They belong to the person of the options
   * (`userName`, `userEmail`, `customerKey`): if that changes, only the passcode is kept.
   *
   * If a join has begun, `changes` are added to its own. The next call of the SDK's `join()` uses them: that is this join while the
   * status is `busy`, `preparing` or `retrying`, and otherwise an automatic one. Invalid ones are not used: the promise resolves with
   * `failed` and the code `INVALID_OPTIONS`, and the join continues.
   *
   * Resolves with the resulting state: `joined`, `failed` or `ended`. Never rejects. When the component that held the meeting
   * is unmounted, nothing is joined, and it resolves with `failed` and the code `GONE`.
   */
  join(changes?: Partial<ZoomJoinDetails>): Promise<ZoomMeetingState>;
  /** Leaves the meeting. Resolves when the SDK is out of it. Never rejects. */
  leave(): Promise<void>;
  /**
   * Ends the meeting for everyone. Resolves when it is over. Rejects with a `ZoomMeetingError`, and stays in the meeting, when
   * only a host can end it (`NOT_HOST`), when the SDK does not answer within 3 s (`ACTION_TIMEOUT`; Zoom may still end it), when
   * the SDK refuses it for another reason (Zoom's number, or `UNKNOWN`), or when the component that held the meeting is unmounted
   * (`GONE`).
   */
  end(): Promise<void>;
  /** Joins now instead of at `nextAttemptAt`. While `holding`, Zoom will likely refuse it. It counts as a join. */
  retryNow(): void;
  /**
   * Stops joining or waiting, and turns `failed` into `ended`. Resolves when the SDK is out of the meeting. Never rejects.
   */
  cancel(): Promise<void>;
}
