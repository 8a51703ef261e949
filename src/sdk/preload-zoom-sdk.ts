import { scriptSdk } from './script-sdk';
import type { ZoomSdk } from './zoom-sdk';

/**
 * Downloads the SDK's files ahead of time, so that the first join is faster. Call it when a meeting is likely, e.g. on the
 * page with the "join" button. The SDK does not run before a meeting does. Does nothing on a server.
 *
 * Does not report a failed download: the join requests the files again, and reports `SDK_LOAD_FAILED`.
 *
 * @param sdk The same `sdk` as the meeting's. Default `scriptSdk()`.
 * @example
 * <button onPointerEnter={() => preloadZoomSdk()}>Join</button>;
 */
export function preloadZoomSdk(sdk: ZoomSdk = scriptSdk()): void {
  if (typeof document !== 'undefined') sdk.warm?.();
}
