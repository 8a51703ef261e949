import type { ZoomPtzCapability } from './zoom-camera-controls';
import type { ZoomBreakoutRoomStatus } from './zoom-breakout-room-controls';
import type { UserChange } from './zoom-participant';

/** The payload of `connection-change`. Zoom's type for it is `any`. These are the payloads observed with 6.2.0. */
export interface ConnectionChange {
  /** The state of the connection. */
  state: 'Connecting' | 'Connected' | 'Reconnecting' | 'Closed' | 'Fail';
  /** The SDK's text, e.g. `failover` or `ended by host`. */
  reason?: string;
  /** The error code, with `Fail`. */
  errorCode?: number;
  /** The name of the breakout room that the user is joining, with the reason `join breakout room`. */
  roomName?: string;
}

/** A chat message: a payload of `chat-on-message`, and what `sendChat()` resolves to. */
export interface ZoomChatMessage {
  /** Zoom's id for the message. */
  id?: string;
  /**
   * The text. In 6.2.0, `sendChat()` and `chat-on-message` always provide a single string. The SDK's types also allow an array.
   */
  message?: string | string[];
  /** The sender. `userId` is 0 if the SDK no longer knows the sender. */
  sender: { name: string; userId: number };
  /** The recipient. `userId` 0 means everyone. */
  receiver: { name: string; userId: number };
  /** When it arrived, in ms since the epoch, by this computer's clock. */
  timestamp: number;
  /** The file that was sent, only in `chat-on-message`. Both fields are empty for a message without a file. */
  file?: { name: string; type: string };
}

/** A line of captions. The same `msgId` is sent again with a longer text until `done` is true. */
export interface ZoomCaption {
  /** Zoom's id for the line. */
  msgId: string;
  /** The speaker. */
  userId: number;
  /** The name of the speaker. */
  displayName: string;
  /** The URL of the speaker's picture. */
  avatar?: string;
  /** The whole text so far. */
  text: string;
  /** 1: typed in the meeting, 2: an external captioner, 4: speech recognition. */
  source: number;
  /** Zoom's number for the language, e.g. 0 for English and 3 for German. */
  language: number;
  /** When it arrived, in ms since the epoch. */
  timestamp: number;
  /** Whether the line is complete. */
  done?: boolean;
  /** 1 when the line is complete. Not in Zoom's types. */
  msgType?: number;
}

/**
 * The payload of `audio-statistic-data-change`, which is sent after `subscribeStatisticData()`. It follows Zoom's types, and
 * was not observed: this library's tests have no audio.
 */
export interface ZoomAudioStatistic {
  /** The measured values. */
  data: {
    /** Whether the values describe what the user sends. Otherwise, they describe what the user receives. */
    encoding: boolean;
    /** The average packet loss. */
    avg_loss: number;
    /** The maximum packet loss. */
    max_loss: number;
    /** The jitter in ms. */
    jitter: number;
    /** The round-trip time in ms. */
    rtt: number;
    /** The sample rate. */
    sample_rate: number;
    /** The bit rate. Not in Zoom's types. */
    bitrate?: number;
  };
  /** `AUDIO_QOS_DATA`. */
  type: string;
}

/**
 * The payload of `video-statistic-data-change` and `share-statistic-data-change`. It follows Zoom's types, like
 * `ZoomAudioStatistic`.
 */
export interface ZoomVideoStatistic {
  /** The measured values. */
  data: {
    /** Whether the values describe what the user sends. Otherwise, they describe what the user receives. */
    encoding: boolean;
    /** The average packet loss. */
    avg_loss: number;
    /** The maximum packet loss. */
    max_loss: number;
    /** The jitter in ms. */
    jitter: number;
    /** The round-trip time in ms. */
    rtt: number;
    /** The sample rate. Not for a shared screen. */
    sample_rate?: number;
    /** The width in pixels. */
    width: number;
    /** The height in pixels. */
    height: number;
    /** Frames per second. */
    fps: number;
    /** The bit rate. Not in Zoom's types. */
    bitrate?: number;
  };
  /** `VIDEO_QOS_DATA` or `VIDEOSHARE_QOS_DATA`. */
  type: string;
}

/** A participant started or stopped recording on their own computer. */
export interface ZoomLocalRecording {
  /** The participant. */
  userId: number;
  /** 0: not recording, 1: recording, 2: paused. A number in 6.2.0, although Zoom's types say `boolean`. */
  bLocalRecord: boolean | number;
}

/**
 * The SDK's events and their payloads. `useZoomEvent` also accepts the name of any other event, with an `unknown` payload.
 *
 * The SDK has no event for locking, muting everyone, pins, views and the waiting room. For a host, a participant who enters the
 * waiting room appears in `user-added` with `bHold: true`. One who leaves it appears in `user-removed` with `nUserStatus: 1`.
 * Observed with 6.2.0.
 */
