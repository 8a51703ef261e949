import { createRef, StrictMode, useImperativeHandle, useState, version, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import {
  createSignatureFetcher,
  moduleSdk,
  preloadZoomSdk,
  scriptSdk,
  useCurrentUser,
  useParticipants,
  useZoomClient,
  useZoomEvent,
  useZoomMeeting,
  ZoomLobby,
  ZoomMeeting,
  type ScriptSdkOptions,
  type UseZoomClientOptions,
  type ZoomMeetingError,
  type ZoomMeetingHandle,
  type ZoomMeetingProps,
  ZoomMeetingProvider,
  type ZoomMeetingState,
  ZoomMeetingView,
} from 'react-zoom-meeting';
import 'react-zoom-meeting/styles.css';
import { QueryClient } from '@tanstack/react-query';
import { findCanaries, type Canaries } from '../../canaries/find-canaries';
import { hooks, MeetingHooks } from './meeting-hooks';

/** The options that a test can set; everything must be serialisable. */
export interface PageOptions extends Partial<
  Omit<ZoomMeetingProps, 'fetchSignature' | 'sdk' | 'queryClient'>
> {
  strict?: boolean;
  /** The fields that the fetcher sends. */
  fields?: Record<string, unknown>;
  /** A provider above two routes that both show the meeting. */
  routes?: boolean;
  width?: number;
  height?: number;
  /** Options of `scriptSdk`. */
  script?: ScriptSdkOptions;
  /** Uses the SDK as a module in the page's own bundle. */
  module?: boolean;
  /** Uses the hook instead of the component. */
  hook?: boolean;
  /** Uses the hook, with a provider for its meeting below it. */
  provided?: boolean;
  /** Renders the hooks that read the meeting, one of them for the participant with this id. */
  followed?: number;
  /** Shows a `ZoomLobby` before the meeting. */
  withLobby?: boolean;
}

const fetchSignature = createSignatureFetcher('/api/zoom/signature', { timeout: 4000 });
/**
 * The fetcher of a page that sends fields. It is not created during render, because a new fetcher may belong to
 * another user.
 */
let fetchWithFields = fetchSignature;
const queryClient = new QueryClient();
const root = createRoot(document.getElementById('app')!);
const meeting = createRef<ZoomMeetingHandle>();
const states: { at: number; state: ZoomMeetingState }[] = [];
const calls = {
  joined: 0,
  retries: 0,
  ended: [] as string[],
  errors: [] as ReturnType<ZoomMeetingError['toJSON']>[],
};
const events: { name: string; payload: unknown }[] = [];
let go: (route: string) => void = () => {};
let unmountFirst = () => {};
let setProvided: (isProvided: boolean) => void = () => {};

function Events() {
  useZoomEvent('user-added', (payload) => events.push({ name: 'user-added', payload }));
  return null;
}

/** Each rendered roster as names, with the user's own name in brackets. */
const rosters: string[] = [];

function People() {
  const currentUser = useCurrentUser();
  const names = useParticipants().map(({ displayName, userId, bVideoOn }) => {
    const name = `${displayName}${bVideoOn ? ' films' : ''}`;
    return userId === currentUser?.userId ? `[${name}]` : name;
  });
  rosters.push(names.join(' '));
  return null;
}

function Routes() {
  const [route, setRoute] = useState('a');
  go = (to) => flushSync(() => setRoute(to));
  if (route === 'none') return <p>elsewhere</p>;
  return (
    <section key={route} data-route={route} style={{ height: 480 }}>
      <ZoomMeetingView />
    </section>
  );
}

/** As in the example of `useZoomClient`: an element that only has a height. */
function Hook(options: UseZoomClientOptions) {
  const { status, containerRef } = useZoomClient(options);
  return (
    <main style={{ padding: 40 }}>
      <h1>{status}</h1>
      <div id="box" ref={containerRef} style={{ height: 480 }} />
    </main>
  );
}

/** The hook with its own element, and a provider with a view, which can be unmounted separately. */
function HookAndProvider(options: UseZoomClientOptions) {
  const held = useZoomClient(options);
  const [isProvided, set] = useState(true);
  setProvided = (value) => flushSync(() => set(value));
  return (
    <>
      <div id="box" ref={held.containerRef} style={{ width: 600, height: 400 }} />
      {isProvided && (
        <ZoomMeetingProvider meeting={held}>
          <div id="view" style={{ width: 600, height: 400 }}>
            <ZoomMeetingView />
          </div>
          <Events />
          <People />
          <Below held={held} />
        </ZoomMeetingProvider>
      )}
    </>
  );
}

/** Whether the handle below the provider was the same as the hook's in every render. */
let isSameHandle = true;

function Below({ held }: { held: ZoomMeetingHandle }) {
  const below = useZoomMeeting();
  const names = ['state', 'status', 'client', 'join', 'leave'] as const;
  isSameHandle &&= names.every((name) => below[name] === held[name]);
  useImperativeHandle(meeting, () => below);
  return null;
}

function props({
  strict: _strict,
  routes: _routes,
  width: _width,
  height: _height,
  hook: _hook,
  provided: _provided,
  followed: _followed,
  withLobby,
  module,
  script,
  fields,
  ...rest
}: PageOptions) {
  return {
    meetingNumber: '123456789',
    userName: 'Ada',
    fetchSignature: fields ? fetchWithFields : fetchSignature,
    sdk: module
      ? moduleSdk(() => import('@zoom/meetingsdk/embedded'), { assetPath: '/zoom-sdk/lib/av' })
      : scriptSdk({ baseUrl: '/zoom-sdk', ...script }),
    queryClient,
    onStatusChange: (state: ZoomMeetingState) => void states.push({ at: Date.now(), state }),
    onJoined: () => void (calls.joined += 1),
    onRetry: () => void (calls.retries += 1),
    onEnded: (reason: string) => void calls.ended.push(reason),
    onError: (error: ZoomMeetingError) => void calls.errors.push(error.toJSON()),
    ...(withLobby && { lobby: <ZoomLobby /> }),
    ...rest,
  };
}

const harness = {
  reactVersion: version,
  /** The places where secrets passed to this page can be found. */
  findCanaries: (canaries: Canaries, more: Record<string, unknown>) =>
    findCanaries(canaries, {
      ...more,
      'the query cache': queryClient.getQueryCache(),
      'an error': calls.errors,
      'a state': states,
      'an event': events,
    }),
  states,
  calls,
  events,
  rosters,
  hooks,
  meeting,
  mount(options: PageOptions = {}) {
    const { width = 900, height = 600, fields } = options;
    if (fields) fetchWithFields = createSignatureFetcher('/api/zoom/signature', { timeout: 4000, fields });
    const content: ReactNode = options.hook ? (
      <Hook {...props(options)} />
    ) : options.provided ? (
      <HookAndProvider {...props(options)} />
    ) : options.routes ? (
      <ZoomMeetingProvider {...props(options)}>
        <Routes />
      </ZoomMeetingProvider>
    ) : (
      <div id="box" style={{ width, height }}>
        <ZoomMeeting ref={meeting} {...props(options)}>
          <Events />
          <People />
          {options.followed !== undefined && <MeetingHooks followed={options.followed} />}
        </ZoomMeeting>
      </div>
    );
    flushSync(() => root.render(options.strict ? <StrictMode>{content}</StrictMode> : content));
  },
  /**
   * Adds a second meeting to a page that already has one. Only the states and calls of the second one are
   * recorded.
   */
  mountTwo(options: PageOptions) {
    const { onStatusChange: _onStatusChange, onJoined: _onJoined, ...first } = props({});
    const render = (withFirst: boolean) =>
      root.render(
        <>
          {withFirst && (
            <div key="first" style={{ width: 600, height: 400 }}>
              <ZoomMeeting ref={meeting} {...first} />
            </div>
          )}
          <div key="second" id="second" style={{ width: 600, height: 400 }}>
            <ZoomMeeting {...props(options)} />
          </div>
        </>,
      );
    render(true);
    unmountFirst = () => flushSync(() => render(false));
  },
  unmountFirst: () => unmountFirst(),
  setProvided: (isProvided: boolean) => setProvided(isProvided),
  isSameHandle: () => isSameHandle,
  unmount() {
    flushSync(() => root.render(null));
  },
  preload: () => preloadZoomSdk(scriptSdk({ baseUrl: '/zoom-sdk' })),
  go: (route: string) => go(route),
  status: () => states.at(-1)?.state.status,
  /** Everything in the query cache, as a persister would see it. */
  queryCache: () =>
    JSON.stringify(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => ({ queryKey, state })),
    ),
};

export type Harness = typeof harness;
declare global {
  var harness: Harness;
}
globalThis.harness = harness;
