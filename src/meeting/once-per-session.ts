import type { ZoomMeetingSession } from '../session/session';

/** Makes something of a session when it is first asked for, and returns the same for the same session afterwards. */
export function oncePerSession<Made extends object>(
  make: (session: ZoomMeetingSession) => Made,
): (session: ZoomMeetingSession) => Made {
  const all = new WeakMap<ZoomMeetingSession, Made>();
  return (session) => {
    const made = all.get(session) ?? make(session);
    all.set(session, made);
    return made;
  };
}
