import type { QueryClient } from '@tanstack/react-query';
import type { ZoomClient, ZoomJoinOptions, ZoomSdk } from '../../../../src/sdk/zoom-sdk';
import { isActive, type ZoomMeetingState } from '../../../../src/session/meeting-state';
import { createSession } from '../../../../src/session/session';
import type { ZoomJoinDetails, ZoomMeetingOptions } from '../../../../src/session/session-options';
import type { SignatureFetcher } from '../../../../src/signature/signature-fetcher';
import { createFakeSignature } from '../../../../src/testing';
import type { Faults } from './faults';

/** The state that all meetings of the app share. */
export interface Page {
  readonly faults: Faults;
  /** The signed-in user. */
  user: string;
  /** The kind of value of the option `userName`. The endpoint sends no name. */
  name: 'there' | 'blank' | 'missing';
  /** The value of the option `userEmail`. */
  email: string | undefined;
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
  const unanswered = new Map<AbortSignal, string>();
  let fetches = 0;
  let fetchers = 0;
  /** The fetchers that this join may call. */
  let current: number[] = [];
  /** When the last answer arrived, in ms that the computer was awake. */
  let answeredAt = 0;
  /** The name that the join that has begun was given last. */
  let typedName: string | undefined;
  let typed = 0;
  const giveUpPreparing: (() => void)[] = [];
  /** The signature of the last join. */
  let used = '';
  /** The signatures of earlier meetings. */
  const spent = new Set<string>();
  let joins = 0;
  let since = 0;
  /** The person when the state began, and the number of other persons since then. */
  let userBefore = [page.user, page.name, page.email].join();
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
      unanswered.set(signal, user);
      const answer = (iat = now, exp = iat + 7200) => {
        unanswered.delete(signal);
        answeredAt = page.awake();
        const claims = { mn, role, iat, exp, user, fetcher, number: (fetches += 1) };
        const recordingToken = `token of account ${fetcher}`;
        return { signature: createFakeSignature(claims), zak: `zak of ${user}`, recordingToken };
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
  let retried: unknown;

  const options = (): ZoomMeetingOptions => ({
    sdk,
    meetingNumber,
    userName: { there: page.user, blank: '', missing: undefined }[page.name],
    userEmail: page.email,
    customerKey: page.user,
    role: page.role,
    fetchSignature,
    retry: { default: undefined, throws: mistake, always: true, never: false }[faults.retry],
    retryDelay: { default: undefined, throws: mistake, none: 0, 'not a number': NaN }[faults.retryDelay],
    joinTimeout: { default: undefined, short: 3000, none: Infinity }[faults.joinTimeout],
    onStatusChange: tell,
    onJoined: tell,
    onEnded: tell,
    onError: tell,
    onRetry({ reason }) {
      if (reason.message.includes('The page is offline')) page.report('onRetry without a failure');
      if (reason === retried) page.report('onRetry twice for the same failure');
      retried = reason;
      tell();
    },
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
    if (!isActive(state)) typedName = undefined;
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
      const person = [page.user, page.name, page.email].join();
      if (person !== userBefore) userChanges += 1;
      if (person !== userBefore) typedName = undefined;
      userBefore = person;
      session.update(options(), queryClient);
      session.optionsChanged();
    },
    /** Prepares the meeting, like a lobby. */
    prepare: () => void giveUpPreparing.push(session.prepare()),
    stopPreparing: () => giveUpPreparing.splice(0).forEach((giveUp) => giveUp()),
    /** The values that the user types into a form, with the user's own tokens. */
    typedDetails(): Partial<ZoomJoinDetails> {
      return { userName: `${page.user}, typed ${(typed += 1)}`, zak: `zak of ${page.user}` };
    },
    call(command: Command, changes?: Partial<ZoomJoinDetails>): Promise<unknown> {
      const call = (calls += 1);
      const { status } = session.getState();
      if (changes?.userName !== undefined) {
        // Without a component, or while the meeting is being left, the join begins later or never.
        const isUsed = mounted > 0 && isActive(session.getState()) && status !== 'leaving';
        typedName = isUsed ? changes.userName : undefined;
      }
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
      session.optionsChanged();
    },
    unmount() {
      if (mounted === 0) return;
      mounted -= 1;
      releases.pop()?.();
    },
    /** Checks the values that a join of this meeting uses. */
    judgeJoin(client: ZoomClient, joinedWith: ZoomJoinOptions) {
      const { userName, userEmail, zak, signature, recordingToken } = joinedWith;
      joins += 1;
      if (mounted === 0) page.report('joined while no component is mounted');
      if (!isWanted) page.report('joined after a command to leave');
      if (joins > 5) page.report(`join number ${joins}`);
      if (session.getClient() !== client) page.report('joined with a client that it does not own');
      if (page.endpoint) return;
      const { user, role, mn, fetcher } = JSON.parse(atob(signature.split('.')[1]!)) as Record<
        string,
        unknown
      >;
      const [name] = userName.split(',');
      if (name !== page.user || user !== page.user || zak !== `zak of ${page.user}`)
        page.report(`joined as ${userName} with a signature of ${user} while ${page.user} is signed in`);
      if (userEmail !== page.email) page.report(`joined with ${userEmail} instead of ${page.email}`);
      if (typedName !== undefined && userName !== typedName)
        page.report(`joined as ${userName} instead of ${typedName}`);
      // A retry. What has just arrived was requested when the retry was due.
      const isOwn = recordingToken === `token of account ${fetchers}` || answeredAt === page.awake();
      if (joins > 1 && !isOwn)
        page.report(`joined again with the ${recordingToken}, not that of ${fetchers}`);
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
      if (mounted > 0 && [...unanswered].some(([{ aborted }, user]) => !aborted && user !== page.user))
        page.report('a signature is being fetched for a user who is gone');
      const isInvalid = state.status === 'failed' && state.error.code === 'INVALID_OPTIONS';
      if (mounted > 0 && isWanted && isInvalid && page.name === 'there')
        page.report('failed with options that are valid');
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
      if ([...unanswered.keys()].some(({ aborted }) => !aborted)) page.report('a fetch was not aborted');
    },
    stopListening: () => stopListening.forEach((stop) => stop()),
  };
}
