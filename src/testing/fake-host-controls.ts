import type { ZoomFailure, ZoomHostControls, ZoomParticipant } from '../sdk/zoom-sdk';
import type { FakeMeeting } from './fake-meeting';
import type { FakePage } from './fake-page';
import { refuse, unlessHost, unlessInMeeting, unlessManager, unlessOther } from './fake-refusals';

const noAudio: ZoomFailure = { type: 'INVALID_OPERATION', reason: 'no audio joined', errorCode: 6015 };
const noUser = (reason: string, errorCode = 5011): ZoomFailure => ({
  type: 'INVALID_PARAMETERS',
  reason,
  errorCode,
});

/** The actions of a host, with the checks of SDK 6.2.0, in the same order and with the same texts. Zoom answers at once. */
export function createHostControls(page: FakePage, meeting: FakeMeeting): ZoomHostControls {
  const isManager = () => unlessManager(meeting) === undefined;
  const find = (userId: number) => meeting.roster.find((row) => row.userId === userId);
  const waiting = (userId: number) => {
    const row = page.others.get(userId);
    return row?.bHold ? row : undefined;
  };

  /**
   * The calls to `admitAll()` that are pending. They settle when Zoom has admitted somebody, because Zoom does not answer while
   * nobody is waiting.
   */
  let admitting: (() => void)[] = [];

  function letIn(row: ZoomParticipant): void {
    // The events of the SDK: they leave the waiting room, and then they enter the meeting.
    meeting.removeOther(row.userId, { nUserStatus: 1 });
    meeting.addOther({ ...row, bHold: false });
  }

  return {
    async mute(mute, userId = meeting.self?.userId) {
      refuse(unlessInMeeting(meeting));
      const isOwn = userId === meeting.self?.userId;
      if (!isOwn && !isManager()) throw { type: 'INSUFFICIENT_PRIVILEGES', errorCode: 5006 };
      const row = userId === undefined ? undefined : find(userId);
      if (!row) throw noUser('no matching user', 6001);
      if (!row.audio) throw noAudio;
      // Other participants are only asked to unmute.
      if ((isOwn || mute) && row.muted !== mute) meeting.changeRow(row.userId, { muted: mute });
      return '';
    },
    async muteAll(mute) {
      refuse(unlessManager(meeting), unlessInMeeting(meeting));
      if (!mute) return '';
      for (const { userId, audio, muted } of [...page.others.values()]) {
        if (audio && !muted) meeting.changeRow(userId, { muted: true });
      }
      return '';
    },
    async stopAudio(): Promise<''> {
      if (meeting.self?.audio) meeting.changeRow(meeting.self.userId, { audio: '' });
      return '';
    },
    async rename(name, userId) {
      refuse(unlessInMeeting(meeting));
      const isOwn = userId === meeting.self?.userId;
      if (!isOwn && !isManager()) throw { type: 'INSUFFICIENT_PRIVILEGES', errorCode: 5006 };
      const row = find(userId);
      if (!row) throw noUser('no matching user');
      if (row.displayName === name) return undefined;
      meeting.changeRow(userId, { displayName: name });
      return '';
    },
    async admit(userId) {
      refuse(unlessManager(meeting), unlessInMeeting(meeting));
      const row = waiting(userId);
      if (!row) throw noUser('no matching user');
      letIn(row);
      return '';
    },
    async admitAll() {
      refuse(unlessManager(meeting), unlessInMeeting(meeting));
      const answered = new Promise<''>((resolve) => admitting.push(() => resolve('')));
      const people = [...page.others.values()].filter(({ bHold }) => bHold);
      if (people.length > 0) {
        people.forEach(letIn);
        admitting.forEach((resolve) => resolve());
        admitting = [];
      }
      return answered;
    },
    async putOnHold(userId) {
      refuse(unlessOther(meeting, userId), unlessManager(meeting), unlessInMeeting(meeting));
      meeting.changeRow(userId, { bHold: true });
      return '';
    },
    async expel(userId) {
      refuse(unlessManager(meeting), unlessInMeeting(meeting));
      if (!page.others.has(userId)) throw noUser('no matched user');
      meeting.removeOther(userId);
      return '';
    },
    async allowAttendeeToTalk() {
      throw { type: 'INVALID_PARAMETERS', reason: 'no matching user' };
    },
    async lockMeeting() {
      refuse(unlessManager(meeting), unlessInMeeting(meeting));
      return '';
    },

    async makeHost(userId) {
      refuse(unlessOther(meeting, userId), unlessHost(meeting), unlessInMeeting(meeting));
      meeting.makeHost(userId);
      return '';
    },
    async makeCoHost(userId) {
      refuse(unlessOther(meeting, userId), unlessHost(meeting), unlessInMeeting(meeting));
      if (find(userId)?.isCoHost) throw noUser(`user:[${userId}] is already co-host `);
      meeting.changeRow(userId, { isCoHost: true });
      return '';
    },
    async revokeCoHost(userId) {
      refuse(unlessOther(meeting, userId), unlessHost(meeting), unlessInMeeting(meeting));
      if (!find(userId)?.isCoHost) throw noUser(`user:[${userId}] is not a co-host`);
      meeting.changeRow(userId, { isCoHost: false });
      return '';
    },
    async reclaimHost() {
      refuse(unlessInMeeting(meeting));
      const { self } = meeting;
      if (self?.isHost) return '';
      if (!self?.isOriginalHost) {
        throw {
          type: 'INSUFFICIENT_PRIVILEGES',
          reason: 'Only original host or alternative host can reclaim host',
          errorCode: 5011,
        };
      }
      meeting.makeHost(self.userId);
      return '';
    },
    async claimHostWithHostKey() {
      refuse(unlessInMeeting(meeting));
      if (meeting.roster.some(({ isHost }) => isHost)) {
        throw { type: 'INVALID_OPERATION', reason: 'host already in the meeting' };
      }
      if (meeting.self) meeting.makeHost(meeting.self.userId);
      return '';
    },
    isHost: () => meeting.self?.isHost === true,
    isCoHost: () => meeting.self?.isCoHost === true,
    isOriginHost: () => meeting.self?.isOriginalHost === true,

    async record(action) {
      const states = { start: 'Recording', pause: 'Paused', stop: 'Stopped' } as const;
      if (!(action in states)) throw new Error(`Invalid parameter for 'record': ${String(action)}`);
      refuse(unlessManager(meeting), unlessInMeeting(meeting));
      const state = states[action];
      if (meeting.recording === state) return '';
      if (action === 'pause' && meeting.recording !== 'Recording') {
        throw { type: 'INVALID_OPERATION', reason: 'Recording is not started', errorCode: 7202 };
      }
      meeting.recording = state;
      page.events.emit('recording-change', state);
      return '';
    },
    async mediaCapture() {
      throw new Error('Local recording is not supported');
    },
    async mediaCapturePermission(operation) {
      if (operation === 'request') throw { reason: 'not support', errorCode: 7207 };
      throw new Error(
        meeting.self?.isHost
          ? `You are not allowed to ${operation} media capture permission.`
          : `Only meeting host can ${operation} meida capture permission.`,
      );
    },
  };
}
