import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { EventQueue } from './event-queue';
import type { ZoomMeetingCommands } from './meeting-commands';
import { isActive, type ZoomMeetingState } from './meeting-state';
import type { LeaveReason, SessionEvent } from './session-model';
import type { ZoomJoinDetails } from './session-options';

/** What the commands need from their session. */
interface CommandContext {
  readonly queue: EventQueue<SessionEvent>;
  getState(): ZoomMeetingState;
  subscribe(listener: () => void): () => void;
  /** Whether a mounted component holds the session. */
  isRetained(): boolean;
  isHost(): boolean;
  /** Requests the page. Returns the event that starts the join. */
  beginJoin(changes?: Partial<ZoomJoinDetails>): SessionEvent;
  /** Why the SDK refused the last attempt to end the meeting. */
  endRefusal(): ZoomMeetingError | undefined;
  /** Resolves when the SDK is out of the meeting. */
  released(): Promise<void>;
}

/** The commands of a session. They do not use `this`. */
export function createCommands(session: CommandContext): ZoomMeetingCommands {
  const { queue, getState } = session;

  /** Resolves with the state as soon as it matches. */
  function reached(matches: (state: ZoomMeetingState) => boolean): Promise<ZoomMeetingState> {
    return new Promise((resolve) => {
      const check = () => {
        if (!matches(getState())) return;
        unsubscribe();
        resolve(getState());
      };
      const unsubscribe = session.subscribe(check);
      check();
    });
  }

  const isOver = (state: ZoomMeetingState) => !isActive(state);

  async function untilOut(): Promise<void> {
    await reached(isOver);
    await session.released();
  }

  async function leave(reason: LeaveReason): Promise<void> {
    await queue.run(() => ({ type: 'leave', reason }));
    await untilOut();
  }

  return {
    async join(changes) {
      if (getState().status === 'leaving') await reached(isOver);
      // The effects of a child run before those of the component that holds the meeting.
      if (!session.isRetained()) await Promise.resolve();
      if (!session.isRetained()) return { status: 'failed', error: new ZoomMeetingError('GONE') };
      await queue.run(() => (isActive(getState()) ? undefined : session.beginJoin(changes)));
      return reached(({ status }) => status === 'joined' || status === 'failed' || status === 'ended');
    },

    leave: () => leave('left'),

    async end() {
      if (!session.isRetained()) throw new ZoomMeetingError('GONE');
      const state = getState();
      if (isActive(state) && state.status !== 'leaving') {
        if (!session.isHost()) throw new ZoomMeetingError('NOT_HOST');
        await queue.run(() => ({ type: 'leave', reason: 'ended' }));
        await reached(({ status }) => status !== 'leaving');
        const refusal = session.endRefusal();
        if (refusal) throw refusal;
      }
      await untilOut();
    },

    cancel: () => leave('cancelled'),
    retryNow: () => queue.add({ type: 'retry-now' }),
  };
}
