import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { asEmbedded } from './script-sdk';
import { warnWithoutIsolation } from './warn-without-isolation';
import type { ConnectionChange, ZoomClient, ZoomEmbedded, ZoomSdk } from './zoom-sdk';

/** Options of `moduleSdk`. */
export interface ModuleSdkOptions {
  /** The URL where you serve the package's `dist/lib/av`, absolute or relative to the page. Default: Zoom's CDN. */
  assetPath?: string;
}

/**
 * The SDK as a module of your bundle, for apps on React 18. On React 19 the SDK crashes while loading (observed with
 * 6.2.0): use `scriptSdk` there. `load` rejects with `SDK_LOAD_FAILED` and may be called again.
 *
 * @param importSdk Imports `@zoom/meetingsdk/embedded`.
 * @param options Where the media files are.
 * @example
 * moduleSdk(() => import('@zoom/meetingsdk/embedded'))
 */
export function moduleSdk(importSdk: () => Promise<unknown>, { assetPath }: ModuleSdkOptions = {}): ZoomSdk {
  return {
    get assetPath() {
      return assetPath && new URL(assetPath, document.baseURI).href;
    },
    async load() {
      if (process.env.NODE_ENV === 'development') warnWithoutIsolation();
      let embedded;
      try {
        embedded = asEmbedded(await importSdk());
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : '';
        const reason = message.includes('ReactCurrentOwner')
          ? 'The Zoom SDK needs React 18. On React 19, use scriptSdk().'
          : 'The module could not be imported.';
        throw new ZoomMeetingError('SDK_LOAD_FAILED', { reason, cause });
      }
      if (embedded) return leaveLateJoins(embedded);
      throw new ZoomMeetingError('SDK_LOAD_FAILED', {
        reason: 'The module is not @zoom/meetingsdk/embedded.',
      });
    },
  };
}

/** How long a destroyed client goes on wiping listeners, in ms (observed with 6.2.0). */
const destroyTime = 1100;
/** The SDK is one a page, however often it is imported. */
const guarded = new WeakMap<ZoomEmbedded, ZoomEmbedded>();

/**
 * A destroyed client that was waiting for the host goes on waiting, and joins when the host is there, unless its React
 * root is unmounted (observed with 6.2.0). A module's root is out of reach, so such a join is left as soon as it is there.
 */
function leaveLateJoins(embedded: ZoomEmbedded): ZoomEmbedded {
  const known = guarded.get(embedded);
  if (known) return known;
  let client: ZoomClient | undefined;
  const guard: ZoomEmbedded = {
    createClient: () => (client = embedded.createClient()),
    destroyClient() {
      const destroyed = client;
      client = undefined;
      setTimeout(() => {
        destroyed?.on('connection-change', ({ state }: ConnectionChange) => {
          if (state === 'Connected' && !client) void destroyed.leaveMeeting();
        });
      }, destroyTime);
      return embedded.destroyClient();
    },
  };
  guarded.set(embedded, guard);
  return guard;
}
