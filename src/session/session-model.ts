import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { nothingKnown } from '../retry/not-before-gate';
import type { RetryHistory, RetryOptions } from '../retry/retry-policy';
import type { SignatureCandidate } from '../signature/signature-candidate';
import type { SignatureFetcher, SignatureRequestReason } from '../signature/signature-fetcher';
import type { JoinChanges } from './join-changes';
import type { ZoomMeetingState } from './meeting-state';

/** What happened: a command, an answer, an event of the SDK or of the page, or the deadline of the model. */
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
  /** `join()` was called while the meeting is being left. */
  | { type: 'join-next'; changes: JoinChanges }
  /** The user of the options or of `join(changes)` has changed, or the options have become valid or invalid. */
  | {
      type: 'options-changed';
      /** Whether the options are valid, and `autoJoin` is on. */
      joinsByItself: boolean;
    }
  /** Another meeting has the page. */
  | { type: 'page-busy'; heldBy: string }
  /** This meeting has the page. */
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
  /** A component retains the session. */
  | { type: 'retained' }
  | { type: 'leave'; reason: LeaveReason }
  /** The SDK is out. */
  | { type: 'left'; reason: LeaveReason }
  /** The SDK refused to end the meeting for everyone, and is still in it. */
  | { type: 'end-refused' }
  /** The app's `retry` or `retryDelay` threw. */
  | { type: 'app-threw'; error: ZoomMeetingError };

/** Which command ended the meeting. It becomes the reason of the state `ended`. */
export type LeaveReason = 'cancelled' | 'left' | 'ended';

/** What the session does after an event. */
export type SessionEffect =
  | { type: 'load-sdk' }
  /** The fetch is aborted as soon as `SessionModel.signature` changes. */
  | {
      type: 'fetch-signature';
      reason: SignatureRequestReason;
      attempt: number;
      /** See `SessionModel.registered`. */
      registered: SignatureCandidate | undefined;
    }
  | { type: 'join'; candidate: SignatureCandidate }
  /** Starts a join as `join()` does, once the page is released. Without `changes`: with those of the last join. */
  | { type: 'start-join'; changes?: JoinChanges }
  /** The reason `ended` ends the meeting for everyone. */
  | { type: 'leave'; reason: LeaveReason }
  /** Asks the SDK to leave a join that is pending. It leaves if Zoom has already accepted the join. Otherwise the join continues. */
  | { type: 'leave-join' }
  /** Destroys the SDK's client if it was asked to join: it does not answer, or another user joins. */
  | { type: 'reset' };

/** The signature that the next join uses. */
export type SignatureSupply =
  | ({ is: 'needed' } & MissingSignature)
  | ({
      is: 'fetching';
      /** The user that it is fetched for; see `SignatureCandidate.user`. */
      user: string;
    } & MissingSignature)
  | { is: 'ready'; candidate: SignatureCandidate };

interface MissingSignature {
  /** Why it is needed. */
  reason: SignatureRequestReason;
  /** An earlier answer. Its signature is used if it becomes valid before the new one. */
  held?: SignatureCandidate | undefined;
}

/**
 * Everything a session knows. `state` is public. The other fields hold the progress within that state, and what the next join
 * needs.
 */
export interface SessionModel extends RetryHistory {
  state: ZoomMeetingState;
  /** When a `deadline` event is due, in ms since the epoch. */
  deadline?: number | undefined;
  sdk: 'missing' | 'ready';
  signature: SignatureSupply;
  /** The last credentials with a registrant's token, which is kept until the meeting ends: Zoom limits registrations. */
  registered?: SignatureCandidate | undefined;
  /** When the backoff is over, in ms since the epoch. */
  backoffUntil: number;
  /** When `join()` was last called. */
  joinCalledAt: number;
  /**
   * The promise of that `join()`. `given-up`: the SDK gave it up and may connect anyway. `asked-to-leave`: it is pending, and the
   * SDK was asked to leave, because it reported nothing.
   */
  answer: 'pending' | 'given-up' | 'asked-to-leave';
  /** A join was left because the SDK reported nothing. Further joins may take all of `joinTimeout`: the network may be slow. */
  isPatient: boolean;
  /** `connected`: the SDK is connected, and only the participant's own roster row is missing. */
  arrival: 'none' | 'connected';
  /** The SDK has reported a failure while `join()` is pending. The rejection follows and says more. */
  failing?: ZoomMeetingError | undefined;
  /** How many times in a row the user has changed before Zoom was asked. */
  userChanges: number;
  /** The person whose join the SDK's client remembers: that of its first `join()`. */
  clientPerson?: string | undefined;
  /**
   * The meeting failed because of invalid options, and is joined automatically when they change. A later `leave()` or `end()`
   * withdraws that.
   */
  awaitsOptions: boolean;
  /** How the meeting was left, or released by every component, while it is being ended for everyone. */
  leaveIfRefused?: LeaveReason | undefined;
  /** The `join()` that follows when the meeting is left. Only the last one counts, and a later `leave()` withdraws it. */
  nextJoin?: { changes: JoinChanges } | undefined;
  /** The SDK's text, while it reconnects and the meeting is being ended for everyone. */
  droppedWhileLeaving?: string | undefined;
  lastError?: ZoomMeetingError | undefined;
}

/**
 * Whether the participant is in the meeting, according to their own roster row: `unknown` before the row has arrived. Every SDK
 * version has the row and its hold flag; `isInMeeting` is always false in 6.0.2.
 */
export type Presence = 'unknown' | 'on-hold' | 'in';

/** The values that the decisions depend on, besides the model and the event. */
export interface SessionEnvironment {
  /** In ms since the epoch. */
  now: number;
  /** From 0 to 1. */
  random: number;
  presence: Presence;
  online: boolean;
  /** Whether a component retains the session. Without one, it is left soon. */
  isRetained: boolean;
  /** Whether the previous meeting still has the page, because it is being left. */
  isInLine: boolean;
  /** The user who joins; see `SignatureCandidate.user`. */
  user: string;
  /** The fetcher of the newest options. */
  fetcher: SignatureFetcher;
  /** What is wrong with the newest options. */
  invalid?: ZoomMeetingError | undefined;
  joinTimeout: number;
  retry: RetryOptions;
}

/** The result of an event. */
export interface Step {
  /** The model after the event. */
  readonly model: SessionModel;
  /** What the session does next, in this order. */
  readonly effects: readonly SessionEffect[];
}

export function stepTo(model: SessionModel, ...effects: SessionEffect[]): Step {
  return { model, effects };
}

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
  isPatient: false,
  userChanges: 0,
  awaitsOptions: false,
  hasJoined: false,
};
