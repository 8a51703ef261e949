import type { QueryClient } from '@tanstack/react-query';
import { normaliseError } from '../errors/normalise-error';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomClient } from '../sdk/zoom-sdk';
import { isMeetingNumber, meetingDigits } from '../signature/meeting-number';
import { reusableOf } from '../signature/signature-candidate';
import { createSignatureSource, type SignatureSource } from '../signature/signature-source';
import { announce, tell } from './announce';
import { createBackgroundWork } from './background-work';
import { startClock, type Clock } from './clock';
import { createCommands } from './create-commands';
import { createDeadlineTimer } from './deadline-timer';
import { createEventQueue } from './event-queue';
import { fetchCandidate } from './fetch-candidate';
import { defined, personOf, userOf } from './join-details';
import type { ZoomMeetingCommands } from './meeting-commands';
import { isActive, type ZoomMeetingState } from './meeting-state';
import { isOnline, watchOnline, whenOnline } from './online';
import { callSdkJoin } from './sdk-join';
import { dispatchSdkEvents, type ListenToSdk } from './sdk-events';
import {
  initialModel,
  type LeaveReason,
  type Presence,
  type SessionEffect,
  type SessionEvent,
  type Step,
} from './session-model';
import {
  joinTimeoutOf,
  optionsError,
  type ZoomJoinDetails,
  type ZoomMeetingOptions,
} from './session-options';
import { createSessionPage, type ViewOptions } from './session-page';
import { createSignaturePrefetch } from './signature-prefetch';
import { transition } from './state-table';

/** A meeting, independent of any framework: it feeds events to the state table and runs the effects. */
export interface ZoomMeetingSession {
  /** In digits. Another number is another session. */
  readonly meetingNumber: string;
  /** Stable. They do not use `this`. */
  readonly commands: ZoomMeetingCommands;
  getState(): ZoomMeetingState;
  subscribe(listener: () => void): () => void;
  /** Whether it joins as soon as it is retained. */
  joinsByItself(): boolean;
  /** Joins, if it joins by itself and nothing has happened yet. */
  joinByItself(): void;
  /** The `userName` of the options. */
  userName(): string | undefined;
  /** The person that the options are about, as a text to compare. */
  person(): string;
  /** The clock of the times in its state. Does not go back when the computer's clock is set back. */
  now: Clock;
  /**
   * Loads the SDK and fetches a signature while nobody joins yet, so that the next join is faster. Returns a function that gives the
   * signature up, unless that join has taken it. Never throws: the join reports what is wrong.
   */
  prepare(): () => void;
  /** Takes the newest options. Those of the SDK and of joining are used at the next join. */
  update(options: ZoomMeetingOptions, queryClient: QueryClient): void;
  /** The SDK's client, while this meeting has the page. */
  getClient(): ZoomClient | undefined;
  /** Keeps the meeting. Returns a function that releases it. The meeting is left when no component keeps it. */
  retain(): () => void;
  /**
   * Another place for the meeting. Returns a function that takes the element to show it in, or `null`. The latest place shows
   * it.
   */
  view(options?: ViewOptions): (container: HTMLElement | null) => void;
  /** Listens to an event of the SDK while this meeting has the page. May be called before the SDK is loaded. */
  on: ListenToSdk;
}

/** How long to keep a meeting that no component retains, in ms. StrictMode and route changes unmount and mount again. */
const grace = 100;

