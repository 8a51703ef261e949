import { useMemo, useSyncExternalStore } from 'react';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomClient } from '../sdk/zoom-sdk';
import type { ZoomMeetingState, ZoomMeetingStatus } from '../session/meeting-state';
import type { ZoomMeetingCommands } from '../session/meeting-commands';
import type { ZoomMeetingSession } from '../session/session';
import { useSession, type UseZoomClientOptions } from './use-session';

/** A meeting as React sees it. */
export interface ZoomMeetingHandle extends ZoomMeetingCommands {
  /** Where the meeting is, with everything that belongs to it. */
  state: ZoomMeetingState;
  /** `state.status`. */
  status: ZoomMeetingStatus;
  /** Why it failed, or why it is being tried again. */
  error: ZoomMeetingError | undefined;
  /** The join attempt, from 1, where there is one. */
  attempt: number | undefined;
  /** When the next join is due, in ms since the epoch, while `retrying`. */
  nextAttemptAt: number | undefined;
  /** The SDK's client while this meeting has it. */
  client: ZoomClient | undefined;
}

/** What `useZoomClient` returns. */
export interface UseZoomClientResult extends ZoomMeetingHandle {
  /** Put it on the element that shall show the meeting: `<div ref={containerRef} />`. The element needs a size. */
  containerRef: (element: HTMLElement | null) => void;
}

/**
 * A meeting without any interface of ours: it joins, heals and leaves as `<ZoomMeeting>` does, and you render the rest.
 *
 * Never throws; what goes wrong is in `error`. The meeting is left when the component unmounts.
 *
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

/** A ref callback that shows the session in whichever element it is put on. */
export function useContainerRef(session: ZoomMeetingSession): (element: HTMLElement | null) => void {
  return useMemo(() => session.view(), [session]);
}
