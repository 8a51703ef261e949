import { onlineManager, QueryClient } from '@tanstack/react-query';
import { pageClient } from '../../../../src/sdk/page-lease';
import type { ZoomClient } from '../../../../src/sdk/zoom-sdk';
import { isActive, type ZoomMeetingStatus } from '../../../../src/session/meeting-state';
import type { ZoomJoinDetails } from '../../../../src/session/session-options';
import { createFakeZoomSdk, type FakeZoomState } from '../../../../src/testing';
import { openMeeting, type Command, type Page } from './app';
import { noFaults } from './faults';
import { createFaultySdk } from './faulty-sdk';
import { startVirtualTime } from './virtual-time';

/** Broken invariants. */
const problems = new Set<string>();
process.on('unhandledRejection', (reason) => problems.add(`unhandled rejection: ${String(reason)}`));

/** The states that the SDK may have in a state of the session. In other states, the SDK is joining or leaving. */
const sdkWhile: Partial<Record<ZoomMeetingStatus, readonly FakeZoomState[]>> = {
  joined: ['joined'],
  // After a while, `Connected` is sufficient without a row.
  'waiting-room': ['waiting-room', 'joined'],
  'waiting-for-host': ['waiting-for-host', 'waiting-room', 'joined', 'reconnecting'],
  reconnecting: ['reconnecting', 'waiting-room', 'joined'],
};
const isIn: readonly FakeZoomState[] = ['joined', 'waiting-room', 'reconnecting'];
const mayJoin: readonly FakeZoomState[] = ['idle'];

/** The code with which `end()` rejects when the SDK does not end the meeting. */
const endRefusal = { ok: undefined, rejects: 'UNKNOWN', hangs: 'ACTION_TIMEOUT' };

/** How long any command except `join()` may take, in ms: a refused end, leaving, and destroying. */
const longestCommand = 25_000;
/** The states with which `join()` may resolve. */
const joinOutcomes: readonly string[] = ['joined', 'failed', 'ended'];
/** How long `join()` waits for a component that is about to mount, in ms, plus rounding. */
const grace = 200;

/** How much longer everything may take after the tab was hidden, in ms, because a few timers follow each other. */
const throttledLateness = 8000;

/** How long releasing the page may take, in ms: waiting for a join, leaving, and destroying. */
const givingUp = 20_000;

const slotKey = Symbol.for('react-zoom-meeting');
const page = globalThis as { [slotKey]?: { line: unknown[] } };

/** The number of sessions that watch whether the page is online. */
const watching = () => (onlineManager as unknown as { listeners: Set<unknown> }).listeners.size;

/** One element for everything, because no test reads it. */
const element = { style: {}, setAttribute() {}, replaceChildren() {}, append() {}, remove() {} };
const document = { createElement: () => element, visibilityState: 'visible' };
const globals = {
  document,
  sessionStorage: { removeItem() {} },
  // An error thrown by the app is reported, and has no other effect.
  reportError() {},
};

/**
 * The connection of the page as a browser reports it: TanStack Query notices a change only while there is a
 * listener.
 */
function createConnection() {
  const window = new EventTarget();
  const navigator = { onLine: true };
  const original = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  Object.assign(globalThis, { window });
  onlineManager.setOnline(true);
  return {
    isOnline: () => navigator.onLine,
    setOnline(online: boolean) {
      if (online === navigator.onLine) return;
      navigator.onLine = online;
      window.dispatchEvent(new Event(online ? 'online' : 'offline'));
    },
    restore() {
      Reflect.deleteProperty(globalThis, 'window');
      if (original) Object.defineProperty(globalThis, 'navigator', original);
      else Reflect.deleteProperty(globalThis, 'navigator');
    },
  };
}

/** Refuses a signature as Zoom does. */
function verify(signature: string, now: number): number | undefined {
  const { iat, exp } = JSON.parse(atob(signature.split('.')[1]!)) as { iat: number; exp: number };
  if (iat * 1000 > now) return 3712;
  return exp * 1000 < now ? 3705 : undefined;
}

