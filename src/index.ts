/**
 * Components and hooks, with the types of their options and results.
 *
 * @module
 */
export {
  getZoomActions,
  useActiveSpeaker,
  useBreakoutRooms,
  useCaptions,
  useChat,
  useCurrentUser,
  useMeetingInfo,
  useNetworkQuality,
  useParticipant,
  useParticipants,
  useRecordingStatus,
  useStatistics,
  useVirtualBackground,
  useZoomActions,
  useZoomClient,
  useZoomEvent,
  useZoomMeeting,
  ZoomLobby,
  ZoomMeeting,
  ZoomMeetingProvider,
  ZoomMeetingView,
  ZoomPanel,
  ZoomPanelButton,
} from './client';
export type {
  UseChatResult,
  UseZoomClientOptions,
  UseZoomClientResult,
  ZoomLobbyChoice,
  ZoomLobbyProps,
  ZoomMeetingHandle,
  ZoomMeetingLook,
  ZoomMeetingProps,
  ZoomMeetingProviderMeeting,
  ZoomMeetingProviderOptions,
  ZoomMeetingProviderProps,
  ZoomMeetingSlots,
  ZoomMeetingStrings,
  ZoomMeetingViewProps,
  ZoomPanelButtonProps,
  ZoomPanelFrameProps,
  ZoomPanelIcon,
  ZoomPanelProps,
} from './client';
export type { ZoomMeetingState, ZoomMeetingStatus } from './session/meeting-state';
export type { ZoomMeetingCommands } from './session/meeting-commands';
export type { ZoomJoinDetails, ZoomMeetingOptions } from './session/session-options';
export type { ZoomSpeaker } from './meeting/active-speakers';
export type { ZoomBreakoutRooms } from './meeting/breakout-rooms';
export type { ZoomNetworkQuality } from './meeting/network-quality';
export type { ZoomRecordingStatus } from './meeting/recording-status';
export type { ZoomStatistic, ZoomStatistics } from './meeting/statistics';
export type { ZoomVirtualBackground } from './meeting/virtual-background';
export type {
  ZoomBreakoutRoomActions,
  ZoomBreakoutRoomAssignment,
  ZoomOpenBreakoutRoomsRequest,
} from './meeting/breakout-room-actions';
export type { ZoomVirtualBackgroundActions } from './meeting/virtual-background-actions';
export type {
  ZoomActions,
  ZoomChatRequest,
  ZoomLeaveRequest,
  ZoomMuteRequest,
  ZoomRecordRequest,
  ZoomRenameRequest,
} from './meeting/zoom-actions';
export { scriptSdk } from './sdk/script-sdk';
export type { ScriptSdkOptions } from './sdk/script-sdk';
export { moduleSdk } from './sdk/module-sdk';
export type { ModuleSdkOptions } from './sdk/module-sdk';
export { preloadZoomSdk } from './sdk/preload-zoom-sdk';
export type {
  ConnectionChange,
  UserChange,
  ZoomAudioStatistic,
  ZoomBreakoutAttendeeStatus,
  ZoomBreakoutRoom,
  ZoomBreakoutRoomControls,
  ZoomBreakoutRoomOptions,
  ZoomBreakoutRoomStatus,
  ZoomCameraCommand,
  ZoomCameraControls,
  ZoomCaption,
  ZoomChatMessage,
  ZoomClient,
  ZoomCurrentBreakoutRoom,
  ZoomCustomize,
  ZoomEmbedded,
  ZoomEventListener,
  ZoomEventMap,
  ZoomEventName,
  ZoomEventPayload,
  ZoomFailure,
  ZoomHostControls,
  ZoomInitOptions,
  ZoomJoinOptions,
  ZoomLocalRecording,
  ZoomMeetingInfo,
  ZoomParticipant,
  ZoomPtzCapability,
  ZoomResult,
  ZoomSdk,
  ZoomStatisticSelection,
  ZoomVideoOptions,
  ZoomVideoStatistic,
  ZoomViewSize,
  ZoomViewType,
  ZoomVirtualBackgroundControls,
  ZoomVirtualBackgroundImage,
  ZoomVirtualBackgroundStatus,
} from './sdk/zoom-sdk';
export { createSignatureFetcher } from './signature/signature-fetcher';
export type {
  SignatureFetcher,
  SignatureFetcherOptions,
  SignatureRequest,
  SignatureRequestReason,
  ZoomCredentials,
} from './signature/signature-fetcher';
export { inspectSignature } from './signature/inspect-signature';
export type {
  InspectSignatureOptions,
  SignatureClaims,
  SignatureInspection,
} from './signature/inspect-signature';
export type { SignatureFinding, SignatureFindingId } from './signature/signature-finding';
export { zoomErrorCodes } from './errors/error-catalogue';
export type { ZoomErrorCatalogueRow } from './errors/error-catalogue';
export type { ZoomErrorClass, ZoomErrorCode, ZoomErrorCodeInfo, ZoomUserAction } from './errors/error-codes';
export { ZoomMeetingError } from './errors/zoom-meeting-error';
export type { ZoomMeetingErrorDetails } from './errors/zoom-meeting-error';
export type { RetryDelayValue, RetryOptions, RetryValue } from './retry/retry-policy';
