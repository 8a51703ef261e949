import type { ZoomResult } from './zoom-result';

/** The state of all breakout rooms. 1: not started, 2: open, 3: closing, 4: closed. */
export type ZoomBreakoutRoomStatus = 1 | 2 | 3 | 4;

/** The status of the user: `initial` without a room, `invited` to a room, and so on. */
export type ZoomBreakoutAttendeeStatus =
  'initial' | 'invited' | 'joining' | 'in room' | 'leaving' | 'main session';

/** A breakout room. */
export interface ZoomBreakoutRoom {
  /** Zoom's id for the room. */
  roomId: string;
  /** Its name. */
  name: string;
  /** The participants who are assigned to it. */
  attendeeList: {
    userId: number;
    displayName: string;
    avatar?: string;
    /** Whether the participant is in the room now. */
    isInRoom?: boolean;
    userGuid?: string;
  }[];
}

/** The user's own breakout room. */
export interface ZoomCurrentBreakoutRoom {
  /** The status of the user. */
  attendeeStatus: ZoomBreakoutAttendeeStatus;
  /** The name of the room. Empty if the user has no room. */
  name: string;
  /** Zoom's id for the room. Empty if the user has no room. */
  roomId: string;
}

/** The options of the breakout rooms, with the defaults of 6.2.0. */
export interface ZoomBreakoutRoomOptions {
  /** Whether participants join their room without being asked. The SDK's default is false. */
  isAutoJoinRoom?: boolean;
  /** Whether participants may return to the main session. The SDK's default is true. */
  isBackToMainSessionEnabled?: boolean;
  /** Whether the rooms close after `timerDuration`. The SDK's default is false. */
  isTimerEnabled?: boolean;
  /** In seconds. The SDK's default is 1800. */
  timerDuration?: number;
  /** Whether participants return automatically when the time is up. The SDK's default is false. */
  isTimerAutoEnabled?: boolean;
  /** How long participants may stay in a room that is closing, in seconds. The SDK's default is 60. */
  waitSeconds?: number;
  /** Whether participants return when the host moves them, without being asked. The SDK's default is false. Not in Zoom's types. */
  isAutoMoveBackToMainSession?: boolean;
  /** Whether participants choose their room. The SDK's default is false. Not in Zoom's types. */
  isRoomSelectionEnabled?: boolean;
}

/**
 * Breakout rooms. The client cannot create rooms: they are created in Zoom's interface, or when the meeting is scheduled.
 * Methods for hosts and co-hosts reject with 5006 for other users, and most methods reject with 7504 while the rooms are not
 * open. The getters return `undefined` before the client's first join. Observed with 6.2.0.
 */
export interface ZoomBreakoutRoomControls {
  /** The rooms. Hosts get all rooms, and so do participants who may choose a room. Other participants get the assigned room. */
  getBreakoutRoomList(): ZoomBreakoutRoom[] | undefined;
  /** The options. Zoom sends 0 and 1 for some of the booleans. */
  getBreakoutRoomOptions(): ZoomBreakoutRoomOptions | undefined;
  /** The state of the rooms. */
  getBreakoutRoomStatus(): ZoomBreakoutRoomStatus | undefined;
  /** The user's own room. `name` and `roomId` are empty if the user has no room. */
  getCurrentBreakoutRoom(): ZoomCurrentBreakoutRoom | undefined;
  /** The status of the user. */
  getUserStatus(): ZoomBreakoutAttendeeStatus | undefined;
  /**
   * Opens rooms that exist. Host or co-host. Rejects with 7502 for a `roomId` that does not exist, and with 7503 for a
   * participant who does not exist.
   */
  openBreakoutRooms(rooms: ZoomBreakoutRoom[], options?: ZoomBreakoutRoomOptions): Promise<ZoomResult>;
  /** Closes all rooms. Host or co-host. */
  closeAllBreakoutRooms(): Promise<ZoomResult>;
  /**
   * Assigns a participant without a room. Host or co-host. Rejects with 7503 for a participant with a room. While the rooms are
   * not open, it rejects with 2, although Zoom gets the request.
   */
  assignUserToRoom(userId: number, roomId: string): Promise<ZoomResult>;
  /** Moves a participant from one room to another. Host or co-host. Rejects with 7503 if they have no room. */
  moveUserToBreakoutRoom(userId: number, roomId: string): Promise<ZoomResult>;
  /** Joins a room. Hosts choose one, participants join theirs. */
  joinBreakoutRoom(roomId: string): Promise<ZoomResult>;
  /** Returns to the main session. */
  leaveBreakoutRoom(): Promise<ZoomResult>;
  /** Sends a text to all rooms. Host or co-host. Rejects with 7506 if the meeting does not allow it. */
  broadcast(message: string): Promise<ZoomResult>;
}
