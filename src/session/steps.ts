import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { SignatureCandidate } from '../signature/signature-candidate';
import type { ZoomMeetingState } from './meeting-state';
import { personOf } from './join-details';
import {
  stepTo,
  type SessionEffect,
  type SessionEnvironment,
  type SessionModel,
  type SignatureSupply,
  type Step,
} from './session-model';

/** How long the SDK may report nothing about the first join, in ms. A cold join needs a few seconds. */
const silenceTime = 20_000;

/** The model in another state, with another deadline or without one. */
export function inState(model: SessionModel, state: ZoomMeetingState, deadline?: number): SessionModel {
  return { ...model, state, deadline };
}

/** The signature that the session has, valid or not. */
export function candidateOf(signature: SignatureSupply): SignatureCandidate | undefined {
  return signature.is === 'ready' ? signature.candidate : signature.held;
}

/** The signature supply after a fetch is aborted. A signature that is held stays. */
export function notFetching(signature: SignatureSupply): SignatureSupply {
  if (signature.is !== 'fetching') return signature;
  const { reason, held } = signature;
  return { is: 'needed', reason, held };
}

export function end(model: SessionModel, reason: string): Step {
  // A signature is not used after its meeting.
  const signature: SignatureSupply = { is: 'needed', reason: 'initial' };
  return stepTo(inState({ ...model, signature, registered: undefined }, { status: 'ended', reason }));
}

export function fail(model: SessionModel, error: ZoomMeetingError): Step {
  // The user may have signed in or registered by the next join.
  const { userAction } = error;
  const isRefused =
    ['signature', 'credential'].includes(error.class) || ['sign-in', 'register'].includes(userAction);
  const final = error.class === 'signature' ? error.with({ class: 'config' }) : error;
  // A signature is dropped with its meeting, even if the meeting was lost.
  const isGood = model.signature.is === 'ready' && !isRefused && !model.hasJoined;
  const signature: SignatureSupply = isGood ? model.signature : { is: 'needed', reason: 'initial' };
  const registered = model.hasJoined ? undefined : model.registered;
  const awaitsOptions = error.code === 'INVALID_OPTIONS';
  return stepTo(
    inState({ ...model, signature, registered, awaitsOptions }, { status: 'failed', error: final }),
  );
}

/** Fails because preparing or joining took too long. */
export function timedOut(model: SessionModel): Step {
  const isJoining = model.state.status === 'joining';
  const missing = isJoining
    ? 'Zoom’s response'
    : model.signature.is === 'ready'
      ? 'The SDK'
      : 'The signature';
  const reason = `${missing} did not arrive in time.`;
  const failed = fail(model, new ZoomMeetingError('JOIN_TIMEOUT', { reason, attempts: model.attempts }));
  return isJoining ? stepTo(failed.model, { type: 'reset' }) : failed;
}

/** Loads the SDK in any case, to initialise its client with the newest options. Fetches a signature if one is needed. */
export function prepare(model: SessionModel, env: SessionEnvironment): Step {
  const attempt = model.attempts + 1;
  const preparing = inState(
    { ...model, sdk: 'missing' },
    { status: 'preparing', attempt },
    env.now + env.joinTimeout,
  );
  const load: SessionEffect = { type: 'load-sdk' };
  if (model.signature.is !== 'needed') return stepTo(preparing, load);
  const fetching = fetchSignature(preparing, model.signature, env);
  return stepTo(fetching.model, load, ...fetching.effects);
}

/** Prepares the next join with a new client of the SDK. */
export function prepareNewClient(model: SessionModel, env: SessionEnvironment): Step {
  const prepared = prepare({ ...model, clientPerson: undefined }, env);
  return stepTo(prepared.model, { type: 'reset' }, ...prepared.effects);
}

/**
 * Calls the SDK's `join()`. Waits without a deadline while no component retains the session. Another person joins with a new client:
 * after waiting for the host, a client joins as the person of its first join.
 */
export function callJoin(model: SessionModel, candidate: SignatureCandidate, env: SessionEnvironment): Step {
  const supplied: SessionModel = { ...model, signature: { is: 'ready', candidate } };
  if (!env.isRetained) return stepTo({ ...supplied, deadline: undefined });
  const person = JSON.stringify([candidate.user, personOf(candidate.credentials)]);
  const { clientPerson = person } = model;
  if (clientPerson !== person) return prepareNewClient(supplied, env);
  const attempts = model.attempts + 1;
  const joining: SessionModel = {
    ...supplied,
    attempts,
    clientPerson,
    joinCalledAt: env.now,
    answer: 'pending',
    arrival: 'none',
    failing: undefined,
  };
  const limit = model.isPatient ? env.joinTimeout : Math.min(env.joinTimeout, silenceTime);
  return stepTo(inState(joining, { status: 'joining', attempt: attempts }, env.now + limit), {
    type: 'join',
    candidate,
  });
}

/** Schedules a retry: after the backoff, or when the signature becomes valid. */
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

/** Waits until the page is online again. Until then nothing is fetched or joined. */
export function pauseOffline(model: SessionModel, env: SessionEnvironment): SessionModel {
  const { lastError: reason = new ZoomMeetingError(-3000, { reason: 'The page is offline.' }) } = model;
  const attempt = model.attempts + 1;
  return inState(
    { ...model, signature: notFetching(model.signature) },
    { status: 'retrying', attempt, nextAttemptAt: env.now, reason, holding: false, offline: true },
  );
}

/** Fetches a signature for the current user. */
export function fetchSignature(
  model: SessionModel,
  { reason, held }: Omit<Extract<SignatureSupply, { is: 'needed' }>, 'is'>,
  { user }: SessionEnvironment,
): Step {
  return stepTo(
    { ...model, signature: { is: 'fetching', user, reason, held } },
    { type: 'fetch-signature', reason, attempt: model.attempts + 1, registered: model.registered },
  );
}
