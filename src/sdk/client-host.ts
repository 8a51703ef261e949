import { throwFailure } from '../errors/normalise-error';
import { fittedVideoOptions, fitView, roomIn } from './fit-view';
import type { ZoomClient, ZoomCustomize, ZoomEmbedded, ZoomJoinOptions, ZoomVideoOptions } from './zoom-sdk';

/** A destroyed client leaves, resets and wipes all listeners, new ones too, within 1000 ms (observed with 6.2.0). */
const destroyTime = 1200;
/** How long the SDK may take to leave, in ms; it needs about 540. */
const leaveTime = 3000;
/** How long a join that is being given up may take, in ms; cold, it reaches Zoom after a second or several. */
const joinTime = 15_000;
/** A join falls back to these when an option is left out, even when another person's join left them (6.2.0). */
const leftovers = ['ZTK', 'ZSK', 'TK', 'OBF_TOKEN', 'RECORDING_TOKEN'].map((name) => `WEB_CLIENT_${name}`);

type Listener = (payload: never) => void;

/** The SDK's init options, but for the element, which is the host's. */
export interface HostInitOptions {
  customize?: ZoomCustomize;
  [option: string]: unknown;
}

/** The one place that touches the SDK's client and the element it renders into. */
export interface ClientHost {
  /** The client, once it is initialised. */
  client(): ZoomClient | undefined;
  /**
   * Creates the client if there is none, and initialises it. Waits for an earlier one's teardown, and does nothing if
   * nobody wants it any more by then.
   */
  open(embedded: ZoomEmbedded, options: HostInitOptions, isWanted: () => boolean): Promise<void>;
  /** Resolves or rejects as the SDK does. */
  join(options: ZoomJoinOptions): Promise<void>;
  /**
   * Leaves the meeting; settles when the SDK has, and never rejects.
   * @param forAll Whether to end it for everybody.
   * @param hasJoined Whether it is in the meeting; a client that never got there is thrown away, with all it still does.
   */
  leave(forAll: boolean, hasJoined: boolean): Promise<void>;
  /** Throws the client away. */
  reset(): Promise<void>;
  /** Listens to an event of this and every later client. */
  on(event: string, listener: Listener): () => void;
  /** Shows the SDK's element in a container, or nowhere; the meeting goes on either way. */
  show(container: HTMLElement | undefined): void;
}

/** Makes the host; a page has one, see `pageHost`. */
export function createClientHost(): ClientHost {
  let client: ZoomClient | undefined;
  let source: ZoomEmbedded | undefined;
  /** What the SDK renders into, in the middle of the container. */
  let root: HTMLElement | undefined;
  let video: ZoomVideoOptions | undefined;
  let container: HTMLElement | undefined;
  let stopFitting = () => {};
  /** The events that this client forwards; `off` does not work for all of them, so each is asked for once. */
  let forwarded = new Set<string>();
  const listeners = new Map<string, Set<Listener>>();
  let joining: Promise<unknown> | undefined;
  /** Teardown is serial: the page's client is a singleton that must not be created while it is being destroyed. */
  let teardown: Promise<void> = Promise.resolve();

  function forward(event: string) {
    if (!client || forwarded.has(event)) return;
    const known = forwarded;
    known.add(event);
    client.on(event, (payload: never) => {
      // A destroyed client's listeners hear its successor.
      if (forwarded !== known) return;
      for (const listener of [...(listeners.get(event) ?? [])]) listener(payload);
    });
  }

  function place() {
    stopFitting();
    if (!root) return;
    if (!container) return root.remove();
    if (getComputedStyle(container).position === 'static') container.style.position = 'relative';
    container.append(root);
    stopFitting = fitView(
      root,
      container,
      () => client,
      () => video,
    );
  }

  /** Forgets the client and destroys it; part of the teardown. */
  async function destroy(): Promise<void> {
    const old = source;
    root?.remove();
    stopFitting();
    client = source = root = joining = undefined;
    forwarded = new Set();
    if (!old) return;
    old.destroyClient();
    await delay(destroyTime);
  }

  /** Whatever the SDK does, the next one gets its turn. */
  function tearDown(work: () => Promise<void>): Promise<void> {
    teardown = teardown.then(work).catch(() => {});
    return teardown;
  }

  const reset = () => tearDown(destroy);

  return {
    client: () => client,

    async open(embedded, options, isWanted) {
      if (source && source !== embedded) void reset();
      await teardown;
      if (!isWanted()) return;
      forgetTokens();
      const created = client ?? embedded.createClient();
      source = embedded;
      if (!root) {
        root = document.createElement('div');
        root.className = 'rzm-sdk-root';
        // The SDK's notices give it a size by themselves; its view is out of the flow, so fitView does.
        root.style.cssText = 'position:absolute;top:50%;left:50%;translate:-50% -50%';
        place();
      }
      video = options.customize?.video;
      const fitted = fittedVideoOptions(container && roomIn(container), video);
      const result = await created.init({
        ...options,
        zoomAppRoot: root,
        customize: { isShowJoiningErrorDialog: false, ...options.customize, video: fitted },
      });
      throwFailure(result);
      client = created;
      for (const event of listeners.keys()) forward(event);
    },

    async join(options) {
      joining = client?.join(options).then(throwFailure);
      await joining;
    },

    leave(forAll, hasJoined) {
      const [leaving, pending] = [client, joining];
      if (!leaving) return teardown;
      return tearDown(async () => {
        // The SDK cannot leave while it joins: it says that it has, and then connects all the same (6.2.0).
        const isIn = (pending && (await settled(pending, joinTime))) || hasJoined;
        await settled(forAll ? leaving.endMeeting() : leaving.leaveMeeting(), leaveTime);
        forgetTokens();
        // A client that was in a meeting is used again: destroying it now would make it reconnect (6.2.0). One that was
        // not may still be asking whether the host is there.
        if (!isIn) return destroy();
        // endMeeting() wipes all listeners.
        if (forAll) forwarded = new Set();
      });
    },

    reset,

    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      forward(event);
      return () => all.delete(listener);
    },

    show(where) {
      container = where;
      place();
    },
  };
}

function forgetTokens() {
  try {
    for (const key of leftovers) sessionStorage.removeItem(key);
  } catch {
    // No storage, no leftovers.
  }
}

/** Resolves when the promise has settled or the time is up, with whether it was kept. */
function settled(promise: Promise<unknown>, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms, false);
    void promise
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .then(() => clearTimeout(timer));
  });
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
