import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { borrowGlobals, hideAmd } from './page-globals';
import { defaultSdkVersion } from './tested-versions';
import { warnDevelopers } from './warn-developers';
import type { ZoomEmbedded, ZoomSdk } from './zoom-sdk';

/** Options of `scriptSdk`. */
export interface ScriptSdkOptions {
  /**
   * The URL where you serve the npm package's `dist` folder, absolute or relative to the page, e.g. `/zoom-sdk`.
   * Default: Zoom's CDN.
   */
  baseUrl?: string;
  /**
   * The SDK version to load from Zoom's CDN, 4.0.7 or later. Ignored with `baseUrl`. Default `6.2.0`. During development, the
   * console shows a warning for a version that is not in the table of [tested
   * versions](https://github.com/react-zoom-meeting/react-zoom-meeting/blob/main/docs/compatibility.md).
   */
  version?: string;
  /** The CSP nonce for the script elements. */
  nonce?: string;
  /**
   * The subresource integrity hash of each script, by file name, e.g. `{ 'react.min.js': 'sha384-…' }`. `copy-sdk --integrity` writes
   * a JSON file with them.
   */
  integrity?: Record<string, string>;
}

/** How long a destroyed client takes to leave, in ms (observed with 6.2.0). */
const leavingTime = 600;

/** How long the scripts wait at most for their download ahead of time, in ms. */
const longestPreload = 5000;

const loads = new Map<string, Promise<ZoomEmbedded>>();
/** The files that are downloaded ahead of time. */
const warmed = new Map<string, Promise<void>>();

/**
 * The SDK as Zoom publishes it, loaded by script elements with its own React 18, so that your app may use any version of React.
 * The page's own `React`, `ReactDOM` and AMD `define` are not affected.
 *
 * Loads once per page and URL. `load` rejects with `SDK_LOAD_FAILED`, names the file, and may be called again.
 *
 * @param options Where the files are, and how they are loaded.
 * @example
 * const sdk = scriptSdk({ baseUrl: '/zoom-sdk' });
 * <ZoomMeeting sdk={sdk} meetingNumber="123 4567 890" userName="Ada" fetchSignature={fetchSignature} />
 */
export function scriptSdk(options: ScriptSdkOptions = {}): ZoomSdk {
  return {
    get assetPath() {
      return sdkFiles(options).assetPath;
    },
    load() {
      warnDevelopers(options.baseUrl === undefined ? (options.version ?? defaultSdkVersion) : undefined);
      const files = sdkFiles(options);
      const { base } = files;
      const load = loads.get(base) ?? loadWhenDownloaded(files, options);
      loads.set(base, load);
      load.catch(() => loads.delete(base));
      return load;
    },
    warm: () => download(sdkFiles(options), options).all,
  };
}

type SdkFiles = ReturnType<typeof sdkFiles>;

function sdkFiles({ baseUrl, version = defaultSdkVersion }: ScriptSdkOptions) {
  const isOwn = baseUrl !== undefined;
  const base = isOwn
    ? new URL(baseUrl, document.baseURI).href.replace(/\/$/, '')
    : `https://source.zoom.us/${version}`;
  const sdk = isOwn ? 'zoomus-websdk-embedded.umd' : `zoom-meeting-embedded-${version}`;
  return {
    base,
    scripts: ['lib/vendor/react', 'lib/vendor/react-dom', sdk].map((name) => `${base}/${name}.min.js`),
    assetPath: `${base}/lib/av`,
  };
}

/**
 * Downloads the SDK's scripts, and then `js_media.min.js`, which the SDK would otherwise request only when it joins (observed with
 * 6.2.0). It comes last, because it can arrive while the scripts run, which takes 0.3 s.
 */
function download({ scripts, assetPath }: SdkFiles, options: ScriptSdkOptions) {
  const arrived = Promise.all(scripts.map((script) => preload(script, options)));
  return { scripts: arrived, all: arrived.then(() => preload(`${assetPath}/js_media.min.js`, options)) };
}

async function loadWhenDownloaded(files: SdkFiles, options: ScriptSdkOptions): Promise<ZoomEmbedded> {
  await download(files, options).scripts;
  return loadScripts(files, options);
}

