import type { ZoomClient } from './zoom-client';

export type {
  ZoomBreakoutAttendeeStatus,
  ZoomBreakoutRoom,
  ZoomBreakoutRoomControls,
  ZoomBreakoutRoomOptions,
  ZoomBreakoutRoomStatus,
  ZoomCurrentBreakoutRoom,
} from './zoom-breakout-room-controls';
export type { ZoomCameraCommand, ZoomCameraControls, ZoomPtzCapability } from './zoom-camera-controls';
export type { ZoomClient, ZoomMeetingInfo, ZoomStatisticSelection } from './zoom-client';
export type {
  ConnectionChange,
  ZoomAudioStatistic,
  ZoomCaption,
  ZoomChatMessage,
  ZoomEventListener,
  ZoomEventMap,
  ZoomEventName,
  ZoomEventPayload,
  ZoomLocalRecording,
  ZoomVideoStatistic,
} from './zoom-events';
export type { ZoomHostControls } from './zoom-host-controls';
export type {
  ZoomCustomize,
  ZoomInitOptions,
  ZoomJoinOptions,
  ZoomVideoOptions,
  ZoomViewSize,
  ZoomViewType,
} from './zoom-options';
export type { UserChange, ZoomParticipant } from './zoom-participant';
export type { ZoomFailure, ZoomResult } from './zoom-result';
export type {
  ZoomVirtualBackgroundControls,
  ZoomVirtualBackgroundImage,
  ZoomVirtualBackgroundStatus,
} from './zoom-virtual-background-controls';
/** The SDK's page-wide entry (`ZoomMtgEmbedded`, or `ReactWidgets` in the npm package's UMD file). */
export interface ZoomEmbedded {
  /** The page's only client. The same one until it is destroyed. */
  createClient(): ZoomClient;
  /** Destroys the client. */
  destroyClient(): unknown;
}

/**
 * The source of the SDK, for the `sdk` prop. `scriptSdk()`, `moduleSdk()` and `createFakeZoomSdk()` create one. `load` may be
 * called repeatedly, even after it has rejected.
 */
export interface ZoomSdk {
  /** Loads the SDK. */
  load(): Promise<ZoomEmbedded>;
  /** Starts to download what the first join needs, without running it. Resolves when it is downloaded or has failed. */
  warm?(): void | Promise<void>;
  /** Passed to `init` as `assetPath`, if set: an absolute URL, because the SDK silently ignores any other. */
  readonly assetPath?: string | undefined;
}
