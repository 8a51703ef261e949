import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { isWorthHolding, learnFromRefusal } from '../retry/not-before-gate';
import { decideRetry } from '../retry/retry-policy';
import { isForRetryOf, type SignatureCandidate } from '../signature/signature-candidate';
import type { SignatureRequestReason } from '../signature/signature-fetcher';
import { stepTo, type SessionEnvironment, type SessionModel, type Step } from './session-model';
import { inState, candidateOf, fail, fetchSignature, pauseOffline, waitForRetry } from './steps';

/** The SDK's `join()` rejected. */
export function joinFailed(
  model: SessionModel,
  { error }: { error: ZoomMeetingError },
  env: SessionEnvironment,
): Step {
  if (error.class === 'wait')
    return stepTo(
      inState({ ...model, arrival: 'none' }, { status: 'waiting-for-host', attempt: model.attempts }),
    );
  // The SDK gave up on this promise and may still connect. Its events or the deadline decide.
  if (error.class === 'cancelled') {
    if (model.failing) return afterFailure(model, model.failing, env);
    if (model.answer === 'asked-to-leave') return joinAnew(model, env);
    return stepTo({ ...model, answer: 'given-up', deadline: model.joinCalledAt + env.joinTimeout });
  }
  return afterFailure(model, error, env);
}

/**
 * Decides whether to retry. After a 3712 it records what the refusal says about the clocks, keeps the signature if waiting can
 * make it valid, and fetches a new one.
 */
export function afterFailure(model: SessionModel, error: ZoomMeetingError, env: SessionEnvironment): Step {
  const { attempts, joinCalledAt } = model;
  const candidate = candidateOf(model.signature);
  const clock =
    error.code === 3712 && candidate
      ? learnFromRefusal(model.clock, joinCalledAt - candidate.notBefore, attempts)
      : model.clock;
  const registered = refusesTk(error) ? undefined : model.registered;
  const learnt: SessionModel = {
    ...model,
    clock,
    registered,
    lastError: error,
    arrival: 'none',
    failing: undefined,
    // Invalid options are found before Zoom is asked.
    userChanges: error.code === 'INVALID_OPTIONS' ? model.userChanges : 0,
  };
  const retry = decideRetry(error, learnt, env.retry, env.now, env.random);
  if (!retry) return fail(learnt, error);

  const backoffUntil = env.now + retry.delay;
  const failed = { ...learnt, failures: [...model.failures, error.code], backoffUntil };
  const refetch = retry.refetch ?? (candidate && refetchReason(candidate, env));
  if (refetch !== undefined && model.signature.is === 'ready') {
    const refused = model.signature.candidate;
    const isHeld = refetch === 'rejected' && isWorthHolding(refused, clock, env.now);
    failed.signature = { is: 'needed', reason: refetch, held: isHeld ? refused : undefined };
  }
  if (!env.online) return stepTo(pauseOffline(failed, env));
  const waiting = waitForRetry(failed, backoffUntil, error, false);
  const { signature } = waiting;
  return signature.is === 'needed' ? fetchSignature(waiting, signature, env) : stepTo(waiting);
}

/** Why another join may not use the credentials of the last one. */
function refetchReason(
  candidate: SignatureCandidate,
  env: SessionEnvironment,
): SignatureRequestReason | undefined {
  if (candidate.isSingleUse) return 'used';
  // For another user, `proceed` also needs another client.
  return candidate.user !== env.user || isForRetryOf(candidate, env) ? undefined : 'initial';
}

/** Whether Zoom wants another registrant's token. */
function refusesTk({ code, userAction }: ZoomMeetingError): boolean {
  return code === 124 || userAction === 'register';
}

/** The SDK reported nothing about the join, and has left it. Joins again once `leaveMeeting()` is done. */
export function joinAnew(model: SessionModel, env: SessionEnvironment): Step {
  const silence = new ZoomMeetingError(-3000, {
    reason: 'Zoom did not respond in time.',
    attempts: model.attempts,
  });
  return afterFailure({ ...model, isPatient: true, sdk: 'missing' }, silence, env);
}

/** The SDK cannot reconnect: joins again with a new budget. If it was joined before, the attempts also start over. */
export function rejoin(model: SessionModel, error: ZoomMeetingError, env: SessionEnvironment): Step {
  const anew: SessionModel = { ...model, startedAt: env.now };
  if (!model.hasJoined) return afterFailure(anew, error, env);
  return afterFailure(
    { ...anew, attempts: 1, failures: [], signature: { is: 'needed', reason: 'expiring' } },
    error,
    env,
  );
}
