import { throwFailure } from '../errors/normalise-error';
import { createEventRelay } from './event-relay';
import { fitView } from './fit-view';
import { inTime } from './in-time';
import { keepInside } from './keep-inside';
import { standingAfter, standingAfterRefusal, type Standing } from './standing';
import { fittedVideoOptions, roomIn } from './view-size';
import type {
  ConnectionChange,
  ZoomClient,
  ZoomCustomize,
  ZoomEmbedded,
  ZoomJoinOptions,
  ZoomVideoOptions,
  ZoomViewType,
} from './zoom-sdk';

/** A destroyed client leaves, resets and wipes all listeners, new ones too, within 1000 ms (observed with 6.2.0). */
const destroyTime = 1200;
/** How long the SDK may take to leave, in ms; it needs about 540. */
const leaveTime = 3000;
/** How long a join that is being given up may take, in ms. A cold join reaches Zoom after a few seconds. */
const joinTime = 15_000;
/** How long a reconnection that is being given up may take, in ms. It takes about 1100 when the network is there (6.2.0). */
const reconnectTime = 5000;
/** A join falls back to these when an option is left out, even when another person's join left them (6.2.0). */
const leftovers = ['ZTK', 'ZSK', 'TK', 'OBF_TOKEN', 'RECORDING_TOKEN'];

/** The SDK's init options, without the element, which the page client owns. */
export interface ClientOptions {
  customize?: ZoomCustomize;
  [option: string]: unknown;
}

/** The page's SDK client and the element it renders into. Nothing else touches the two. */
export interface PageClient {
  /** The client, once it is initialised. */
  client(): ZoomClient | undefined;
  /**
   * Creates the client if there is none, and initialises it. Waits for an earlier one's teardown, and does nothing when
   * `isWanted` is false by then.
   */
  open(embedded: ZoomEmbedded, options: ClientOptions, isWanted: () => boolean): Promise<void>;
  /** Resolves or rejects as the SDK does. */
  join(options: ZoomJoinOptions): Promise<void>;
  /** Ends the meeting for everyone. Rejects when the SDK refuses and the meeting continues. */
  endForAll(): Promise<void>;
  /** Resolves when the SDK has left, or when its client is destroyed because it did not. */
  leave(): Promise<void>;
  /** Leaves a join that is pending. Zoom may not have been asked yet: the SDK then reports that it has left, and joins. */
  leaveJoin(): Promise<void>;
  /**
   * Destroys the client if its `join()` was called, so that the next join gets a new one. A client remembers its first join: it
   * continues to show a waiting room that was left, and after waiting for the host it joins with the options of that first join
   * (4.0.7 to 6.2.0).
   */
  reset(): Promise<void>;
  /** Listens to an event of this and every later client. */
  on(event: string, listener: (payload: never) => void): () => void;
  /** Shows the SDK's element in a place, or nowhere. The meeting continues in both cases. */
  show(place: MeetingPlace | undefined): void;
}

/** The place where the page shows the meeting. */
export interface MeetingPlace {
  /** The element around it. While it is `inert`, nothing of the SDK is visible outside of it. */
  container: HTMLElement;
  /** The view that a meeting starts with. Default: the app's `customize`. */
  firstView?: (() => ZoomViewType | undefined) | undefined;
  /** Called with whether the SDK's view has its final size. */
  onSteady?: ((isSteady: boolean) => void) | undefined;
}

