import { createContext, useContext, useEffect, useInsertionEffect, useRef, type ReactNode } from 'react';
import type { ZoomEventName, ZoomEventPayload } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import { useSession, type UseZoomClientOptions } from './use-session';
import { useMeeting, type ZoomMeetingHandle } from './use-zoom-client';

const SessionContext = /* #__PURE__ */ createContext<ZoomMeetingSession | undefined>(undefined);

/** Props of `ZoomMeetingProvider`. */
export interface ZoomMeetingProviderProps extends UseZoomClientOptions {
  /** Your components, which may use the hooks. */
  children?: ReactNode;
}

/**
 * Holds a meeting for the components below, whether or not one of them shows it. Above a router, it keeps the meeting
 * joined while people move between routes.
 *
 * @param props See `ZoomMeetingProviderProps`.
 * @example
 * <ZoomMeetingProvider meetingNumber="123 4567 890" userName="Ada" fetchSignature={fetchSignature}>
 *   <App />
 * </ZoomMeetingProvider>
 */
export function ZoomMeetingProvider({ children, ...options }: ZoomMeetingProviderProps) {
  return <SessionContext.Provider value={useSession(options)}>{children}</SessionContext.Provider>;
}

/** The session of the provider above. */
export function useProvidedSession(): ZoomMeetingSession {
  const session = useContext(SessionContext);
  if (!session)
    throw new Error('react-zoom-meeting: this needs a <ZoomMeetingProvider> or <ZoomMeeting> above it.');
  return session;
}

/**
 * The meeting of the provider above, and what can be done with it. Throws without a `ZoomMeetingProvider` or
 * `ZoomMeeting` above.
 *
 * @example
 * const { status, leave } = useZoomMeeting();
 */
export function useZoomMeeting(): ZoomMeetingHandle {
  return useMeeting(useProvidedSession());
}

/**
 * Listens to an event of the SDK for as long as the component is mounted, whether or not the meeting is joined yet.
 * Throws without a `ZoomMeetingProvider` or `ZoomMeeting` above.
 *
 * @param event The SDK's name, e.g. `user-added`.
 * @param listener Need not be stable.
 * @example
 * useZoomEvent('active-speaker', ([speaker]) => setSpeaker(speaker?.userId));
 */
export function useZoomEvent<Name extends ZoomEventName>(
  event: Name,
  listener: (payload: ZoomEventPayload<Name>) => void,
): void {
  const session = useProvidedSession();
  const latest = useRef(listener);
  useInsertionEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () => session.on(event, (payload: ZoomEventPayload<Name>) => latest.current(payload)),
    [session, event],
  );
}
