// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionPage, type SessionPage } from '../../../src/session/session-page';
import { createFakeSignature, createFakeZoomSdk } from '../../../src/testing';
import { freshPage, pass } from './open-session';

beforeEach(freshPage);
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const always = () => true;
const createPage = (meetingNumber = '123456789') =>
  createSessionPage({ meetingNumber, yieldPage: () => false, onBusy: () => {} });
const joinOptions = () => ({ signature: createFakeSignature(), meetingNumber: '123456789', userName: 'Ada' });

/** A page that one meeting has, with an initialised client. */
async function openPage(fake = createFakeZoomSdk()) {
  const page = createPage();
  page.request(() => {});
  const opening = page.open({ sdk: fake }, always);
  await pass(1);
  await opening;
  return { page, fake };
}

async function joinedPage() {
  const { page, fake } = await openPage();
  void page.join(joinOptions());
  await pass(1000);
  expect(fake.state).toBe('joined');
  return { page, fake };
}

/** Every request that a session can make to a page that it does not have. None of them may fail or reach the SDK. */
async function askForEverything(page: SessionPage) {
  expect(page.client()).toBeUndefined();
  await page.join(joinOptions());
  expect(await page.leave('left')).toBeUndefined();
  expect(await page.leave('ended')).toBeUndefined();
  page.leaveJoin();
  page.reset();
  page.view()(document.createElement('div'));
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

describe('a session without the page', () => {
  it('has no client before it requests the page', async () => {
    const page = createPage();
    const fake = createFakeZoomSdk();
    expect(page.heldBy()).toBeUndefined();
    await askForEverything(page);
    const opening = page.open({ sdk: fake }, always);
    await pass(1);
    await opening;
    page.release();
    await page.released();
    expect(fake.initCalls).toHaveLength(0);
  });

  it('has no client and receives no events while another one has the page', async () => {
    const { page: first, fake } = await joinedPage();
    const heard = vi.fn();
    const heardByFirst = vi.fn();
    const second = createPage('222222222');
    const onAcquired = vi.fn();
    second.on('user-added', heard);
    first.on('user-added', heardByFirst);
    second.request(onAcquired);
    expect(second.heldBy()).toBe('123456789');
    await askForEverything(second);
    fake.addParticipant({ displayName: 'Bob' });
    await pass(5000);
    expect(heardByFirst).toHaveBeenCalledTimes(1);
    expect(heard).not.toHaveBeenCalled();
    expect(onAcquired).not.toHaveBeenCalled();
    expect(fake.state).toBe('joined');
    expect(fake.joinCalls).toHaveLength(1);
    expect([fake.leaveCalls, fake.endCalls, fake.destroyCalls]).toEqual([[], [], []]);
  });

  it('receives no events before it requests the page', async () => {
    const { fake } = await joinedPage();
    const page = createPage('222222222');
    const heard = vi.fn();
    page.on('user-added', heard);
    fake.addParticipant({ displayName: 'Bob' });
    await pass(100);
    expect(heard).not.toHaveBeenCalled();
  });

  it('does not listen when another version of this library has the page', () => {
    const page = globalThis as Record<symbol, unknown>;
    const key = Symbol.for('react-zoom-meeting');
    page[key] = { host: {}, occupant: undefined };
    try {
      createPage().on('user-added', () => {})();
    } finally {
      Reflect.deleteProperty(page, key);
    }
  });
});

describe('requesting the page', () => {
  it('notifies the session when it has the page', async () => {
    const onAcquired = vi.fn();
    createPage().request(onAcquired);
    await pass(1);
    expect(onAcquired).toHaveBeenCalledTimes(1);
  });

  it('does not notify the session of a request that was released at once', async () => {
    const [early, late] = [vi.fn(), vi.fn()];
    const page = createPage();
    page.request(early);
    page.release();
    page.request(late);
    await pass(10);
    expect(early).not.toHaveBeenCalled();
    expect(late).toHaveBeenCalledTimes(1);
  });
});

describe('opening the SDK', () => {
  it('uses the options of the SDK and the app, and prefers `init` to `language` and the default', async () => {
    const fake = createFakeZoomSdk();
    const sdk = Object.create(fake, { assetPath: { value: '/zoom' } }) as typeof fake;
    const page = createPage();
    page.request(() => {});
    const open = async (init?: Record<string, unknown>) => {
      const options = { sdk, language: 'de-DE', init, customize: { meetingInfo: ['topic' as const] } };
      void page.open(options, always);
      await pass(1);
      return fake.initCalls.at(-1)?.options;
    };
    expect(await open()).toMatchObject({
      assetPath: '/zoom',
      language: 'de-DE',
      leaveOnPageUnload: true,
      customize: { meetingInfo: ['topic'] },
    });
    expect(await open({ language: 'fr-FR', leaveOnPageUnload: false, debug: true })).toMatchObject({
      language: 'fr-FR',
      leaveOnPageUnload: false,
      debug: true,
    });
    expect(fake.warmCount).toBe(2);
  });

  it('does not initialise the SDK when the page is released during loading', async () => {
    const fake = createFakeZoomSdk({ loadMs: 1000 });
    const page = createPage();
    page.request(() => {});
    const opened = follow(page.open({ sdk: fake }, always));
    await pass(500);
    page.release();
    await pass(1000);
    expect(opened.is).toBe('resolved');
    expect(fake.initCalls).toHaveLength(0);
  });

  it('does not initialise the SDK when the session no longer needs it', async () => {
    const fake = createFakeZoomSdk({ loadMs: 1000 });
    const page = createPage();
    page.request(() => {});
    let isCurrent = true;
    const opened = follow(page.open({ sdk: fake }, () => isCurrent));
    isCurrent = false;
    await pass(1500);
    expect(opened.is).toBe('resolved');
    expect(fake.initCalls).toHaveLength(0);
  });
});

describe('releasing the page', () => {
  it('leaves once, and `released()` resolves when the SDK is out', async () => {
    const { page, fake } = await joinedPage();
    page.release();
    page.release();
    const released = follow(page.released());
    await pass(100);
    expect(released.is).toBe('pending');
    await pass(5000);
    expect(released.is).toBe('resolved');
    expect(fake.state).toBe('idle');
    expect(fake.leaveCalls).toHaveLength(1);
  });

  it('leaves a pending join when asked to', async () => {
    const { page, fake } = await openPage();
    page.join(joinOptions()).catch(() => {});
    await pass(200);
    page.leaveJoin();
    await pass(5000);
    expect(fake.leaveCalls).toHaveLength(1);
    expect(fake.destroyCalls).toHaveLength(0);
    expect(fake.state).toBe('idle');
  });

  it('destroys the client when asked to', async () => {
    const { page, fake } = await joinedPage();
    page.reset();
    await pass(5000);
    expect(fake.destroyCalls).toHaveLength(1);
    expect(page.client()).toBeUndefined();
  });
});

describe('the containers of the meeting', () => {
  const createContainer = () => document.body.appendChild(document.createElement('div'));
  const root = () => document.querySelector('.rzm-sdk-root');

  it('the latest one shows it, and the previous one does when the latest is removed', async () => {
    const { page } = await openPage();
    expect(root()).toBeNull();
    const [one, two, three] = [createContainer(), createContainer(), createContainer()];
    const [first, second] = [page.view(), page.view()];
    first(one);
    expect(root()?.parentElement).toBe(one);
    second(two);
    expect(root()?.parentElement).toBe(two);
    second(null);
    expect(root()?.parentElement).toBe(one);
    first(three);
    expect(root()?.parentElement).toBe(three);
    first(null);
    expect(root()).toBeNull();
  });

  it('one that exists before the SDK is loaded shows it as well', async () => {
    const page = createPage();
    const container = createContainer();
    page.view()(container);
    page.request(() => {});
    void page.open({ sdk: createFakeZoomSdk() }, always);
    await pass(1);
    expect(root()?.parentElement).toBe(container);
  });
});
