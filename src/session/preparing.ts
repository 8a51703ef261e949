import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { dueAt, firstDue } from '../retry/not-before-gate';
import { isInBudget } from '../retry/retry-policy';
import { isForRetryOf, reusableOf, type SignatureCandidate } from '../signature/signature-candidate';
import { differenceOf } from './join-details';
import {
  initialModel,
  stepTo,
  type SessionEnvironment,
  type SessionEvent,
  type SessionModel,
  type SignatureSupply,
  type Step,
} from './session-model';
import {
  inState,
  callJoin,
  candidateOf,
  fail,
  fetchSignature,
  notFetching,
  pauseOffline,
  prepare,
  prepareNewClient,
  timedOut,
  waitForRetry,
} from './steps';

type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { type: Type }>;

/** `join()` was called. */
export function startJoin(
  model: SessionModel,
  { invalid, reusable, heldBy }: EventOf<'join'>,
  env: SessionEnvironment,
): Step {
  if (invalid) return fail({ ...model, nextJoin: undefined }, invalid);
  const earlier = candidateOf(model.signature);
  const outdated = earlier?.isSingleUse ? 'used' : 'expiring';
  const reason = earlier?.user === env.user ? outdated : 'initial';
  const fresh: SessionModel = {
    ...initialModel,
    userChanges: model.awaitsOptions ? model.userChanges : 0,
    clock: { ...model.clock, clearlyPast: false },
    registered: model.registered,
    signature: reusable ? { is: 'ready', candidate: reusable } : { is: 'needed', reason },
  };
  return heldBy === undefined ? startPreparing(fresh, env) : waitForPage(fresh, heldBy);
}

/** Waits for the page. No signature is fetched: it might be too old when the page is free. */
export function waitForPage(model: SessionModel, heldBy: string): Step {
  const { state } = model;
  if (state.status === 'busy' && state.meetingNumber === heldBy) return stepTo(model);
  const signature = notFetching(model.signature);
  return stepTo(inState({ ...model, signature }, { status: 'busy', meetingNumber: heldBy }));
}

/** The page is free. The options may have become invalid during the wait. */
export function pageAcquired(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  return env.invalid ? fail(model, env.invalid) : startPreparing(model, env);
}

/** This meeting has the page: loads the SDK and fetches a signature at the same time. */
function startPreparing(model: SessionModel, env: SessionEnvironment): Step {
  const begun = { ...model, startedAt: env.now, signature: afterPause(model.signature, env) };
  return env.online ? prepare(begun, env) : stepTo(pauseOffline(begun, env));
}

/** Joins as soon as SDK, signature, backoff and `iat` allow it. The first join never waits: the clock may be wrong. */
export function proceed(model: SessionModel, env: SessionEnvironment, impatient?: boolean): Step {
  const { signature, attempts, lastError, backoffUntil } = model;
  if (model.sdk === 'missing' || signature.is !== 'ready') return stepTo(model);
  if (!env.online) return stepTo(isPaused(model) ? model : pauseOffline(model, env));
  const { candidate } = signature;
  if (candidate.user !== env.user) return joinAsAnotherUser(model, candidate.user, env);

  const due = attempts && dueAt(candidate, model.clock);
  const next = Math.max(due, backoffUntil);
  if (!lastError || impatient || next <= env.now) return callJoin(model, candidate, env);
  if (isInBudget(next, model, env.retry))
    return stepTo(waitForRetry(model, next, lastError, due > backoffUntil));
  // The last signature was refused because of its `iat`, and this one becomes valid too late.
  if (lastError.code === 3712) return fail(model, lastError);
  // Zoom has not refused this signature. If it does, the error has the reason.
  return backoffUntil > env.now
    ? stepTo(waitForRetry(model, backoffUntil, lastError, false))
    : callJoin(model, candidate, env);
}

/** How many times in a row the user may change before the SDK is asked to join. A name that is being typed changes often. */
const mostUserChanges = 20;

/**
 * The options have changed, and another user joins, with another signature and another client. After waiting for the host, the same
 * client would join as the user of its first join. The limit prevents an endless loop if the user changes on each render, and the
 * fetcher causes renders.
 */
function joinAsAnotherUser(model: SessionModel, user: string, env: SessionEnvironment): Step {
  if (env.invalid) return fail(model, env.invalid);
  const signature: SignatureSupply = { is: 'needed', reason: 'initial' };
  const changed: SessionModel = { ...model, signature, userChanges: model.userChanges + 1 };
  if (changed.userChanges > mostUserChanges) {
    // Has no colon, because errors remove the text that follows a token's name and a colon.
    const reason = `${differenceOf(user, env.user)} must not change on each render while the meeting is being joined.`;
    const error = new ZoomMeetingError('INVALID_OPTIONS', { reason, attempts: model.attempts });
    const failed = fail(changed, error);
    // The next users would also change.
    return { ...failed, model: { ...failed.model, awaitsOptions: false } };
  }
  if (model.attempts > 0) return prepareNewClient(changed, env);
  // For a retry, the deadline is the time at which it is due.
  const isPreparing = model.state.status === 'preparing';
  return fetchSignature(isPreparing ? allowTime(changed, env) : changed, signature, env);
}