/** A page with a fake SDK and two meetings, in virtual time. */
export function createWorld() {
  const time = startVirtualTime();
  problems.clear();
  Reflect.deleteProperty(page, slotKey);
  Object.assign(globalThis, globals);
  const { stackTraceLimit } = Error;
  // Stack traces are not read, and are half the cost of an error.
  Error.stackTraceLimit = 0;
  const connection = createConnection();
  document.visibilityState = 'visible';
  const watchers = watching();

  const fake = createFakeZoomSdk({ joinMs: 300, verify: (signature) => verify(signature, time.zoom()) });
  const faults = noFaults();
  const app: Page = {
    faults,
    user: 'Ada',
    name: 'there',
    email: undefined,
    role: 0,
    zoomTime: time.zoom,
    signerAhead: () => 0,
    awake: time.awake,
    isOnline: connection.isOnline,
    cacheCalls: 0,
    lateness: 0,
    mayBeLate: false,
    report: (problem) => problems.add(problem),
  };
  const unsettled = new Map<Promise<unknown>, { command: Command; isLate(): boolean }>();
  /** When the last meeting was over. */
  let outSince = 0;

  /** The number of listeners of the page's client. */
  let listening = 0;
  const client = pageClient();
  const { on } = client;
  client.on = (event, listener) => {
    listening += 1;
    const off = on(event, listener);
    let isOff = false;
    return () => {
      if (!isOff) listening -= 1;
      isOff = true;
      off();
    };
  };

  const inFlight = new Map<ZoomClient, number>();
  const sdk = createFaultySdk(fake, faults, {
    joinBegins(of, options) {
      inFlight.set(of, (inFlight.get(of) ?? 0) + 1);
      if (inFlight.get(of) !== 1) problems.add('two simultaneous joins of one client');
      if (!mayJoin.includes(fake.state)) problems.add(`joined while the SDK is ${fake.state}`);
      if (!connection.isOnline()) problems.add('joined while offline');
      meetings.find(({ session }) => session.meetingNumber === options.meetingNumber)!.judgeJoin(of, options);
    },
    joinEnds: (of) => void inFlight.set(of, inFlight.get(of)! - 1),
  });

  const queryClient = new QueryClient();
  const meetings = ['111111111', '222222222'].map((number) => {
    const meeting = openMeeting(number, sdk, queryClient, app);
    meeting.session.subscribe(() => (outSince = time.awake()));
    return meeting;
  });
  const isOver = () => !meetings.some(({ session }) => isActive(session.getState()));

  const world = {
    time,
    connection,
    fake,
    faults,
    app,
    queryClient,
    meetings,
    /** Calls a command of a meeting, and tracks its promise: whether it settles, when, and with what. */
    call(command: Command, meeting: (typeof meetings)[number], changes?: Partial<ZoomJoinDetails>) {
      const calledAt = time.awake();
      const of = meeting.session.meetingNumber;
      const promise = meeting.call(command, changes);
      unsettled.set(promise, {
        command,
        isLate() {
          if (command !== 'join') return time.awake() - calledAt > longestCommand + app.lateness;
          // A join may take as long as its states allow. It ends with their outcome, and without a component it
          // waits for one.
          const { status } = meeting.session.getState();
          return (
            joinOutcomes.includes(status) &&
            time.awake() - Math.max(calledAt, meeting.since()) > grace + app.lateness
          );
        },
      });
      const refusals = command === 'end' ? ['NOT_HOST', 'GONE', endRefusal[faults.end]] : [];
      promise.then(
        (result) => {
          unsettled.delete(promise);
          const status = (result as { status?: string } | undefined)?.status ?? '';
          if (command === 'join') {
            if (!joinOutcomes.includes(status)) problems.add(`join() resolved with ${status}`);
          } else if (isOver() && isIn.includes(fake.state) && fake.joinCalls.at(-1)?.meetingNumber === of)
            problems.add(`${command}() resolved while the SDK is ${fake.state}`);
        },
        (error: { code?: unknown }) => {
          unsettled.delete(promise);
          if (!refusals.includes(String(error.code))) problems.add(`${command}() rejected: ${String(error)}`);
        },
      );
    },
    /** The computer sleeps. */
    async sleep(ms: number, stops = false): Promise<void> {
      app.mayBeLate = true;
      await time.sleep(ms, stops);
    },
    /** The computer's clock is set. Setting it forward looks like a sleep. */
    setClock(change: number) {
      app.mayBeLate ||= change > 0;
      time.jump(change);
    },
    update() {
      meetings.forEach((one) => one.update());
    },
    /** The user switches to another tab, or back to this one. */
    hideTab(isHidden: boolean) {
      time.throttle(isHidden);
      if (isHidden) app.lateness = throttledLateness;
      document.visibilityState = isHidden ? 'hidden' : 'visible';
      window.dispatchEvent(new Event('visibilitychange'));
    },
    become(changes: Partial<Pick<Page, 'user' | 'name' | 'email' | 'role'>>) {
      Object.assign(app, changes);
      world.update();
    },
    /** The invariants when no task is due. */
    async check() {
      await time.settle();
      let held = 0;
      for (const meeting of meetings) {
        const { status } = meeting.session.getState();
        if (sdkWhile[status]?.includes(fake.state) === false)
          problems.add(`${status} while the SDK is ${fake.state}`);
        if (meeting.session.getClient() !== undefined) held += 1;
        meeting.check();
      }
      if (held > 1) problems.add('two meetings have the page');
      const asked = fake.joinCalls.at(-1)?.userName;
      const { displayName } = fake.currentUser ?? {};
      if (displayName !== undefined && displayName !== asked)
        problems.add(`in as ${displayName}, but the last join() was that of ${asked}`);
      for (const { command, isLate } of unsettled.values()) {
        if (isLate()) problems.add(`${command}() has not settled in time`);
      }
      const isGone = fake.state === 'idle' || fake.state === 'leaving';
      if (!isGone && isOver() && time.awake() - outSince > givingUp + app.lateness)
        problems.add(`every meeting is over, but the SDK is ${fake.state}`);
      if (problems.size > 0) throw new Error([...problems].join('\n'));
    },
    /** Ends all faults. */
    lift() {
      Object.assign(faults, noFaults());
      app.endpoint = undefined;
      app.name = 'there';
      meetings.forEach((one) => one.stopPreparing());
      app.signerAhead = () => 0;
      connection.setOnline(true);
      world.hideTab(false);
      world.update();
    },
    /** Unmounts all meetings, and gives pending work the time that it may take. */
    async empty() {
      world.lift();
      meetings.forEach((one) => [one.unmount(), one.unmount()]);
      await time.pass(120_000);
    },
    /** Checks that nothing is left when all meetings are unmounted. */
    async finish() {
      await world.empty();
      meetings.forEach((one) => one.finish());
      if (fake.state !== 'idle') problems.add(`no meeting is mounted, but the SDK is ${fake.state}`);
      if (time.pending > 0) problems.add(`${time.pending} timers are left`);
      for (const { command } of unsettled.values()) problems.add(`${command}() did not settle`);
      if (page[slotKey]?.line.length !== 0) problems.add('a meeting is still in the queue for the page');
      if (watching() > watchers) problems.add('a session still watches the connection of the page');
      // Afterwards, the page can join again.
      const [first] = meetings;
      fake.setJoins(['ok']);
      first!.mount();
      void first!.call('join');
      await time.pass(10_000);
      if (first!.session.getState().status !== 'joined')
        problems.add(`cannot join again: ${first!.session.getState().status}`);
      first!.unmount();
      await time.pass(30_000);
      if (fake.state !== 'idle') problems.add(`left at the end, but the SDK is ${fake.state}`);
      meetings.forEach((one) => one.stopListening());
      if (listening > 0) problems.add(`${listening} listeners are left`);
      if (problems.size > 0) throw new Error([...problems].join('\n'));
    },
    stop() {
      time.stop();
      connection.restore();
      Error.stackTraceLimit = stackTraceLimit;
      for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
    },
  };
  return world;
}

export type World = ReturnType<typeof createWorld>;
