import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { nothingKnown } from '../retry/not-before-gate';
import type { RetryHistory, RetryOptions } from '../retry/retry-policy';
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
  | { type: 'connected' }
  | { type: 'reconnecting'; reason: string }
  | { type: 'connection-lost'; error: ZoomMeetingError }
  | { type: 'closed'; reason: string }
  | { type: 'roster-changed' }
  | { type: 'deadline' }
  | { type: 'retry-now' }
  | { type: 'leave'; how: LeaveHow }
  | { type: 'left' };

/** `cancel` gives up a join, `leave` leaves, `end` ends the meeting for everybody. */
export type LeaveHow = 'cancel' | 'leave' | 'end';

/** What is to be done about it. */
export type SessionEffect =
  | { type: 'load-sdk' }
  | { type: 'fetch-signature'; reason: SignatureRequestReason; attempt: number }
  | { type: 'abort-fetch' }
  | { type: 'join'; candidate: SignatureCandidate }
  | { type: 'leave'; how: LeaveHow }
  /** Throws the SDK's client away, because it no longer answers. */
  | { type: 'reset' };

/** Everything a session knows. `state` is what the world sees. */
export interface SessionModel extends RetryHistory {
  state: ZoomMeetingState;
  /** When a `deadline` event is wanted, in ms since the epoch. */
  deadline: number | undefined;
  sdkReady: boolean;
  /** The signature that the next join uses; while `refetching`, the refused one if it is worth holding. */
  candidate: SignatureCandidate | undefined;
  refetching: boolean;
  /** When the backoff is over, in ms since the epoch. */
  backoffUntil: number;
  /** When `join()` was last called. */
  joinCalledAt: number;
  /** The SDK said `Connected`. */
  connected: boolean;
  /** Joined at least once in this join, so that it is announced once. */
  hasJoined: boolean;
  /** How it is being left. */
  leaving: LeaveHow;
  lastError: ZoomMeetingError | undefined;
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
  deadline: undefined,
  sdkReady: false,
  candidate: undefined,
  refetching: false,
  backoffUntil: 0,
  attempts: 0,
  failures: [],
  startedAt: 0,
  joinCalledAt: 0,
  clock: nothingKnown,
  connected: false,
  hasJoined: false,
  leaving: 'leave',
  lastError: undefined,
};
