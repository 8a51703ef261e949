import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { isWorthHolding, learnFromRefusal } from '../retry/not-before-gate';
import { decideRetry } from '../retry/retry-policy';
import type { SessionEnvironment, SessionModel, Step } from './session-model';
import { inState, candidateOf, fail, fetchSignature, pauseOffline, waitForRetry } from './steps';

/** What the SDK answered with while `joining`. */
export function joinFailed(
  model: SessionModel,
  { error }: { error: ZoomMeetingError },
  env: SessionEnvironment,
): Step {
  if (error.class === 'wait')
    return [inState({ ...model, arrival: 'none' }, { status: 'waiting-for-host', attempt: model.attempts })];
  // The SDK gave this promise up and may connect all the same: its events, or the deadline, decide.
  if (error.class === 'cancelled')
    return model.failing ? afterFailure(model, model.failing, env) : [{ ...model, answer: 'given-up' }];
  return afterFailure(model, error, env);
}

/** The 3712 path: learn about the clocks, keep the signature if waiting can make it valid, fetch a fresh one, wait. */
export function afterFailure(model: SessionModel, error: ZoomMeetingError, env: SessionEnvironment): Step {
  const { attempts, joinCalledAt } = model;
  const candidate = candidateOf(model.signature);
  const clock =
    error.code === 3712 && candidate
      ? learnFromRefusal(model.clock, joinCalledAt - candidate.notBefore, attempts)
      : model.clock;
  const learnt: SessionModel = { ...model, clock, lastError: error, arrival: 'none', failing: undefined };
  const retry = decideRetry(error, learnt, env.retry, env.now, env.random);
  if (!retry) return fail(learnt, error);

  const backoffUntil = env.now + retry.delay;
  const failed = { ...learnt, failures: [...model.failures, error.code], backoffUntil };
  const { refetch } = retry;
  if (refetch !== undefined && model.signature.is === 'ready') {
    const isHeld =
      refetch === 'rejected' && candidate !== undefined && isWorthHolding(candidate, clock, env.now);
    failed.signature = { is: 'needed', reason: refetch, held: isHeld ? candidate : undefined };
  }
  if (!env.online) return [pauseOffline(failed, env)];
  const waiting = waitForRetry(failed, backoffUntil, error, false);
  const { signature } = waiting;
  return signature.is === 'needed' ? fetchSignature(waiting, signature.reason, signature.held) : [waiting];
}

/** The connection is lost for good: join anew, with a budget of its own, and as the first time if it was joined. */
export function rejoin(model: SessionModel, error: ZoomMeetingError, env: SessionEnvironment): Step {
  const anew: SessionModel = { ...model, startedAt: env.now };
  if (!model.hasJoined) return afterFailure(anew, error, env);
  return afterFailure(
    { ...anew, attempts: 1, failures: [], signature: { is: 'needed', reason: 'expiring' } },
    error,
    env,
  );
}
