import type { QueryClient } from '@tanstack/react-query';
import { normaliseError } from '../errors/normalise-error';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomClient } from '../sdk/zoom-sdk';
import { isMeetingNumber, meetingDigits } from '../signature/meeting-number';
import { reusableOf } from '../signature/signature-candidate';
import { createSignatureSource } from '../signature/signature-source';
import { announce, tell } from './announce';
import { createBackgroundWork } from './background-work';
import { startClock, type Clock } from './clock';
import { createCommands, type ChangedJoin } from './create-commands';
import { createDeadlineTimer } from './deadline-timer';
import { createEventQueue } from './event-queue';
import { fetchCandidate } from './fetch-candidate';
import { joinChanges, type JoinChanges } from './join-changes';
import { personOf, userOf } from './join-details';
import { createJoinSubject } from './join-subject';
import type { ZoomMeetingCommands } from './meeting-commands';
import { isActive, type ZoomMeetingState } from './meeting-state';
import { isOnline, watchOnline, whenOnline } from './online';
import { createRetainers } from './retainers';
import { callSdkJoin } from './sdk-join';
import { dispatchSdkEvents, type ListenToSdk } from './sdk-events';
import {
  initialModel,
  type LeaveReason,
  type SessionEffect,
  type SessionEvent,
  type Step,
} from './session-model';
import { joinTimeoutOf, type ZoomJoinDetails, type ZoomMeetingOptions } from './session-options';
import { createSessionPage, type ViewOptions } from './session-page';
import { createSignaturePrefetch, prefetchedFirst } from './signature-prefetch';
import { transition } from './state-table';

/** A meeting, independent of any framework: it feeds events to the state table and runs the effects. */
export interface ZoomMeetingSession {
  /** Digits only. Another number is another session. */
  readonly meetingNumber: string;
  /** Stable. They do not use `this`. */
  readonly commands: ZoomMeetingCommands;
  getState(): ZoomMeetingState;
  subscribe(listener: () => void): () => void;
  /** Whether to join as soon as the session is retained. */
  joinsByItself(): boolean;
  /**
   * Responds to changed options: joins if it now joins automatically, or fetches a signature for another user. Call it after
   * `update`, when React has rendered.
   */
  optionsChanged(): void;
  /** The `userName` of the options. */
  userName(): string | undefined;
  /** The person that the options describe, as text to compare. `subscribe` also notifies when the person changes. */
  person(): string;
  /** The clock that the times in its state are based on. It does not go back when the computer's clock is set back. */
  now: Clock;
  /**
   * Loads the SDK and fetches a signature before anyone joins, so that the next join is faster. Returns a function that discards
   * the signature, unless that join has taken it. Never throws: the join reports what is wrong.
   */
  prepare(): () => void;
  /** Sets the newest options. The options for the SDK and for joining take effect at the next join. */
  update(options: ZoomMeetingOptions, queryClient: QueryClient): void;
  /** The SDK's client, while this meeting has the page. */
  getClient(): ZoomClient | undefined;
  /** Keeps the meeting. Returns a function that releases it. The meeting is left when no component keeps it. */
  retain(): () => void;
  /**
   * Adds a place for the meeting. Returns a function that takes the element to show it in, or `null`. The latest place shows the
   * meeting.
   */
  view(options?: ViewOptions): (container: HTMLElement | null) => void;
  /** Listens to an event of the SDK while this meeting has the page. May be called before the SDK is loaded. */
  on: ListenToSdk;
}

