/** A width and a height in CSS pixels. */
export interface ZoomViewSize {
  /** In CSS pixels. */
  width: number;
  /** In CSS pixels. */
  height: number;
}

/**
 * A view of the SDK's interface. Only `gallery` and `minimized` are available when the browser cannot show several videos at
 * once.
 */
export type ZoomViewType = 'gallery' | 'speaker' | 'ribbon' | 'active' | 'minimized';

/** The SDK's `customize.video`. */
export interface ZoomVideoOptions {
  /** Whether users can resize the SDK's interface. Default false, because this library fits it into its container. */
  isResizable?: boolean;
  /** The size of the SDK's interface, and of the narrow ribbon view. Default: the size of the container. */
  viewSizes?: { default?: ZoomViewSize; ribbon?: ZoomViewSize };
  /** The initial view. Default `gallery`. */
  defaultViewType?: ZoomViewType;
  /** The position of the SDK's interface, as options of Popper. This library sets `disableDraggable: true` unless you set it. */
  popper?: Record<string, unknown>;
}

/** The SDK's init option `customize`. The options that this library uses have types. Others are passed on to the SDK. */
export interface ZoomCustomize {
  /** The SDK's interface for the meeting. */
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
  /** The appearance of the SDK's interface. */
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
