import { QueryClient } from '@tanstack/react-query';
import { useEffect, useInsertionEffect, useState } from 'react';
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
  const [privateClient] = useState(() => new QueryClient());
  const { queryClient = privateClient } = options;

  const number = meetingDigits(options.meetingNumber);
  const create = () => ({ number, session: createSession(options, queryClient) });
  const [current, setCurrent] = useState(create);
  // Another number is another meeting; the old session keeps its own on its way out.
  if (current.number !== number) setCurrent(create());

  const { session } = current;
  useInsertionEffect(() => session.update(options, queryClient));
  useEffect(() => session.retain(), [session]);
  return session;
}
