import { onlineManager, QueryClient } from '@tanstack/react-query';
import { expect } from 'vitest';
import type { ZoomClient, ZoomEmbedded, ZoomSdk } from '../../../../src/sdk/zoom-sdk';
import { isActive, type ZoomMeetingStatus } from '../../../../src/session/meeting-state';
import { createSession } from '../../../../src/session/session';
import type { ZoomMeetingOptions } from '../../../../src/session/session-options';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomState } from '../../../../src/testing';
import { startVirtualTime } from './virtual-time';

/** How something of the app's or of the SDK's goes from now on. */
export interface Faults {
  leave: 'ok' | 'rejects' | 'hangs';
  fetch: 'ok' | 'rejects' | 'hangs' | 'throws' | 'malformed' | 'ahead' | 'slow';
  retry: 'default' | 'throws' | 'always' | 'never';
  callbacks: 'ok' | 'throw';
}

/** What must hold at any moment, and what went against it. */
const problems = new Set<string>();
const unhandled = (reason: unknown) => problems.add(`unhandled rejection: ${String(reason)}`);

/** Where the SDK may be while the session says where the meeting is. Elsewhere it is on its way, or about to be out. */
const sdkWhile: Partial<Record<ZoomMeetingStatus, readonly FakeZoomState[]>> = {
  joined: ['joined'],
  // Without a row, `Connected` has to do after a while.
  'waiting-room': ['waiting-room', 'joined'],
  'waiting-for-host': ['waiting-for-host', 'waiting-room', 'joined', 'reconnecting'],
  reconnecting: ['reconnecting', 'waiting-room', 'joined'],
};

/** How long giving the page up may take, in ms: a join that is waited for, leaving, destroying. */
const givingUp = 20_000;

/** Whatever is not the virtual document's business. */
const element = () => ({
  style: {},
  setAttribute() {},
  replaceChildren() {},
  append() {},
  remove() {},
});

