import type {
  ZoomBreakoutRoom,
  ZoomBreakoutRoomControls,
  ZoomBreakoutRoomOptions,
  ZoomFailure,
} from '../sdk/zoom-sdk';
import type { FakeMeeting } from './fake-meeting';
import type { FakePage } from './fake-page';
import { refuse, unlessInMeeting, unlessManager } from './fake-refusals';

const notOpen: ZoomFailure = { type: 'INVALID_OPERATION', reason: 'room is not started', errorCode: 7504 };
const wrongUser: ZoomFailure = { type: 'INVALID_PARAMETERS', reason: 'Invalid user', errorCode: 7503 };
const wrongRoom: ZoomFailure = { type: 'INVALID_PARAMETERS', reason: 'roomId is wrong', errorCode: 7502 };

/** The default options of rooms (6.2.0). */
export function roomOptions(options?: ZoomBreakoutRoomOptions): ZoomBreakoutRoomOptions {
  return {
    isAutoJoinRoom: false,
    isBackToMainSessionEnabled: true,
    isTimerEnabled: false,
    timerDuration: 1800,
    isTimerAutoEnabled: false,
    waitSeconds: 60,
    isAutoMoveBackToMainSession: false,
    isRoomSelectionEnabled: false,
    ...options,
  };
}

/** Breakout rooms, with the checks of SDK 6.2.0. `fake.setBreakoutRooms()` creates them. */
export function createBreakoutRoomControls(page: FakePage, meeting: FakeMeeting): ZoomBreakoutRoomControls {
  const { breakout } = page;
  const isOpen = () => breakout.status === 2;
  const roomOf = (userId: number | undefined) =>
    breakout.rooms.find(({ attendeeList }) => attendeeList.some((attendee) => attendee.userId === userId));
  const findRoom = (roomId: string) => breakout.rooms.find((room) => room.roomId === roomId);
  const own = () => (isOpen() ? findRoom(breakout.joined) : undefined);

  function assign(userId: number, target: ZoomBreakoutRoom): void {
    const row = meeting.roster.find((participant) => participant.userId === userId);
    if (!row) throw wrongUser;
    const { displayName } = row;
    breakout.rooms = breakout.rooms.map((room) => {
      const attendeeList = room.attendeeList.filter((attendee) => attendee.userId !== userId);
      if (room.roomId === target.roomId) attendeeList.push({ userId, displayName, isInRoom: false });
      return { ...room, attendeeList };
    });
    tell();
  }

  /** Zoom sends the state with each change of the rooms and their participants. */
  function tell(): void {
    page.events.emit('room-state-change', { status: breakout.status });
  }

  /** All rooms for a host, who is listed in the room that they have joined. The assigned one for a participant. */
  function visibleRooms(): readonly ZoomBreakoutRoom[] {
    const { self } = meeting;
    if (unlessManager(meeting)) return breakout.rooms.filter((room) => room === roomOf(self?.userId));
    const host = self?.isHost && { userId: self.userId, displayName: self.displayName, isInRoom: false };
    return breakout.rooms.map((room) =>
      host && room === own() ? { ...room, attendeeList: [host, ...room.attendeeList] } : room,
    );
  }

  /** The SDK has no rooms before that. */
  const onceJoined = <Value>(read: () => Value) => (meeting.box ? read() : undefined);

  function setStatus(status: 2 | 3 | 4): void {
    breakout.status = status;
    tell();
  }

  return {
    getBreakoutRoomList: () => onceJoined(() => visibleRooms().map((room) => ({ ...room }))),
    getBreakoutRoomOptions: () => onceJoined(() => ({ ...breakout.options })),
    getBreakoutRoomStatus: () => onceJoined(() => breakout.status),
    getCurrentBreakoutRoom: () =>
      onceJoined(() => ({
        attendeeStatus: own() ? 'in room' : 'initial',
        name: own()?.name ?? '',
        roomId: own()?.roomId ?? '',
      })),
    getUserStatus: () => onceJoined(() => (own() ? 'in room' : 'initial')),
    async openBreakoutRooms(rooms, options) {
      refuse(unlessInMeeting(meeting), unlessManager(meeting));
      if (isOpen()) {
        throw { type: 'INVALID_OPERATION', reason: 'breakout room has started!', errorCode: 7504 };
      }
      if (rooms.some(({ roomId }) => !findRoom(roomId))) throw wrongRoom;
      breakout.rooms = rooms;
      breakout.options = roomOptions(options);
      setStatus(2);
      return '';
    },
    async closeAllBreakoutRooms() {
      refuse(unlessInMeeting(meeting), unlessManager(meeting), isOpen() ? undefined : notOpen);
      breakout.joined = '';
      setStatus(3);
      // The rooms are closed when everyone has left them, after the promise has settled.
      setTimeout(() => setStatus(4));
      return '';
    },
    async assignUserToRoom(userId, roomId) {
      refuse(unlessInMeeting(meeting), unlessManager(meeting));
      const room = findRoom(roomId);
      if (!room || roomOf(userId)) throw wrongUser;
      assign(userId, room);
      if (!isOpen()) throw { type: 'INTERNAL_ERROR', errorCode: 2 };
      return '';
    },
    async moveUserToBreakoutRoom(userId, roomId) {
      refuse(unlessInMeeting(meeting), unlessManager(meeting));
      const room = findRoom(roomId);
      if (!roomOf(userId)) {
        throw { type: 'INVALID_OPERATION', reason: 'user not in a room', errorCode: 7503 };
      }
      if (!room) throw wrongRoom;
      assign(userId, room);
      return '';
    },
    async joinBreakoutRoom(roomId) {
      refuse(unlessInMeeting(meeting));
      if (!isOpen()) {
        throw { type: 'INVALID_OPERATION', reason: 'Breakout room is not started', errorCode: 7504 };
      }
      const room = visibleRooms().find((one) => one.roomId === roomId);
      if (!room) throw wrongRoom;
      breakout.joined = roomId;
      meeting.reconnect('join breakout room', page.options.reconnectMs, { roomName: room.name });
      return '';
    },
    async leaveBreakoutRoom() {
      refuse(unlessInMeeting(meeting));
      if (!own()) throw { type: 'INVALID_OPERATION', errorCode: 7504 };
      breakout.joined = '';
      meeting.reconnect('back to main session', page.options.reconnectMs);
      return '';
    },
    async broadcast(message) {
      refuse(unlessManager(meeting), unlessInMeeting(meeting), isOpen() ? undefined : notOpen);
      page.events.emit('broadcast-message', { message });
      return '';
    },
  };
}
