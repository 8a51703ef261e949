import type {
  ZoomBreakoutRoom,
  ZoomClient,
  ZoomEmbedded,
  ZoomEventName,
  ZoomEventPayload,
  ZoomInitOptions,
  ZoomJoinOptions,
  ZoomParticipant,
  ZoomSdk,
  ZoomVideoOptions,
} from '../sdk/zoom-sdk';
import type { FakeAction, FakeAnswer } from './fake-answers';
import type { FakeJoin } from './fake-join';

/** The outcome of one `load()`. `'fails'` rejects with `SDK_LOAD_FAILED`, `'hang'` never settles. */
export type FakeLoad = 'ok' | 'fails' | 'hang';

/** The state of the fake meeting. */
export type FakeZoomState =
  'idle' | 'joining' | 'waiting-for-host' | 'waiting-room' | 'joined' | 'reconnecting' | 'leaving';

/** Options of `createFakeZoomSdk()`. All times are in ms. */
export interface FakeZoomSdkOptions {
  /**
   * The outcomes of successive joins. The last one repeats. Default: every join succeeds. A join takes its outcome half-way
   * through, when Zoom would respond. Before that, it cannot be left, and a second `join()` replaces it: both settle with the
   * outcome of the second one.
   */
  joins?: readonly FakeJoin[];
  /** The outcomes of successive loads, until one is `'ok'`. The last one repeats. Default: every load succeeds. */
  loads?: readonly FakeLoad[];
  /**
   * Checks the signature, as Zoom does. A code refuses the join. With `undefined`, `joins` decides. A join that is refused here
   * does not take an outcome of `joins`. Called half-way through the join, when Zoom would get the request.
   */
  verify?: ((signature: string) => number | undefined | Promise<number | undefined>) | undefined;
  /** How long a join takes. Default 300. */
  joinMs?: number;
  /** How long the page's first join takes. The real SDK needs about 1100. Default: the same as `joinMs`. */
  coldJoinMs?: number;
  /** How long `load()` takes. Default 0. */
  loadMs?: number;
  /** How long `leaveMeeting()` takes. Default 540. */
  leaveMs?: number;
  /** How long the fake stays disconnected when it reconnects automatically. Default 1000. */
  reconnectMs?: number;
  /** The result of `checkSystemRequirements()`. Without audio or video, `join()` rejects with 5000. Default: all true. */
  systemRequirements?: { audio: boolean; video: boolean; screen: boolean };
}

/** A call to `join()`. */
export interface FakeJoinCall {
  /** `Date.now()` at the call. */
  at: number;
  meetingNumber: string;
  userName: string;
  signature: string;
  /** The options that were passed. */
  options: ZoomJoinOptions;
}

/** A call to `init()`. */
export interface FakeInitCall {
  /** `Date.now()` at the call. */
  at: number;
  options: ZoomInitOptions;
}

/** A call to a method of the client. `method` determines the type of `args`. */
export type FakeCall = {
  [Method in keyof ZoomClient]: {
    /** `Date.now()` at the call. */
    at: number;
    method: Method;
    args: Parameters<ZoomClient[Method]>;
  };
}[keyof ZoomClient];

/** A participant to add: a name, and any other fields. */
export type FakeParticipant = Partial<ZoomParticipant> & { displayName: string };

/**
 * A fake Zoom SDK. Pass it as `sdk`, then drive the meeting with the controls below. As in the SDK, every event reaches
 * its listeners one microtask later, so await something between a control and the expectation. A control that is not
 * possible in the current state throws.
 */
export interface FakeZoomSdk extends ZoomSdk {
  load(): Promise<ZoomEmbedded>;
  warm(): void;

  /** The state of the current client's meeting. */
  readonly state: FakeZoomState;
  /** The user's own roster row, `null` until it has arrived. */
  readonly currentUser: ZoomParticipant | null;
  /** All other participants, whether or not the user has joined. */
  readonly participants: readonly ZoomParticipant[];

