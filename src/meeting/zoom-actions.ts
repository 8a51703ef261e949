import type { ZoomChatMessage, ZoomParticipant, ZoomViewType } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import { createAskSdk, demand, demandUserId, isAnyone, isHost, isManager } from './ask-sdk';
import { createBreakoutRoomActions, type ZoomBreakoutRoomActions } from './breakout-room-actions';
import { oncePerSession } from './once-per-session';
import {
  createVirtualBackgroundActions,
  type ZoomVirtualBackgroundActions,
} from './virtual-background-actions';

/** A microphone, and whether to mute it. */
export interface ZoomMuteRequest {
  /** Whether to mute. */
  mute: boolean;
  /** The participant. Default: yourself. */
  userId?: number | undefined;
}

/** A new name. */
export interface ZoomRenameRequest {
  /** The name. Must not be blank. */
  name: string;
  /** The participant. Default: yourself. */
  userId?: number | undefined;
}

/** A chat message to send. */
export interface ZoomChatRequest {
  /** The text. Must not be empty. */
  message: string;
  /** The recipient. Default: everyone. */
  userId?: number | undefined;
}

/** How to leave. */
export interface ZoomLeaveRequest {
  /** The participant who becomes the host. Requires that you are the host. Default: if you are the host, Zoom chooses one. */
  newHostId?: number | undefined;
}

const recordRequests = ['start', 'pause', 'resume', 'stop'] as const;

/** The change of the recording in Zoom's cloud. */
export type ZoomRecordRequest = (typeof recordRequests)[number];

const views = ['gallery', 'speaker', 'ribbon', 'active', 'minimized'] as const satisfies ZoomViewType[];

/**
 * The actions of the user in a meeting. Every function is stable, and takes one argument at most, so that it can be a
 * `mutationFn` of TanStack Query. Use `networkMode: 'always'`: otherwise, Query pauses an action while the browser is offline,
 * and runs it later.
 *
 * Every promise settles. It rejects with a `ZoomMeetingError`, whose `code` is one of these:
 *
 * - `NOT_JOINED`: the meeting is not joined, it is reconnecting, or it ended before Zoom responded. In the last case, Zoom may
 *   still do it.
 * - `NOT_HOST`: the user is not the host, or neither the host nor a co-host. The SDK is not called. The rule of each function
 *   is Zoom's (observed with 6.2.0).
 * - `INVALID_OPTIONS`: the argument is missing or wrong. `reason` names the field and its rule.
 * - `ACTION_TIMEOUT`: Zoom did not respond. The SDK waits for 10 s, or 5 s for a chat message. Where it would wait forever,
 *   this library stops waiting after 15 s. Zoom may still do it.
 * - Zoom's number, such as 5011 (there is no such participant) or 6015 (no audio), or `UNKNOWN`, with the SDK's text in
 *   `reason`.
 */
export interface ZoomActions extends ZoomBreakoutRoomActions, ZoomVirtualBackgroundActions {
  /**
   * Mutes or unmutes a microphone. For another participant: host and co-hosts. Unmuting somebody else asks them first. Muting
   * and unmuting require connected audio (otherwise 6015).
   */
  mute(request: ZoomMuteRequest): Promise<void>;
  /** Mutes everyone (`true`), or asks everyone to unmute (`false`). Host and co-hosts. */
  muteAll(mute: boolean): Promise<void>;
  /** Changes a name. For another participant: host and co-hosts. */
  rename(request: ZoomRenameRequest): Promise<void>;
  /** Lets somebody in from the waiting room. Host and co-hosts. The id comes from `user-added` with `bHold: true`. */
  admit(userId: number): Promise<void>;
  /**
   * Lets everyone in from the waiting room. Host and co-hosts. May reject with `ACTION_TIMEOUT` when nobody is waiting, because
   * Zoom may not respond.
   */
  admitAll(): Promise<void>;
  /** Moves a participant to the waiting room. Host and co-hosts. */
  putOnHold(userId: number): Promise<void>;
  /** Removes a participant. Host and co-hosts. */
  expel(userId: number): Promise<void>;
  /** Makes somebody else the host. Host only. */
  makeHost(userId: number): Promise<void>;
  /** Makes somebody a co-host. Host only. */
  makeCoHost(userId: number): Promise<void>;
  /** Makes a co-host a participant again. Host only. */
  revokeCoHost(userId: number): Promise<void>;
  /** Makes you the host again, if you scheduled the meeting or are an alternative host. The SDK checks that. */
  reclaimHost(): Promise<void>;
  /**
   * Starts, pauses, resumes or stops the recording in Zoom's cloud. Host and co-hosts. Rejects with 7200 if the account does
   * not allow recording, 7202 if you pause a recording that is not running, and 7201 if the recording must not be stopped.
   */
  record(request: ZoomRecordRequest): Promise<void>;
  /** Locks the meeting, so that nobody else can join (`true`), or unlocks it (`false`). Host and co-hosts. */
  lockMeeting(lock: boolean): Promise<void>;
  /** Pins a participant in the user's own view. */
  addPin(userId: number): Promise<void>;
  /** Removes all pins. The SDK cannot remove a single one. */
  removeAllPins(): Promise<void>;
  /** Changes the view. Rejects if the browser cannot show it: only `gallery` and `minimized` are always available. */
  setViewType(view: ZoomViewType): Promise<void>;
  /**
   * Sends a chat message. Not in webinars. Resolves with the message once Zoom has confirmed it, or with `undefined` if
   * messages in this meeting are checked before they are sent.
   */
  sendChat(request: ZoomChatRequest): Promise<ZoomChatMessage | undefined>;
  /**
   * Leaves the meeting, in any state. With `newHostId`, makes that participant the host first (host only), and stays in the
   * meeting if that fails. Without it, never rejects.
   */
  leave(request?: ZoomLeaveRequest): Promise<void>;
  /**
   * Ends the meeting for everyone. Host only. Does the same as the command `end()`: it resolves if there is no meeting to end, and
   * rejects with `GONE` when the component that held the meeting is unmounted.
   */
  end(): Promise<void>;
}

