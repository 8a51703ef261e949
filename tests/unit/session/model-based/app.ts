import type { QueryClient } from '@tanstack/react-query';
import type { ZoomClient, ZoomJoinOptions, ZoomSdk } from '../../../../src/sdk/zoom-sdk';
import { isActive, type ZoomMeetingState } from '../../../../src/session/meeting-state';
import { createSession } from '../../../../src/session/session';
import type { ZoomJoinDetails, ZoomMeetingOptions } from '../../../../src/session/session-options';
import type { SignatureFetcher } from '../../../../src/signature/signature-fetcher';
import { createFakeSignature } from '../../../../src/testing';
import type { Faults } from './faults';

/** What all meetings of the app share. */
export interface Page {
  readonly faults: Faults;
  /** The signed-in user. */
  user: string;
  role: 0 | 1;
  /** Zoom's clock, in ms since the epoch. */
  zoomTime(): number;
  /** How far the signer's clock is ahead of Zoom's, in ms. */
  signerAhead: () => number;
  /** Called instead of an endpoint that answers correctly. Its answers are not checked. */
  endpoint?: SignatureFetcher | undefined;
  /** The time that has passed, in ms, without the time that the computer was asleep. */
  awake(): number;
  isOnline(): boolean;
  /** Whether a signature may come too late: a fetch hangs, time is skipped, or the limit is short. */
  mayBeLate: boolean;
  /** How much longer than usual everything may take, in ms. */
  lateness: number;
  /** How often the app has called methods such as `queryClient.clear()`. */
  cacheCalls: number;
  report(problem: string): void;
}

export type Command = 'join' | 'leave' | 'end' | 'cancel';

const mistake = () => {
  throw new Error('a mistake of the app');
};

/**
 * How long a state may last that does not wait for a person, in ms. `retrying`: the budget, and waiting for a
 * signature.
 * `leaving`: waiting for a join, leaving, and destroying a client. `reconnecting`: also waiting for the row.
 */
const longest: Partial<Record<ZoomMeetingState['status'], number>> = {
  preparing: 60_000,
  joining: 63_000,
  retrying: 160_000,
  leaving: 20_000,
  reconnecting: 63_000,
};
/** How long all of these states may last together until the meeting is joined, paused or failed, in ms. */
const longestJoin = 300_000;
const roundings = 100;

const isPaused = (state: ZoomMeetingState) => state.status === 'retrying' && state.offline;

