import { QueryClient } from '@tanstack/react-query';
import { useEffect, useInsertionEffect, useRef, useState } from 'react';
import { createSession, type ZoomMeetingSession } from '../session/session';
import { meetingDigits, type ZoomMeetingOptions } from '../session/session-options';

/** The options of the components and of `useZoomClient`. */
export interface UseZoomClientOptions extends ZoomMeetingOptions {
  /**
   * The TanStack Query client that fetches the signature. Default: a private one. Nothing of a signature stays in it.
   */
  queryClient?: QueryClient | undefined;
}

/** The session of a meeting number, wanted for as long as the component is mounted. */
export function useSession(options: UseZoomClientOptions): ZoomMeetingSession {
  const latest = useRef(options);
  useInsertionEffect(() => {
    latest.current = options;
  });
  const [privateClient] = useState(() => new QueryClient());

  const number = meetingDigits(options.meetingNumber);
  const create = () => ({
    number,
    session: createSession(
      // A session keeps its number: when the option changes, the session with the old one is on its way out.
      () => ({ ...latest.current, meetingNumber: number }),
      () => latest.current.queryClient ?? privateClient,
    ),
  });
  const [current, setCurrent] = useState(create);
  // Another number is another meeting.
  if (current.number !== number) setCurrent(create());

  const { session } = current;
  useEffect(() => session.retain(), [session]);
  return session;
}
