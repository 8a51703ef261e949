import { useCallback } from 'react';
import { rosterOf, type Roster } from '../meeting/roster';
import type { ZoomParticipant } from '../sdk/zoom-sdk';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * All participants of the meeting, including the current user, as the SDK lists them. Empty until joined. Unchanged while
 * reconnecting.
 *
 * With a selector, the component renders only when what it selects changes. A participant is the same object until something
 * about that participant changes. The selector does not have to be stable, and may return a new array or object each time: by
 * default, arrays and plain objects with the same entries count as equal (`Object.is` for each entry).
 *
 * Throws outside `ZoomMeetingProvider` and `ZoomMeeting`.
 *
 * @param selector Selects from the participants. Must be pure.
 * @param isEqual Compares two selections, for example two `Map`s.
 * @example
 * const participants = useParticipants();
 * const names = useParticipants((all) => all.map(({ displayName }) => displayName));
 * const count = useParticipants((all) => all.length);
 */
export function useParticipants(): readonly ZoomParticipant[];
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
 * The current user as the SDK lists them: muted or not, host or not, and so on. `undefined` until joined. Unchanged while
 * reconnecting.
 *
 * With a selector, the component renders only when what it selects changes. It works as that of `useParticipants`.
 *
 * Throws outside `ZoomMeetingProvider` and `ZoomMeeting`.
 *
 * @param selector Selects from the current user. Must be pure.
 * @param isEqual Compares two selections.
 * @example
 * const isHost = useCurrentUser((user) => user?.isHost ?? false);
 */
export function useCurrentUser(): ZoomParticipant | undefined;
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
