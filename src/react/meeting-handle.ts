import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomClient } from '../sdk/zoom-sdk';
import type { ZoomMeetingCommands } from '../session/meeting-commands';
import type { ZoomMeetingState, ZoomMeetingStatus } from '../session/meeting-state';
import type { ZoomMeetingSession } from '../session/session';

/**
 * A meeting: its state and its commands. `getZoomActions(meeting)` returns its actions, such as `mute`. They are separate, so
 * that they are not in the bundle of an app that does not use them.
 */
export interface ZoomMeetingHandle extends ZoomMeetingCommands {
  /** The state, with the fields of its status. */
  state: ZoomMeetingState;
  /** `state.status`. */
  status: ZoomMeetingStatus;
  /** Why the meeting failed, or why it is retried. */
  error: ZoomMeetingError | undefined;
  /** The number of the join attempt, starting at 1. `undefined` in states without an attempt. */
  attempt: number | undefined;
  /** When the next join starts, in ms since the epoch. `undefined` unless `retrying`. */
  nextAttemptAt: number | undefined;
  /** The SDK's client, while this meeting uses it. */
  client: ZoomClient | undefined;
}

/** The newest handle of each session: all components that show the same state have the same handle. */
const handles = new WeakMap<ZoomMeetingSession, ZoomMeetingHandle>();
/** The session of each `join`: a command belongs to one session, and is kept when an app copies a handle. */
const sessions = new WeakMap<ZoomMeetingCommands['join'], ZoomMeetingSession>();

/** The handle of a session in this state. */
export function handleOf(session: ZoomMeetingSession, state: ZoomMeetingState): ZoomMeetingHandle {
  const newest = handles.get(session);
  if (newest?.state === state) return newest;
  const isRetrying = state.status === 'retrying';
  const handle: ZoomMeetingHandle = {
    ...session.commands,
    state,
    status: state.status,
    error: 'error' in state ? state.error : isRetrying ? state.reason : undefined,
    attempt: 'attempt' in state ? state.attempt : undefined,
    nextAttemptAt: isRetrying ? state.nextAttemptAt : undefined,
    client: session.getClient(),
  };
  handles.set(session, handle);
  sessions.set(handle.join, session);
  return handle;
}

/** The session that a handle belongs to. Throws if it is not a handle of this library. */
export function sessionOf(handle: ZoomMeetingHandle): ZoomMeetingSession {
  const { join } = Object(handle) as Partial<ZoomMeetingHandle>;
  const session = join && sessions.get(join);
  if (!session)
    throw new Error(
      'react-zoom-meeting: `meeting` must be what useZoomClient() or useZoomMeeting() returned.',
    );
  return session;
}
