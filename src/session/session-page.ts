import { actionError } from '../errors/action-error';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { MeetingPlace } from '../sdk/page-client';
import { pageClient, requestPage, type PageHolder, type PageLease } from '../sdk/page-lease';
import { scriptSdk } from '../sdk/script-sdk';
import type { ZoomClient, ZoomEmbedded, ZoomJoinOptions } from '../sdk/zoom-sdk';
import { defined } from './join-details';
import type { ListenToSdk } from './sdk-events';
import type { LeaveReason, Presence } from './session-model';
import type { ZoomMeetingOptions } from './session-options';

/** The options that the SDK is loaded and initialised with. */
type SdkOptions = Pick<ZoomMeetingOptions, 'sdk' | 'language' | 'customize' | 'init'>;

/** The options of a view, and its callback. */
export type ViewOptions = Omit<MeetingPlace, 'container'>;

/** One session's use of the page: its place in the queue, the SDK's client, and the element that shows the meeting. */
export interface SessionPage {
  /** Requests the page. Calls `onAcquired` when it has the page. Throws `VERSION_CONFLICT`. */
  request(onAcquired: () => void): void;
  /** The number of the meeting that has the page, while this session waits for it. */
  heldBy(): string | undefined;
  /** Whether this session waits for the page, even while the meeting that has the page is being left. */
  isInLine(): boolean;
  /** The SDK's client, while this session has the page. */
  client(): ZoomClient | undefined;
  /** Whether the participant is in the meeting, as the SDK says. */
  presence(): Presence;
  /** Whether the participant is the host. */
  isHost(): boolean;
  /** Loads the SDK. Does not need the page. */
  load(options: Pick<SdkOptions, 'sdk'>): Promise<ZoomEmbedded>;
  /** Loads the SDK, waits for the page, and initialises the client. Stops when `isCurrent` becomes false. */
  open(options: SdkOptions, isCurrent: () => boolean): Promise<void>;
  /** Resolves or rejects as the SDK's `join()` does. */
  join(options: ZoomJoinOptions): Promise<void>;
  /**
   * Leaves the meeting, or ends it for everyone. Resolves when the SDK is out, or with the error if the SDK refused to end the
   * meeting and is still in it.
   */
  leave(reason: LeaveReason): Promise<ZoomMeetingError | undefined>;
  /** Asks the SDK to leave a join that is pending. */
  leaveJoin(): void;
  /** Destroys the SDK's client if it was asked to join. */
  reset(): void;
  /** Releases the page. */
  release(): void;
  /** Resolves when the SDK is out of the meeting of the last `release`. */
  released(): Promise<void>;
  /**
   * Adds a place for the meeting. Returns a function that takes the element to show it in, or `null`. The latest place shows the
   * meeting.
   */
  view(options?: ViewOptions): (container: HTMLElement | null) => void;
  /** Listens to the SDK while this session has the page. */
  on: ListenToSdk;
}

/** Creates a session's access to the page. Nothing happens before `request`. */
export function createSessionPage(holder: PageHolder): SessionPage {
  /** From the start of a join until it is over. */
  let lease: PageLease | undefined;
  let released: Promise<void> = Promise.resolve();
  const places = new Set<MeetingPlace>();
  const client = () => lease?.page()?.client();

  function show() {
    lease?.page()?.show([...places].at(-1));
  }

  function currentUser() {
    try {
      return client()?.getCurrentUser();
    } catch {
      return undefined;
    }
  }

  async function load({ sdk = scriptSdk() }: Pick<SdkOptions, 'sdk'>): Promise<ZoomEmbedded> {
    void sdk.warm?.();
    return sdk.load();
  }

  return {
    load,

    request(onAcquired) {
      const mine = requestPage(holder);
      lease = mine;
      void mine.acquired.then(() => {
        if (lease === mine) onAcquired();
      });
    },

    heldBy: () => lease?.heldBy(),
    isInLine: () => lease !== undefined && lease.page() === undefined,
    client,

    presence() {
      const user = currentUser();
      return user ? (user.bHold ? 'on-hold' : 'in') : 'unknown';
    },

    isHost: () => currentUser()?.isHost ?? false,

    async open({ sdk = scriptSdk(), language, customize, init }, isCurrent) {
      const mine = lease;
      const loading = load({ sdk });
      // A rejection is handled below, after waiting for the page.
      loading.catch(() => {});
      await mine?.acquired;
      const embedded = await loading;
      const page = mine?.page();
      if (!page || !isCurrent()) return;
      show();
      const initOptions = defined({ assetPath: sdk.assetPath, language, ...init, customize });
      await page.open(embedded, { leaveOnPageUnload: true, ...initOptions }, isCurrent);
    },

    async join(options) {
      await lease?.page()?.join(options);
    },

    async leave(reason) {
      const page = lease?.page();
      try {
        if (reason === 'ended') await page?.endForAll();
      } catch (thrown) {
        return actionError(thrown);
      }
      await page?.leave();
      return undefined;
    },

    leaveJoin: () => void lease?.page()?.leaveJoin(),
    reset: () => void lease?.page()?.reset(),

    release() {
      if (!lease) return;
      // The last meeting of this session may not have released the page yet.
      released = Promise.all([released, lease.release()]).then(() => {});
      lease = undefined;
    },

    released: () => released,

    view(options) {
      let place: MeetingPlace | undefined;
      return (container) => {
        if (place) places.delete(place);
        place = container ? { ...options, container } : undefined;
        if (place) places.add(place);
        show();
      };
    },

    on(event, listener) {
      try {
        return pageClient().on(event, (payload: never) => {
          if (lease?.page()) listener(payload);
        });
      } catch {
        // Another version of this library has the page. `join()` reports it.
        return () => {};
      }
    },
  };
}