/** Does not wait for a signature that is being fetched for another user. */
export function userChanged(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  const { signature } = model;
  return signature.is === 'fetching' && signature.user !== env.user
    ? joinAsAnotherUser(model, signature.user, env)
    : stepTo(model);
}

/**
 * The options were invalid, and have changed: joins automatically, as it would have with valid options. The limit prevents an
 * endless loop if the user changes on each render, and each failure causes a render.
 */
export function joinWithOtherOptions(
  model: SessionModel,
  { joinsByItself }: EventOf<'options-changed'>,
): Step {
  const userChanges = model.userChanges + 1;
  const joins = model.awaitsOptions && joinsByItself && userChanges <= mostUserChanges;
  return joins ? stepTo({ ...model, userChanges }, { type: 'start-join' }) : stepTo(model);
}

/** The time limit begins when this meeting has the page: leaving the previous one can take 20 s. */
export function startTimeLimit(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  return stepTo(allowTime(model, env));
}

export function sdkReady(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  const ready: SessionModel = { ...model, sdk: 'ready' };
  const isRetry = model.lastError !== undefined && model.signature.is === 'ready';
  return isRetry && env.online ? resume(ready, env) : proceed(ready, env);
}

/** A join that has waited for a component continues. */
export function retained(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  const hasWaited = model.deadline === undefined && !isPaused(model);
  return hasWaited ? sdkReady(model, event, env) : stepTo(model);
}

export function signatureReady(
  model: SessionModel,
  { candidate: fresh }: EventOf<'signature-ready'>,
  env: SessionEnvironment,
): Step {
  const registered = fresh.credentials.tk === undefined ? model.registered : fresh;
  const candidate = firstDue(heldIn(model), fresh);
  return proceed({ ...model, registered, signature: { is: 'ready', candidate } }, env);
}

export function signatureFailed(
  model: SessionModel,
  { error }: { error: ZoomMeetingError },
  env: SessionEnvironment,
): Step {
  if (!env.online) return stepTo(pauseOffline(model, env));
  // A refused signature that is held until it becomes valid can still be used.
  const held = heldIn(model);
  return held && !held.isSingleUse && isForRetryOf(held, env)
    ? proceed({ ...model, signature: { is: 'ready', candidate: held } }, env)
    : fail(model, error);
}

function heldIn({ signature }: SessionModel): SignatureCandidate | undefined {
  return signature.is === 'ready' ? undefined : signature.held;
}

/** A retry is due: loads the SDK again, fetches a signature, waits longer for it, or joins. */
export function resume(model: SessionModel, env: SessionEnvironment, impatient?: boolean): Step {
  const { backoffUntil } = model;
  const signature = forRetry(model.signature, env);
  if (model.sdk === 'missing') return prepare({ ...model, signature }, env);
  if (signature.is === 'needed') return fetchSignature(allowTime(model, env), signature, env);
  if (signature.is === 'ready') return proceed(model, env, impatient);
  // The signature that is held may become valid before the new one arrives.
  const { held } = signature;
  const isUsable = held && isForRetryOf(held, env) && !held.isSingleUse;
  const due = held && isUsable ? dueAt(held, model.clock) : Infinity;
  if (held && due <= env.now) return callJoin(model, held, env);
  const deadline = Math.min(due, backoffUntil + env.joinTimeout);
  return env.now < deadline ? stepTo({ ...model, deadline }) : timedOut(model);
}

/**
 * The supply when a retry is due. Personal credentials are not used if another fetcher was passed after they had arrived. Their
 * signature has no user: it is used if it becomes valid before the new one.
 */
function forRetry(supply: SignatureSupply, env: SessionEnvironment): SignatureSupply {
  if (supply.is !== 'ready') return supply;
  const { candidate } = supply;
  // For another user, `proceed` also needs another client.
  if (candidate.user !== env.user || isForRetryOf(candidate, env)) return supply;
  return { is: 'needed', reason: 'initial', held: candidate };
}

/** The page is online again: continues with a new retry budget. */
export function goOnline(model: SessionModel, env: SessionEnvironment): Step {
  const { lastError } = model;
  if (!isPaused(model)) return stepTo(model);
  if (env.invalid) return fail(model, env.invalid);
  const signature = afterPause(model.signature, env);
  const online = { ...model, signature, startedAt: env.now, backoffUntil: env.now };
  if (!lastError) return prepare(online, env);
  return resume(waitForRetry(online, env.now, lastError, false), env);
}

/**
 * The supply after waiting for the page or for the connection, which may take hours: the signature may have expired, and another
 * user may have signed in.
 */
function afterPause(supply: SignatureSupply, env: SessionEnvironment): SignatureSupply {
  const earlier = candidateOf(supply);
  // For another user, `proceed` also needs another client.
  if (!earlier || earlier.user !== env.user || reusableOf(earlier, env)) return supply;
  if (supply.is !== 'ready') return { is: 'needed', reason: supply.reason };
  return { is: 'needed', reason: earlier.fetcher === env.fetcher ? 'expiring' : 'initial' };
}

function isPaused({ state }: SessionModel): boolean {
  return state.status === 'retrying' && state.offline;
}

function allowTime(model: SessionModel, env: SessionEnvironment): SessionModel {
  return { ...model, deadline: env.now + env.joinTimeout };
}
