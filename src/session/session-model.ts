import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { nothingKnown } from '../retry/not-before-gate';
import type { RetryHistory, RetryOptions } from '../retry/retry-policy';
import type { ConnectionChange } from '../sdk/zoom-sdk';
import type { SignatureCandidate } from '../signature/signature-candidate';
import type { SignatureRequestReason } from '../signature/signature-fetcher';
import type { ZoomMeetingState } from './meeting-state';

/** What happened: a command, an answer, an event of the SDK, or the model's own deadline. */
export type SessionEvent =
  | { type: 'join'; reusable: SignatureCandidate | undefined }
  /** The options are not fit for joining. */
  | { type: 'refuse'; error: ZoomMeetingError }
  | { type: 'sdk-ready' }
  | { type: 'sdk-failed'; error: ZoomMeetingError }
  | { type: 'signature-ready'; candidate: SignatureCandidate }
  | { type: 'signature-failed'; error: ZoomMeetingError }
  | { type: 'join-resolved' }
  | { type: 'join-failed'; error: ZoomMeetingError }
  /** The SDK's; `error` is what it says of a `Fail`. */
  | { type: 'connection-change'; change: ConnectionChange; error: ZoomMeetingError }
  | { type: 'roster-changed' }
  | { type: 'deadline' }
  | { type: 'retry-now' }
  | { type: 'leave'; reason: LeaveReason }
  | { type: 'left' };

/** A join is given up, the meeting is left, or it is ended for everybody: the reason in the state `ended`. */
export type LeaveReason = 'cancelled' | 'left' | 'ended';

/** What is to be done about it. */
export type SessionEffect =
  | 'load-sdk'
  /** For the reason in `refetching`. It is aborted as soon as that is empty again. */
  | 'fetch-signature'
  /** With the `candidate`. */
  | 'join'
  /** For the reason in `leaving`: `ended` ends the meeting for everybody. */
  | 'leave'
  /** Throws the SDK's client away, because it no longer answers. */
  | 'reset';

/** Everything a session knows. `state` is what the world sees. */
export interface SessionModel extends RetryHistory {
  state: ZoomMeetingState;
  /** When a `deadline` event is wanted, in ms since the epoch. */
  deadline?: number | undefined;
  sdkReady: boolean;
  /** The signature that the next join uses; while `refetching`, the refused one if it is worth holding. */
  candidate?: SignatureCandidate | undefined;
  /** Why a signature is being fetched; `undefined` while none is. */
  refetching?: SignatureRequestReason | undefined;
  /** When the backoff is over, in ms since the epoch. */
  backoffUntil: number;
  /** When `join()` was last called. */
  joinCalledAt: number;
  /** The SDK said `Connected`. */
  connected: boolean;
  /** Joined at least once in this join, so that it is announced once. */
  hasJoined: boolean;
  /** How it is being left. */
  leaving: LeaveReason;
  lastError?: ZoomMeetingError | undefined;
}

/** What the decisions depend on besides model and event. */
export interface SessionEnvironment {
  now: number;
  random: number;
  /** What the SDK says: in the meeting proper, not in the waiting room. */
  inMeeting: boolean;
  joinTimeout: number;
  retry: RetryOptions;
}

export type Step = readonly [SessionModel, ...SessionEffect[]];

export const initialModel: SessionModel = {
  state: { status: 'idle' },
  sdkReady: false,
  backoffUntil: 0,
  attempts: 0,
  failures: [],
  startedAt: 0,
  joinCalledAt: 0,
  clock: nothingKnown,
  connected: false,
  hasJoined: false,
  leaving: 'left',
};
