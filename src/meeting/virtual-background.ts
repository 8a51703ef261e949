import { replaceEqualDeep } from '@tanstack/react-query';
import type { ZoomClient, ZoomVirtualBackgroundStatus } from '../sdk/zoom-sdk';
import { createMeetingStore } from './meeting-store';
import { oncePerSession } from './once-per-session';

/** The user's virtual background. */
export interface ZoomVirtualBackground extends Readonly<ZoomVirtualBackgroundStatus> {
  /** Whether this browser can show one. */
  readonly isSupported: boolean;
}

/** The user's virtual background, as the SDK's getters have it. */
export const virtualBackgroundOf = /* #__PURE__ */ oncePerSession((session) =>
  createMeetingStore<ZoomVirtualBackground | undefined>(session, {
    empty: undefined,
    // There is no event for a change of it (6.2.0). The user changes it in the SDK's settings, and then mostly their video.
    events: ['connection-change', 'user-updated'],
    followsActions: true,
    read: (client, before) => replaceEqualDeep(before, backgroundOf(client)),
  }),
);

/** `undefined` if the SDK is too old for it. */
function backgroundOf(client: Partial<ZoomClient>): ZoomVirtualBackground | undefined {
  const status = client.getVirtualBackgroundStatus?.();
  return status && { ...status, isSupported: client.isSupportVirtualBackground?.() === true };
}