export interface ZoomEventMap {
  /** The connection was made, dropped or lost. */
  'connection-change': ConnectionChange;
  /** Participants joined. Also sent for the current user, and again when a lost connection is restored. */
  'user-added': UserChange[];
  /** Participants changed. */
  'user-updated': UserChange[];
  /** Participants left. */
  'user-removed': UserChange[];
  /** The participants who are speaking. Empty if no one is. */
  'active-speaker': { userId: number; displayName?: string }[];
  /** A chat message arrived or was sent. The SDK cannot remove a listener of this event. */
  'chat-on-message': ZoomChatMessage;
  /**
   * A line of captions. Never sent unless "save captions" is on in the host's account. The SDK ignores a listener that is added
   * before the meeting is joined, so `useZoomEvent` adds it after the join.
   */
  'caption-message': ZoomCaption;
  /** The cloud recording started, paused or stopped. */
  'recording-change': 'Recording' | 'Paused' | 'Stopped';
  /** A participant started or stopped recording on their own computer. */
  'local-recording-change': ZoomLocalRecording;
  /** Sent together with `local-recording-change`, with the same payload. */
  'media-capture-status-change': ZoomLocalRecording;
  /**
   * The permission to record on one's own computer. `request`: the participant `value` asks the host. `grant` and `revoke`: the
   * host grants the permission to the participant `value`, or revokes it. `answer`: the host has allowed or denied a request.
   * `remove`: also sent whenever a participant leaves.
   */
  'media-capture-permission-change': {
    type: 'request' | 'answer' | 'grant' | 'revoke' | 'remove' | 'option';
    value: number | boolean;
    canRecord?: boolean;
  };
  /** A participant started, paused, resumed or stopped sharing their screen. */
  'peer-share-state-change': {
    userId: number;
    action: 'Start' | 'Stop' | 'Pause' | 'Resume';
    /** Whether the share comes from the main session while the user is in a breakout room. */
    isFromMainSession?: boolean;
  };
  /** The quality of a participant's connection: `level` 0 and 1 poor, 2 normal, 3 to 5 good. -1: not known. */
  'network-quality-change': { level: number; type: 'uplink' | 'downlink'; userId: number };
  /** The quality of the user's audio. */
  'audio-statistic-data-change': ZoomAudioStatistic;
  /** The quality of the user's video. */
  'video-statistic-data-change': ZoomVideoStatistic;
  /** The quality of the screen share that the user sends or receives. */
  'share-statistic-data-change': ZoomVideoStatistic;
  /** The breakout rooms were opened or closed, or somebody was assigned to one. */
  'room-state-change': { status: ZoomBreakoutRoomStatus };
  /** A participant in the main session changed. Sent in a breakout room, without details. */
  'main-session-user-updated': Record<string, never>;
  /** A message from the host to all breakout rooms. */
  'broadcast-message': { message: string };
  /** The list of bots with the participants on whose behalf they take part. The whole list is sent on each change. */
  'bot-relation-update': { childUserID: number; parentUserID: number }[];
  /** The time of a step of the join, in ms since the epoch. For measurements. */
  'join-speed': { eventType: string; tagId: number; desc: string; time: number; timeStr: string };
  /** A participant asks to control the user's camera. Answer with `approveFarEndCameraControl()`. */
  'far-end-camera-request-control': {
    userId: number;
    displayName: string;
    currentControllingUserId?: number;
    currentControllingDisplayName?: string;
  };
  /** A participant answered a request of the user. `reason` 3: they allowed another participant, 5: they revoked it. */
  'far-end-camera-response-control': {
    isApproved: boolean;
    userId: number;
    displayName: string;
    reason?: number;
  };
  /** A participant started or stopped controlling the user's camera. */
  'far-end-camera-in-control-change': { isControlled: boolean; userId?: number };
  /** The capabilities of the camera that the user controls. */
  'far-end-camera-capability-change': { userId: number; ptz: ZoomPtzCapability };
}

/** The name of an event: a known one, or any other. */
export type ZoomEventName = keyof ZoomEventMap | (string & {});
/** The payload of an event: typed for the known names, `unknown` for others. */
export type ZoomEventPayload<Name extends ZoomEventName> = Name extends keyof ZoomEventMap
  ? ZoomEventMap[Name]
  : unknown;
/** A listener of an event. For a name that is only known at run time, any listener. */
export type ZoomEventListener<Name extends ZoomEventName> = (
  payload: string extends Name ? never : ZoomEventPayload<Name>,
) => void;
