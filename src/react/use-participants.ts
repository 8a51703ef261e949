import { useCallback } from 'react';
import { rosterOf, type Roster } from '../meeting/roster';
import type { ZoomParticipant } from '../sdk/zoom-sdk';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * All participants of the meeting, including the current user, as the SDK lists them. The list is empty until the meeting is
 * joined, and keeps its value while reconnecting. A participant is the same object until something about that participant
 * changes.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const participants = useParticipants();
 * return <p>{participants.map(({ displayName }) => displayName).join(', ')}</p>;
 */
export function useParticipants(): readonly ZoomParticipant[];
/**
 * Returns what a selector selects from the participants. The component re-renders only when the selection changes.
 *
 * @param selector Selects from the participants. Must be pure. Does not have to be stable, and may return new arrays and
 * objects each time.
 * @param isEqual Whether two selections count as equal. Default: the same value, or arrays or plain objects with equal content,
 * at any depth. Pass your own for anything else, for example a `Map`.
 * @example
 * const count = useParticipants((all) => all.length);
 * const filming = useParticipants((all) => all.filter(({ bVideoOn }) => bVideoOn));
 * const people = useParticipants((all) => all.map(({ userId, displayName }) => ({ userId, displayName })));
 */
export function useParticipants<Selection>(
  selector: (participants: readonly ZoomParticipant[]) => Selection,
  isEqual?: (previous: Selection, next: Selection) => boolean,
): Selection;
export function useParticipants(
  selector: (participants: readonly ZoomParticipant[]) => unknown = everything,
  isEqual?: (previous: unknown, next: unknown) => boolean,
): unknown {
  const select = useCallback(({ participants }: Roster) => selector(participants), [selector]);
  return useSelection(rosterOf(useProvidedSession()), select, isEqual);
}

/**
 * One participant as the SDK lists them. `undefined` if they are not in the meeting, and until the meeting is joined. Keeps its
 * value while reconnecting. The component re-renders only when something about that participant changes.
 *
 * @param userId The participant. A participant who joins again gets a new id.
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * import { useParticipant } from 'react-zoom-meeting';
 *
 * function Name({ userId }: { userId: number }) {
 *   const participant = useParticipant(userId);
 *   return <li>{participant?.displayName}</li>;
 * }
 */
export function useParticipant(userId: number): ZoomParticipant | undefined {
  return useParticipants((all) => all.find((participant) => participant.userId === userId));
}

/**
 * The current user as the SDK lists them: muted or not, host or not, and so on. `undefined` until the meeting is joined. Keeps
 * its value while reconnecting.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const currentUser = useCurrentUser();
 * return <p>{currentUser?.displayName}</p>;
 */
export function useCurrentUser(): ZoomParticipant | undefined;
/**
 * Returns what a selector selects from the current user. The component re-renders only when the selection changes.
 *
 * @param selector Selects from the current user. Must be pure. Does not have to be stable.
 * @param isEqual Whether two selections count as equal. Default: as in `useParticipants`.
 * @example
 * const isHost = useCurrentUser((user) => user?.isHost ?? false);
 */
export function useCurrentUser<Selection>(
  selector: (currentUser: ZoomParticipant | undefined) => Selection,
  isEqual?: (previous: Selection, next: Selection) => boolean,
): Selection;
export function useCurrentUser(
  selector: (currentUser: ZoomParticipant | undefined) => unknown = everything,
  isEqual?: (previous: unknown, next: unknown) => boolean,
): unknown {
  const select = useCallback(({ currentUser }: Roster) => selector(currentUser), [selector]);
  return useSelection(rosterOf(useProvidedSession()), select, isEqual);
}

const everything = (value: unknown) => value;