  /** Every call to a method of the client that has an effect, in order. Getters are not recorded. */
  readonly calls: readonly FakeCall[];
  /** Every call to `join()`, in order, including those that were refused before Zoom was asked. */
  readonly joinCalls: readonly FakeJoinCall[];
  /** Every call to `init()`, in order. */
  readonly initCalls: readonly FakeInitCall[];
  /** `Date.now()` at every `leaveMeeting()`. */
  readonly leaveCalls: readonly number[];
  /** `Date.now()` at every `endMeeting()`. */
  readonly endCalls: readonly number[];
  /** `Date.now()` at every `destroyClient()`. */
  readonly destroyCalls: readonly number[];
  /** The arguments of every `updateVideoOptions()`. */
  readonly videoOptionsCalls: readonly ZoomVideoOptions[];
  /** How many times `load()` was called. */
  readonly loadCount: number;
  /** How many times `warm()` was called. */
  readonly warmCount: number;
  /**
   * The largest number of `join()` promises that were pending at the same time. More than 1 is a bug, unless one of them
   * hung and was abandoned.
   */
  readonly maxConcurrentJoins: number;
  /** The number of listeners, of one event or of all. It returns to its old value if nothing leaks. */
  listenerCount(event?: ZoomEventName): number;

  /** Replaces the remaining outcomes of `joins`. */
  setJoins(joins: readonly FakeJoin[]): void;
  /**
   * Sets the result of every further call to a method of the client. `calls` contains these calls, too. Default: the result
   * that the SDK would return.
   *
   * @param action The method. `leave` and `end` call `leaveMeeting` and `endMeeting`; other functions of `useZoomActions` call
   * the method with their name.
   * @param answer See `FakeAnswer`.
   * @example
   * import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
   *
   * const fake = createFakeZoomSdk();
   * fake.setAnswer('mute', 6015);
   * fake.setAnswer('lockMeeting', 'hang');
   * fake.setAnswer('mute', 'ok');
   */
  setAnswer(action: FakeAction, answer: FakeAnswer): void;
  /** Ends `'waiting-for-host'`: the SDK joins automatically. */
  hostArrives(): void;
  /** Ends `'waiting-room'`: the host lets the user in. */
  admit(): void;
  /** The host moves the user to the waiting room: the connection drops, and the user is there after `reconnectMs`. */
  hold(): void;
  /**
   * The connection is lost: `Reconnecting` / `failover`.
   * @param options.recoverAfterMs When the connection is restored automatically, in ms. Default: not until `recover()` is
   * called.
   */
  drop(options?: { recoverAfterMs?: number }): void;
  /** The connection is restored: `Connected`, and the user is added again. */
  recover(): void;
  /**
   * The connection is not restored: `Fail` with the code that Zoom or the SDK refuses the reconnection with.
   * @param errorCode E.g. 4004, when the meeting is over. Default -3000, `connection error`.
   */
  fail(errorCode?: number): void;
  /**
   * Zoom ends the meeting: `Closed` with a reason.
   * @param reason The SDK's text, e.g. `kicked by host`, `free meeting ended`, `duplicated session`.
   * Default `ended by host`.
   */
  end(reason?: string): void;

  /**
   * A participant joins, or is already there if the user has not joined yet. With `bHold: true` they are in the waiting
   * room. Returns the roster row.
   */
  addParticipant(participant: FakeParticipant): ZoomParticipant;
  /** A participant leaves. */
  removeParticipant(userId: number): void;
  /** Changes a row, which may be the user's own. */
  updateParticipant(userId: number, change: Partial<ZoomParticipant>): void;
  /** Creates the breakout rooms, which only Zoom's interface can create. They are closed until `openBreakoutRooms()`. */
  setBreakoutRooms(rooms: readonly ZoomBreakoutRoom[]): void;
  /** Emits any event of the SDK. It changes nothing else: use the controls to change the state. */
  emit<Name extends ZoomEventName>(event: Name, payload: ZoomEventPayload<Name>): void;
  /**
   * Resets the fake to a new page: no client, no listeners and no records, and the outcomes start from the beginning. A pending
   * join never settles.
   */
  reset(): void;
}
