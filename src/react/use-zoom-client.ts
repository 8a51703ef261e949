import { useMemo, useSyncExternalStore } from 'react';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomClient } from '../sdk/zoom-sdk';
import type { ZoomMeetingState, ZoomMeetingStatus } from '../session/meeting-state';
import type { ZoomMeetingCommands } from '../session/meeting-commands';
import type { ZoomMeetingSession } from '../session/session';
import { useSession, type UseZoomClientOptions } from './use-session';

/** A meeting: its state and its commands. */
export interface ZoomMeetingHandle extends ZoomMeetingCommands {
  /** The state, with the fields of its status. */
  state: ZoomMeetingState;
  /** `state.status`. */
  status: ZoomMeetingStatus;
  /** Why the meeting failed, or why it is retried. */
  error: ZoomMeetingError | undefined;
  /** The join attempt, from 1. `undefined` in states without one. */
  attempt: number | undefined;
  /** When the next join starts, in ms since the epoch. `undefined` unless `retrying`. */
  nextAttemptAt: number | undefined;
  /** The SDK's client, while this meeting uses it. */
  client: ZoomClient | undefined;
}

/** What `useZoomClient` returns. */
export interface UseZoomClientResult extends ZoomMeetingHandle {
  /** The ref for the element that shows the meeting: `<div ref={containerRef} />`. The element needs a size. */
  containerRef: (element: HTMLElement | null) => void;
}

/**
 * A meeting without any panels: it joins, retries and leaves as `<ZoomMeeting>` does, and you render the rest.
 *
 * Never throws: failures are in `error`. The meeting is left when the component unmounts.
 *
 * It does not provide the meeting to `useZoomMeeting()` and the other hooks: those need a `ZoomMeetingProvider` or
 * `ZoomMeeting`.
 *
 * @param options The meeting, and how to join it.
 * @example
 * const { status, error, containerRef } = useZoomClient({ meetingNumber, userName, fetchSignature });
 * return <div ref={containerRef} style={{ height: 480 }} />;
 */
export function useZoomClient(options: UseZoomClientOptions): UseZoomClientResult {
  const session = useSession(options);
  const meeting = useMeeting(session);
  const containerRef = useContainerRef(session);
  return useMemo(() => ({ ...meeting, containerRef }), [meeting, containerRef]);
}

/** Observes a session. */
export function useMeeting(session: ZoomMeetingSession): ZoomMeetingHandle {
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  return useMemo(
    () => ({ ...session.commands, ...derive(state), client: session.getClient() }),
    [session, state],
  );
}

function derive(state: ZoomMeetingState) {
  const isRetrying = state.status === 'retrying';
  return {
    state,
    status: state.status,
    error: 'error' in state ? state.error : isRetrying ? state.reason : undefined,
    attempt: 'attempt' in state ? state.attempt : undefined,
    nextAttemptAt: isRetrying ? state.nextAttemptAt : undefined,
  };
}

/** A ref callback that shows the session in its element. */
export function useContainerRef(session: ZoomMeetingSession): (element: HTMLElement | null) => void {
  return useMemo(() => session.view(), [session]);
}
