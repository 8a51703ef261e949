import { QueryClient } from '@tanstack/react-query';
import { useEffect, useInsertionEffect, useState } from 'react';
import { createSession, type ZoomMeetingSession } from '../session/session';
import type { ZoomMeetingOptions } from '../session/session-options';
import { meetingDigits } from '../signature/meeting-number';

/** The options of the components and of `useZoomClient`. */
export interface UseZoomClientOptions extends ZoomMeetingOptions {
  /** The TanStack Query client that fetches the signature. Default: a private one. Signatures do not stay in its cache. */
  queryClient?: QueryClient | undefined;
}

/** The session of a meeting number, retained for as long as the component is mounted. */
export function useSession(options: UseZoomClientOptions): ZoomMeetingSession {
  const [privateClient] = useState(() => new QueryClient());
  const { queryClient = privateClient } = options;

  const create = () => createSession(options, queryClient);
  const [session, setSession] = useState(create);
  // Another number is another meeting. The old session leaves with its own options.
  if (session.meetingNumber !== meetingDigits(options.meetingNumber)) setSession(create());

  useInsertionEffect(() => session.update(options, queryClient));
  useEffect(() => session.retain(), [session]);
  // A separate effect, because another meeting may take the page while the session is not retained.
  useEffect(() => session.optionsChanged());
  return session;
}
