import type { ZoomPtzCapability } from './zoom-camera-controls';
import type { ZoomBreakoutRoomStatus } from './zoom-breakout-room-controls';
import type { UserChange } from './zoom-participant';

/** What `connection-change` carries. Zoom types it `any`; these are the payloads observed with 6.2.0. */
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
  /** The text. `sendChat()` and `chat-on-message` give a single text in 6.2.0; the SDK's types allow several. */
  message?: string | string[];
  /** Who sent it. `userId` is 0 if the SDK does not know the sender any more. */
  sender: { name: string; userId: number };
  /** Who it was sent to. `userId` 0: everyone. */
  receiver: { name: string; userId: number };
  /** When it arrived, in ms since the epoch, by this computer's clock. */
  timestamp: number;
  /** The file that was sent, only in `chat-on-message`. Both fields are empty for a message without a file. */
  file?: { name: string; type: string };
}

/** A line of captions. The same `msgId` comes again with a longer text until `done` is true. */
export interface ZoomCaption {
  /** Zoom's id for the line. */
  msgId: string;
  /** Who speaks. */
  userId: number;
  /** Their name. */
  displayName: string;
  /** The URL of their picture. */
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
 * What `audio-statistic-data-change` carries after `subscribeStatisticData()`. By Zoom's types: it needs audio, which this
 * library's tests do not have.
 */
export interface ZoomAudioStatistic {
  /** The measured values. */
  data: {
    /** Whether this is what the user sends. Otherwise it is what they receive. */
    encoding: boolean;
    /** Lost packets, on average. */
    avg_loss: number;
    /** Lost packets, at most. */
    max_loss: number;
    /** In ms. */
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

/** What `video-statistic-data-change` and `share-statistic-data-change` carry. By Zoom's types, as `ZoomAudioStatistic`. */
export interface ZoomVideoStatistic {
  /** The measured values. */
  data: {
    /** Whether this is what the user sends. Otherwise it is what they receive. */
    encoding: boolean;
    /** Lost packets, on average. */
    avg_loss: number;
    /** Lost packets, at most. */
    max_loss: number;
    /** In ms. */
    jitter: number;
    /** The round-trip time in ms. */
    rtt: number;
    /** The sample rate. Not for a shared screen. */
    sample_rate?: number;
    /** In pixels. */
    width: number;
    /** In pixels. */
    height: number;
    /** Frames per second. */
    fps: number;
    /** The bit rate. Not in Zoom's types. */
    bitrate?: number;
  };
  /** `VIDEO_QOS_DATA` or `VIDEOSHARE_QOS_DATA`. */
  type: string;
}

/** A participant records on their own computer, or stops. */
export interface ZoomLocalRecording {
  /** The participant. */
  userId: number;
  /** 0: not, 1: recording, 2: paused. A number in 6.2.0, although Zoom's types say `boolean`. */
  bLocalRecord: boolean | number;
}

/**
 * The SDK's events and their payloads. `useZoomEvent` also accepts the name of any other event, with an `unknown` payload.
 *
 * The SDK has no event for locking, muting everyone, pins, views and the waiting room. For a host, a participant in the waiting room
 * appears in `user-added` with `bHold: true`, and leaves it with `user-removed` (`nUserStatus: 1`). Observed with 6.2.0.
 */
export interface ZoomEventMap {
  /** The connection was made, dropped or lost. */
  'connection-change': ConnectionChange;
  /** Participants joined. Also sent for the current user, and again when a lost connection is back. */
  'user-added': UserChange[];
  /** Participants changed. */
  'user-updated': UserChange[];
  /** Participants left. */
  'user-removed': UserChange[];
  /** Who is speaking. Empty if no one is. */
  'active-speaker': { userId: number; displayName?: string }[];
  /** A chat message arrived or was sent. The SDK cannot remove a listener of this event. */
  'chat-on-message': ZoomChatMessage;
  /**
   * A line of captions. Never sent unless "save captions" is on in the host's account. The SDK drops a listener that is added
   * before the meeting is joined; `useZoomEvent` adds it when it is.
   */
  'caption-message': ZoomCaption;
  /** The cloud recording started, paused or stopped. */
  'recording-change': 'Recording' | 'Paused' | 'Stopped';
  /** A participant records on their own computer, or stops. */
  'local-recording-change': ZoomLocalRecording;
  /** The same as `local-recording-change`, at the same time. */
  'media-capture-status-change': ZoomLocalRecording;
  /**
   * The permission to record on one's own computer. `request`: the participant `value` asks the host. `grant` and `revoke`: about
   * the participant `value`. `answer`: the host allows it or not. `remove`: also sent whenever a participant leaves.
   */
  'media-capture-permission-change': {
    type: 'request' | 'answer' | 'grant' | 'revoke' | 'remove' | 'option';
    value: number | boolean;
    canRecord?: boolean;
  };
  /** A participant shares their screen, pauses, resumes or stops. */
  'peer-share-state-change': {
    userId: number;
    action: 'Start' | 'Stop' | 'Pause' | 'Resume';
    /** The share comes from the main session, and the user is in a breakout room. */
    isFromMainSession?: boolean;
  };
  /** The quality of a participant's connection: `level` 0 and 1 poor, 2 normal, 3 to 5 good. -1: not known. */
  'network-quality-change': { level: number; type: 'uplink' | 'downlink'; userId: number };
  /** The quality of the user's audio. */
  'audio-statistic-data-change': ZoomAudioStatistic;
  /** The quality of the user's video. */
  'video-statistic-data-change': ZoomVideoStatistic;
  /** The quality of the user's screen share, or the one that they see. */
  'share-statistic-data-change': ZoomVideoStatistic;
  /** The breakout rooms were opened or closed, or somebody was assigned to one. */
  'room-state-change': { status: ZoomBreakoutRoomStatus };
  /** A participant in the main session changed. Sent in a breakout room, without details. */
  'main-session-user-updated': Record<string, never>;
  /** A message of the host to all breakout rooms. */
  'broadcast-message': { message: string };
  /** Which bots take part for whom. The whole list, on each change. */
  'bot-relation-update': { childUserID: number; parentUserID: number }[];
  /** A step of joining, in ms since the epoch. For measurements. */
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
  /** What the camera that the user controls can do. */
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
