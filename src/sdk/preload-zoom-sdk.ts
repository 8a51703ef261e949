import { scriptSdk } from './script-sdk';
import type { ZoomSdk } from './zoom-sdk';

/** How long after the download the SDK runs in browsers that cannot say when they are idle (Safari), in ms. */
const idleDelay = 200;

/**
 * Downloads the SDK's files ahead of time, and runs its scripts when the browser is idle, so that the first join is faster. Call it
 * when a meeting is likely, e.g. on the page with the "join" button. Apart from the download, nothing is sent to Zoom. Running the
 * scripts takes about 0.3 s of processor time, once per page. Does nothing on a server.
 *
 * Does not report a failed download: the join requests the files again, and reports `SDK_LOAD_FAILED`.
 *
 * @param sdk The same `sdk` as the meeting's. Default `scriptSdk()`.
 * @example
 * <button onPointerEnter={() => preloadZoomSdk()}>Join</button>;
 */
export function preloadZoomSdk(sdk: ZoomSdk = scriptSdk()): void {
  if (typeof document === 'undefined') return;
  const run = () => {
    sdk.load().catch(() => {});
  };
  void Promise.resolve(sdk.warm?.()).then(() => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(run);
    else setTimeout(run, idleDelay);
  });
}
