import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { SignatureCandidate } from '../signature/signature-candidate';
import type { ZoomMeetingState } from './meeting-state';
import type { SessionEnvironment, SessionModel, SignatureSupply, Step } from './session-model';

/** The model in another state, with another deadline or none. */
export function inState(model: SessionModel, state: ZoomMeetingState, deadline?: number): SessionModel {
  return { ...model, state, deadline };
}

/** The signature at hand, valid or not. */
export function candidateOf(signature: SignatureSupply): SignatureCandidate | undefined {
  return signature.is === 'ready' ? signature.candidate : signature.held;
}

/** What there is of a signature when none is being fetched any more. */
export function notFetching(signature: SignatureSupply): SignatureSupply {
  return signature.is === 'fetching' ? { ...signature, is: 'needed' } : signature;
}

export function end(model: SessionModel, reason: string): Step {
  // A signature ends with its meeting.
  const signature: SignatureSupply = { is: 'needed', reason: 'initial' };
  return [inState({ ...model, signature }, { status: 'ended', reason })];
}

export function fail(model: SessionModel, error: ZoomMeetingError): Step {
  const isRefused = error.class === 'signature' || error.class === 'credential';
  const final = error.class === 'signature' ? error.with({ class: 'config' }) : error;
  // A signature ends with its meeting, also when the meeting was lost.
  const isGood = model.signature.is === 'ready' && !isRefused && !model.hasJoined;
  const signature: SignatureSupply = isGood ? model.signature : { is: 'needed', reason: 'initial' };
  return [inState({ ...model, signature }, { status: 'failed', error: final })];
}

/** Preparing or joining took too long. */
export function timedOut(model: SessionModel): Step {
  const isJoining = model.state.status === 'joining';
  const missing = isJoining ? 'Zoom’s answer' : model.signature.is === 'ready' ? 'The SDK' : 'The signature';
  const reason = `${missing} did not arrive in time.`;
  const [failed] = fail(model, new ZoomMeetingError('JOIN_TIMEOUT', { reason, attempts: model.attempts }));
  return isJoining ? [failed, { type: 'reset' }] : [failed];
}

export function callJoin(model: SessionModel, candidate: SignatureCandidate, env: SessionEnvironment): Step {
  const attempts = model.attempts + 1;
  const joining: SessionModel = {
    ...model,
    attempts,
    signature: { is: 'ready', candidate },
    joinCalledAt: env.now,
    answer: 'pending',
    arrival: 'none',
    failing: undefined,
  };
  return [
    inState(joining, { status: 'joining', attempt: attempts }, env.now + env.joinTimeout),
    { type: 'join', candidate },
  ];
}

/** Waits for the backoff or for `iat`. */
export function waitForRetry(
  model: SessionModel,
  nextAttemptAt: number,
  reason: ZoomMeetingError,
  holding: boolean,
): SessionModel {
  const attempt = model.attempts + 1;
  const state = { status: 'retrying', attempt, nextAttemptAt, reason, holding, offline: false } as const;
  return inState(model, state, nextAttemptAt);
}

/** Waits until the page is online again. Nothing is fetched meanwhile. */
export function pauseOffline(model: SessionModel, env: SessionEnvironment): SessionModel {
  const { lastError: reason = new ZoomMeetingError(-3000, { reason: 'The page is offline.' }) } = model;
  const attempt = model.attempts + 1;
  return inState(
    { ...model, signature: notFetching(model.signature) },
    { status: 'retrying', attempt, nextAttemptAt: env.now, reason, holding: false, offline: true },
  );
}

/** Asks for a signature. */
export function fetchSignature(
  model: SessionModel,
  reason: Extract<SignatureSupply, { reason: unknown }>['reason'],
  held?: SignatureCandidate,
): Step {
  return [
    { ...model, signature: { is: 'fetching', reason, held } },
    { type: 'fetch-signature', reason, attempt: model.attempts + 1 },
  ];
}