/** A meeting as an app uses it: its options, its callbacks, and its invariants. */
export function openMeeting(meetingNumber: string, sdk: ZoomSdk, queryClient: QueryClient, page: Page) {
  const { faults } = page;
  const releases: (() => void)[] = [];
  let mounted = 0;
  /** The fetches that have not been answered. */
  const unanswered = new Set<AbortSignal>();
  let fetches = 0;
  let fetchers = 0;
  /** The fetchers that this join may call. */
  let current: number[] = [];
  /** The signature of the last join. */
  let used = '';
  /** The signatures of earlier meetings. */
  const spent = new Set<string>();
  let joins = 0;
  let since = 0;
  /** The signed-in user when the state began, and the number of other users since then. */
  let userBefore = page.user;
  let userChanges = 0;
  let tryingSince: number | undefined;
  let calls = 0;
  /** Whether the meeting should be joined, according to the mount or the last command. */
  let isWanted = false;

  const tell = () => {
    if (mounted === 0) page.report('a callback after the unmount');
    if (faults.callbacks === 'throw') mistake();
  };

  function createFetcher(): SignatureFetcher {
    const fetcher = (fetchers += 1);
    current.push(fetcher);
    return (request) => {
      const { meetingNumber: mn, role, signal } = request;
      if (!page.isOnline()) page.report('fetched while offline');
      if (page.endpoint) return page.endpoint(request);
      const { user } = page;
      const now = Math.floor((page.zoomTime() + page.signerAhead()) / 1000);
      unanswered.add(signal);
      const answer = (iat = now, exp = iat + 7200) => {
        unanswered.delete(signal);
        const claims = { mn, role, iat, exp, user, fetcher, number: (fetches += 1) };
        return { signature: createFakeSignature(claims), zak: `zak of ${user}` };
      };
      switch (faults.fetch) {
        case 'ok':
          return Promise.resolve(answer());
        case 'slow':
          return new Promise((resolve) => setTimeout(() => resolve(answer()), 2000));
        case 'ahead':
          return Promise.resolve(answer(now + 20));
        case 'far ahead':
          return Promise.resolve(answer(now + 7200));
        case 'expiring':
          return Promise.resolve(answer(now - 30, now + 30));
        case 'hangs':
          page.mayBeLate = true;
          return new Promise(() => {});
      }
      unanswered.delete(signal);
      if (faults.fetch === 'throws') mistake();
      return faults.fetch === 'malformed' ? Promise.resolve('<html>') : Promise.reject(new Error('no'));
    };
  }
  let fetchSignature = createFetcher();

  const options = (): ZoomMeetingOptions => ({
    sdk,
    meetingNumber,
    userName: page.user,
    role: page.role,
    fetchSignature,
    retry: { default: undefined, throws: mistake, always: true, never: false }[faults.retry],
    retryDelay: { default: undefined, throws: mistake, none: 0, 'not a number': NaN }[faults.retryDelay],
    joinTimeout: { default: undefined, short: 3000, none: Infinity }[faults.joinTimeout],
    onStatusChange: tell,
    onJoined: tell,
    onEnded: tell,
    onError: tell,
    onRetry: tell,
  });
  const session = createSession(options(), queryClient);
  let before = session.getState();

  const heard = [0, 0];
  const stopListening = [
    session.on('connection-change', () => (heard[0]! += 1)),
    session.on('connection-change', () => faults.callbacks === 'throw' && mistake()),
    session.on('connection-change', () => (heard[1]! += 1)),
    session.subscribe(() => faults.callbacks === 'throw' && mistake()),
    session.subscribe(changed),
  ];

  function changed() {
    const state = session.getState();
    since = page.awake();
    userChanges = 0;
    // A fetch is retried twice.
    if (state.status === 'failed' && page.cacheCalls <= 2 && /cancelled/i.test(state.error.message))
      page.report(`failed because of the app’s call: ${state.error.message}`);
    if (state.status === 'failed' && !page.mayBeLate && state.error.message.includes('The signature did not'))
      page.report(`failed without a reason: ${state.error.message}`);
    if ('attempt' in state && state.attempt > 5) page.report(`attempt ${state.attempt}`);
    if (isActive(state) && !isActive(before)) {
      joins = 0;
      current = [fetchers];
    }
    if (state.status === 'joined') {
      // A lost connection starts new joins.
      joins = 0;
    }
    if (before.status === 'joined' || state.status === 'ended') spent.add(used);
    const isTrying = state.status in longest && !isPaused(state) && state.status !== 'leaving';
    if (!isTrying) tryingSince = undefined;
    else if (before.status === 'reconnecting' || tryingSince === undefined) tryingSince = since;
    before = state;
  }

  return {
    session,
    /** When the current state began, in ms of awake time. */
    since: () => since,
    /** Passes another fetcher, as after a change of the props. */
    changeFetcher() {
      fetchSignature = createFetcher();
    },
    update() {
      page.mayBeLate ||= faults.joinTimeout === 'short';
      if (page.user !== userBefore) userChanges += 1;
      userBefore = page.user;
      session.update(options(), queryClient);
    },
    call(command: Command, changes?: Partial<ZoomJoinDetails>): Promise<unknown> {
      const call = (calls += 1);
      if (command !== 'end') isWanted = command === 'join';
      const promise = session.commands[command](changes);
      if (command === 'end') {
        const ended = () => {
          if (call === calls) isWanted = false;
        };
        promise.then(ended, () => {});
      }
      return promise;
    },
    /** Up to twice, because a provider and a view may both retain it. */
    mount() {
      if (mounted === 2) return;
      mounted += 1;
      if (session.getState().status === 'idle') isWanted = true;
      releases.push(session.retain());
    },
    unmount() {
      if (mounted === 0) return;
      mounted -= 1;
      releases.pop()?.();
    },
    /** How long a join of this meeting may take. */
    judgeJoin(client: ZoomClient, { userName, zak, signature }: ZoomJoinOptions) {
      joins += 1;
      if (!isWanted) page.report('joined after a command to leave');
      if (joins > 5) page.report(`join number ${joins}`);
      if (session.getClient() !== client) page.report('joined with a client that it does not own');
      if (page.endpoint) return;
      const { user, role, mn, fetcher } = JSON.parse(atob(signature.split('.')[1]!)) as Record<
        string,
        unknown
      >;
      if (userName !== page.user || user !== page.user || zak !== `zak of ${page.user}`)
        page.report(`joined as ${userName} with a signature of ${user} while ${page.user} is signed in`);
      if (role !== page.role || mn !== meetingNumber)
        page.report(`joined ${meetingNumber} as ${page.role} with a signature for ${mn} as ${role}`);
      if (!current.includes(fetcher as number))
        page.report('joined with a signature from an earlier fetcher');
      if (spent.has(signature)) page.report('joined with a signature from a meeting that is over');
      used = signature;
    },
    /** The invariants when no task is due. */
    check() {
      const state = session.getState();
      if (heard[0] !== heard[1])
        page.report('a listener that throws prevents another one from receiving an event');
      const limit = longest[state.status];
      if (limit === undefined || isPaused(state) || faults.joinTimeout === 'none') return;
      const now = page.awake();
      // Another user gets a new signature, and as much time for it.
      const allowed = state.status === 'preparing' ? limit * (1 + userChanges) : limit;
      if (now - since > allowed + roundings + page.lateness)
        page.report(`${state.status} for ${now - since} ms`);
      if (tryingSince !== undefined && now - tryingSince > longestJoin + page.lateness)
        page.report(`joining takes ${now - tryingSince} ms`);
    },
    /** The invariants when no component is mounted any more. */
    finish() {
      const state = session.getState();
      if (isActive(state)) page.report(`unmounted, and still ${state.status}`);
      if ([...unanswered].some(({ aborted }) => !aborted)) page.report('a fetch was not aborted');
    },
    stopListening: () => stopListening.forEach((stop) => stop()),
  };
}
