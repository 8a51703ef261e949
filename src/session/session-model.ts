import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { nothingKnown } from '../retry/not-before-gate';
import type { RetryHistory, RetryOptions } from '../retry/retry-policy';
import type { SignatureCandidate } from '../signature/signature-candidate';
import type { SignatureRequestReason } from '../signature/signature-fetcher';
import type { ZoomMeetingState } from './meeting-state';

/** What happened: a command, an answer, an event of the SDK or of the page, or the model's own deadline. */
export type SessionEvent =
  | {
      type: 'join';
      /** What is wrong with the options. */
      invalid?: ZoomMeetingError | undefined;
      /** A signature of an earlier join that this one may use. */
      reusable?: SignatureCandidate | undefined;
      /** The number of the meeting that has the page, unless the page is free or about to be. */
      heldBy?: string | undefined;
    }
  /** Another meeting has the page. */
  | { type: 'page-busy'; heldBy: string }
  /** The page is this meeting's. */
  | { type: 'page-acquired' }
  /** The SDK is loaded, the page acquired, and the client initialised. */
  | { type: 'sdk-ready' }
  | { type: 'sdk-failed'; error: ZoomMeetingError }
  | { type: 'signature-ready'; candidate: SignatureCandidate }
  | { type: 'signature-failed'; error: ZoomMeetingError }
  | { type: 'join-resolved' }
  | { type: 'join-failed'; error: ZoomMeetingError }
  /** The SDK's `Connected`. */
  | { type: 'connected' }
  /** The SDK's `Reconnecting`. */
  | { type: 'dropped'; reason: string }
  /** The SDK's `Fail`. */
  | { type: 'lost'; error: ZoomMeetingError }
  /** The SDK's `Closed`. */
  | { type: 'closed'; reason: string }
  | { type: 'roster-changed' }
  | { type: 'deadline' }
  | { type: 'online' }
  | { type: 'offline' }
  | { type: 'retry-now' }
  | { type: 'leave'; reason: LeaveReason }
  /** The SDK is out. */
  | { type: 'left'; reason: LeaveReason }
  /** The SDK refused to end the meeting for everybody, and is still in. */
  | { type: 'end-refused' }
  /** The app's `retry` or `retryDelay` threw. */
  | { type: 'app-threw'; error: ZoomMeetingError };

/** A join is given up, the meeting is left, or it is ended for everybody: the reason in the state `ended`. */
export type LeaveReason = 'cancelled' | 'left' | 'ended';

/** What is to be done about it. */
export type SessionEffect =
  | { type: 'load-sdk' }
  /** It is aborted as soon as `signature` says that none is being fetched. */
  | { type: 'fetch-signature'; reason: SignatureRequestReason; attempt: number }
  | { type: 'join'; candidate: SignatureCandidate }
  /** With `ended` the meeting is ended for everybody. */
  | { type: 'leave'; reason: LeaveReason }
  /** Throws the SDK's client away, because it no longer answers. */
  | { type: 'reset' };

/** The signature that the next join uses. */
export type SignatureSupply =
  | {
      is: 'needed' | 'fetching';
      /** Why. */
      reason: SignatureRequestReason;
      /** A refused one that becomes valid by waiting. */
      held?: SignatureCandidate | undefined;
    }
  | { is: 'ready'; candidate: SignatureCandidate };

/** Everything a session knows. `state` is what the world sees; the rest is what is still missing in it. */
export interface SessionModel extends RetryHistory {
  state: ZoomMeetingState;
  /** When a `deadline` event is wanted, in ms since the epoch. */
  deadline?: number | undefined;
  sdk: 'missing' | 'ready';
  signature: SignatureSupply;
  /** When the backoff is over, in ms since the epoch. */
  backoffUntil: number;
  /** When `join()` was last called. */
  joinCalledAt: number;
  /** The promise of that `join()`. The SDK gives one up and connects all the same. */
  answer: 'pending' | 'given-up';
  /** How far the SDK has got, with that `join()` or by itself: `connected` misses only the own roster row. */
  arrival: 'none' | 'connected';
  /** The SDK reported a failure while its `join()` is pending; the rejection is about to say more. */
  failing?: ZoomMeetingError | undefined;
  /** Joined at least once in this join, so that it is announced once. */
  hasJoined: boolean;
  /** How it was left, or nobody wanted it any more, while it is being ended for everybody. */
  leaveIfRefused?: LeaveReason | undefined;
  lastError?: ZoomMeetingError | undefined;
}

/**
 * Whether the participant is in the meeting, by the own roster row: `unknown` before it has arrived. Every SDK version has
 * the row and its hold flag; `isInMeeting` is always false in 6.0.2.
 */
export type Presence = 'unknown' | 'on-hold' | 'in';

/** What the decisions depend on besides model and event. */
export interface SessionEnvironment {
  /** In ms since the epoch. */
  now: number;
  /** From 0 to 1. */
  random: number;
  presence: Presence;
  online: boolean;
  /** Who joins; see `SignatureCandidate.user`. */
  user: string;
  joinTimeout: number;
  retry: RetryOptions;
}

export type Step = readonly [SessionModel, ...SessionEffect[]];

export const initialModel: SessionModel = {
  state: { status: 'idle' },
  sdk: 'missing',
  signature: { is: 'needed', reason: 'initial' },
  backoffUntil: 0,
  attempts: 0,
  failures: [],
  startedAt: 0,
  joinCalledAt: 0,
  clock: nothingKnown,
  answer: 'pending',
  arrival: 'none',
  hasJoined: false,
};
