import { onlineManager, type QueryClient } from '@tanstack/react-query';
import { normaliseError } from '../errors/normalise-error';
import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { pageClient, requestPage, type PageLease } from '../sdk/page-lease';
import { scriptSdk } from '../sdk/script-sdk';
import type { ConnectionChange, ZoomClient } from '../sdk/zoom-sdk';
import { explainRefusal } from '../signature/explain-refusal';
import { reusableOf, type SignatureCandidate } from '../signature/signature-candidate';
import { createSignatureSource } from '../signature/signature-source';
import { announce, tell } from './announce';
import { startClock, type Clock } from './clock';
import { createDeadlineTimer } from './deadline-timer';
import { defined, joinOptions, userOf } from './join-details';
import type { ZoomMeetingCommands } from './meeting-commands';
import { isActive, type ZoomMeetingState } from './meeting-state';
import {
  initialModel,
  type LeaveReason,
  type Presence,
  type SessionEffect,
  type SessionEvent,
  type Step,
} from './session-model';
import {
  defaultJoinTimeout,
  meetingDigits,
  optionsError,
  type ZoomJoinDetails,
  type ZoomMeetingOptions,
} from './session-options';
import { transition } from './state-table';

/** A meeting, free of any framework: a state table and the effects it asks for. */
export interface ZoomMeetingSession {
  /** In digits. Another number is another session. */
  readonly meetingNumber: string;
  /** Stable, and free of `this`. */
  commands: ZoomMeetingCommands;
  getState(): ZoomMeetingState;
  subscribe(listener: () => void): () => void;
  /** Whether it joins as soon as it is wanted. */
  joinsByItself(): boolean;
  /** Takes the newest options. Those of the SDK and of joining are used at the next join. */
  update(options: ZoomMeetingOptions, queryClient: QueryClient): void;
  /** The SDK's client while this meeting has it. */
  getClient(): ZoomClient | undefined;
  /** Says that somebody wants this meeting; gives back how to say that they no longer do. */
  retain(): () => void;
  /** Another place for the meeting: takes the element to show it in, or `null`. The latest place has it. */
  view(): (container: HTMLElement | null) => void;
  /** Listens to an event of the SDK; may be called before the SDK is there. */
  on(event: string, listener: (payload: never) => void): () => void;
}

/** How long nobody may want a meeting before it is left, in ms: StrictMode and a change of route need a moment. */
const grace = 100;

/** What is under way, one of each at most. */
type Work = 'sdk' | 'signature' | 'join';