/** Creates the page's client. `page-lease.ts` decides which meeting may use it. */
export function createPageClient(): PageClient {
  let client: ZoomClient | undefined;
  let source: ZoomEmbedded | undefined;
  /** The element that the SDK renders into, in the middle of the container. */
  let root: HTMLElement | undefined;
  let video: ZoomVideoOptions | undefined;
  let place: MeetingPlace | undefined;
  let stopFitting = () => {};
  let joining: Promise<unknown> = Promise.resolve();
  let standing: Standing = 'out';
  /** Whether the client's `join()` was called. */
  let isUsed = false;
  let reconnecting: Promise<void> = Promise.resolve();
  let endReconnecting = () => {};
  const relay = createEventRelay();
  relay.on('connection-change', (change: ConnectionChange) => {
    standing = standingAfter(change, standing);
    relay.setConnected(change.state === 'Connected');
    endReconnecting();
    if (standing === 'reconnecting') reconnecting = new Promise((resolve) => (endReconnecting = resolve));
  });
  /** Teardown is serial: the page's client is a singleton that must not be created while it is being destroyed. */
  let teardown: Promise<void> = Promise.resolve();

  function put() {
    stopFitting();
    stopFitting = () => {};
    if (!root) return;
    if (!place) return root.remove();
    const { container, onSteady = () => {} } = place;
    if (getComputedStyle(container).position === 'static') container.style.position = 'relative';
    container.append(root);
    const stopView = fitView(
      root,
      container,
      () => client,
      () => video,
      onSteady,
    );
    const stopLists = keepInside(container);
    stopFitting = () => {
      stopView();
      stopLists();
    };
  }

  /** Forgets the client and destroys it; part of the teardown. */
  async function destroy(): Promise<void> {
    const old = source;
    root?.remove();
    stopFitting();
    client = source = root = undefined;
    standing = 'out';
    isUsed = false;
    relay.detach();
    if (!old) return;
    try {
      old.destroyClient();
    } finally {
      // In two steps, like the SDK: after the computer wakes up, when all timers are late, the SDK still needs its second step.
      await delay(destroyTime / 2);
      await delay(destroyTime / 2);
    }
  }

  /** The next task runs even if this one fails. */
  function tearDown(work: () => Promise<void>): Promise<void> {
    teardown = teardown.then(work).catch(() => {});
    return teardown;
  }

  /** Gets the SDK out of the meeting; part of the teardown. */
  async function getOut(): Promise<void> {
    const leaving = client;
    if (!leaving) return;
    // The SDK cannot leave while it joins or reconnects: it reports that it has, and then connects anyway (6.2.0).
    if (standing === 'joining') await settles(joining, joinTime);
    if (standing === 'reconnecting') await settles(reconnecting, reconnectTime);
    if (standing === 'out') return;
    const wasIn = standing === 'in';
    const hasLeft = await succeeds(() => leaving.leaveMeeting(), leaveTime);
    // A client that was not in a meeting may still be asking whether the host is there.
    if (wasIn && hasLeft && isOut()) standing = 'out';
    else await destroy();
  }

  /** Shown by the event. Without an event, it is shown by the missing own roster row, which is also missing while reconnecting. */
  function isOut(): boolean {
    if (standing === 'out' || standing === 'reconnecting') return standing === 'out';
    try {
      return client?.getCurrentUser() === null;
    } catch {
      return false;
    }
  }

  return {
    client: () => client,

    async open(embedded, options, isWanted) {
      if (source && source !== embedded) void tearDown(destroy);
      await teardown;
      if (!isWanted()) return;
      forgetTokens();
      const created = client ?? embedded.createClient();
      source = embedded;
      if (!root) {
        root = document.createElement('div');
        root.className = 'rzm-sdk-root';
        // The SDK's notices give it a size. The SDK's view is out of the normal flow, so `fitView` sets the size.
        root.style.cssText = 'position:absolute;top:50%;left:50%;translate:-50% -50%';
        put();
      }
      const element = root;
      const firstView = place?.firstView?.();
      video = { ...options.customize?.video, ...(firstView && { defaultViewType: firstView }) };
      const fitted = fittedVideoOptions(place && roomIn(place.container), video);
      const result = await created.init({
        ...options,
        zoomAppRoot: element,
        customize: { isShowJoiningErrorDialog: false, ...options.customize, video: fitted },
      });
      throwFailure(result);
      // The client was destroyed meanwhile.
      if (root !== element) return;
      if (client !== created) relay.attach(created);
      client = created;
    },

    join(options) {
      standing = 'joining';
      isUsed = true;
      const join = (async () => throwFailure(await client?.join(options)))();
      joining = join;
      join.then(
        () => {
          if (joining === join && standing === 'joining') standing = 'in';
        },
        (reason: unknown) => {
          if (joining === join && standing === 'joining') standing = standingAfterRefusal(reason);
        },
      );
      return join;
    },

    async endForAll() {
      const ending = client;
      if (!ending) return;
      let isRefused = false;
      const ended = (async () => throwFailure(await ending.endMeeting()))();
      ended.catch(() => (isRefused = true));
      try {
        await inTime(ended, leaveTime);
        standing = 'out';
      } catch (error) {
        if (!isOut()) throw error;
      } finally {
        // endMeeting() wipes all listeners.
        if (client === ending && !isRefused) relay.attach(ending);
      }
    },

    leave() {
      return tearDown(async () => {
        try {
          await getOut();
        } finally {
          forgetTokens();
        }
      });
    },

    leaveJoin() {
      const leaving = client;
      return tearDown(async () => {
        await succeeds(async () => leaving?.leaveMeeting(), leaveTime);
      });
    },

    reset: () => tearDown(async () => (isUsed ? destroy() : undefined)),
    on: relay.on,

    show(where) {
      if (where === place && root?.parentElement === where?.container) return;
      place = where;
      put();
    },
  };
}

function forgetTokens() {
  try {
    for (const name of leftovers) sessionStorage.removeItem(`WEB_CLIENT_${name}`);
  } catch {
    // Without storage, there is nothing to remove.
  }
}

/** Resolves with whether it was done in time. */
async function succeeds(work: () => Promise<unknown>, ms: number): Promise<boolean> {
  try {
    await inTime((async () => throwFailure(await work()))(), ms);
    return true;
  } catch {
    return false;
  }
}

/** Resolves when the promise has settled, either way, or the time is up. */
async function settles(promise: Promise<unknown>, ms: number): Promise<void> {
  await succeeds(() => promise, ms);
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