/** Creates a session. Nothing happens before it is retained and told to join. */
export function createSession(
  initialOptions: ZoomMeetingOptions,
  initialQueryClient: QueryClient,
): ZoomMeetingSession {
  let options = initialOptions;
  let queryClient = initialQueryClient;
  const meetingNumber = meetingDigits(options.meetingNumber);
  let model = initialModel;
  const stateListeners = new Set<() => void>();

  const subject = createJoinSubject(() => options);
  /** The signatures that Zoom refused in this join. */
  let refusedSignatures: string[] = [];
  /** The on-behalf-of tokens that were sent. Each is valid for one join. */
  const usedObfTokens = new Set<string>();
  /** The values that Zoom was given in this join. */
  const secrets = new Set<string>();
  /** Why the SDK refused the last `end()`. */
  let endRefusal: ZoomMeetingError | undefined;
  // Starts at the first join, not here: a session is created during render, which must not read a clock.
  let clock: Clock | undefined;
  const now: Clock = () => (clock ??= startClock())();

  const retainers = createRetainers();
  /**
   * Left because no component retained it. The next component that retains it joins again. Until that join begins, the app is
   * told nothing: for the app, the meeting has not ended.
   */
  let isAbandoned = false;
  /** The model that was last announced to the app's callbacks. */
  let announced = model;

  const queue = createEventQueue(handle);
  const dispatch = queue.add;
  const timer = createDeadlineTimer(now, () => dispatch({ type: 'deadline' }));
  const attempts = () => model.attempts;
  const work = createBackgroundWork(dispatch, attempts);
  const createSource = () => createSignatureSource(() => queryClient, whenOnline);
  const signatures = createSource();
  const prefetch = createSignaturePrefetch(createSource());
  const page = createSessionPage({
    meetingNumber,
    onBusy: (heldBy) => dispatch({ type: 'page-busy', heldBy }),
    yieldPage() {
      if (!retainers.any()) abandon();
      return !retainers.any() || model.state.status === 'leaving';
    },
  });
  let stopSdkEvents = () => {};

  /** A name that was typed for this join belongs to the same person, so no other signature is needed. */
  const prefetchUser = ({ userName: _typed, ...others }: Partial<ZoomJoinDetails> = {}) =>
    userOf(options, others);
  const joinsByItself = () => options.autoJoin ?? true;

  /** What the event leads to. If the app's `retry` or `retryDelay` throws, the join fails. */
  function stepAfter(event: SessionEvent): Step {
    const environment = {
      now: now(),
      random: Math.random(),
      presence: page.presence(),
      isInLine: page.isInLine(),
      online: isOnline(),
      isRetained: retainers.any(),
      user: subject.user(),
      fetcher: options.fetchSignature,
      // A join checks the options again only for another user, and not on the SDK's events, because there may be many of them.
      get invalid() {
        return subject.error();
      },
      joinTimeout: joinTimeoutOf(options),
      retry: options,
    };
    try {
      return transition(model, event, environment);
    } catch (thrown) {
      const error = normaliseError(thrown, attempts());
      return transition(model, { type: 'app-threw', error }, environment);
    }
  }

  function handle(event: SessionEvent) {
    const before = model;
    const { model: next, effects } = stepAfter(event);
    model = next;
    timer.set(next.deadline);
    if (before.signature.is === 'fetching' && next.signature !== before.signature) {
      work.drop('signature');
      signatures.abort();
      prefetch.abort();
    }
    effects.forEach(run);
    if (isActive(before.state) && !isActive(next.state)) close();
    if (before.state === next.state) return;
    notify();
    tellApp();
  }

  function notify() {
    for (const listener of [...stateListeners]) tell(listener);
  }

  /** Calls the app's callbacks, unless no component retains the session. A later component gets the callbacks it missed. */
  function tellApp() {
    if (!retainers.any() || isAbandoned || model.state === announced.state) return;
    const before = announced;
    announced = model;
    announce(before, model, options, retainers.any);
  }

  function run(effect: SessionEffect) {
    switch (effect.type) {
      case 'load-sdk':
        return work.start(
          'sdk',
          async (isCurrent) => {
            await page.open(options, isCurrent);
            return { type: 'sdk-ready' };
          },
          (error) => ({ type: 'sdk-failed', error }),
        );
      case 'fetch-signature': {
        const { reason, attempt, registered } = effect;
        const changes = subject.changes();
        const asked = { meetingNumber, options, changes, attempt, reason, registered };
        return work.start(
          'signature',
          async (isCurrent) => ({
            type: 'signature-ready',
            candidate: await fetchCandidate({
              ...asked,
              signatures: prefetchedFirst({
                prefetch,
                signatures,
                user: prefetchUser(changes),
                now,
                isCurrent,
              }),
              usedObfTokens,
            }),
          }),
          (error) => ({ type: 'signature-failed', error }),
        );
      }
      case 'join':
        return work.start(
          'join',
          async () => {
            const { credentials } = effect.candidate;
            const used = { refusedSignatures, usedObfTokens, secrets };
            const changes = subject.changes();
            await callSdkJoin({ page, now, meetingNumber, options, changes, credentials, ...used });
            return { type: 'join-resolved' };
          },
          (error) => ({ type: 'join-failed', error }),
        );
      case 'start-join':
        return queue.run(() => (isActive(model.state) ? undefined : beginJoin(effect.changes)));
      case 'leave': {
        const { reason } = effect;
        // Ignores pending work of the join.
        work.dropAll();
        if (reason === 'ended') endRefusal = undefined;
        return work.start(
          'leave',
          async () => {
            const refusal = await page.leave(reason);
            if (!refusal) return { type: 'left', reason };
            endRefusal = refusal;
            return { type: 'end-refused' };
          },
          () => ({ type: 'end-refused' }),
        );
      }
      case 'leave-join':
        return page.leaveJoin();
      case 'reset':
        return page.reset();
    }
  }

  /** Requests the page, unless the options are invalid. */
  function beginJoin(changes?: JoinChanges): SessionEvent {
    isAbandoned = false;
    subject.begin(changes);
    clock = startClock();
    refusedSignatures = [];
    secrets.clear();
    endRefusal = undefined;
    const invalid = subject.error();
    if (invalid) return { type: 'join', invalid };
    try {
      page.request(() => dispatch({ type: 'page-acquired' }));
    } catch (thrown) {
      return { type: 'join', invalid: normaliseError(thrown) };
    }
    stopSdkEvents = dispatchSdkEvents(page.on, dispatch, attempts, secrets);
    const { signature } = model;
    const reusable = reusableOf(signature.is === 'ready' ? signature.candidate : undefined, {
      user: subject.user(),
      fetcher: options.fetchSignature,
      now: now(),
    });
    return { type: 'join', reusable, heldBy: page.heldBy() };
  }

  /** Uses changes in a join that has begun. Returns the error if something is wrong with them, or else the event that follows. */
  function changeJoin(changes: JoinChanges): ChangedJoin {
    const invalid = subject.add(changes);
    return invalid ? { invalid } : { event: changedOptions() };
  }

  /** The event that follows if another user joins now, or if the options have become valid or invalid. */
  function changedOptions(): SessionEvent | undefined {
    if (!subject.hasChanged()) return undefined;
    notify();
    return { type: 'options-changed', joinsByItself: joinsByItself() && subject.error() === undefined };
  }

  /** Leaves the meeting as a command does: no component joins it again. */
  function beginLeave(reason: LeaveReason): SessionEvent {
    isAbandoned = false;
    return { type: 'leave', reason };
  }

  /** Leaves a meeting that no component retains. */
  function abandon() {
    queue.run(() => {
      const { state, nextJoin } = model;
      if (!isActive(state)) return undefined;
      // A meeting that a command leaves stays left.
      isAbandoned ||= state.status !== 'leaving' || nextJoin !== undefined;
      // When a component is mounted again, it joins with the changes of the withdrawn `join()`.
      if (nextJoin) subject.begin(nextJoin.changes);
      return { type: 'leave', reason: 'left' };
    });
  }

  function close() {
    work.dropAll();
    stopSdkEvents();
    stopSdkEvents = () => {};
    page.release();
  }

  function subscribe(listener: () => void) {
    stateListeners.add(listener);
    return () => stateListeners.delete(listener);
  }

  const getState = () => model.state;
  const commands = createCommands({
    queue,
    getState,
    subscribe,
    isRetained: retainers.any,
    retained: retainers.awaitAny,
    isHost: page.isHost,
    changesOf: (values) => joinChanges(values, options),
    beginJoin,
    changeJoin,
    beginLeave,
    isJoinNext: () => model.nextJoin !== undefined,
    endRefusal: () => endRefusal,
    released: page.released,
  });

  return {
    meetingNumber,
    commands,
    getState,
    subscribe,
    joinsByItself,
    optionsChanged() {
      if (!retainers.any()) return;
      if (model.state.status === 'idle' && joinsByItself()) void commands.join();
      queue.run(changedOptions);
    },
    userName: () => options.userName,
    person: () => personOf(options),
    now,
    prepare() {
      if (isActive(model.state) || !isMeetingNumber(meetingNumber)) return () => {};
      let giveUp = () => {};
      const stopWaiting = whenOnline(() => {
        if (isActive(model.state)) return;
        page.load(options).catch(() => {});
        const owner = { user: prefetchUser(), fetcher: options.fetchSignature };
        giveUp = prefetch.start(owner, { meetingNumber, role: options.role ?? 0 });
      });
      return () => {
        stopWaiting();
        giveUp();
      };
    },
    update(newOptions, newQueryClient) {
      options = newOptions;
      queryClient = newQueryClient;
      prefetch.keepFor(prefetchUser());
    },
    getClient: page.client,
    retain() {
      const stopWatching = watchOnline((online) => dispatch({ type: online ? 'online' : 'offline' }));
      const release = retainers.add(() => {
        stopWatching();
        if (!retainers.any()) abandon();
      });
      const isUntouched = model.state.status === 'idle' || isAbandoned;
      // An abandoned join starts again with the changes that were passed to it.
      if (isUntouched && joinsByItself()) void commands.join(isAbandoned ? subject.changes() : undefined);
      else isAbandoned = false;
      dispatch({ type: 'retained' });
      tellApp();
      return release;
    },
    view: page.view,
    on: page.on,
  };
}
