// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageClient } from '../../../src/sdk/page-client';
import type { ConnectionChange, ZoomClient, ZoomEmbedded, ZoomJoinOptions } from '../../../src/sdk/zoom-sdk';

/** The callbacks of all `ResizeObserver`s. */
let resized: (() => void)[] = [];
/** How many of them have stopped. */
let stopped = 0;

beforeEach(() => {
  resized = [];
  stopped = 0;
  vi.useFakeTimers();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized.push(callback);
      }
      observe() {}
      unobserve() {}
      disconnect() {
        stopped += 1;
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const never = () => new Promise<never>(() => {});
const options = { signature: 'a.b.c', meetingNumber: '123456789', userName: 'Ada' } satisfies ZoomJoinOptions;

/** An SDK that does nothing on its own. */
function createSdk(changes: Partial<Record<keyof ZoomClient, unknown>> = {}) {
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

async function opened(sdk = createSdk()) {
  const page = createPageClient();
  await page.open(sdk.embedded, {}, () => true);
  return { page, ...sdk };
}

/** The user has joined the meeting. */
async function joined(changes?: Partial<Record<keyof ZoomClient, unknown>>) {
  const all = await opened(createSdk(changes));
  await all.page.join(options);
  all.say({ state: 'Connected' });
  return all;
}

/** Whether the promise has settled so far. */
function follow(promise: Promise<unknown>) {
  const state = { is: 'pending' };
  promise.then(
    () => (state.is = 'resolved'),
    () => (state.is = 'rejected'),
  );
  return state;
}

describe('opening a client', () => {
  it('uses the page’s own element, disables the SDK’s dialog, and applies the app’s customize', async () => {
    const sdk = createSdk();
    const page = createPageClient();
    const opening = page.open(
      sdk.embedded,
      { language: 'de-DE', customize: { meetingInfo: ['topic'] } },
      () => true,
    );
    expect(page.client()).toBeUndefined();
    await opening;
    expect(page.client()).toBe(sdk.client);
    const [[given]] = vi.mocked(sdk.client.init).mock.calls as never as [[Record<string, never>]];
    expect(given).toMatchObject({
      language: 'de-DE',
      zoomAppRoot: { className: 'rzm-sdk-root' },
      customize: { isShowJoiningErrorDialog: false, meetingInfo: ['topic'], video: { isResizable: false } },
    });
  });

  it('creates it once, and only calls init the second time', async () => {
    const { page, embedded, client } = await opened();
    page.on('user-added', vi.fn());
    await page.open(embedded, {}, () => true);
    expect(embedded.createClient).toHaveBeenCalledTimes(1);
    expect(client.init).toHaveBeenCalledTimes(2);
    expect(vi.mocked(client.on).mock.calls.map(([event]) => event)).toEqual([
      'connection-change',
      'user-added',
    ]);
  });

  it('rejects when `init` rejects or resolves with a failure', async () => {
    const failure = { type: 'INIT_MEETING_FAILED', reason: 'no', errorCode: -1 };
    const sdk = createSdk({ init: async () => failure });
    const page = createPageClient();
    await expect(page.open(sdk.embedded, {}, () => true)).rejects.toBe(failure);
    expect(page.client()).toBeUndefined();
  });

  it('does nothing when no component retains it any more', async () => {
    const sdk = createSdk();
    await createPageClient().open(sdk.embedded, {}, () => false);
    expect(sdk.embedded.createClient).not.toHaveBeenCalled();
  });

  it('waits 1.2 s for the client of another SDK to be destroyed', async () => {
    const { page, embedded, client } = await opened();
    const another = createSdk();
    const opening = follow(page.open(another.embedded, {}, () => true));
    await pass(1100);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
    expect(opening.is).toBe('pending');
    await pass(100);
    expect(opening.is).toBe('resolved');
    expect(page.client()).toBe(another.client);
    expect(page.client()).not.toBe(client);
  });

  it('fits the view into the container that shows it', async () => {
    const container = document.createElement('div');
    Object.defineProperties(container, { clientWidth: { value: 804 }, clientHeight: { value: 685 } });
    document.body.append(container);
    const sdk = createSdk();
    const page = createPageClient();
    page.show({ container });
    await page.open(sdk.embedded, { customize: { video: { isResizable: true } } }, () => true);
    const [[given]] = vi.mocked(sdk.client.init).mock.calls as never as [[Record<string, never>]];
    const size = { width: 800, height: 600 };
    expect(given).toMatchObject({
      customize: { video: { isResizable: true, viewSizes: { default: size, ribbon: size } } },
    });
  });

  it('removes the tokens of an earlier join, where storage exists', async () => {
    for (const name of ['ZTK', 'ZSK', 'TK', 'OBF_TOKEN', 'RECORDING_TOKEN'])
      sessionStorage.setItem(`WEB_CLIENT_${name}`, 'a token');
    sessionStorage.setItem('another', 'stays');
    const { page } = await opened();
    expect(Object.keys(sessionStorage)).toEqual(['another']);
    sessionStorage.setItem('WEB_CLIENT_TK', 'tk');
    await page.leave();
    expect(Object.keys(sessionStorage)).toEqual(['another']);
    vi.stubGlobal('sessionStorage', undefined);
    await opened();
  });
});

describe('leaving a meeting', () => {
  it('does nothing when there is none', async () => {
    await createPageClient().leave();
    const { page, client, embedded } = await opened();
    await page.leave();
    expect(client.leaveMeeting).not.toHaveBeenCalled();
    expect(embedded.destroyClient).not.toHaveBeenCalled();
  });

  it('keeps the client', async () => {
    const { page, client, embedded, say } = await joined({
      leaveMeeting: vi.fn(async () => void say({ state: 'Closed' })),
    });
    await page.leave();
    await page.leave();
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    expect(page.client()).toBe(client);
  });

  it('leaves when only `join()` has reported that the SDK is in the meeting', async () => {
    const { page, client, embedded } = await opened(
      createSdk({ leaveMeeting: vi.fn(async () => ''), getCurrentUser: () => null }),
    );
    await page.join(options);
    await page.leave();
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
  });

  it('leaves no timer behind', async () => {
    const { page } = await joined({ getCurrentUser: () => null });
    await page.leave();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('relies on the roster row when the event is missing', async () => {
    let isIn = true;
    const { page, embedded } = await joined({
      getCurrentUser: () => (isIn ? ({ userId: 1 } as never) : null),
      leaveMeeting: async () => (isIn = false),
    });
    await page.leave();
    expect(embedded.destroyClient).not.toHaveBeenCalled();
  });

  it('destroys a client that reports nothing and whose roster cannot be read', async () => {
    const { page, embedded } = await joined({
      getCurrentUser: () => {
        throw new TypeError('no roster');
      },
    });
    void page.leave();
    await pass(1);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it('leaves at once when the event reports it and `join()` never settles', async () => {
    const { page, client, say } = await opened(createSdk({ join: never }));
    void page.join(options);
    say({ state: 'Connected' });
    void page.leave();
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });

  it.each(['resolves', 'rejects'])('leaves when `join()` %s after the event', async (how) => {
    let settle = () => {};
    const { page, client, say } = await opened(
      createSdk({
        join: () =>
          new Promise((resolve, reject) => {
            settle = () => (how === 'resolves' ? resolve('') : reject(new Error('no')));
          }),
      }),
    );
    page.join(options).catch(() => {});
    say({ state: 'Connected' });
    settle();
    await pass(1);
    void page.leave();
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });

  it('does nothing when the meeting is over before `join()` resolves', async () => {
    let finish = (_: unknown) => {};
    const { page, client, say } = await opened(
      createSdk({ join: () => new Promise((resolve) => (finish = resolve)) }),
    );
    void page.join(options);
    say({ state: 'Connected' });
    say({ state: 'Closed', reason: 'ended by host' });
    finish('');
    await pass(1);
    await page.leave();
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it('leaves at once when an earlier client was destroyed during a reconnection', async () => {
    const { page, embedded, client, say } = await joined();
    say({ state: 'Reconnecting', reason: 'failover' });
    void page.reset();
    await pass(1200);
    await page.open(embedded, {}, () => true);
    await page.join(options);
    void page.leave();
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });

  it('destroys the client when leaving fails, even if the SDK reports that it is out', async () => {
    const { page, embedded, say } = await joined({
      leaveMeeting() {
        say({ state: 'Closed' });
        return Promise.reject(new Error('no'));
      },
    });
    void page.leave();
    await pass(1);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is still in', async () => ''],
    ['rejects', () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['resolves with a failure', async () => ({ type: 'X', reason: 'no', errorCode: 1 })],
  ])('destroys the client when the SDK %s', async (_, leaveMeeting) => {
    const { page, embedded } = await joined({ leaveMeeting });
    const left = follow(page.leave());
    await pass(1100);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
    expect(page.client()).toBeUndefined();
    expect(left.is).toBe('pending');
    await pass(100);
    expect(left.is).toBe('resolved');
  });

  it('destroys the client after three seconds without an answer', async () => {
    const { page, embedded } = await joined({ leaveMeeting: never });
    void page.leave();
    await pass(2900);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    await pass(200);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it('waits for a join in progress, which the SDK cannot leave', async () => {
    let finish = (_: unknown) => {};
    const { page, client, say } = await opened(
      createSdk({
        join: () => new Promise((resolve) => (finish = resolve)),
        leaveMeeting: vi.fn(async () => void say({ state: 'Closed' })),
      }),
    );
    void page.join(options);
    const left = follow(page.leave());
    await pass(10_000);
    expect(client.leaveMeeting).not.toHaveBeenCalled();
    finish('');
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(left.is).toBe('resolved');
  });

  it('waits for a reconnection in progress, which the SDK cannot leave either', async () => {
    const sdk = await joined({ leaveMeeting: vi.fn(async () => void sdk.say({ state: 'Closed' })) });
    sdk.say({ state: 'Reconnecting', reason: 'failover' });
    const left = follow(sdk.page.leave());
    await pass(4000);
    expect(sdk.client.leaveMeeting).not.toHaveBeenCalled();
    sdk.say({ state: 'Connected' });
    await pass(1);
    expect(sdk.client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(left.is).toBe('resolved');
    expect(sdk.embedded.destroyClient).not.toHaveBeenCalled();
  });

  it('does not call the SDK when the reconnection fails', async () => {
    const { page, client, say } = await joined();
    say({ state: 'Reconnecting', reason: 'failover' });
    const left = follow(page.leave());
    say({ state: 'Fail', errorCode: -3000, reason: 'connection error' });
    await pass(1);
    expect(left.is).toBe('resolved');
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it('destroys the client when a reconnection takes longer than 5 s', async () => {
    const { page, embedded, say } = await joined();
    say({ state: 'Reconnecting', reason: 'failover' });
    const left = follow(page.leave());
    await pass(4900);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    await pass(200);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
    await pass(1200);
    expect(left.is).toBe('resolved');
  });

  it('does not call the SDK when the join is refused', async () => {
    let refuse = (_: unknown) => {};
    const { page, client } = await opened(
      createSdk({ join: () => new Promise((_, reject) => (refuse = reject)) }),
    );
    page.join(options).catch(() => {});
    const left = follow(page.leave());
    refuse({ type: 'JOIN_MEETING_FAILED', reason: 'no', errorCode: 3712 });
    await pass(1);
    expect(left.is).toBe('resolved');
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it('destroys the client when a join takes longer than 15 s', async () => {
    const { page, embedded } = await opened(createSdk({ join: never }));
    void page.join(options);
    const left = follow(page.leave());
    await pass(14_900);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    await pass(200);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
    await pass(1200);
    expect(left.is).toBe('resolved');
  });

  it('destroys the client when the SDK gave up the join, because it may still connect', async () => {
    const { page, embedded } = await opened(
      createSdk({ join: () => Promise.reject({ type: 'OPERATION_CANCELLED', reason: 'X', errorCode: 3 }) }),
    );
    await page.join(options).catch(() => {});
    void page.leave();
    await pass(1);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it('ignores an earlier join that settles late', async () => {
    const settles: ((result: unknown) => void)[] = [];
    const { page, client } = await opened(
      createSdk({ join: () => new Promise((resolve, reject) => settles.push(resolve, reject)) }),
    );
    void page.join(options);
    page.join(options).catch(() => {});
    settles[3]!({ type: 'JOIN_MEETING_FAILED', reason: 'no', errorCode: 3712 });
    await pass(1);
    settles[0]!('');
    await pass(1);
    await page.leave();
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it.each(['resolves', 'rejects'])('waits for the latest join when an earlier one %s', async (how) => {
    const settles: ((result: unknown) => void)[] = [];
    const { page, client } = await opened(
      createSdk({ join: () => new Promise((resolve, reject) => settles.push(resolve, reject)) }),
    );
    page.join(options).catch(() => {});
    void page.join(options);
    settles[how === 'resolves' ? 0 : 1]!(new Error('no'));
    await pass(1);
    void page.leave();
    await pass(1000);
    expect(client.leaveMeeting).not.toHaveBeenCalled();
    settles[2]!('');
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });
});

describe('leaving a pending join', () => {
  it('calls the SDK and keeps the client', async () => {
    const { page, client, embedded } = await opened(createSdk({ join: never }));
    void page.join(options);
    await page.leaveJoin();
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    expect(page.client()).toBe(client);
  });

  it('delays the next client until the SDK answers, at most three seconds', async () => {
    const { page, embedded, client } = await opened(createSdk({ leaveMeeting: never }));
    const left = follow(page.leaveJoin());
    const opening = follow(page.open(embedded, {}, () => true));
    await pass(2900);
    expect([left.is, opening.is]).toEqual(['pending', 'pending']);
    await pass(200);
    expect([left.is, opening.is]).toEqual(['resolved', 'resolved']);
    expect(client.init).toHaveBeenCalledTimes(2);
  });

  it('resolves when the SDK throws, and when there is no client', async () => {
    const leaveMeeting = () => {
      throw new Error('no');
    };
    const { page } = await opened(createSdk({ leaveMeeting }));
    await page.leaveJoin();
    await createPageClient().leaveJoin();
  });
});

describe('joining', () => {
  it('settles like the SDK, and rejects when the SDK resolves with a failure', async () => {
    const failure = { type: 'JOIN_MEETING_FAILED', reason: 'no', errorCode: 3712 };
    const join = vi.fn<() => Promise<unknown>>(async () => failure);
    const { page, client } = await opened(createSdk({ join }));
    await expect(page.join(options)).rejects.toBe(failure);
    join.mockResolvedValueOnce('');
    await expect(page.join(options)).resolves.toBeUndefined();
    expect(client.join).toHaveBeenCalledWith(options);
  });
});

describe('ending a meeting for everyone', () => {
  const refusal = { type: 'INSUFFICIENT_PRIVILEGES', reason: 'no', errorCode: 5007 };

  it('adds the listeners again, because the SDK removes them', async () => {
    const { page, client } = await joined();
    await page.endForAll();
    const asked = vi.mocked(client.on).mock.calls.map(([event]) => event);
    expect(asked).toEqual(['connection-change', 'connection-change']);
    await page.leave();
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it.each([
    ['rejects', () => Promise.reject(refusal)],
    ['resolves with the refusal', async () => refusal],
  ])('rejects and stays in the meeting when the SDK %s', async (_, endMeeting) => {
    const { page, client } = await joined({ endMeeting });
    await expect(page.endForAll()).rejects.toBe(refusal);
    expect(client.on).toHaveBeenCalledTimes(1);
    void page.leave();
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });

  it('rejects when refused while reconnecting, even without a roster row', async () => {
    const { page, say } = await joined({ endMeeting: () => Promise.reject(refusal) });
    say({ state: 'Reconnecting', reason: 'failover' });
    await expect(page.endForAll()).rejects.toBe(refusal);
  });

  it('resolves when refused because the meeting is already over', async () => {
    const { page, say } = await joined({ endMeeting: () => Promise.reject(refusal) });
    say({ state: 'Closed', reason: 'ended by host' });
    await page.endForAll();
  });

  it('rejects after three seconds without an answer, and adds the listeners again', async () => {
    const { page, client } = await joined({ endMeeting: never });
    const ended = page.endForAll();
    const seen = expect(ended).rejects.toThrow('in time');
    const state = follow(ended);
    await pass(2900);
    expect(state.is).toBe('pending');
    await pass(200);
    await seen;
    expect(client.on).toHaveBeenCalledTimes(2);
  });

  it('does not subscribe to a client that was destroyed in the meantime', async () => {
    let answer = (_: unknown) => {};
    const { page, client } = await joined({
      endMeeting: () => new Promise((resolve) => (answer = resolve)),
    });
    const ended = page.endForAll();
    void page.reset();
    await pass(2000);
    answer('');
    await ended;
    expect(client.on).toHaveBeenCalledTimes(1);
  });

  it('resolves when refused after the client was destroyed', async () => {
    let refuse = (_: unknown) => {};
    const { page } = await joined({
      endMeeting: () => new Promise((_, reject) => (refuse = reject)),
    });
    const ended = follow(page.endForAll());
    void page.reset();
    await pass(2000);
    refuse(refusal);
    await pass(1);
    expect(ended.is).toBe('resolved');
  });

  it('does nothing when there is no client', async () => {
    await createPageClient().endForAll();
  });
});

describe('destroying a client', () => {
  it('does not use a client that is destroyed while it is initialised', async () => {
    const { page, embedded, client } = await opened();
    await page.join(options);
    let initialised = () => {};
    vi.mocked(client.init).mockReturnValueOnce(new Promise((resolve) => (initialised = () => resolve(''))));
    const opening = page.open(embedded, {}, () => true);
    await pass(0);
    const reset = page.reset();
    await pass(0);
    initialised();
    await opening;
    expect(page.client()).toBeUndefined();
    await pass(2000);
    await reset;
    await page.open(embedded, {}, () => true);
    expect(embedded.createClient).toHaveBeenCalledTimes(2);
    expect(page.client()).toBe(client);
  });

  it('destroys a client that has called `join()`, and the next one is new', async () => {
    const { page, embedded } = await joined();
    const reset = follow(page.reset());
    await pass(1100);
    expect([embedded.destroyClient.mock.calls.length, reset.is]).toEqual([1, 'pending']);
    await pass(100);
    expect(reset.is).toBe('resolved');
    await page.open(embedded, {}, () => true);
    await page.reset();
    expect(embedded.createClient).toHaveBeenCalledTimes(2);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it('keeps a client that has not joined', async () => {
    const { page, embedded, client } = await opened();
    await page.reset();
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    expect(page.client()).toBe(client);
  });

  it('creates the next client even if destroying throws', async () => {
    const { page, embedded, say } = await joined();
    const listener = vi.fn();
    page.on('connection-change', listener);
    vi.mocked(embedded.destroyClient).mockImplementation(() => {
      throw new Error('no');
    });
    const reset = follow(page.reset());
    await pass(1100);
    expect(reset.is).toBe('pending');
    await pass(100);
    expect(reset.is).toBe('resolved');
    say({ state: 'Connected' });
    expect(listener).not.toHaveBeenCalled();
    await page.open(embedded, {}, () => true);
    say({ state: 'Connected' });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(embedded.createClient).toHaveBeenCalledTimes(2);
  });

  it('resolves at once when there is none', async () => {
    const page = createPageClient();
    const reset = follow(page.reset());
    await pass(0);
    expect(reset.is).toBe('resolved');
  });
});

describe('the element of the SDK', () => {
  it('is centred in the visible container, moves to another one, and is removed', async () => {
    const [one, two] = [document.createElement('div'), document.createElement('div')];
    two.style.position = 'absolute';
    document.body.append(one, two);
    const page = createPageClient();
    const sdk = createSdk();
    page.show({ container: one });
    await page.open(sdk.embedded, {}, () => true);
    const root = one.querySelector<HTMLElement>('.rzm-sdk-root')!;
    expect(root.style.position).toBe('absolute');
    expect(one.style.position).toBe('relative');
    page.show({ container: two });
    expect(root.parentElement).toBe(two);
    expect(two.style.position).toBe('absolute');
    page.show(undefined);
    expect(root.parentElement).toBeNull();
    page.show({ container: one });
    expect(root.parentElement).toBe(one);
    await page.open(sdk.embedded, {}, () => true);
    expect([...one.children]).toEqual([root]);
    void page.join(options);
    void page.reset();
    await pass(1);
    expect(one.childElementCount).toBe(0);
  });

  it('is not fitted any more when nothing shows it', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const page = createPageClient();
    page.show({ container });
    await page.open(createSdk().embedded, {}, () => true);
    stopped = 0;
    page.show(undefined);
    expect(stopped).toBe(resized.length);
  });

  it('requests captions when it is connected, not before', async () => {
    const sdk = createSdk();
    const page = createPageClient();
    page.on('caption-message', vi.fn());
    await page.open(sdk.embedded, {}, () => true);
    const requested = () => vi.mocked(sdk.client.on).mock.calls.map(([event]) => event);
    sdk.say({ state: 'Connecting' });
    expect(requested()).not.toContain('caption-message');
    sdk.say({ state: 'Connected' });
    expect(requested()).toContain('caption-message');
  });

  it('starts with the view of the place that shows it, or else with that of the app’s options', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const sdk = createSdk();
    const page = createPageClient();
    const firstVideo = async () => {
      await page.open(sdk.embedded, { customize: { video: { defaultViewType: 'ribbon' } } }, () => true);
      return vi.mocked(sdk.client.init).mock.lastCall![0].customize?.video?.defaultViewType;
    };
    page.show({ container });
    expect(await firstVideo()).toBe('ribbon');
    page.show({ container, firstView: () => undefined });
    expect(await firstVideo()).toBe('ribbon');
    page.show({ container, firstView: () => 'speaker' });
    expect(await firstVideo()).toBe('speaker');
  });

  it('stays where it is when it is shown there again, and returns if it was removed', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const page = createPageClient();
    const place = { container };
    page.show(place);
    await page.open(createSdk().embedded, {}, () => true);
    const root = container.querySelector('.rzm-sdk-root')!;
    const append = vi.spyOn(container, 'append');
    page.show(place);
    expect(append).not.toHaveBeenCalled();
    root.remove();
    page.show(place);
    expect(root.parentElement).toBe(container);
  });

  it('fits its view again when the container’s size changes, with the app’s options', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const updateVideoOptions = vi.fn(async () => '');
    const sdk = createSdk({ updateVideoOptions, getAttendeeslist: () => [] });
    const page = createPageClient();
    page.show({ container });
    await page.open(sdk.embedded, { customize: { video: { isResizable: true } } }, () => true);
    // The element that the SDK renders when it joins.
    const box = document.createElement('div');
    box.className = 'react-resizable';
    container.querySelector('.rzm-sdk-root')!.append(box);
    await pass(1);
    updateVideoOptions.mockClear();
    Object.defineProperties(container, { clientWidth: { value: 804 }, clientHeight: { value: 685 } });
    for (const resize of resized) resize();
    expect(updateVideoOptions).toHaveBeenCalledWith(
      expect.objectContaining({
        isResizable: true,
        viewSizes: { default: { width: 800, height: 600 }, ribbon: { width: 800, height: 600 } },
      }),
    );
  });
});
