import type {
  ZoomEmbedded,
  ZoomEventName,
  ZoomEventPayload,
  ZoomInitOptions,
  ZoomJoinOptions,
  ZoomParticipant,
  ZoomSdk,
  ZoomVideoOptions,
} from '../sdk/zoom-sdk';
import type { FakeJoin } from './fake-join';

/** How one `load()` goes. `'fails'` rejects with `SDK_LOAD_FAILED`, `'hang'` never settles. */
export type FakeLoad = 'ok' | 'fails' | 'hang';

/** What the fake meeting is doing. */
export type FakeZoomState =
  'idle' | 'joining' | 'waiting-for-host' | 'waiting-room' | 'joined' | 'reconnecting' | 'leaving';

/** What `createFakeZoomSdk()` takes. Everything has a default; all times are in milliseconds. */
export interface FakeZoomSdkOptions {
  /**
   * How successive joins go; the last one repeats. Default `['ok']`.
   * A join takes its step half-way, when Zoom answers. Before that it cannot be left, and a second `join()` takes its
   * place: both settle with the second one's step.
   */
  joins?: readonly FakeJoin[];
  /** How successive loads go, until one is `'ok'`; the last one repeats. Default `['ok']`. */
  loads?: readonly FakeLoad[];
  /**
   * Decides from the signature itself, as Zoom does: a code refuses the join, `undefined` lets `joins` go on.
   * A join that it refuses takes no step of `joins`. Called half-way through the join, when Zoom would be asked.
   */
  verify?: ((signature: string) => number | undefined | Promise<number | undefined>) | undefined;
  /** How long a join takes. Default 300. */
  joinMs?: number;
  /** How long the page's first join takes; the real SDK needs about 1100. Default: as `joinMs`. */
  coldJoinMs?: number;
  /** How long `load()` takes. Default 0. */
  loadMs?: number;
  /** How long `leaveMeeting()` takes. Default 540. */
  leaveMs?: number;
  /** How long the fake stays disconnected when it reconnects by itself. Default 1000. */
  reconnectMs?: number;
  /** What `checkSystemRequirements()` says. Without audio or video `join()` rejects with 5000. Default: all true. */
  systemRequirements?: { audio: boolean; video: boolean; screen: boolean };
}

/** A call of `join()`. */
export interface FakeJoinCall {
  /** `Date.now()` at the call. */
  at: number;
  meetingNumber: string;
  userName: string;
  signature: string;
  /** Everything that was passed. */
  options: ZoomJoinOptions;
}

/** A call of `init()`. */
export interface FakeInitCall {
  /** `Date.now()` at the call. */
  at: number;
  options: ZoomInitOptions;
}

/** A participant to add: a name, and whatever else matters. */
export type FakeParticipant = Partial<ZoomParticipant> & { displayName: string };

/**
 * A fake Zoom SDK: pass it as `sdk`, then drive the meeting with the controls below. As in the SDK, every event
 * reaches its listeners one microtask later, so await something between a control and the expectation.
 * A control that makes no sense in the present state throws.
 */
export interface FakeZoomSdk extends ZoomSdk {
  load(): Promise<ZoomEmbedded>;
  warm(): void;

  /** What the meeting of the present client is doing. */
  readonly state: FakeZoomState;
  /** The user's own roster row, `null` until it has arrived. */
  readonly currentUser: ZoomParticipant | null;
  /** Everyone in the meeting but the user, whether or not the user is in it. */
  readonly participants: readonly ZoomParticipant[];

  /** Every `join()`, in order, including those that were refused before Zoom was asked. */
  readonly joinCalls: readonly FakeJoinCall[];
  /** Every `init()`, in order. */
  readonly initCalls: readonly FakeInitCall[];
  /** `Date.now()` at every `leaveMeeting()`. */
  readonly leaveCalls: readonly number[];
  /** `Date.now()` at every `endMeeting()`. */
  readonly endCalls: readonly number[];
  /** `Date.now()` at every `destroyClient()`. */
  readonly destroyCalls: readonly number[];
  /** What `updateVideoOptions()` was called with. */
  readonly videoOptionsCalls: readonly ZoomVideoOptions[];
  /** How often `load()` was called. */
  readonly loadCount: number;
  /** How often `warm()` was called. */
  readonly warmCount: number;
  /**
   * The largest number of `join()` promises that were unsettled at the same time. More than 1 is a bug, unless one hung
   * and was given up.
   */
  readonly maxConcurrentJoins: number;
  /** How many listeners there are, for one event or for all: back where it was when nothing leaks. */
  listenerCount(event?: ZoomEventName): number;

  /** Replaces the rest of the `joins` script. */
  setJoins(joins: readonly FakeJoin[]): void;
  /** Ends `'waiting-for-host'`: the SDK joins by itself. */
  hostArrives(): void;
  /** Ends `'waiting-room'`: the host lets the user in. */
  admit(): void;
  /** The host moves the user to the waiting room: the connection drops, and `reconnectMs` later the user is there. */
  hold(): void;
  /**
   * The connection is lost: `Reconnecting` / `failover`.
   * @param options.recoverAfterMs When it comes back by itself, in milliseconds. Default: not before `recover()`.
   */
  drop(options?: { recoverAfterMs?: number }): void;
  /** The connection is back: `Connected`, and the own user is added again. */
  recover(): void;
  /** The connection does not come back: `Fail` / `connection error` / -3000. */
  fail(): void;
  /**
   * Zoom ends it: `Closed` with a reason.
   * @param reason The SDK's words, e.g. `kicked by host`, `free meeting ended`, `duplicated session`.
   * Default `ended by host`.
   */
  end(reason?: string): void;

  /** Somebody enters, or is there already when the user is not in yet. Returns the roster row. */
  addParticipant(participant: FakeParticipant): ZoomParticipant;
  /** Somebody leaves. */
  removeParticipant(userId: number): void;
  /** Changes a row, the user's own included. */
  updateParticipant(userId: number, change: Partial<ZoomParticipant>): void;
  /** Emits any event the SDK has. Changes nothing else: for the state use the controls. */
  emit<Name extends ZoomEventName>(event: Name, payload: ZoomEventPayload<Name>): void;
  /** A fresh page: no client, no listeners, no records, the scripts from their start. A join in flight never settles. */
  reset(): void;
}
