import { replaceEqualDeep } from '@tanstack/react-query';
import type { ZoomParticipant } from '../sdk/zoom-sdk';
import { createMeetingStore, type MeetingStoreSource } from './meeting-store';
import { oncePerSession } from './once-per-session';
import { isShallowEqual } from './shallow-equal';

/** Who is in a meeting. The row of a participant is the same object until something about that participant changes. */
export interface Roster {
  readonly participants: readonly ZoomParticipant[];
  readonly currentUser: ZoomParticipant | undefined;
}

const source: MeetingStoreSource<Roster> = {
  empty: { participants: [], currentUser: undefined },
  events: ['user-added', 'user-updated', 'user-removed'],
  read(client, before) {
    const rowsBefore = new Map(before.participants.map((row) => [row.userId, row]));
    // The SDK's rows are new at each call (6.2.0). An unchanged one is replaced by the earlier one.
    const rows = client
      .getAttendeeslist()
      .map((row) => replaceEqualDeep(rowsBefore.get(row.userId), { ...row }));
    const participants = isShallowEqual(before.participants, rows) ? before.participants : rows;
    const user = client.getCurrentUser();
    const currentUser = replaceEqualDeep(before.currentUser, user ? { ...user } : undefined);
    const roster = { participants, currentUser };
    return isShallowEqual(before, roster) ? before : roster;
  },
};

/** The roster of a session. */
export const rosterOf = /* #__PURE__ */ oncePerSession((session) => createMeetingStore(session, source));
