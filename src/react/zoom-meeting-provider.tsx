import { createContext, useContext, useEffect, useInsertionEffect, useRef, type ReactNode } from 'react';
import type { ZoomEventName, ZoomEventPayload } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import { sessionOf, type ZoomMeetingHandle } from './meeting-handle';
import { useSession, type UseZoomClientOptions } from './use-session';
import { useMeeting } from './use-zoom-client';

const SessionContext = /* #__PURE__ */ createContext<ZoomMeetingSession | undefined>(undefined);
const LanguageContext = /* #__PURE__ */ createContext<string | undefined>(undefined);

/** Props of a `ZoomMeetingProvider` with its own meeting: the options of that meeting. */
export interface ZoomMeetingProviderOptions extends UseZoomClientOptions {
  /** Omit this prop. */
  meeting?: undefined;
  /** Your components. They can use the hooks. */
  children?: ReactNode;
}

/** Props of a `ZoomMeetingProvider` for a meeting that `useZoomClient` joins. */
export interface ZoomMeetingProviderMeeting {
  /**
   * The result of `useZoomClient`. The meeting belongs to the component that called it, and is left when that component
   * unmounts.
   */
  meeting: ZoomMeetingHandle;
  /** Your components. They can use the hooks. */
  children?: ReactNode;
}

/** Props of `ZoomMeetingProvider`: either the options of a meeting, or the `meeting` of `useZoomClient`. */
export type ZoomMeetingProviderProps = ZoomMeetingProviderOptions | ZoomMeetingProviderMeeting;

/**
 * Provides a meeting to the components inside, whether or not one of them shows it. Around a router, it keeps the meeting
 * joined while users navigate.
 *
 * With the prop `meeting`, it provides the meeting of `useZoomClient` instead of its own. Throws if `meeting` is anything else.
 *
 * @param props See `ZoomMeetingProviderProps`.
 * @example
 * <ZoomMeetingProvider meetingNumber="123 4567 890" userName="Ada" fetchSignature={fetchSignature}>
 *   <App />
 * </ZoomMeetingProvider>
 * @example
 * const meeting = useZoomClient({ meetingNumber, userName, fetchSignature });
 * return (
 *   <ZoomMeetingProvider meeting={meeting}>
 *     <App />
 *   </ZoomMeetingProvider>
 * );
 */
export function ZoomMeetingProvider(props: ZoomMeetingProviderProps) {
  if (props.meeting === undefined) return <OwnSession {...props} />;
  return <SessionContext.Provider value={sessionOf(props.meeting)}>{props.children}</SessionContext.Provider>;
}

function OwnSession({ children, ...options }: ZoomMeetingProviderOptions) {
  return (
    <SessionContext.Provider value={useSession(options)}>
      <LanguageContext.Provider value={options.language}>{children}</LanguageContext.Provider>
    </SessionContext.Provider>
  );
}

/** The `language` of the provider above. */
export const useProvidedLanguage = (): string | undefined => useContext(LanguageContext);

/** The session of a meeting. Default: that of the provider above. */
export function useProvidedSession(meeting?: ZoomMeetingHandle): ZoomMeetingSession {
  const provided = useContext(SessionContext);
  const session = meeting ? sessionOf(meeting) : provided;
  if (!session)
    throw new Error(
      'react-zoom-meeting: this component or hook must be inside <ZoomMeetingProvider> or <ZoomMeeting>.',
    );
  return session;
}

/**
 * The state and the commands of the meeting that the component is in.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const { status, leave } = useZoomMeeting();
 */
export function useZoomMeeting(): ZoomMeetingHandle {
  return useMeeting(useProvidedSession());
}

/**
 * Listens to an event of the SDK while the component is mounted, even before the meeting is joined.
 *
 * @param event The SDK's name of the event, e.g. `user-added`.
 * @param listener Called with the payload. Does not have to be stable.
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
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
