/** The part of the SDK's `Participant` that this library relies on. Observed with 6.2.0. */
export interface ZoomParticipant {
  userId: number;
  displayName: string;
  userName?: string;
  isHost?: boolean;
  isCoHost?: boolean;
  /** Absent until the person's audio is connected. */
  muted?: boolean;
  bVideoOn?: boolean;
  bHold?: boolean;
  audio?: string;
  avatar?: string;
  customerKey?: string;
}

/** What `connection-change` carries. Zoom types it `any`; these are the payloads observed with 6.2.0. */
export interface ConnectionChange {
  state: 'Connecting' | 'Connected' | 'Reconnecting' | 'Closed' | 'Fail';
  reason?: string;
  errorCode?: number;
}

/** Rows of `user-added`, `user-updated` and `user-removed`; only the changed fields are present. */
export interface UserChange extends Partial<ZoomParticipant> {
  userId: number;
}

/**
 * The SDK's events and what each carries. Events that this library does not interpret are reachable too: any other
 * name is accepted by `useZoomEvent` with an `unknown` payload.
 */
export interface ZoomEventMap {
  'connection-change': ConnectionChange;
  'user-added': UserChange[] | UserChange;
  'user-updated': UserChange[] | UserChange;
  'user-removed': UserChange[] | UserChange;
  'active-speaker': { userId: number; displayName?: string }[];
  'chat-on-message': {
    id?: string;
    message?: string | string[];
    sender: { name: string; userId: number };
    receiver: { name: string; userId: number };
    timestamp: number;
  };
  'recording-change': 'Recording' | 'Paused' | 'Stopped';
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
  width: number;
  height: number;
}

/** The SDK's `customize.video`. */
export interface ZoomVideoOptions {
  isResizable?: boolean;
  viewSizes?: { default?: ZoomViewSize; ribbon?: ZoomViewSize };
  defaultViewType?: string;
  popper?: Record<string, unknown>;
}

/** The SDK's `customize` init option; the parts this library sets are typed, the rest passes through. */
export interface ZoomCustomize {
  video?: ZoomVideoOptions;
  /** The SDK's own failure dialog. Untyped by Zoom; off unless you turn it on (observed with 6.2.0). */
  isShowJoiningErrorDialog?: boolean;
  [key: string]: unknown;
}

/** What `client.init()` takes. */
export interface ZoomInitOptions {
  zoomAppRoot: HTMLElement;
  assetPath?: string;
  language?: string;
  customize?: ZoomCustomize;
  [key: string]: unknown;
}

/** What `client.join()` takes. */
export interface ZoomJoinOptions {
  signature: string;
  meetingNumber: string;
  userName: string;
  password?: string;
  userEmail?: string;
  customerKey?: string;
  tk?: string;
  zak?: string;
  obfToken?: string;
  recordingToken?: string;
}

/** The Component View client, as far as this library calls it. Zoom's `EmbeddedClient` is assignable to it. */
export interface ZoomClient {
  init(options: ZoomInitOptions): Promise<unknown>;
  join(options: ZoomJoinOptions): Promise<unknown>;
  leaveMeeting(): Promise<unknown>;
  endMeeting(): Promise<unknown>;
  on(event: string, listener: (payload: never) => void): void;
  off(event: string, listener: (payload: never) => void): void;
  getCurrentUser(): ZoomParticipant | null;
  getAttendeeslist(): ZoomParticipant[];
  getCurrentMeetingInfo(): { isInMeeting: boolean };
  updateVideoOptions(options: ZoomVideoOptions): void;
  checkSystemRequirements(): { audio: boolean; video: boolean; screen: boolean };
}

/** The SDK's page-wide entry (`ZoomMtgEmbedded`, or `ReactWidgets` in the npm package's UMD file). */
export interface ZoomEmbedded {
  createClient(): ZoomClient;
  destroyClient(): unknown;
}

/**
 * Where the SDK comes from: the `sdk` prop. `scriptSdk()`, `moduleSdk()` and `createFakeZoomSdk()` make one.
 * `load` may be called often; a rejected load may be tried again.
 */
export interface ZoomSdk {
  load(): Promise<ZoomEmbedded>;
  /** Starts fetching what a cold join waits for, without running it. */
  warm?(): void;
  /** Passed to `init` as `assetPath` when set: an absolute URL, because the SDK silently ignores any other. */
  readonly assetPath?: string | undefined;
}
