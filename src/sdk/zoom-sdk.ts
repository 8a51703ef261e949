/** The part of the SDK's `Participant` that this library relies on. Observed with 6.2.0. */
export interface ZoomParticipant {
  /** Unique in the meeting. A participant who joins again gets another one. */
  userId: number;
  /** The name in the meeting. */
  displayName: string;
  /** The same name, in another field of the SDK. */
  userName?: string;
  /** Whether they are the host. */
  isHost?: boolean;
  /** Whether they are a co-host. */
  isCoHost?: boolean;
  /** Whether their microphone is muted. Absent before audio is connected. */
  muted?: boolean;
  /** Whether their camera is on. */
  bVideoOn?: boolean;
  /** Whether they are on hold, in the waiting room. */
  bHold?: boolean;
  /** How their audio is connected, e.g. `computer`. Empty if it is not. */
  audio?: string;
  /** The URL of their picture. */
  avatar?: string;
  /** The `customerKey` of their join. */
  customerKey?: string;
}

/** What `connection-change` carries. Zoom types it `any`; these are the payloads observed with 6.2.0. */
export interface ConnectionChange {
  /** The state of the connection. */
  state: 'Connecting' | 'Connected' | 'Reconnecting' | 'Closed' | 'Fail';
  /** The SDK's text, e.g. `failover` or `ended by host`. */
  reason?: string;
  /** The error code, with `Fail`. */
  errorCode?: number;
}

/** Rows of `user-added`, `user-updated` and `user-removed`; only the changed fields are present. */
export interface UserChange extends Partial<ZoomParticipant> {
  /** The participant. */
  userId: number;
}

/**
 * The SDK's events and their payloads. `useZoomEvent` also accepts the name of any other event, with an `unknown`
 * payload.
 */
export interface ZoomEventMap {
  /** The connection was made, dropped or lost. */
  'connection-change': ConnectionChange;
  /** A participant joined. Also sent for the current user. */
  'user-added': UserChange[] | UserChange;
  /** A participant changed. */
  'user-updated': UserChange[] | UserChange;
  /** A participant left. */
  'user-removed': UserChange[] | UserChange;
  /** Who is speaking. */
  'active-speaker': { userId: number; displayName?: string }[];
  /** A chat message arrived. */
  'chat-on-message': {
    id?: string;
    message?: string | string[];
    sender: { name: string; userId: number };
    receiver: { name: string; userId: number };
    timestamp: number;
  };
  /** Recording started, paused or stopped. */
  'recording-change': 'Recording' | 'Paused' | 'Stopped';
  /** The quality of a participant's connection: `level` 0 and 1 poor, 2 normal, 3 to 5 good. */
  'network-quality-change': { level: number; type: string; userId: number };
}

/** The name of an event: a known one, or any other. */
export type ZoomEventName = keyof ZoomEventMap | (string & {});
/** The payload of an event: typed for the known names, `unknown` for others. */
export type ZoomEventPayload<Name extends ZoomEventName> = Name extends keyof ZoomEventMap
  ? ZoomEventMap[Name]
  : unknown;

/** A width and a height in CSS pixels. */
export interface ZoomViewSize {
  /** In CSS pixels. */
  width: number;
  /** In CSS pixels. */
  height: number;
}

/** The SDK's `customize.video`. */
export interface ZoomVideoOptions {
  /** Whether users can resize the SDK's box. Default false, because this library fits the box into its container. */
  isResizable?: boolean;
  /** The size of the box, and of the narrow ribbon view. Default: as large as the container. */
  viewSizes?: { default?: ZoomViewSize; ribbon?: ZoomViewSize };
  /** The initial view, e.g. `gallery` or `speaker`. Default `gallery`. */
  defaultViewType?: string;
  /** The position of the box, as options of Popper. This library sets `disableDraggable: true` unless you set it. */
  popper?: Record<string, unknown>;
}

/** The SDK's init option `customize`. The parts that this library sets are typed; the rest is passed on. */
export interface ZoomCustomize {
  /** The box of the meeting. */
  video?: ZoomVideoOptions;
  /** Whether the SDK shows its own failure dialog. Not in Zoom's types (observed with 6.2.0). Default false. */
  isShowJoiningErrorDialog?: boolean;
  [key: string]: unknown;
}

/** The options of `client.init()`. */
export interface ZoomInitOptions {
  /** The element that the SDK renders into. This library passes its own. */
  zoomAppRoot: HTMLElement;
  /** Where the SDK loads its media files from: an absolute URL. */
  assetPath?: string;
  /** The language of the SDK's interface, e.g. `de-DE`. */
  language?: string;
  /** What the SDK shows, and how. */
  customize?: ZoomCustomize;
  [key: string]: unknown;
}

/** The options of `client.join()`. */
export interface ZoomJoinOptions {
  /** The JWT. */
  signature: string;
  /** Digits only. */
  meetingNumber: string;
  /** The name in the meeting. */
  userName: string;
  /** The passcode. */
  password?: string;
  /** The email address. */
  userEmail?: string;
  /** Your id for the participant. */
  customerKey?: string;
  /** The registrant's token. */
  tk?: string;
  /** The host's Zoom Access Key. */
  zak?: string;
  /** The on-behalf-of token. */
  obfToken?: string;
  /** The token that allows a bot to record. */
  recordingToken?: string;
}

/** The part of the Component View client that this library uses. Zoom's `EmbeddedClient` is assignable to it. */
export interface ZoomClient {
  /** Initialises the client. Called once per client. */
  init(options: ZoomInitOptions): Promise<unknown>;
  /** Joins. Also resolves when the participant gets into the waiting room. */
  join(options: ZoomJoinOptions): Promise<unknown>;
  /** Leaves the meeting. */
  leaveMeeting(): Promise<unknown>;
  /** Ends the meeting for everyone. Hosts only. */
  endMeeting(): Promise<unknown>;
  /** Adds a listener. Throws before `init`. */
  on(event: string, listener: (payload: never) => void): void;
  /** Removes a listener. */
  off(event: string, listener: (payload: never) => void): void;
  /** The current user. `null` until the SDK knows it. */
  getCurrentUser(): ZoomParticipant | null;
  /** All participants. */
  getAttendeeslist(): ZoomParticipant[];
  /** `isInMeeting` is false in the waiting room. */
  getCurrentMeetingInfo(): { isInMeeting: boolean };
  /** Changes the size of the box. */
  updateVideoOptions(options: ZoomVideoOptions): void;
  /** What this browser can do. */
  checkSystemRequirements(): { audio: boolean; video: boolean; screen: boolean };
}

/** The SDK's page-wide entry (`ZoomMtgEmbedded`, or `ReactWidgets` in the npm package's UMD file). */
export interface ZoomEmbedded {
  /** The page's only client. The same one until it is destroyed. */
  createClient(): ZoomClient;
  /** Destroys the client. */
  destroyClient(): unknown;
}

/**
 * The source of the SDK, for the `sdk` prop. `scriptSdk()`, `moduleSdk()` and `createFakeZoomSdk()` create one. `load` may
 * be called repeatedly, also after a rejection.
 */
export interface ZoomSdk {
  /** Loads the SDK. */
  load(): Promise<ZoomEmbedded>;
  /** Starts to download what the first join needs, without running it. */
  warm?(): void;
  /** Passed to `init` as `assetPath`, if set: an absolute URL, because the SDK silently ignores any other. */
  readonly assetPath?: string | undefined;
}
