import { createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';
import type {
  UserChange,
  ZoomClient,
  ZoomEmbedded,
  ZoomEventName,
  ZoomJoinOptions,
} from '../../../src/sdk/zoom-sdk';

/** A step with the SDK. Steps that are passed together run in one tick. */
export type Step =
  | { do: 'createClient' | 'endMeeting' | 'destroyClient' | 'look' | 'checkSystemRequirements' }
  /** Listens to these events. Default: those of the connection and the roster. */
  | { do: 'on'; events?: readonly ZoomEventName[] }
  /** Removes the listeners of the last `on`. */
  | { do: 'off' }
  /** Calls a method whose whole result is compared. `somebody`: the id of the participant with this name. */
  | { do: 'call'; method: keyof ZoomClient; args?: readonly unknown[] }
  | { do: 'updateVideoOptions'; width: number; height: number }
  | { do: 'record'; request: 'start' }
  | { do: 'sendChat'; message: string }
  | { do: 'leaveMeeting'; newHostId?: number }
  | { do: 'init'; root?: boolean }
  | { do: 'join'; options: Partial<ZoomJoinOptions> };

/**
 * The part of a row that is compared: the fields of the fake, except the ids and `customerKey`, which Zoom would
 * send.
 */
const rowFields = ['userName', 'isHost', 'bVideoOn', 'bHold', 'audio', 'muted'];

/** Ids and URLs that Zoom assigns, and times. */
const notCompared = new Set(['timestamp', 'avatar', 'userGuid', 'userKey']);

/** The part of a refusal that is compared. The rest, such as `meetingInfo` with 3008, is Zoom's answer unchanged. */
const failureFields = new Set([
  'type',
  'state',
  'reason',
  'errorCode',
  'url',
  'isInMeeting',
  'userName',
  'userId',
]);

const joinEvents = ['connection-change', 'user-added', 'user-updated', 'user-removed'] as const;
const rosterEvents = new Set<ZoomEventName>(['user-added', 'user-updated', 'user-removed']);

const trace: string[] = [];
const pending = new Set<string>();
const names = new Map<number, string>();
const clients: ZoomClient[] = [];
let embedded: ZoomEmbedded;
let fake: FakeZoomSdk | undefined;
let listeners = 0;
let stopListening = () => {};
let calls = 0;

/** Zoom assigns ids, so a participant is identified by name. */
function row({ userId, ...fields }: UserChange): string {
  if (fields.displayName !== undefined) names.set(userId, fields.displayName);
  const kept = rowFields
    .filter((field) => fields[field as keyof typeof fields] !== undefined)
    .map((field) => `${field}=${JSON.stringify(fields[field as keyof typeof fields])}`);
  return [names.get(userId) ?? 'somebody', ...kept].join(' ');
}

/** The whole value, with sorted fields. */
function whole(value: unknown): string {
  return JSON.stringify(value, (field, part: unknown) => {
    if (notCompared.has(field)) return undefined;
    if (typeof part === 'number') return names.get(part) ?? part;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function payload(event: ZoomEventName, value: unknown): string {
  if (event === 'connection-change') return plain(value);
  if (event === 'chat-on-message') return whole({ ...(value as object), id: undefined });
  if (!rosterEvents.has(event)) return whole(value);
  return Array.isArray(value) ? `[${value.map(row).join(', ')}]` : row(value as UserChange);
}

/** An object with sorted fields, or an error with its name and message. */
function plain(value: unknown): string {
  if (value instanceof Error) {
    // The names of the SDK's variables come from its minifier.
    return `${value.name}: ${value.message.replace(/^\w is not/, 'x is not')}`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? String(value);
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(value)
        .filter(([field]) => failureFields.has(field))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
}

function client(): ZoomClient {
  return clients.at(-1)!;
}

function listen(events: readonly ZoomEventName[] = joinEvents): void {
  const own = (listeners += 1);
  const added = events.map((event) => {
    const listener = (value: never) => trace.push(`listener ${own}: ${event} ${payload(event, value)}`);
    client().on(event, listener);
    return { event, listener };
  });
  stopListening = () => added.forEach(({ event, listener }) => client().off(event, listener));
}

/** Replaces an id with `somebody` and the participant's name. */
function resolved(argument: unknown): unknown {
  if (typeof argument !== 'object' || argument === null || !('somebody' in argument)) return argument;
  return [...names].find(([, name]) => name === argument.somebody)?.[0];
}

function look(): string {
  const user = client().getCurrentUser();
  return [
    `info ${plain(client().getCurrentMeetingInfo())}`,
    `user ${user ? row(user) : 'none'}`,
    `roster [${client().getAttendeeslist().map(row).sort().join(', ')}]`,
  ].join('; ');
}

function perform(step: Step): unknown {
  switch (step.do) {
    case 'createClient': {
      const made = embedded.createClient();
      const known = clients.indexOf(made);
      clients.push(made);
      return known === -1 ? 'a client' : 'the same client';
    }
    case 'init': {
      const zoomAppRoot = document.createElement('div');
      document.getElementById('app')!.append(zoomAppRoot);
      const customize = { isShowJoiningErrorDialog: false };
      // An absolute URL, because the SDK would otherwise use its CDN.
      const assetPath = `${location.origin}/zoom-sdk/lib/av`;
      const root = step.root === false ? (undefined as never) : zoomAppRoot;
      return client().init({ zoomAppRoot: root, assetPath, customize, language: 'en-US' });
    }
    case 'join':
      return client().join({ signature: '', meetingNumber: '123456789', userName: 'Ada', ...step.options });
    case 'on':
      return listen(step.events);
    case 'off':
      return stopListening();
    case 'call': {
      const call = client()[step.method] as (...args: unknown[]) => unknown;
      return call(...(step.args ?? []).map(resolved));
    }
    case 'checkSystemRequirements':
      return JSON.stringify(client().checkSystemRequirements());
    case 'updateVideoOptions': {
      const size = { width: step.width, height: step.height };
      return client().updateVideoOptions({ viewSizes: { default: size, ribbon: size } });
    }
    case 'record':
      return client().record(step.request);
    case 'sendChat':
      return client().sendChat(step.message);
    case 'look':
      return trace.push(`look: ${look()}`);
    case 'destroyClient':
      return embedded.destroyClient();
    case 'leaveMeeting':
      return client().leaveMeeting(step.newHostId);
    case 'endMeeting':
      return client().endMeeting();
  }
}

/** Runs a step and records its outcome, now or when it has settled. */
function record(step: Step): void {
  const call = `${step.do === 'call' ? step.method : step.do} ${(calls += 1)}`;
  const shown = step.do === 'call' ? whole : plain;
  let result: unknown;
  try {
    result = perform(step);
  } catch (error) {
    trace.push(`${call} throws ${plain(error)}`);
    return;
  }
  if (step.do === 'look') return;
  if (!(result instanceof Promise)) return void trace.push(`${call} returns ${shown(result)}`);
  pending.add(call);
  const settled = (how: string, show: (value: unknown) => string) => (value: unknown) => {
    pending.delete(call);
    trace.push(`${call} ${how} ${show(value)}`);
  };
  result.then(settled('resolves', shown), settled('rejects', plain));
}

async function loadScript(src: string): Promise<void> {
  const element = Object.assign(document.createElement('script'), { src });
  const loaded = new Promise((resolve) => (element.onload = resolve));
  document.head.append(element);
  await loaded;
}

const bench = {
  trace,
  get pending() {
    return [...pending];
  },
  get fake() {
    return fake!;
  },
  async load([which, joinMs]: readonly [which: 'fake' | 'real', joinMs: number]) {
    if (which === 'fake') {
      fake = createFakeZoomSdk({ joinMs });
      embedded = await fake.load();
      return;
    }
    // The page has no React: it uses the SDK's own files directly.
    for (const name of ['lib/vendor/react', 'lib/vendor/react-dom', 'zoomus-websdk-embedded.umd']) {
      await loadScript(`/zoom-sdk/${name}.min.js`);
    }
    const { ReactWidgets } = globalThis as unknown as {
      ReactWidgets: ZoomEmbedded & { default?: ZoomEmbedded };
    };
    embedded = ReactWidgets.default ?? ReactWidgets;
  },
  steps: (steps: Step[]) => steps.forEach(record),
};

export type Bench = typeof bench;
declare global {
  var bench: Bench;
}
globalThis.bench = bench;
