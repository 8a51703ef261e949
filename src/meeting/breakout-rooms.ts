import { replaceEqualDeep } from '@tanstack/react-query';
import type {
  ZoomBreakoutRoom,
  ZoomBreakoutRoomOptions,
  ZoomBreakoutRoomStatus,
  ZoomClient,
  ZoomCurrentBreakoutRoom,
} from '../sdk/zoom-sdk';
import { createMeetingStore } from './meeting-store';
import { oncePerSession } from './once-per-session';

/** The breakout rooms of a meeting. */
export interface ZoomBreakoutRooms {
  /** The state of all rooms. 1: not started, 2: open, 3: closing, 4: closed. */
  readonly status: ZoomBreakoutRoomStatus;
  /**
   * The rooms. Hosts get all rooms, and so do participants who may choose a room. Other participants get the assigned room. An
   * unchanged room is the same object.
   */
  readonly rooms: readonly ZoomBreakoutRoom[];
  /** The user's own room. `name` and `roomId` are empty if the user has no room. */
  readonly currentRoom: ZoomCurrentBreakoutRoom;
  /** The options of the rooms. Zoom sends 0 and 1 for some of the booleans. */
  readonly options: ZoomBreakoutRoomOptions;
}

/** The breakout rooms, as the SDK's getters return them. */
export const breakoutRoomsOf = /* #__PURE__ */ oncePerSession((session) =>
  createMeetingStore<ZoomBreakoutRooms | undefined>(session, {
    empty: undefined,
    // `room-state-change` comes with each change of the rooms and of who is assigned (6.2.0). Their names come with the roster.
    events: [
      'room-state-change',
      'main-session-user-updated',
      'connection-change',
      'user-added',
      'user-updated',
      'user-removed',
    ],
    followsActions: true,
    read: (client, before) => replaceEqualDeep(before, roomsOf(client)),
  }),
);

/** `undefined` if the SDK is too old for it. */
function roomsOf(client: Partial<ZoomClient>): ZoomBreakoutRooms | undefined {
  const status = client.getBreakoutRoomStatus?.();
  const rooms = client.getBreakoutRoomList?.();
  const currentRoom = client.getCurrentBreakoutRoom?.();
  const options = client.getBreakoutRoomOptions?.();
  return status && rooms && currentRoom && options ? { status, rooms, currentRoom, options } : undefined;
}
