'use client';
/**
 * The components and hooks, which a React server component takes as references to code in the browser. The rest of the
 * index has no such directive, so a server can call it. The build writes this module to a separate file.
 */
export { ZoomMeeting, ZoomMeetingView } from './react/zoom-meeting';
export type { ZoomMeetingLook, ZoomMeetingProps, ZoomMeetingViewProps } from './react/zoom-meeting';
export { useZoomEvent, useZoomMeeting, ZoomMeetingProvider } from './react/zoom-meeting-provider';
export type {
  ZoomMeetingProviderMeeting,
  ZoomMeetingProviderOptions,
  ZoomMeetingProviderProps,
} from './react/zoom-meeting-provider';
export { getZoomActions } from './react/get-zoom-actions';
export { useActiveSpeaker } from './react/use-active-speaker';
export { useBreakoutRooms } from './react/use-breakout-rooms';
export { useCaptions } from './react/use-captions';
export { useChat } from './react/use-chat';
export type { UseChatResult } from './react/use-chat';
export { useMeetingInfo } from './react/use-meeting-info';
export { useNetworkQuality } from './react/use-network-quality';
export { useCurrentUser, useParticipant, useParticipants } from './react/use-participants';
export { useRecordingStatus } from './react/use-recording-status';
export { useStatistics } from './react/use-statistics';
export { useVirtualBackground } from './react/use-virtual-background';
export { useZoomActions } from './react/use-zoom-actions';
export { useZoomClient } from './react/use-zoom-client';
export type { UseZoomClientResult } from './react/use-zoom-client';
export type { ZoomMeetingHandle } from './react/meeting-handle';
export type { UseZoomClientOptions } from './react/use-session';
export { ZoomPanel, ZoomPanelButton } from './react/panel/zoom-panel';
export type { ZoomPanelButtonProps, ZoomPanelFrameProps } from './react/panel/zoom-panel';
export type { ZoomPanelIcon } from './react/panel/panel-icon';
export type { ZoomMeetingSlots, ZoomPanelProps } from './react/panel/panels';
export type { ZoomMeetingStrings } from './languages/english';
export { ZoomLobby } from './react/lobby/zoom-lobby';
export type { ZoomLobbyChoice, ZoomLobbyProps } from './react/lobby/zoom-lobby';
