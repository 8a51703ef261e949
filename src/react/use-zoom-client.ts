import { useMemo, useSyncExternalStore } from 'react';
import type { ZoomMeetingSession } from '../session/session';
import { handleOf, type ZoomMeetingHandle } from './meeting-handle';
import { useSession, type UseZoomClientOptions } from './use-session';

/** The return value of `useZoomClient`. */
export interface UseZoomClientResult extends ZoomMeetingHandle {
  /** The ref for the element that shows the meeting: `<div ref={containerRef} />`. The element needs a size. */
  containerRef: (element: HTMLElement | null) => void;
}

/**
 * Joins a meeting without any panels. It joins, retries and leaves as `<ZoomMeeting>` does, and you render everything else.
 *
 * Never throws: failures are in `error`. The meeting is left when the component unmounts.
 *
 * To use `useParticipants()` and the other hooks, or `<ZoomMeetingView>`, pass the result to a provider:
 * `<ZoomMeetingProvider meeting={meeting}>`.
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
  return handleOf(session, useSyncExternalStore(session.subscribe, session.getState, session.getState));
}

/** The person that the options describe. It is the React key of the elements that a person types into. */
export function usePerson({ subscribe, person }: ZoomMeetingSession): string {
  return useSyncExternalStore(subscribe, person, person);
}

/** A ref callback that shows the session in its element. */
export function useContainerRef(session: ZoomMeetingSession): (element: HTMLElement | null) => void {
  return useMemo(() => session.view(), [session]);
}
