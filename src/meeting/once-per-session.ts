import type { ZoomMeetingSession } from '../session/session';

/** Creates a value for a session at the first call, and returns the same value for the same session afterwards. */
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