async function loadScripts({ base, scripts }: SdkFiles, options: ScriptSdkOptions): Promise<ZoomEmbedded> {
  // They run in order of insertion.
  const elements = scripts.map(createScript);
  const isOurs = () =>
    (document.currentScript as HTMLScriptElement | null)?.src?.startsWith(`${base}/`) === true;
  hideAmd(isOurs);
  const { ours, restore } = borrowGlobals(['React', 'ReactDOM', 'ReactWidgets', 'ZoomMtgEmbedded'], isOurs);
  let roots: ReactRoot[] = [];
  // Fires before the next script runs.
  elements[1]?.addEventListener('load', () =>
    captureRoots(ours['ReactDOM'] as ReactDom | undefined, (root) => roots.push(root)),
  );
  const loads = elements.map((element) => loaded(insert(element, element.src, options)));
  // Waits for all of them, even after one has failed: the others still run, and must not see the page's globals.
  await Promise.allSettled(loads);
  // The npm package's file calls itself ReactWidgets, the CDN's ZoomMtgEmbedded.
  const embedded = asEmbedded(ours['ReactWidgets']) ?? asEmbedded(ours['ZoomMtgEmbedded']);
  restore();
  for (const element of elements) element.remove();
  await Promise.all(loads);
  if (!embedded) throw loadFailed(whyWithoutSdk(scripts[2]!));
  return {
    createClient: () => embedded.createClient(),
    destroyClient() {
      // The SDK never unmounts what it rendered, which would continue to ask whether the host is there, and join. Leaving
      // comes first, and needs it (observed with 6.2.0).
      const abandoned = roots;
      roots = [];
      setTimeout(() => abandoned.forEach((root) => root.unmount()), leavingTime);
      return embedded.destroyClient();
    },
  };
}

function createScript(src: string): HTMLScriptElement {
  const element = Object.assign(document.createElement('script'), { async: false });
  try {
    element.src = src;
  } catch {
    throw loadFailed(`The page's Trusted Types do not allow ${src}.`);
  }
  return element;
}

/** Why there is no SDK after its script has run. The SDK reads `sessionStorage` while it loads (observed with 6.2.0). */
function whyWithoutSdk(script: string): string {
  try {
    void sessionStorage.length;
    return `${script} is not the Zoom SDK.`;
  } catch {
    return 'The browser blocks sessionStorage, which the Zoom SDK needs.';
  }
}

interface ReactElement {
  props: Record<string, unknown>;
}
interface ReactRoot {
  render(element: ReactElement): void;
  unmount(): void;
}
interface ReactDom {
  createRoot(...args: unknown[]): ReactRoot;
}

/** Finds the roots that the SDK's own React creates. */
function captureRoots(reactDom: ReactDom | undefined, onRoot: (root: ReactRoot) => void): void {
  if (!reactDom) return;
  const { createRoot } = reactDom;
  reactDom.createRoot = (...args) => {
    const root = createRoot(...args);
    const render = root.render.bind(root);
    root.render = (element) => render(mountedOnce(element));
    onRoot(root);
    return root;
  };
}

/**
 * The SDK joins in a callback ref of the element that it renders, which React also calls when the element is unmounted: the SDK
 * would join again, with the options of its first join (4.0.7 to 6.2.0).
 */
function mountedOnce(element: ReactElement): ReactElement {
  const { callback } = element.props;
  if (typeof callback !== 'function') return element;
  const once = (mounted: unknown) => {
    if (mounted) callback(mounted);
  };
  return { ...element, props: { ...element.props, callback: once } };
}

/**
 * Lets the page fetch a file, as its security policies require. An isolated page asks with CORS, as the SDK does for the
 * files that it loads there (observed with 6.2.0): other origins need no `Cross-Origin-Resource-Policy` then, and the SDK
 * finds what was preloaded.
 */
function insert<Element extends HTMLScriptElement | HTMLLinkElement>(
  element: Element,
  url: string,
  { nonce, integrity }: ScriptSdkOptions,
): Element {
  const hash = integrity?.[url.slice(url.lastIndexOf('/') + 1)];
  if (hash || globalThis.crossOriginIsolated) element.crossOrigin = 'anonymous';
  Object.assign(element, nonce && { nonce }, hash && { integrity: hash });
  document.head.append(element);
  return element;
}

function loaded(element: HTMLScriptElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => reject(loadFailed(`${element.src} did not load.`));
  });
}

/**
 * Downloads a file once. Resolves when the file has arrived or failed, and at the latest after `longestPreload`, because an element that
 * the app removes reports nothing. Resolves at once in a browser that does not support preload.
 */
function preload(href: string, options: ScriptSdkOptions): Promise<void> {
  const earlier = warmed.get(href);
  if (earlier) return earlier;
  const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href });
  const settled = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, link.relList.supports('preload') ? longestPreload : 0);
    link.onload = link.onerror = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  warmed.set(href, settled);
  insert(link, href, options);
  return settled;
}

/** The SDK's entry in a module or a global. */
export function asEmbedded(value: unknown): ZoomEmbedded | undefined {
  // The UMD file's global is a class with static methods; a bundler may create a new module object for each import, but the default
  // export is always the same.
  const { default: inner, createClient } = Object(value) as { default?: unknown; createClient?: unknown };
  return inner ? asEmbedded(inner) : createClient ? (value as ZoomEmbedded) : undefined;
}

function loadFailed(reason: string): ZoomMeetingError {
  return new ZoomMeetingError('SDK_LOAD_FAILED', { reason });
}
