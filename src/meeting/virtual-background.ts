import { replaceEqualDeep } from '@tanstack/react-query';
import type { ZoomClient, ZoomVirtualBackgroundStatus } from '../sdk/zoom-sdk';
import { createMeetingStore } from './meeting-store';
import { oncePerSession } from './once-per-session';

/** The user's virtual background. */
export interface ZoomVirtualBackground extends Readonly<ZoomVirtualBackgroundStatus> {
  /** Whether this browser can show one. */
  readonly isSupported: boolean;
}

/** The user's virtual background, as the SDK's getters return it. */
export const virtualBackgroundOf = /* #__PURE__ */ oncePerSession((session) =>
  createMeetingStore<ZoomVirtualBackground | undefined>(session, {
    empty: undefined,
    // The SDK has no event for changes (6.2.0). Users who change it in the SDK's settings usually change their video as well, which
    // sends `user-updated`.
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
