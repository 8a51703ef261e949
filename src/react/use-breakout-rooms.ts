import { breakoutRoomsOf, type ZoomBreakoutRooms } from '../meeting/breakout-rooms';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * The breakout rooms: their state, who is assigned to which, and the user's own. `undefined` until the meeting is joined, and
 * if the SDK does not support them. Keeps its value while reconnecting, which also happens when the user joins or leaves a
 * room. An unchanged room is the same object.
 *
 * The hook reads the SDK's getters on each event about rooms or participants, and after each action of `useZoomActions`.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const breakoutRooms = useBreakoutRooms();
 * const { joinBreakoutRoom } = useZoomActions();
 * return breakoutRooms?.rooms.map(({ roomId, name, attendeeList }) => (
 *   <button key={roomId} onClick={() => joinBreakoutRoom(roomId).catch(console.error)}>
 *     {name} ({attendeeList.length})
 *   </button>
 * ));
 */
export function useBreakoutRooms(): ZoomBreakoutRooms | undefined;
/**
 * Returns what a selector selects from the breakout rooms. The component re-renders only when the selection changes.
 *
 * @param selector Selects from the breakout rooms. Must be pure. Does not have to be stable.
 * @param isEqual Whether two selections count as equal. Default: as in `useParticipants`.
 * @example
 * const areOpen = useBreakoutRooms((all) => all?.status === 2);
 */
export function useBreakoutRooms<Selection>(
  selector: (breakoutRooms: ZoomBreakoutRooms | undefined) => Selection,
  isEqual?: (previous: Selection, next: Selection) => boolean,
): Selection;
export function useBreakoutRooms(
  selector: (breakoutRooms: ZoomBreakoutRooms | undefined) => unknown = everything,
  isEqual?: (previous: unknown, next: unknown) => boolean,
): unknown {
  return useSelection(breakoutRoomsOf(useProvidedSession()), selector, isEqual);
}

const everything = (breakoutRooms: ZoomBreakoutRooms | undefined) => breakoutRooms;
