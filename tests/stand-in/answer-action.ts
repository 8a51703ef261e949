import { assigned, breakoutRooms, readBreakout, type Breakout } from './breakout';
import { attributes, frame, roster, type RosterRow } from './wire';

/** A frame of the SDK. */
export interface ClientFrame {
  evt: number;
  body: Record<string, unknown>;
}

/** The properties of the meeting that an action may change. */
interface MeetingSettings {
  locked: boolean;
  hostKey: string;
  breakout: Breakout;
}

/**
 * Answers a participant's action as SDK 6.2.0 expects: changes the rows, and returns the frames that Zoom would
 * send. Returns nothing for other frames.
 * @param rows Everyone in the meeting and its waiting room.
 * @param self The participant.
 */
export function answerAction(
  { evt, body }: ClientFrame,
  rows: Map<number, RosterRow>,
  self: RosterRow,
  meeting: MeetingSettings,
): string[] {
  const id = Number(body['id']);

  function change(userId: number, changes: Partial<RosterRow>): string[] {
    const row = rows.get(userId);
    if (!row) return [];
    Object.assign(row, changes);
    return [roster({ update: [{ id: userId, ...changes }] })];
  }

  /** Moves a participant from the waiting room to the meeting: they leave the one and enter the other. */
  function letIn(row: RosterRow): string[] {
    row.bHold = false;
    return [frame(7937, { remove: [{ id: row.id, nUserStatus: 1, action: 2 }] }), roster({ add: [row] })];
  }

  function makeHost(userId: number): string[] {
    const hosts = [...rows.values()].filter((row) => row.role === 1 && row.id !== userId);
    return [change(userId, { role: 1 }), ...hosts.map((host) => change(host.id, { role: 0 }))].flat();
  }

  switch (evt) {
    case 8193: {
      const muted = body['bMute'] === true;
      // Other participants are only asked to unmute.
      return muted || id === self.id ? change(id, { muted }) : [];
    }
    case 8201: {
      const muted = body['bMute'] === true;
      const audible = [...rows.values()].filter(
        (row) => muted && row.audio && !row.muted && row.id !== self.id,
      );
      return [attributes({ bMutedAll: muted }), ...audible.flatMap((row) => change(row.id, { muted }))];
    }
    case 4109:
      return change(id, { dn2: String(body['dn2']) });
    case 4113: {
      const row = rows.get(id);
      if (!row) return [];
      return body['bHold'] === true ? change(id, { bHold: true }) : letIn(row);
    }
    case 4199: {
      const waiting = [...rows.values()].filter(({ bHold }) => bHold);
      // This frame reports that admitting has ended. It has not started if there is nobody to admit.
      return waiting.length > 0 ? [...waiting.flatMap(letIn), frame(7951, { bStarted: false })] : [];
    }
    case 4107:
      return rows.delete(id) ? [roster({ remove: [{ id }] })] : [];
    case 4111:
      return body['bCoHost'] === true ? change(id, { bCoHost: true }) : makeHost(id);
    case 4195:
      return change(id, { bCoHost: false });
    case 4133:
      return makeHost(id);
    case 4215: {
      const isRight = body['hostKey'] === meeting.hostKey;
      return [frame(4216, { bresult: isRight ? 0 : 3036 }), ...(isRight ? makeHost(self.id) : [])];
    }
    case 4099:
      meeting.locked = body['bLock'] === true;
      return [attributes({ bLock: meeting.locked })];
    case 4105:
      return [
        attributes({ cmrServerStatus: body['bRecord'] === true ? 2 : body['bPause'] === true ? 3 : 4 }),
      ];
    case 4135:
      return [
        frame(4136, { result: 0, destNodeID: body['destNodeID'], msgID: `message-${String(body['text'])}` }),
      ];
    case 4175:
      meeting.breakout = readBreakout(String(body['proto']));
      return [breakoutRooms(meeting.breakout)];
    case 4177:
      meeting.breakout = { ...meeting.breakout, ControlStatus: Number(body['status']) };
      return [breakoutRooms(meeting.breakout)];
    case 4179:
    case 4181: {
      const userGUID = rows.get(Number(body['targetID']))?.userGUID;
      if (userGUID === undefined) return [];
      meeting.breakout = assigned(meeting.breakout, userGUID, String(body['targetBID']));
      return [breakoutRooms(meeting.breakout)];
    }
    case 4187:
      return [
        frame(7949, {
          commandType: 'messageText',
          textContent: body['textContent'],
          requestID: String(self.id),
        }),
      ];
    case 4193:
      return [frame(4194, { bid: body['targetBID'], botoken: 'a-room-token', confID: 'conf-2' })];
    default:
      return [];
  }
}
