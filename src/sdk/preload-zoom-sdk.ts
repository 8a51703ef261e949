import { scriptSdk } from './script-sdk';
import type { ZoomSdk } from './zoom-sdk';

/**
 * Downloads the SDK's files ahead of time, so that the first join is faster. Call it when a meeting is likely, e.g. on the
 * page with the "join" button. The SDK does not run before a meeting does. Does nothing on a server.
 *
 * @param sdk The same `sdk` as the meeting's. Default `scriptSdk()`.
 */
export function preloadZoomSdk(sdk: ZoomSdk = scriptSdk()): void {
  if (typeof document !== 'undefined') sdk.warm?.();
}
