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

/** Violations of what must hold at any moment. */
const problems = new Set<string>();
process.on('unhandledRejection', (reason) => problems.add(`unhandled rejection: ${String(reason)}`));

/** Where the SDK may be while the session says where the meeting is. Elsewhere it is on its way, or about to be out. */
const sdkWhile: Partial<Record<ZoomMeetingStatus, readonly FakeZoomState[]>> = {
  joined: ['joined'],
  // Without a row, `Connected` has to do after a while.
  'waiting-room': ['waiting-room', 'joined'],
  'waiting-for-host': ['waiting-for-host', 'waiting-room', 'joined', 'reconnecting'],
  reconnecting: ['reconnecting', 'waiting-room', 'joined'],
};
const isIn: readonly FakeZoomState[] = ['joined', 'waiting-room', 'reconnecting'];
const mayJoin: readonly FakeZoomState[] = ['idle'];

/** What `end()` rejects with when the SDK does not end the meeting. */
const endRefusal = { ok: undefined, rejects: 'UNKNOWN', hangs: 'ACTION_TIMEOUT' };

/** How long any command but `join()` may take, in ms: ending that is refused, leaving, destroying. */
const longestCommand = 25_000;
/** What `join()` may come to. */
const joinOutcomes: readonly string[] = ['joined', 'failed', 'ended'];
/** How long `join()` waits for a component that is about to be mounted, in ms, and roundings. */
const grace = 200;

/** How much longer everything may take once the tab was hidden, in ms: a few timers follow each other. */
const throttledLateness = 8000;

/** How long giving the page up may take, in ms: a join that is waited for, leaving, destroying. */
const givingUp = 20_000;

const slotKey = Symbol.for('react-zoom-meeting');
const page = globalThis as { [slotKey]?: { line: unknown[] } };

/** How many sessions watch whether the page is online. */
const watching = () => (onlineManager as unknown as { listeners: Set<unknown> }).listeners.size;

/** One element for everything: nothing is looked at. */
const element = { style: {}, setAttribute() {}, replaceChildren() {}, append() {}, remove() {} };
const document = { createElement: () => element, visibilityState: 'visible' };
const globals = {
  document,
  sessionStorage: { removeItem() {} },
  // A mistake of the app is reported, and has no other effect.
  reportError() {},
};

/** The connection of the page, as a browser shows it: TanStack Query notices a change only while there is a listener. */
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

/** What the fake refuses as Zoom does. */
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
  // Nobody reads them, and they are half of what an error costs.
  Error.stackTraceLimit = 0;
  const connection = createConnection();
  document.visibilityState = 'visible';
  const watchers = watching();

  const fake = createFakeZoomSdk({ joinMs: 300, verify: (signature) => verify(signature, time.zoom()) });
  const faults = noFaults();
  const app: Page = {
    faults,
    user: 'Ada',
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

  /** How many listen to the page's client. */
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
      if (inFlight.get(of) !== 1) problems.add('two joins of one client in flight');
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
    /** Calls a command of a meeting, and follows its promise: whether it settles, when, and to what. */
    call(command: Command, meeting: (typeof meetings)[number], changes?: Partial<ZoomJoinDetails>) {
      const calledAt = time.awake();
      const of = meeting.session.meetingNumber;
      const promise = meeting.call(command, changes);
      unsettled.set(promise, {
        command,
        isLate() {
          if (command !== 'join') return time.awake() - calledAt > longestCommand + app.lateness;
          // A join may take as long as the state allows. With its outcome it is over; without a component it waits for one.
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
            if (!joinOutcomes.includes(status)) problems.add(`join() came to ${status}`);
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
    /** The computer's clock is set. When it is set forward, that looks like a sleep. */
    setClock(change: number) {
      app.mayBeLate ||= change > 0;
      time.jump(change);
    },
    update() {
      meetings.forEach((one) => one.update());
    },
    /** The user shows another tab, or this one again. */
    hideTab(isHidden: boolean) {
      time.throttle(isHidden);
      if (isHidden) app.lateness = throttledLateness;
      document.visibilityState = isHidden ? 'hidden' : 'visible';
      window.dispatchEvent(new Event('visibilitychange'));
    },
    become(changes: Partial<Pick<Page, 'user' | 'role'>>) {
      Object.assign(app, changes);
      world.update();
    },
    /** What holds whenever nothing is due. */
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
      for (const { command, isLate } of unsettled.values()) {
        if (isLate()) problems.add(`${command}() has not settled in time`);
      }
      const isGone = fake.state === 'idle' || fake.state === 'leaving';
      if (!isGone && isOver() && time.awake() - outSince > givingUp + app.lateness)
        problems.add(`every meeting is over, and the SDK is ${fake.state}`);
      if (problems.size > 0) throw new Error([...problems].join('\n'));
    },
    /** Nothing goes wrong any more. */
    lift() {
      Object.assign(faults, noFaults());
      app.endpoint = undefined;
      app.signerAhead = () => 0;
      connection.setOnline(true);
      world.hideTab(false);
      world.update();
    },
    /** All meetings are unmounted, and pending work gets the time that it may take. */
    async empty() {
      world.lift();
      meetings.forEach((one) => [one.unmount(), one.unmount()]);
      await time.pass(120_000);
    },
    /** Nothing is left when all meetings are unmounted. */
    async finish() {
      await world.empty();
      meetings.forEach((one) => one.finish());
      if (fake.state !== 'idle') problems.add(`nobody is there, and the SDK is ${fake.state}`);
      if (time.pending > 0) problems.add(`${time.pending} timers are left`);
      for (const { command } of unsettled.values()) problems.add(`${command}() did not settle`);
      if (page[slotKey]?.line.length !== 0) problems.add('somebody still stands in line for the page');
      if (watching() > watchers) problems.add('the connection of the page is still watched');
      // And the page can join again.
      const [first] = meetings;
      fake.setJoins(['ok']);
      first!.mount();
      void first!.call('join');
      await time.pass(10_000);
      if (first!.session.getState().status !== 'joined')
        problems.add(`cannot join again: ${first!.session.getState().status}`);
      first!.unmount();
      await time.pass(30_000);
      if (fake.state !== 'idle') problems.add(`left at last, and the SDK is ${fake.state}`);
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
