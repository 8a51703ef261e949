import { decodeName, encodeName, frame } from './wire';

/** The breakout rooms in the format of the frames, with their options. */
export interface Breakout {
  /** 1: not started, 2: open, 3: closing, 4: closed. */
  ControlStatus: number;
  ItemList: readonly BreakoutRoom[];
  [option: string]: unknown;
}

interface BreakoutRoom {
  BID: string;
  MeetingTitle: string;
  Status: number;
  HostID: string;
  /** The `userGUID` of each participant. */
  ParticipantList: readonly string[];
}

/** Uses the SDK's default options. */
export const noRooms: Breakout = {
  ControlStatus: 1,
  NameIndex: 1,
  IsAutoJoinEnabled: 0,
  IsBackToMainSessionEnabled: 1,
  IsTimerEnabled: 0,
  TimerDuration: 1800,
  IsTimerAutoEndEnabled: 0,
  WaitSeconds: 60,
  ItemList: [],
  IsAutoMovetoMainSessionEnabled: false,
  IsParticipantsChooseRoomEnabled: 0,
};

/** The frame that a host sends to open the rooms. */
export const readBreakout = (proto: string): Breakout => JSON.parse(decodeName(proto)) as Breakout;

/** The frame with the state of the breakout rooms. */
export const breakoutRooms = (breakout: Breakout) =>
  frame(7950, { proto: encodeName(JSON.stringify(breakout)) });

/** The rooms after a participant has moved to one of them. */
export function assigned(breakout: Breakout, userGUID: string, roomId: string): Breakout {
  const ItemList = breakout.ItemList.map((room) => {
    const others = room.ParticipantList.filter((guid) => guid !== userGUID);
    return { ...room, ParticipantList: room.BID === roomId ? [...others, userGUID] : others };
  });
  return { ...breakout, ItemList };
}
