import { scriptSdk } from './script-sdk';
import type { ZoomSdk } from './zoom-sdk';

/**
 * Fetches what a cold join waits for, in good time: call it when a meeting is likely, e.g. when the page with the
 * "join" button opens. It only fetches: nothing of the SDK runs before a meeting does. Does nothing on a server.
 *
 * @param sdk The same as the meeting's `sdk`. Default: `scriptSdk()`.
 */
export function preloadZoomSdk(sdk: ZoomSdk = scriptSdk()): void {
  if (typeof document !== 'undefined') sdk.warm?.();
}
