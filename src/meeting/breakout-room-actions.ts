import type { ZoomBreakoutRoom, ZoomBreakoutRoomOptions } from '../sdk/zoom-sdk';
import { demand, isAnyone, isManager, type AskSdk } from './ask-sdk';

/** Breakout rooms to open. */
export interface ZoomOpenBreakoutRoomsRequest {
  /** The rooms, which must exist: the SDK cannot create any. Default: all rooms, with their participants. */
  rooms?: readonly ZoomBreakoutRoom[] | undefined;
  /** The options of the rooms. Default: the SDK's defaults. */
  options?: ZoomBreakoutRoomOptions | undefined;
}

/** A participant, and a breakout room for them. */
export interface ZoomBreakoutRoomAssignment {
  /** The participant. */
  userId: number;
  /** The room: `roomId` in `useBreakoutRooms()`. */
  roomId: string;
}

/**
 * The actions for breakout rooms. They reject with 7502 for a room that does not exist, and with 7503 for a participant who
 * does not exist. `assignUserToRoom` rejects with 7503 in both cases.
 */
export interface ZoomBreakoutRoomActions {
  /** Opens breakout rooms. Host and co-hosts. Rejects with 7504 if they are already open. */
  openBreakoutRooms(request?: ZoomOpenBreakoutRoomsRequest): Promise<void>;
  /** Closes all breakout rooms. Host and co-hosts. Rejects with 7504 if they are not open. */
  closeAllBreakoutRooms(): Promise<void>;
  /** Assigns a participant who has no breakout room. Host and co-hosts. Rejects with 2 while the rooms are not open. */
  assignUserToRoom(assignment: ZoomBreakoutRoomAssignment): Promise<void>;
  /** Moves a participant from one breakout room to another. Host and co-hosts. */
  moveUserToBreakoutRoom(assignment: ZoomBreakoutRoomAssignment): Promise<void>;
  /** Sends a text to all breakout rooms. Host and co-hosts. Rejects with 7506 if the meeting does not allow it. */
  broadcast(message: string): Promise<void>;
  /** Joins a breakout room: any for a host, the assigned one for a participant. Meanwhile, the meeting is `reconnecting`. */
  joinBreakoutRoom(roomId: string): Promise<void>;
  /** Returns to the main session. Meanwhile, the meeting is `reconnecting`. */
  leaveBreakoutRoom(): Promise<void>;
}

export function createBreakoutRoomActions({ act, actOn }: AskSdk): ZoomBreakoutRoomActions {
  return {
    async openBreakoutRooms(request) {
      const { rooms, options } = Object(request) as ZoomOpenBreakoutRoomsRequest;
      demand('rooms', 'an array', rooms === undefined || Array.isArray(rooms));
      await act(isManager, (client) =>
        client.openBreakoutRooms([...(rooms ?? client.getBreakoutRoomList() ?? [])], options),
      );
    },
    closeAllBreakoutRooms: () => act(isManager, (client) => client.closeAllBreakoutRooms()),
    async assignUserToRoom(assignment) {
      const { userId, roomId } = Object(assignment) as ZoomBreakoutRoomAssignment;
      demandRoom(roomId);
      await actOn(userId, isManager, (client) => client.assignUserToRoom(userId, roomId));
    },
    async moveUserToBreakoutRoom(assignment) {
      const { userId, roomId } = Object(assignment) as ZoomBreakoutRoomAssignment;
      demandRoom(roomId);
      await actOn(userId, isManager, (client) => client.moveUserToBreakoutRoom(userId, roomId));
    },
    async broadcast(message) {
      demand('message', 'a non-empty string', typeof message === 'string' && message !== '');
      await act(isManager, (client) => client.broadcast(message));
    },
    async joinBreakoutRoom(roomId) {
      demandRoom(roomId);
      await act(isAnyone, (client) => client.joinBreakoutRoom(roomId));
    },
    leaveBreakoutRoom: () => act(isAnyone, (client) => client.leaveBreakoutRoom()),
  };
}

function demandRoom(roomId: string): void {
  demand('roomId', 'the id of a room', typeof roomId === 'string' && roomId !== '');
}