/** Every user may do this to themselves. */
const isSelfOrManager = (userId: number | undefined) => (user: ZoomParticipant) =>
  userId === undefined || userId === user.userId || isManager(user);

function createActions(session: ZoomMeetingSession): ZoomActions {
  const { commands } = session;
  const askSdk = createAskSdk(session);
  const { ask, act, actOn, actUntilShown } = askSdk;

  const makeHost = (userId: number) => actOn(userId, isHost, (client) => client.makeHost(userId));

  return {
    ...createBreakoutRoomActions(askSdk),
    ...createVirtualBackgroundActions(askSdk),
    async mute(request) {
      const { mute, userId } = Object(request) as ZoomMuteRequest;
      demand('mute', 'true or false', typeof mute === 'boolean');
      if (userId !== undefined) demandUserId(userId);
      await act(isSelfOrManager(userId), (client) => client.mute(mute, userId));
    },
    async muteAll(mute) {
      demand('mute', 'true or false', typeof mute === 'boolean');
      await act(isManager, (client) => client.muteAll(mute));
    },
    async rename(request) {
      const { name, userId } = Object(request) as ZoomRenameRequest;
      demand('name', 'a name that is not blank', typeof name === 'string' && name.trim() !== '');
      if (userId !== undefined) demandUserId(userId);
      await act(isSelfOrManager(userId), (client, user) => client.rename(name, userId ?? user.userId));
    },
    admit: (userId) => actOn(userId, isManager, (client) => client.admit(userId)),
    admitAll: () => act(isManager, (client) => client.admitAll()),
    putOnHold: (userId) => actOn(userId, isManager, (client) => client.putOnHold(userId, true)),
    expel: (userId) => actOn(userId, isManager, (client) => client.expel(userId)),
    makeHost,
    makeCoHost: (userId) => actOn(userId, isHost, (client) => client.makeCoHost(userId)),
    revokeCoHost: (userId) => actOn(userId, isHost, (client) => client.revokeCoHost(userId)),
    reclaimHost: () => act(isAnyone, (client) => client.reclaimHost()),
    async record(request) {
      demand('record', `one of ${recordRequests.join(', ')}`, recordRequests.includes(request));
      // The SDK resumes with `start` (6.2.0).
      await act(isManager, (client) => client.record(request === 'resume' ? 'start' : request));
    },
    async lockMeeting(lock) {
      demand('lock', 'true or false', typeof lock === 'boolean');
      await act(isManager, (client) => client.lockMeeting(lock));
    },
    async addPin(userId) {
      demandUserId(userId);
      await actUntilShown(
        isAnyone,
        (client) => client.addPin(userId),
        (client) => client.getPinList().includes(userId),
      );
    },
    removeAllPins: () =>
      actUntilShown(
        isAnyone,
        (client) => client.removeAllPins(),
        (client) => client.getPinList().length === 0,
      ),
    async setViewType(view) {
      demand('view', `one of ${views.join(', ')}`, views.includes(view));
      await act(isAnyone, (client) => client.setViewType(view));
    },
    async sendChat(request) {
      const { message, userId } = Object(request) as ZoomChatRequest;
      demand('message', 'a non-empty string', typeof message === 'string' && message !== '');
      // The SDK sends a message to everyone if the id is `null` (6.2.0).
      if (userId !== undefined) demandUserId(userId);
      return ask(isAnyone, (client) => client.sendChat(message, userId));
    },
    async leave(request) {
      const { newHostId } = Object(request) as ZoomLeaveRequest;
      if (newHostId !== undefined) await makeHost(newHostId);
      await commands.leave();
    },
    end: () => commands.end(),
  };
}

/** The actions of a session. */
export const actionsOf = /* #__PURE__ */ oncePerSession(createActions);
