import { useMemo, useSyncExternalStore } from 'react';
import type { ZoomParticipant } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import { useProvidedSession } from './zoom-meeting-provider';

interface Roster {
  participants: readonly ZoomParticipant[];
  currentUser: ZoomParticipant | undefined;
}

const nobody: Roster = { participants: [], currentUser: undefined };

/**
 * All participants of the meeting, including the current user, as the SDK lists them. A new array whenever someone joins,
 * leaves or changes. Empty until joined. Unchanged while reconnecting.
 *
 * Throws outside `ZoomMeetingProvider` and `ZoomMeeting`.
 *
 * @example
 * const participants = useParticipants();
 * return <p>{participants.map(({ displayName }) => displayName).join(', ')}</p>;
 */
export function useParticipants(): readonly ZoomParticipant[] {
  return useRoster().participants;
}

/**
 * The current user as the SDK lists them: muted or not, host or not, and so on. `undefined` until joined.
 *
 * Throws outside `ZoomMeetingProvider` and `ZoomMeeting`.
 *
 * @example
 * const isHost = useCurrentUser()?.isHost ?? false;
 */
export function useCurrentUser(): ZoomParticipant | undefined {
  return useRoster().currentUser;
}

function useRoster(): Roster {
  const session = useProvidedSession();
  const { subscribe, getRoster } = useMemo(() => rosterOf(session), [session]);
  return useSyncExternalStore(subscribe, getRoster, () => nobody);
}

/** The roster as React wants it: the same until something changes. The SDK's lists are new at each call (6.2.0). */
function rosterOf(session: ZoomMeetingSession) {
  let roster = nobody;
  function read() {
    const { status } = session.getState();
    if (status === 'reconnecting') return;
    const client = status === 'joined' ? session.getClient() : undefined;
    roster = client
      ? {
          participants: client.getAttendeeslist(),
          currentUser: client.getCurrentUser() ?? undefined,
        }
      : nobody;
  }
  return {
    getRoster: () => roster,
    subscribe(notify: () => void) {
      const changed = () => {
        read();
        notify();
      };
      read();
      const stops = [
        session.subscribe(changed),
        ...['user-added', 'user-updated', 'user-removed'].map((event) => session.on(event, changed)),
      ];
      return () => stops.forEach((stop) => stop());
    },
  };
}