/** Makes a session. Nothing happens before it is retained and told to join. */
export function createSession(
  initialOptions: ZoomMeetingOptions,
  initialQueryClient: QueryClient,
): ZoomMeetingSession {
  let options = initialOptions;
  let queryClient = initialQueryClient;
  let model = initialModel;
  /** What `join()` was given for this join. */
  let changes: Partial<ZoomJoinDetails> = {};
  // Starts at the first join, not here: a session is made during render, which must not read a clock.
  let clock: Clock | undefined;
  const now: Clock = () => (clock ??= startClock())();
  let wanted = 0;
  /** Left because nobody wanted it, so that the next one who wants it gets it back. */
  let abandoned = false;
  /** The page, from the start of a join until it is over. */
  let lease: PageLease | undefined;
  let released: Promise<void> = Promise.resolve();
  /** The newest of each kind. What another one comes to is ignored. */
  let current: Partial<Record<Work, object>> = {};
  /** Why the SDK refused to end the meeting. */
  let refusal: ZoomMeetingError | undefined;
  /** What the app's callbacks were told of last. */
  let announced = model;
  const containers = new Set<HTMLElement>();
  const timer = createDeadlineTimer(now, () => dispatch({ type: 'deadline' }));
  let unsubscribe: (() => void)[] = [];
  /** The signatures of this join: several together show more than one. */
  let seen: string[] = [];
  const stateListeners = new Set<() => void>();
  const signatures = createSignatureSource(
    () => queryClient,
    () => options.fetchSignature,
  );
  const meetingNumber = meetingDigits(options.meetingNumber);
  const asked = () => ({ meetingNumber, role: options.role ?? 0 });
  const joinsByItself = () => options.autoJoin ?? true;
  const getClient = () => lease?.page()?.client();

  function presence(): Presence {
    try {
      const user = getClient()?.getCurrentUser();
      return user ? (user.bHold ? 'on-hold' : 'in') : 'unknown';
    } catch {
      return 'unknown';
    }
  }

  const tasks: (() => SessionEvent | undefined)[] = [];
  let isRunning = false;

  /** Runs the task, and feeds its event to the machine, after the events that are being worked at. */
  function enqueue(task: () => SessionEvent | undefined) {
    tasks.push(task);
    if (isRunning) return;
    isRunning = true;
    try {
      for (let next = tasks.shift(); next; next = tasks.shift()) {
        const event = next();
        if (event) handle(event);
      }
    } finally {
      isRunning = false;
    }
  }

  const dispatch = (event: SessionEvent) => enqueue(() => event);

  /** What the event leads to. An app's `retry` or `retryDelay` that throws ends the join. */
  function step(event: SessionEvent): Step {
    const environment = {
      now: now(),
      random: Math.random(),
      presence: presence(),
      online: onlineManager.isOnline(),
      user: userOf(options, changes),
      joinTimeout: options.joinTimeout ?? defaultJoinTimeout,
      retry: options,
    };
    try {
      return transition(model, event, environment);
    } catch (thrown) {
      const error = normaliseError(thrown, model.attempts);
      return transition(model, { type: 'app-threw', error }, environment);
    }
  }

  function handle(event: SessionEvent) {
    const before = model;
    const [next, ...effects] = step(event);
    model = next;
    timer.set(next.deadline);
    if (before.signature.is === 'fetching' && next.signature.is !== 'fetching') {
      delete current.signature;
      signatures.abort();
    }
    effects.forEach(run);
    if (isActive(before.state) && !isActive(next.state)) close();
    if (before.state === next.state) return;
    for (const listener of [...stateListeners]) tell(listener);
    tellApp();
  }

  /** An app that went away does not want to hear that its meeting was left. One that comes back hears what it missed. */
  function tellApp() {
    if (!wanted || abandoned || model.state === announced.state) return;
    const before = announced;
    announced = model;
    announce(before, model, options);
  }

  /** Reports what the work came to, unless it is no longer the current one. */
  function start<T>(
    kind: Work,
    work: (isCurrent: () => boolean) => Promise<T>,
    onDone: (value: T) => SessionEvent,
    failed: 'sdk-failed' | 'signature-failed' | 'join-failed',
  ) {
    const mine = (current[kind] = {});
    const isCurrent = () => current[kind] === mine;
    void work(isCurrent).then(
      (value) => isCurrent() && dispatch(onDone(value)),
      (error: unknown) =>
        isCurrent() && dispatch({ type: failed, error: normaliseError(error, model.attempts) }),
    );
  }

  function run(effect: SessionEffect) {
    switch (effect.type) {
      case 'load-sdk':
        return start('sdk', open, () => ({ type: 'sdk-ready' }), 'sdk-failed');
      case 'fetch-signature': {
        const { reason, attempt } = effect;
        const whose = { user: userOf(options, changes), fetcher: options.fetchSignature };
        return start(
          'signature',
          () => signatures.fetch({ ...asked(), attempt, reason }),
          (dated) => ({ type: 'signature-ready', candidate: { ...dated, ...whose } }),
          'signature-failed',
        );
      }
      case 'join':
        return start(
          'join',
          (isCurrent) => join(effect.candidate, isCurrent),
          () => ({ type: 'join-resolved' }),
          'join-failed',
        );
      case 'leave':
        // What is still to be done for a join must not be done any more.
        current = {};
        return void leavePage(effect.reason);
      case 'reset':
        return void lease?.page()?.reset();
    }
  }

  /** Loads the SDK, waits for the page, and readies the client. */
  async function open(isCurrent: () => boolean) {
    const mine = lease;
    const { sdk = scriptSdk(), language, customize, init } = options;
    sdk.warm?.();
    const loading = sdk.load();
    // Heard below; the page may have to be waited for until then.
    loading.catch(() => {});
    await mine?.acquired;
    const loaded = await loading;
    const page = mine?.page();
    if (!page || !isCurrent()) return;
    show();
    await page.open(
      loaded,
      {
        leaveOnPageUnload: true,
        ...defined({ assetPath: sdk.assetPath, language, ...init, customize }),
      },
      isCurrent,
    );
  }

  async function join({ credentials }: SignatureCandidate, isCurrent: () => boolean) {
    const page = lease?.page();
    let askedAt = now();
    try {
      // A client that was thrown away after it stopped answering has to be made again.
      if (!page?.client()) await open(isCurrent);
      const client = page?.client();
      if (!client || !isCurrent()) return;
      const { audio, video } = client.checkSystemRequirements();
      if (!audio && !video) throw new ZoomMeetingError('UNSUPPORTED_BROWSER');
      askedAt = now();
      await page?.join(joinOptions(meetingNumber, options, credentials, changes));
    } catch (thrown) {
      throw await explain(normaliseError(thrown), credentials.signature, askedAt);
    }
  }

  /** Adds the findings, judged at the moment at which Zoom was asked: by now a signature that was ahead may be due. */
  async function explain(
    error: ZoomMeetingError,
    signature: string,
    askedAt: number,
  ): Promise<ZoomMeetingError> {
    if (error.class !== 'signature') return error;
    seen = [...seen, signature];
    return error.with({
      findings: await explainRefusal(seen, { ...asked(), now: askedAt, refused: error.code === 3712 }),
    });
  }

  async function leavePage(reason: LeaveReason) {
    const mine = lease;
    const page = mine?.page();
    let outcome: SessionEvent = { type: 'left', reason };
    try {
      if (reason === 'ended') await page?.endForAll();
      await page?.leave();
    } catch (thrown) {
      refusal = notHost(normaliseError(thrown).reason);
      outcome = { type: 'end-refused' };
    }
    if (lease === mine) dispatch(outcome);
  }

  function show() {
    lease?.page()?.show([...containers].at(-1));
  }

  /** Hears the SDK's events while this meeting has the client. */
  const on: ZoomMeetingSession['on'] = (event, listener) => {
    try {
      return pageClient().on(event, (payload: never) => {
        if (lease?.page()) listener(payload);
      });
    } catch {
      // Another version of this library has the page: `join()` says so.
      return () => {};
    }
  };

  function listen() {
    unsubscribe = [
      on('connection-change', (change: ConnectionChange) => {
        const event = connectionEvent(change, model.attempts);
        if (event) dispatch(event);
      }),
      ...['user-added', 'user-updated', 'user-removed'].map((event) =>
        on(event, () => dispatch({ type: 'roster-changed' })),
      ),
    ];
  }

  /** Gets in line for the page, unless something is wrong. */
  function beginJoin(joinChanges: Partial<ZoomJoinDetails> = {}): SessionEvent {
    changes = joinChanges;
    clock = startClock();
    seen = [];
    let invalid = optionsError({ ...options, ...defined(changes) });
    try {
      if (!invalid) lease = requestPage({ meetingNumber, yieldPage, onBusy });
    } catch (thrown) {
      invalid = normaliseError(thrown);
    }
    if (!lease || invalid) return { type: 'join', invalid };
    listen();
    const mine = lease;
    void mine.acquired.then(() => lease === mine && dispatch({ type: 'page-acquired' }));
    const { signature } = model;
    const reusable = reusableOf(signature.is === 'ready' ? signature.candidate : undefined, {
      user: userOf(options, changes),
      fetcher: options.fetchSignature,
      now: now(),
    });
    return { type: 'join', reusable, heldBy: mine.heldBy() };
  }

  const onBusy = (heldBy: string) => dispatch({ type: 'page-busy', heldBy });

  function yieldPage(): boolean {
    if (!wanted) abandon();
    return !wanted || model.state.status === 'leaving';
  }

  function abandon() {
    abandoned = true;
    dispatch({ type: 'leave', reason: 'left' });
  }

  function close() {
    current = {};
    for (const off of unsubscribe) off();
    unsubscribe = [];
    released = lease?.release() ?? released;
    lease = undefined;
  }

  /** Resolves as soon as the state is one that `isIt` waits for. */
  function reached(isIt: (state: ZoomMeetingState) => boolean): Promise<ZoomMeetingState> {
    return new Promise((resolve) => {
      const check = () => {
        if (!isIt(model.state)) return;
        stateListeners.delete(check);
        resolve(model.state);
      };
      stateListeners.add(check);
      check();
    });
  }

  const isOver = (state: ZoomMeetingState) => !isActive(state);

  async function leave(reason: LeaveReason): Promise<void> {
    dispatch({ type: 'leave', reason });
    await reached(isOver);
    await released;
  }

  const commands: ZoomMeetingCommands = {
    async join(joinChanges) {
      if (model.state.status === 'leaving') await reached(isOver);
      // A child's effects run before those of the component that holds the meeting.
      if (!wanted) await Promise.resolve();
      if (!wanted) return { status: 'failed', error: new ZoomMeetingError('GONE') };
      await new Promise<void>((begun) =>
        enqueue(() => {
          begun();
          return isActive(model.state) ? undefined : beginJoin(joinChanges);
        }),
      );
      return reached(({ status }) => status === 'joined' || status === 'failed' || status === 'ended');
    },
    leave: () => leave('left'),
    async end() {
      if (!wanted) throw new ZoomMeetingError('GONE');
      if (isActive(model.state) && model.state.status !== 'leaving') {
        if (!getClient()?.getCurrentUser()?.isHost) throw notHost();
        refusal = undefined;
        dispatch({ type: 'leave', reason: 'ended' });
        await reached(({ status }) => status !== 'leaving');
        if (refusal) throw refusal;
      }
      await reached(isOver);
      await released;
    },
    cancel: () => leave('cancelled'),
    retryNow: () => dispatch({ type: 'retry-now' }),
  };

  return {
    meetingNumber,
    commands,
    getState: () => model.state,
    joinsByItself,
    update(newOptions, newQueryClient) {
      options = newOptions;
      queryClient = newQueryClient;
    },
    getClient,
    subscribe(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    retain() {
      wanted += 1;
      if (abandoned) announced = model;
      const isUntouched = model.state.status === 'idle' || abandoned;
      abandoned = false;
      tellApp();
      if (isUntouched && joinsByItself()) void commands.join();
      const stopWatching = onlineManager.subscribe((online) =>
        dispatch({ type: online ? 'online' : 'offline' }),
      );
      return () => {
        wanted -= 1;
        stopWatching();
        setTimeout(() => {
          if (!wanted && isActive(model.state)) abandon();
        }, grace);
      };
    },
    view() {
      let shown: HTMLElement | null = null;
      return (container) => {
        if (shown) containers.delete(shown);
        if (container) containers.add(container);
        shown = container;
        show();
      };
    },
    on,
  };
}

function notHost(reason = ''): ZoomMeetingError {
  return new ZoomMeetingError('NOT_HOST', { reason });
}

/** The SDK's word about its connection, as the state table has it. */
function connectionEvent(change: ConnectionChange, attempts: number): SessionEvent | undefined {
  const { state, reason = '' } = change;
  switch (state) {
    case 'Connected':
      return { type: 'connected' };
    case 'Reconnecting':
      return { type: 'dropped', reason };
    case 'Fail':
      return { type: 'lost', error: normaliseError(change, attempts) };
    case 'Closed':
      return { type: 'closed', reason };
    case 'Connecting':
      return undefined;
  }
}
