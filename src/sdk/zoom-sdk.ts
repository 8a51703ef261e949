/** The part of the SDK's `Participant` that this library relies on. Observed with 6.2.0. */
export interface ZoomParticipant {
  /** Unique in the meeting; a participant who comes back has another one. */
  userId: number;
  /** The name that the others see. */
  displayName: string;
  /** The same, under another name of the SDK's. */
  userName?: string;
  /** Whether they are the host. */
  isHost?: boolean;
  /** Whether they are a co-host. */
  isCoHost?: boolean;
  /** Whether their microphone is muted; absent before audio is connected. */
  muted?: boolean;
  /** Whether their camera is on. */
  bVideoOn?: boolean;
  /** Whether they are on hold, in the waiting room. */
  bHold?: boolean;
  /** How their audio is connected, e.g. `computer`; empty when it is not. */
  audio?: string;
  /** The URL of their picture. */
  avatar?: string;
  /** The id that their join was given. */
  customerKey?: string;
}

/** What `connection-change` carries. Zoom types it `any`; these are the payloads observed with 6.2.0. */
export interface ConnectionChange {
  /** Where the connection is. */
  state: 'Connecting' | 'Connected' | 'Reconnecting' | 'Closed' | 'Fail';
  /** The SDK's word, e.g. `failover` or `ended by host`. */
  reason?: string;
  /** With `Fail`: why. */
  errorCode?: number;
}

/** Rows of `user-added`, `user-updated` and `user-removed`; only the changed fields are present. */
export interface UserChange extends Partial<ZoomParticipant> {
  /** Whose row it is. */
  userId: number;
}

/**
 * The SDK's events and what each carries. Events that this library does not interpret are reachable too: any other
 * name is accepted by `useZoomEvent` with an `unknown` payload.
 */
export interface ZoomEventMap {
  /** The connection came, went, or was lost. */
  'connection-change': ConnectionChange;
  /** Somebody is in the meeting; also the own row. */
  'user-added': UserChange[] | UserChange;
  /** Something about somebody changed. */
  'user-updated': UserChange[] | UserChange;
  /** Somebody left. */
  'user-removed': UserChange[] | UserChange;
  /** Who is speaking. */
  'active-speaker': { userId: number; displayName?: string }[];
  /** A chat message came. */
  'chat-on-message': {
    id?: string;
    message?: string | string[];
    sender: { name: string; userId: number };
    receiver: { name: string; userId: number };
    timestamp: number;
  };
  /** Recording started, paused or stopped. */
  'recording-change': 'Recording' | 'Paused' | 'Stopped';
  /** How good somebody's connection is: `level` 0 and 1 poor, 2 normal, 3 to 5 good. */
  'network-quality-change': { level: number; type: string; userId: number };
}

/** A known event name, or any other one the SDK may emit. */
export type ZoomEventName = keyof ZoomEventMap | (string & {});
/** The payload of an event: typed for the known names, `unknown` for the rest. */
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
  /** Whether people may resize the SDK's box. Default: true. */
  isResizable?: boolean;
  /** The size of the box, and of the narrow ribbon view. This library sets them to fit the container. */
  viewSizes?: { default?: ZoomViewSize; ribbon?: ZoomViewSize };
  /** The view to begin with, e.g. `gallery` or `speaker`. */
  defaultViewType?: string;
  /** Where the box floats, as Popper has it. */
  popper?: Record<string, unknown>;
}

/** The SDK's `customize` init option; the parts this library sets are typed, the rest passes through. */
export interface ZoomCustomize {
  /** The box of the meeting. */
  video?: ZoomVideoOptions;
  /** The SDK's own failure dialog. Untyped by Zoom; off unless you turn it on (observed with 6.2.0). */
  isShowJoiningErrorDialog?: boolean;
  [key: string]: unknown;
}

/** What `client.init()` takes. */
export interface ZoomInitOptions {
  /** The element that the SDK renders into. This library passes its own. */
  zoomAppRoot: HTMLElement;
  /** Where the SDK takes its media files from: an absolute URL. */
  assetPath?: string;
  /** The language of the SDK's interface, e.g. `de-DE`. */
  language?: string;
  /** What the SDK shows, and how. */
  customize?: ZoomCustomize;
  [key: string]: unknown;
}

/** What `client.join()` takes. */
export interface ZoomJoinOptions {
  /** The JWT. */
  signature: string;
  /** Digits only. */
  meetingNumber: string;
  /** The name that the others see. */
  userName: string;
  /** The passcode. */
  password?: string;
  /** The e-mail address. */
  userEmail?: string;
  /** An id of yours. */
  customerKey?: string;
  /** The registrant's token. */
  tk?: string;
  /** The host's access token. */
  zak?: string;
  /** The on-behalf-of token. */
  obfToken?: string;
  /** The token that allows a bot to record. */
  recordingToken?: string;
}

/** The Component View client, as far as this library calls it. Zoom's `EmbeddedClient` is assignable to it. */
export interface ZoomClient {
  /** Makes the SDK ready; once a client. */
  init(options: ZoomInitOptions): Promise<unknown>;
  /** Joins. Resolves before the waiting room too. */
  join(options: ZoomJoinOptions): Promise<unknown>;
  /** Leaves. */
  leaveMeeting(): Promise<unknown>;
  /** Ends the meeting for everybody; hosts only. */
  endMeeting(): Promise<unknown>;
  /** Listens to an event. Throws before `init`. */
  on(event: string, listener: (payload: never) => void): void;
  /** No longer listens. */
  off(event: string, listener: (payload: never) => void): void;
  /** The own roster row, `null` before it has arrived. */
  getCurrentUser(): ZoomParticipant | null;
  /** Everybody in the meeting. */
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
  /** The page's one client; the same one until it is destroyed. */
  createClient(): ZoomClient;
  /** Throws it away. */
  destroyClient(): unknown;
}

/**
 * Where the SDK comes from: the `sdk` prop. `scriptSdk()`, `moduleSdk()` and `createFakeZoomSdk()` make one.
 * `load` may be called often; a rejected load may be tried again.
 */
export interface ZoomSdk {
  /** Loads the SDK. */
  load(): Promise<ZoomEmbedded>;
  /** Starts fetching what a cold join waits for, without running it. */
  warm?(): void;
  /** Passed to `init` as `assetPath` when set: an absolute URL, because the SDK silently ignores any other. */
  readonly assetPath?: string | undefined;
}
