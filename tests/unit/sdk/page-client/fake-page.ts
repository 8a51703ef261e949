import { afterEach, beforeEach, vi } from 'vitest';
import { createPageClient } from '../../../../src/sdk/page-client';
import type {
  ConnectionChange,
  ZoomClient,
  ZoomEmbedded,
  ZoomJoinOptions,
} from '../../../../src/sdk/zoom-sdk';

/** The `ResizeObserver`s of the page, which jsdom does not have. */
export const resizeObservers = { callbacks: [] as (() => void)[], stopped: 0 };

/** Uses fake timers and fake `ResizeObserver`s in each test of a file. Call it once at the top level. */
export function useFakePage(): void {
  beforeEach(() => {
    resizeObservers.callbacks = [];
    resizeObservers.stopped = 0;
    vi.useFakeTimers();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          resizeObservers.callbacks.push(callback);
        }
        observe() {}
        unobserve() {}
        disconnect() {
          resizeObservers.stopped += 1;
        }
      },
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    document.body.replaceChildren();
  });
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
export const never = () => new Promise<never>(() => {});
export const options = {
  signature: 'a.b.c',
  meetingNumber: '123456789',
  userName: 'Ada',
} satisfies ZoomJoinOptions;

/** An SDK that does nothing on its own. */
export function createSdk(changes: Partial<Record<keyof ZoomClient, unknown>> = {}) {
  let user: { userId: number } | null = null;
  const listeners: [string, (payload: never) => void][] = [];
  const client = {
    init: vi.fn(async () => ''),
    join: vi.fn(async () => ''),
    leaveMeeting: vi.fn(async () => ''),
    endMeeting: vi.fn(async () => ''),
    on: vi.fn((event: string, listener: (payload: never) => void) => void listeners.push([event, listener])),
    getCurrentUser: () => user,
    ...changes,
  } as unknown as ZoomClient;
  const embedded = {
    createClient: vi.fn(() => client),
    destroyClient: vi.fn(),
  } satisfies ZoomEmbedded;
  return {
    client,
    embedded,
    say(change: ConnectionChange) {
      user = change.state === 'Connected' ? { userId: 1 } : null;
      for (const [event, listener] of listeners) if (event === 'connection-change') listener(change as never);
    },
    /** The row stays although the SDK reports that it has left. */
    keepRow: () => void (user = { userId: 1 }),
  };
}

export async function opened(sdk = createSdk()) {
  const page = createPageClient();
  await page.open(sdk.embedded, {}, () => true);
  return { page, ...sdk };
}

/** The user has joined the meeting. */
export async function joined(changes?: Partial<Record<keyof ZoomClient, unknown>>) {
  const all = await opened(createSdk(changes));
  await all.page.join(options);
  all.say({ state: 'Connected' });
  return all;
}

/** Whether the promise has settled so far. */
export function follow(promise: Promise<unknown>) {
  const state = { is: 'pending' };
  promise.then(
    () => (state.is = 'resolved'),
    () => (state.is = 'rejected'),
  );
  return state;
}
