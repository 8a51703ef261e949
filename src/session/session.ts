import type { QueryClient } from '@tanstack/react-query';
import { normaliseError } from '../errors/normalise-error';
import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { occupyPage, pageHost, vacatePage, type Occupant } from '../sdk/page-slot';
import { scriptSdk } from '../sdk/script-sdk';
import type { ConnectionChange, ZoomClient, ZoomJoinOptions } from '../sdk/zoom-sdk';
import { explainRefusal } from '../signature/explain-refusal';
import { reusableOf } from '../signature/signature-candidate';
import { createSignatureSource } from '../signature/signature-source';
import { announce } from './announce';
import { transition } from './machine';
import type { ZoomMeetingCommands } from './meeting-commands';
import { isActive, type ZoomMeetingState } from './meeting-state';
import {
  initialModel,
  type LeaveReason,
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
import { startClock } from './clock';
import { createDeadlineTimer } from './deadline-timer';

/** A meeting, free of any framework: a state machine and the effects it asks for. */
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

/** Makes a session. Nothing happens before it is retained or told to join. */
export function createSession(
  initialOptions: ZoomMeetingOptions,
  initialQueryClient: QueryClient,
): ZoomMeetingSession {
  let options = initialOptions;
  let queryClient = initialQueryClient;
  let model = initialModel;
  let changes: Partial<ZoomJoinDetails> = {};
  let clock = startClock();
  let wanted = 0;
  /** Left because nobody wanted it, so whoever wants it again gets it back. */
  let abandoned = false;
  /** One join, until it is over: what was begun in another turn is nobody's any more. */
  let turn = {};
  /** Has the page's client. */
  let occupying = false;
  const containers = new Set<HTMLElement>();
  const timer = createDeadlineTimer(
    () => clock,
    () => dispatch({ type: 'deadline' }),
  );
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

  const occupant: Occupant = {
    meetingNumber,
    isWanted: () => wanted > 0,
    leave: () => leave('left'),
  };

  const getClient = () => (occupying ? pageHost().client() : undefined);

  /** What the event leads to. An app's `retry` or `retryDelay` that throws ends the join. */
  function step(event: SessionEvent): Step {
    const environment = {
      now: clock(),
      random: Math.random(),
      inMeeting: getClient()?.getCurrentMeetingInfo().isInMeeting ?? false,
      joinTimeout: options.joinTimeout ?? defaultJoinTimeout,
      retry: options,
    };
    try {
      return transition(model, event, environment);
    } catch (thrown) {
      return transition(
        model,
        { type: 'refuse', error: normaliseError(thrown, model.attempts) },
        environment,
      );
    }
  }

  function dispatch(event: SessionEvent) {
    const before = model;
    const [next, ...effects] = step(event);
    model = next;
    timer.set(next.deadline);
    if (isActive(before.state) && !isActive(next.state)) close();
    if (before.refetching && !next.refetching) signatures.abort();
    // Effects first: whoever is told may call back at once.
    for (const effect of effects) run(effect);
    if (before.state !== next.state) {
      for (const listener of [...stateListeners]) listener();
      // Who went away does not want to hear that it was left.
      if (!abandoned) announce(before, next, options);
    }
  }

  /** Reports what a promise came to, unless the join it belongs to is over. */
  function whileCurrent<T>(
    work: Promise<T>,
    onDone: (value: T) => SessionEvent,
    failed: 'sdk-failed' | 'signature-failed' | 'join-failed',
  ) {
    const mine = turn;
    void work.then(
      (value) => mine === turn && dispatch(onDone(value)),
      (error: unknown) =>
        mine === turn && dispatch({ type: failed, error: normaliseError(error, model.attempts) }),
    );
  }

  function run(effect: SessionEffect) {
    switch (effect) {
      case 'load-sdk':
        return whileCurrent(open(), () => ({ type: 'sdk-ready' }), 'sdk-failed');
      case 'fetch-signature':
        return whileCurrent(
          signatures.fetch({
            ...asked(),
            attempt: model.attempts + 1,
            reason: model.refetching!,
          }),
          (candidate) => ({ type: 'signature-ready', candidate }),
          'signature-failed',
        );
      case 'join':
        return whileCurrent(join(), () => ({ type: 'join-resolved' }), 'join-failed');
      case 'leave':
        return void pageHost()
          .leave(model.leaving === 'ended', model.hasJoined)
          .then(() => model.state.status === 'leaving' && dispatch({ type: 'left' }));
      case 'reset':
        return void pageHost().reset();
    }
  }

  /** Loads the SDK, takes the page, and readies the client. */
  async function open() {
    const mine = turn;
    const { sdk = scriptSdk(), language, customize, init } = options;
    sdk.warm?.();
    const loading = sdk.load();
    // Heard below; the page may have to be waited for until then.
    loading.catch(() => {});
    await occupyPage(occupant);
    if (!isActive(model.state)) vacatePage(occupant);
    const loaded = await loading;
    if (mine !== turn) return;
    occupying = true;
    show();
    await pageHost().open(
      loaded,
      {
        leaveOnPageUnload: true,
        ...defined({ assetPath: sdk.assetPath, language, ...init, customize }),
      },
      () => mine === turn,
    );
  }

  async function join() {
    const mine = turn;
    const { credentials } = model.candidate!;
    const host = pageHost();
    let askedAt = clock();
    try {
      // A client that was thrown away after it stopped answering has to be made again.
      if (!host.client()) await open();
      if (mine !== turn) return;
      const { audio, video } = host.client()!.checkSystemRequirements();
      if (!audio && !video) throw new ZoomMeetingError('UNSUPPORTED_BROWSER');
      const given = { ...options, ...defined(credentials), ...changes };
      const details = Object.fromEntries(joinDetails.map((name) => [name, given[name]]));
      askedAt = clock();
      await host.join({ ...defined(details), meetingNumber } as ZoomJoinOptions);
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

  function show() {
    if (occupying) pageHost().show([...containers].at(-1));
  }

  /** Hears the SDK's events while this meeting has the client. */
  const on: ZoomMeetingSession['on'] = (event, listener) =>
    pageHost().on(event, (payload: never) => {
      if (occupying) listener(payload);
    });

  function listen() {
    unsubscribe = [
      on('connection-change', (change: ConnectionChange) =>
        dispatch({ type: 'connection-change', change, error: normaliseError(change, model.attempts) }),
      ),
      ...['user-added', 'user-updated', 'user-removed'].map((event) =>
        on(event, () => dispatch({ type: 'roster-changed' })),
      ),
    ];
  }

  function close() {
    turn = {};
    for (const off of unsubscribe) off();
    if (occupying) pageHost().show(undefined);
    occupying = false;
    vacatePage(occupant);
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

  async function leave(reason: LeaveReason): Promise<void> {
    dispatch({ type: 'leave', reason });
    await reached((state) => !isActive(state));
  }

  const commands: ZoomMeetingCommands = {
    async join(joinChanges) {
      if (model.state.status === 'leaving') {
        await reached((state) => !isActive(state));
        if (!wanted) return model.state;
      }
      if (!isActive(model.state)) {
        changes = { ...changes, ...joinChanges };
        clock = startClock();
        seen = [];
        const invalid = optionsError({ ...options, ...changes });
        const reusable = reusableOf(model.candidate, asked().role, clock());
        if (!invalid) listen();
        dispatch(invalid ? { type: 'refuse', error: invalid } : { type: 'join', reusable });
      }
      return reached(({ status }) => status === 'joined' || status === 'failed' || status === 'ended');
    },
    leave: () => leave('left'),
    end: () => leave('ended'),
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
      const untouched = model.state.status === 'idle' || abandoned;
      abandoned = false;
      if (untouched && joinsByItself()) void commands.join();
      return () => {
        wanted -= 1;
        setTimeout(() => {
          if (wanted > 0 || !isActive(model.state)) return;
          abandoned = true;
          dispatch({ type: 'leave', reason: 'left' });
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

/** What the SDK's `join` takes, by its own names, besides the meeting number. */
const joinDetails = [
  'signature',
  'userName',
  'password',
  'userEmail',
  'tk',
  'zak',
  'obfToken',
  'customerKey',
  'recordingToken',
] as const;

function defined<T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as never;
}
