import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { EventQueue } from './event-queue';
import type { ZoomMeetingCommands } from './meeting-commands';
import { isActive, type ZoomMeetingState } from './meeting-state';
import type { JoinChanges } from './join-changes';
import type { LeaveReason, SessionEvent } from './session-model';
import type { ZoomJoinDetails } from './session-options';

/** The outcome of `join(changes)` when a join has already begun. */
export interface ChangedJoin {
  /** What is wrong with the changes. If this is set, they are not used. */
  invalid?: ZoomMeetingError | undefined;
  event?: SessionEvent | undefined;
}

/** The parts of the session that the commands need. */
interface CommandContext {
  readonly queue: EventQueue<SessionEvent>;
  getState(): ZoomMeetingState;
  subscribe(listener: () => void): () => void;
  /** Whether a mounted component holds the session. */
  isRetained(): boolean;
  isHost(): boolean;
  /** Resolves with whether a mounted component holds the session, or is about to. */
  retained(): Promise<boolean>;
  /** The changes of a call to `join()`. */
  changesOf(values: Partial<ZoomJoinDetails> | undefined): JoinChanges;
  /** Requests the page. Returns the event that starts the join. */
  beginJoin(changes: JoinChanges): SessionEvent;
  /** Uses changes in a join that has begun. */
  changeJoin(changes: JoinChanges): ChangedJoin;
  /** Returns the event that leaves the meeting. */
  beginLeave(reason: LeaveReason): SessionEvent;
  /** Whether a join follows when the meeting is left. */
  isJoinNext(): boolean;
  /** Why the SDK refused the last attempt to end the meeting. */
  endRefusal(): ZoomMeetingError | undefined;
  /** Resolves when the SDK is out of the meeting. */
  released(): Promise<void>;
}

/** The commands of a session. They do not use `this`. */
export function createCommands(session: CommandContext): ZoomMeetingCommands {
  const { queue, getState } = session;

  /**
   * Runs a command when its turn comes. Resolves with its outcome, as soon as there is one. The outcome is checked as soon as the
   * event is handled, because a later state may be that of another command.
   */
  function run<Outcome>(
    command: () => SessionEvent | undefined,
    outcomeOf: (state: ZoomMeetingState) => Outcome | undefined,
  ): Promise<Outcome> {
    return new Promise((resolve) => {
      const check = () => {
        const outcome = outcomeOf(getState());
        if (outcome === undefined) return;
        unsubscribe();
        resolve(outcome);
      };
      let unsubscribe = () => {};
      queue.run(command, () => {
        unsubscribe = session.subscribe(check);
        check();
      });
    });
  }

  const leaving = (reason: LeaveReason) => () => session.beginLeave(reason);

  /** The last `leave()` or `cancel()`. It also withdraws a `join()` that waits for a component to be mounted. */
  let lastLeave: { reason: LeaveReason } | undefined;

  async function leave(reason: LeaveReason): Promise<void> {
    lastLeave = { reason };
    await run(leaving(reason), (state) => (isActive(state) ? undefined : state));
    await session.released();
  }

  /** If a join follows, `ended` is not the outcome of that join. */
  function joinOutcome(state: ZoomMeetingState): ZoomMeetingState | undefined {
    if (state.status === 'ended') return session.isJoinNext() ? undefined : state;
    return state.status === 'joined' || state.status === 'failed' ? state : undefined;
  }

  return {
    async join(values) {
      // Read now, even if the join has to wait, because the changes belong to the person that the current options describe.
      const changes = session.changesOf(values);
      const before = lastLeave;
      const isHeld = session.isRetained() || (await session.retained());
      const after = lastLeave;
      if (after && after !== before) return { status: 'ended', reason: after.reason };
      if (!isHeld) return { status: 'failed', error: new ZoomMeetingError('GONE') };
      let invalid: ZoomMeetingError | undefined;
      const join = (): SessionEvent | undefined => {
        const state = getState();
        if (state.status === 'leaving') return { type: 'join-next', changes };
        if (!isActive(state)) return session.beginJoin(changes);
        const changed = session.changeJoin(changes);
        invalid = changed.invalid;
        return changed.event;
      };
      return run(join, (state) => (invalid ? { status: 'failed', error: invalid } : joinOutcome(state)));
    },

    leave: () => leave('left'),

    async end() {
      if (!session.isRetained()) throw new ZoomMeetingError('GONE');
      const state = getState();
      if (isActive(state) && state.status !== 'leaving' && !session.isHost())
        throw new ZoomMeetingError('NOT_HOST');
      const { refusal } = await run(leaving('ended'), (now) => {
        if (now.status === 'leaving') return undefined;
        // Also rejects if the meeting was left after the refusal, because it continues without this user.
        return { refusal: isActive(state) ? session.endRefusal() : undefined };
      });
      if (refusal) throw refusal;
      await session.released();
    },

    cancel: () => leave('cancelled'),
    retryNow: () => queue.add({ type: 'retry-now' }),
  };
}