/** Makes a session. Nothing happens before it is retained and told to join. */
export function createSession(
  initialOptions: ZoomMeetingOptions,
  initialQueryClient: QueryClient,
): ZoomMeetingSession {
  let options = initialOptions;
  let queryClient = initialQueryClient;
  const meetingNumber = meetingDigits(options.meetingNumber);
  let model = initialModel;
  const stateListeners = new Set<() => void>();

  /** What `join()` was given for this join, and the person that the options were about. */
  let given: { changes: Partial<ZoomJoinDetails>; person?: string } = { changes: {} };
  /** What counts of it: another person takes over only the passcode, which belongs to the meeting. */
  function currentChanges(): Partial<ZoomJoinDetails> {
    const { changes, person } = given;
    return person === personOf(options) ? changes : defined({ password: changes.password });
  }
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

  /** How many components retain the session. */
  let retainers = 0;
  /** What waits for the first of them. */
  const waiting = new Set<() => void>();
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
  const createSource = () => createSignatureSource(() => queryClient);
  const signatures = createSource();
  const prefetch = createSignaturePrefetch(createSource());
  const page = createSessionPage({
    meetingNumber,
    onBusy: (heldBy) => dispatch({ type: 'page-busy', heldBy }),
    yieldPage() {
      if (!retainers) abandon();
      return !retainers || model.state.status === 'leaving';
    },
  });
  let stopSdkEvents = () => {};

  /** A name that was typed for this join belongs to the same person: it needs no other signature. */
  const prefetchUser = ({ userName: _typed, ...others }: Partial<ZoomJoinDetails> = {}) =>
    userOf(options, others);
  const joinsByItself = () => options.autoJoin ?? true;

  function presence(): Presence {
    try {
      const user = page.client()?.getCurrentUser();
      return user ? (user.bHold ? 'on-hold' : 'in') : 'unknown';
    } catch {
      return 'unknown';
    }
  }

  /** What the event leads to. If the app's `retry` or `retryDelay` throws, the join fails. */
  function step(event: SessionEvent): Step {
    const environment = {
      now: now(),
      random: Math.random(),
      presence: presence(),
      online: isOnline(),
      user: userOf(options, currentChanges()),
      fetcher: options.fetchSignature,
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
    const [next, ...effects] = step(event);
    model = next;
    timer.set(next.deadline);
    if (before.signature.is === 'fetching' && next.signature.is !== 'fetching') {
      work.drop('signature');
      signatures.abort();
      prefetch.abort();
    }
    effects.forEach(run);
    if (isActive(before.state) && !isActive(next.state)) close();
    if (before.state === next.state) return;
    for (const listener of [...stateListeners]) tell(listener);
    tellApp();
  }

  /** Calls the app's callbacks, unless no component retains the session. A later component gets the callbacks it missed. */
  function tellApp() {
    if (!retainers || isAbandoned || model.state === announced.state) return;
    const before = announced;
    announced = model;
    announce(before, model, options, () => retainers > 0);
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
        const changes = currentChanges();
        const asked = { meetingNumber, options, changes, attempt, reason, registered };
        return work.start(
          'signature',
          async (isCurrent) => ({
            type: 'signature-ready',
            candidate: await fetchCandidate({
              ...asked,
              signatures: prefetchedFirst(isCurrent),
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
            const changes = currentChanges();
            await callSdkJoin({ page, now, meetingNumber, options, changes, credentials, ...used });
            return { type: 'join-resolved' };
          },
          (error) => ({ type: 'join-failed', error }),
        );
      case 'start-join':
        return queue.run(() => beginJoin(effect.changes));
      case 'leave': {
        const { reason } = effect;
        // The join needs nothing more.
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

  /** The source of signatures. A join starts with the signature that was prefetched for it. */
  function prefetchedFirst(isCurrent: () => boolean): SignatureSource {
    return {
      ...signatures,
      fetch(request, fetcher) {
        const taken = prefetch.take({ user: prefetchUser(currentChanges()), fetcher }, now);
        // With a registrant's token, the app's fetcher is told about it, and may answer differently.
        const isFirst = request.reason === 'initial' && !request.hasTk;
        // In the same task: the app's endpoint answers for the user who is signed in now.
        if (!taken || !isFirst) return signatures.fetch(request, fetcher);
        return taken.then((prefetched) => {
          // The outcome is ignored, and nothing more is to be fetched.
          if (!isCurrent()) throw new Error('Given up.');
          return prefetched ?? signatures.fetch(request, fetcher);
        });
      },
    };
  }

  /** Requests the page, unless the options are invalid. */
  function beginJoin(joinChanges?: Partial<ZoomJoinDetails> | null): SessionEvent {
    isAbandoned = false;
    // JavaScript may pass `null`.
    given = { changes: joinChanges ?? {}, person: personOf(options) };
    clock = startClock();
    refusedSignatures = [];
    secrets.clear();
    endRefusal = undefined;
    const invalid = optionsError({ ...options, ...defined(currentChanges()) });
    if (invalid) return { type: 'join', invalid };
    try {
      page.request(() => dispatch({ type: 'page-acquired' }));
    } catch (thrown) {
      return { type: 'join', invalid: normaliseError(thrown) };
    }
    stopSdkEvents = dispatchSdkEvents(page.on, dispatch, attempts, secrets);
    const { signature } = model;
    const reusable = reusableOf(signature.is === 'ready' ? signature.candidate : undefined, {
      user: userOf(options, currentChanges()),
      fetcher: options.fetchSignature,
      now: now(),
    });
    return { type: 'join', reusable, heldBy: page.heldBy() };
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

  /** Waits for a component that is mounted, but whose effects have not run. Those of its children, and refs, come first. */
  function retained(): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = () => {
        clearTimeout(timeout);
        waiting.delete(answer);
        resolve(retainers > 0);
      };
      const timeout = setTimeout(answer, grace);
      waiting.add(answer);
    });
  }

  const getState = () => model.state;
  const commands = createCommands({
    queue,
    getState,
    subscribe,
    isRetained: () => retainers > 0,
    retained,
    isHost: () => page.client()?.getCurrentUser()?.isHost ?? false,
    beginJoin,
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
    joinByItself() {
      if (retainers && model.state.status === 'idle' && joinsByItself()) void commands.join();
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
      retainers += 1;
      waiting.forEach((answer) => answer());
      const isUntouched = model.state.status === 'idle' || isAbandoned;
      if (isUntouched && joinsByItself()) void commands.join();
      else isAbandoned = false;
      tellApp();
      const stopWatching = watchOnline((online) => dispatch({ type: online ? 'online' : 'offline' }));
      return () => {
        retainers -= 1;
        setTimeout(() => {
          stopWatching();
          if (!retainers) abandon();
        }, grace);
      };
    },
    view: page.view,
    on: page.on,
  };
}
