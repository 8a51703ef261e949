import type { ZoomBreakoutRoomControls } from './zoom-breakout-room-controls';
import type { ZoomCameraControls } from './zoom-camera-controls';
import type { ZoomChatMessage, ZoomEventListener, ZoomEventName } from './zoom-events';
import type { ZoomHostControls } from './zoom-host-controls';
import type { ZoomInitOptions, ZoomJoinOptions, ZoomVideoOptions, ZoomViewType } from './zoom-options';
import type { ZoomParticipant } from './zoom-participant';
import type { ZoomResult } from './zoom-result';
import type { ZoomVirtualBackgroundControls } from './zoom-virtual-background-controls';

/** The return value of `getCurrentMeetingInfo()`. The SDK's object has more fields, but they are constants (6.2.0). */
export interface ZoomMeetingInfo {
  /** Digits only. Missing before the first join. */
  meetingNumber?: number;
  /** The passcode, if there is one. */
  password?: string;
  /** The passcode for people who join by phone. */
  telPwd?: string;
  /** The topic. */
  meetingTopic?: string;
  /** The language of the SDK's interface. */
  lang?: string;
  /** Zoom's UUID of this occurrence of the meeting. */
  meetingId?: string;
  /** Zoom's host name. */
  webEndpoint?: string;
  /** False in the waiting room. Always false in 6.0.2. */
  isInMeeting: boolean;
}

/** The statistics to send. */
export interface ZoomStatisticSelection {
  /** Audio statistics. They require connected audio. */
  audio?: boolean;
  /** The cameras of the user and of the other participants. */
  video?: boolean;
  /** The shared screen. */
  share?: boolean;
}

/**
 * The whole Component View client of SDK 6.2.0. An older SDK lacks some of the methods.
 *
 * It has no methods to start audio, video or a screen share, to raise a hand, to spotlight a participant, to remove a single
 * pin, to enable the waiting room, or to create breakout rooms. Users do this in the SDK's own interface.
 */
export interface ZoomClient
  extends ZoomHostControls, ZoomBreakoutRoomControls, ZoomVirtualBackgroundControls, ZoomCameraControls {
  /** Initialises the client. Called once per client. */
  init(options: ZoomInitOptions): Promise<ZoomResult>;
  /** Joins. Also resolves when the participant enters the waiting room. */
  join(options: ZoomJoinOptions): Promise<unknown>;
  /**
   * Leaves the meeting, which takes about 540 ms. Also resolves when there is nothing to leave.
   *
   * @param newHostId The participant who becomes the host, if you are the host. The client leaves when Zoom has confirmed the
   * change, and rejects if Zoom does not. Ignored for other users. Default: Zoom chooses.
   */
  leaveMeeting(newHostId?: number): Promise<ZoomResult>;
  /** Ends the meeting for everyone. Host only: rejects with 5007 for others. Removes all listeners. */
  endMeeting(): Promise<ZoomResult>;
  /** Adds a listener. Throws before `init`. Ignores the name of an event that it does not know. */
  on<Name extends ZoomEventName>(event: Name, listener: ZoomEventListener<Name>): void;
  /** Removes a listener. Does not work for `chat-on-message` (6.2.0). */
  off<Name extends ZoomEventName>(event: Name, listener: ZoomEventListener<Name>): void;

  /** The current user. `null` until the SDK knows them. */
  getCurrentUser(): ZoomParticipant | null;
  /** All participants, except those in the waiting room. Empty outside a meeting. */
  getAttendeeslist(): ZoomParticipant[];
  /** Information about the meeting. */
  getCurrentMeetingInfo(): ZoomMeetingInfo;

  /**
   * Sends a chat message. Not in webinars.
   *
   * @param message The text. If it is empty, the SDK rejects with an `Error`.
   * @param userId The recipient. Default: everyone.
   * @returns The message with its id, once Zoom has confirmed it; rejects with code 1 after 5 s. `undefined` if messages in
   * this meeting are checked before they are sent.
   */
  sendChat(message: string, userId?: number): Promise<ZoomChatMessage> | undefined;

  /** Changes the view. Rejects with an `Error` if the view does not exist, or needs several videos at once. */
  setViewType(view: ZoomViewType): Promise<ZoomResult>;
  /** Pins a participant in the user's own view. Rejects with an `Error` if they are already pinned, or not in the meeting. */
  addPin(userId: number): Promise<ZoomResult>;
  /** Removes all pins. Rejects with an `Error` if there are none. */
  removeAllPins(): Promise<ZoomResult>;
  /** The ids of the pinned participants. */
  getPinList(): number[];
  /** Changes the size of the SDK's interface. Throws until the SDK has rendered, which it does during the first join. */
  updateVideoOptions(options: ZoomVideoOptions): void;

  /**
   * Starts sending the statistics events. Default: all three. Rejects with an `Error` for `audio` without connected audio.
   * Resolves to the selection as JSON, or to `undefined` if none was passed.
   */
  subscribeStatisticData(selection?: ZoomStatisticSelection): Promise<string | undefined>;
  /** Stops sending the statistics events. Default: all three. */
  unSubscribeStatisticData(selection?: ZoomStatisticSelection): Promise<ZoomResult>;

  /** The texts of the SDK's interface in a language, by key. Rejects with an `Error` for an unknown language. */
  getLanguageTranslation(language: string): Promise<Record<string, unknown> | undefined>;
  /** Replaces texts of the SDK's interface. Rejects with an `Error` for an unknown language. */
  updateLanguageTranslation(language: string, texts: Record<string, unknown>): Promise<ZoomResult>;

  /** Whether the user is a bot. `null` outside a meeting. */
  isBotUser(): boolean | null;
  /** The name of the bot's app, if the user is a bot. */
  getBotAppName(): string | null;
  /** The user on whose behalf the bot `userId` takes part. */
  getBotAuthorizedUserInfoByUserId(userId: number): ZoomParticipant | null;
  /** The bots that take part on behalf of `userId`. `null` for bots that have left, and outside a meeting. */
  getAuthorizedBotListByUserId(userId: number): (ZoomParticipant | null)[] | null;

  /** Whether this browser supports audio, video and screen sharing. */
  checkSystemRequirements(): { audio: boolean; video: boolean; screen: boolean };
}