/** A page with a fake SDK and sessions, in virtual time. */
export function createWorld() {
  const time = startVirtualTime();
  problems.clear();
  process.on('unhandledRejection', unhandled);
  Reflect.deleteProperty(globalThis, Symbol.for('react-zoom-meeting'));
  const hadDocument = 'document' in globalThis;
  if (!hadDocument) Object.assign(globalThis, { document: { createElement: element } });
  // An app's mistake is reported, and that is all that comes of it.
  Object.assign(globalThis, { reportError() {}, sessionStorage: { removeItem() {} } });
  onlineManager.setOnline(true);

  const fake = createFakeZoomSdk({ joinMs: 300 });
  const faults: Faults = { leave: 'ok', fetch: 'ok', retry: 'default', callbacks: 'ok' };
  /** The user that the app's props name. */
  let user = 'Ada';
  const settled = { begun: 0, done: 0 };
  /** When the last meeting was over. */
  let outSince = 0;

  const wrapped = new WeakMap<ZoomClient, ZoomClient>();
  function wrap(client: ZoomClient): ZoomClient {
    const known = wrapped.get(client);
    if (known) return known;
    let ownInFlight = 0;
    const patched: ZoomClient = {
      ...client,
      async join(options) {
        ownInFlight += 1;
        if (ownInFlight > 1) problems.add('two joins of one client in flight');
        if (options.userName !== user || options.zak !== `zak of ${user}`)
          problems.add(`joined as ${options.userName} with the ${options.zak} while ${user} is signed in`);
        if (!onlineManager.isOnline()) problems.add('joined while offline');
        try {
          return await client.join(options);
        } finally {
          ownInFlight -= 1;
        }
      },
      leaveMeeting() {
        if (faults.leave === 'rejects') return Promise.reject(new Error('no'));
        if (faults.leave === 'hangs') return new Promise(() => {});
        return client.leaveMeeting();
      },
    };
    wrapped.set(client, patched);
    return patched;
  }
  const loaded = fake.load().then((embedded): ZoomEmbedded => ({
    createClient: () => wrap(embedded.createClient()),
    destroyClient: () => embedded.destroyClient(),
  }));
  const sdk: ZoomSdk = { load: () => loaded };
  const queryClient = new QueryClient();

  function openSession(meetingNumber: string) {
    let release: (() => void) | undefined;
    let isMounted = false;
    const tell = () => {
      if (!isMounted) problems.add('a callback after the unmount');
      if (faults.callbacks === 'throw') throw new Error('a mistake of the app');
    };
    const options = (): ZoomMeetingOptions => ({
      sdk,
      meetingNumber,
      userName: user,
      fetchSignature: ({ signal }) => {
        if (!onlineManager.isOnline()) problems.add('fetched while offline');
        const zak = `zak of ${user}`;
        const now = Math.floor(Date.now() / 1000);
        const answer = (iat = now - 30) => ({ signature: createFakeSignature({ iat }), zak });
        switch (faults.fetch) {
          case 'rejects':
            return Promise.reject(new Error('no'));
          case 'hangs':
            return new Promise(() => {});
          case 'throws':
            throw new Error('no');
          case 'malformed':
            return Promise.resolve('<html>');
          case 'ahead':
            return Promise.resolve(answer(now + 20));
          case 'slow':
            return new Promise((resolve) => {
              setTimeout(() => resolve(answer()), 2000);
              signal.addEventListener('abort', () => {});
            });
          default:
            return Promise.resolve(answer());
        }
      },
      retry:
        faults.retry === 'default'
          ? undefined
          : faults.retry === 'throws'
            ? () => {
                throw new Error('a mistake of the app');
              }
            : faults.retry === 'always',
      onStatusChange(state) {
        if ('attempt' in state && state.attempt > 5) problems.add(`attempt ${state.attempt}`);
        tell();
      },
      onJoined: tell,
      onEnded: tell,
      onError: tell,
      onRetry: tell,
    });
    const session = createSession(options(), queryClient);
    session.subscribe(() => (outSince = performance.now()));
    session.on('connection-change', () => {
      if (faults.callbacks === 'throw') throw new Error('a mistake of the app');
    });
    return {
      session,
      update: () => session.update(options(), queryClient),
      mount() {
        if (isMounted) return;
        isMounted = true;
        release = session.retain();
      },
      unmount() {
        if (!isMounted) return;
        isMounted = false;
        release?.();
      },
    };
  }

  const sessions = ['111111111', '222222222'].map(openSession);

  const world = {
    time,
    fake,
    faults,
    sessions,
    /** Follows a promise that must settle. */
    follow(promise: Promise<unknown>) {
      settled.begun += 1;
      promise.then(
        () => (settled.done += 1),
        () => (settled.done += 1),
      );
    },
    update() {
      sessions.forEach((one) => one.update());
    },
    become(name: string) {
      user = name;
      world.update();
    },
    /** What holds whenever nothing is due. */
    async check() {
      await time.settle();
      for (const { session } of sessions) {
        const { status } = session.getState();
        if (sdkWhile[status]?.includes(fake.state) === false)
          problems.add(`${status} while the SDK is ${fake.state}`);
      }
      const isGone = fake.state === 'idle' || fake.state === 'leaving';
      const isOver = !sessions.some(({ session }) => isActive(session.getState()));
      if (!isGone && isOver && performance.now() - outSince > givingUp)
        problems.add(`every meeting is over, and the SDK is ${fake.state}`);
      const held = sessions.filter(({ session }) => session.getClient() !== undefined);
      if (held.length > 1) problems.add('two meetings have the page');
      expect([...problems]).toEqual([]);
    },
    /** Everybody goes, and what is under way has the time it may take: then nothing is left. */
    async finish() {
      Object.assign(faults, { leave: 'ok', fetch: 'ok', retry: 'default', callbacks: 'ok' });
      onlineManager.setOnline(true);
      world.update();
      sessions.forEach((one) => one.unmount());
      await time.pass(120_000);
      for (const { session } of sessions) {
        if (isActive(session.getState())) problems.add(`unmounted, and still ${session.getState().status}`);
      }
      if (fake.state !== 'idle') problems.add(`nobody is there, and the SDK is ${fake.state}`);
      if (time.pending > 0) problems.add(`${time.pending} timers are left`);
      if (settled.done !== settled.begun)
        problems.add(`${settled.begun - settled.done} promises of commands did not settle`);
      const line = (globalThis as Record<symbol, { line?: unknown[] } | undefined>)[
        Symbol.for('react-zoom-meeting')
      ]?.line;
      if (line && line.length > 0) problems.add('somebody still stands in line for the page');
      // And the page can join again.
      const [first] = sessions;
      fake.setJoins(['ok']);
      first!.mount();
      void first!.session.commands.join();
      await time.pass(10_000);
      if (first!.session.getState().status !== 'joined')
        problems.add(`cannot join again: ${first!.session.getState().status}`);
      first!.unmount();
      await time.pass(30_000);
      if (fake.state !== 'idle') problems.add(`left at last, and the SDK is ${fake.state}`);
      expect([...problems]).toEqual([]);
    },
    stop() {
      process.off('unhandledRejection', unhandled);
      time.stop();
      if (!hadDocument) Reflect.deleteProperty(globalThis, 'document');
      for (const name of ['reportError', 'sessionStorage']) Reflect.deleteProperty(globalThis, name);
    },
  };
  return world;
}

export type World = ReturnType<typeof createWorld>;
