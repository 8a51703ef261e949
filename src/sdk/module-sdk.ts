import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { asEmbedded } from './script-sdk';
import { warnDevelopers } from './warn-developers';
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
      warnDevelopers();
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
      if (embedded) return preventLateJoins(embedded);
      throw new ZoomMeetingError('SDK_LOAD_FAILED', {
        reason: 'The module is not @zoom/meetingsdk/embedded.',
      });
    },
  };
}

/** How long a destroyed client continues to remove listeners, in ms (observed with 6.2.0). */
const destroyTime = 1100;
/** There is one SDK per page, however often it is imported. */
const guarded = new WeakMap<ZoomEmbedded, ZoomEmbedded>();

/**
 * A destroyed client that was waiting for the host keeps waiting, and joins when the host is there, unless its React root is
 * unmounted (observed with 6.2.0). The root of a module cannot be reached, so the client's `join` is replaced, or else the meeting
 * is left as soon as the client has joined.
 */
function preventLateJoins(embedded: ZoomEmbedded): ZoomEmbedded {
  const known = guarded.get(embedded);
  if (known) return known;
  let client: ZoomClient | undefined;
  let root: HTMLElement | undefined;
  const guard: ZoomEmbedded = {
    createClient() {
      const created = embedded.createClient();
      if (created === client) return created;
      client = created;
      const { init } = created;
      created.init = (options) => {
        root = options.zoomAppRoot;
        return init(options);
      };
      return created;
    },
    destroyClient() {
      const destroyed = client;
      const renderedClient = clientRenderedInto(root);
      client = root = undefined;
      if (renderedClient) renderedClient.join = () => new Promise(() => {});
      else setTimeout(() => leaveLateJoin(destroyed), destroyTime);
      return embedded.destroyClient();
    },
  };
  guarded.set(embedded, guard);
  return guard;

  function leaveLateJoin(destroyed: ZoomClient | undefined) {
    destroyed?.on('connection-change', ({ state }: ConnectionChange) => {
      if (state === 'Connected' && !client) void destroyed.leaveMeeting();
    });
  }
}

/** The client that the SDK's components call to join. */
interface RenderedClient {
  join: unknown;
}

/**
 * The client that the SDK's components use. React 18 keeps it on the element that they are rendered into: it is a prop of the
 * root's child. `createClient()` returns another object. `undefined` when it is not found.
 */
function clientRenderedInto(root: HTMLElement | undefined): RenderedClient | undefined {
  const key = root && Object.keys(root).find((name) => name.startsWith('__reactContainer$'));
  if (!root || !key) return undefined;
  const container = root as unknown as Record<string, ReactContainer | undefined>;
  const client = container[key]?.stateNode?.current?.memoizedState?.element?.props?.client;
  return typeof client?.join === 'function' ? client : undefined;
}

/** The part of React's own data that leads to the rendered element. */
interface ReactContainer {
  stateNode?: {
    current?: { memoizedState?: { element?: { props?: { client?: RenderedClient } } } };
  };
}
