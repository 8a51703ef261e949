import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { asEmbedded } from './script-sdk';
import type { ZoomSdk } from './zoom-sdk';

/** Options of `moduleSdk`. */
export interface ModuleSdkOptions {
  /** Where the files of the package's `dist/lib/av` are served, absolute or relative to the page. Default: Zoom's CDN. */
  assetPath?: string;
}

/**
 * The SDK as a module of your bundle, for apps on React 18: it crashes while loading in an app on React 19 (observed
 * with 6.2.0), where `scriptSdk` is the way. `load` rejects with `SDK_LOAD_FAILED` and may be called again.
 *
 * @example
 * moduleSdk(() => import('@zoom/meetingsdk/embedded'))
 */
export function moduleSdk(importSdk: () => Promise<unknown>, { assetPath }: ModuleSdkOptions = {}): ZoomSdk {
  return {
    get assetPath() {
      return assetPath && new URL(assetPath, document.baseURI).href;
    },
    async load() {
      let embedded;
      try {
        embedded = asEmbedded(await importSdk());
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : '';
        const reason = message.includes('ReactCurrentOwner')
          ? 'This SDK needs React 18; with React 19 use scriptSdk().'
          : 'The module could not be imported.';
        throw new ZoomMeetingError('SDK_LOAD_FAILED', { reason, cause });
      }
      if (embedded) return embedded;
      throw new ZoomMeetingError('SDK_LOAD_FAILED', {
        reason: 'The module is not @zoom/meetingsdk/embedded.',
      });
    },
  };
}
