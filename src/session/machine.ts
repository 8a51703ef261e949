import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { dueAt, firstDue, isWorthHolding, learnFromRefusal } from '../retry/not-before-gate';
import { decideRetry, isInBudget } from '../retry/retry-policy';
import type { ConnectionChange } from '../sdk/zoom-sdk';
import type { SignatureCandidate } from '../signature/signature-candidate';
import { isActive, type ZoomMeetingState, type ZoomMeetingStatus } from './meeting-state';
import {
  initialModel,
  type LeaveReason,
  type SessionEnvironment,
  type SessionEvent,
  type SessionModel,
  type Step,
} from './session-model';

/** How long the participant's own row is waited for after `Connected`, in ms. */
const settleTime = 3000;
/** How long the SDK may try to reconnect before we do it, in ms. It gives up by itself after about 30 s. */
const reconnectTime = 60_000;
/** How long leaving may take, in ms; the SDK needs about 540. */
const leaveTime = 5000;

/** Where the SDK's client is busy for us. */
const atZoom: readonly ZoomMeetingStatus[] = [
  'joining',
  'waiting-for-host',
  'waiting-room',
  'joined',
  'reconnecting',
];

/** The state machine: what an event makes of the model, and what is to be done. Pure. */
export function transition(model: SessionModel, event: SessionEvent, env: SessionEnvironment): Step {
  const { status } = model.state;
  // Once the SDK has connected by itself, no join of ours may follow.
  const isPending = (status === 'preparing' || status === 'retrying') && !model.connected;
  switch (event.type) {
    case 'join':
      return isActive(model.state) ? [model] : start(model, event.reusable, env);
    case 'refuse':
      return fail(model, event.error);
    case 'sdk-ready':
      return isPending ? proceed({ ...model, sdkReady: true }, env) : [model];
    case 'sdk-failed':
      return isPending ? afterFailure(model, event.error, env) : [model];
    case 'signature-ready': {
      if (!isPending) return [model];
      const candidate = firstDue(model.candidate, event.candidate);
      return proceed({ ...model, refetching: undefined, candidate }, env);
    }
    case 'signature-failed':
      if (!isPending) return [model];
      // A refused signature that is only waiting for its time still gets us in.
      return model.candidate && model.refetching
        ? proceed({ ...model, refetching: undefined }, env)
        : fail(model, event.error);
    case 'join-resolved':
      return status === 'joining' ? settle(model, env) : [model];
    case 'join-failed':
      return status === 'joining' ? afterJoinFailed(model, event.error, env) : [model];
    case 'connection-change':
      return afterConnectionChange(model, event.change, event.error, env);
    case 'roster-changed':
      return afterRosterChanged(model, env);
    case 'deadline':
      return afterDeadline(model, env);
    case 'retry-now':
      return isPending && status === 'retrying'
        ? resume({ ...model, backoffUntil: env.now }, env, true)
        : [model];
    case 'leave':
      return leave(model, event.reason, env);
    case 'left':
      return [end(model, model.leaving)];
  }
}

function start(model: SessionModel, reusable: SignatureCandidate | undefined, env: SessionEnvironment): Step {
  const refetching = reusable ? undefined : model.candidate ? 'expiring' : 'initial';
  const fresh: SessionModel = {
    ...initialModel,
    clock: { ...model.clock, clearlyPast: false },
    candidate: reusable,
    refetching,
    startedAt: env.now,
  };
  const preparing = at(fresh, { status: 'preparing', attempt: 1 }, env.now + env.joinTimeout);
  return refetching ? [preparing, 'load-sdk', 'fetch-signature'] : [preparing, 'load-sdk'];
}

/** Joins as soon as SDK, signature, backoff and `iat` allow it. The first join never waits: the clock may be wrong. */
function proceed(model: SessionModel, env: SessionEnvironment, impatient?: boolean): Step {
  const { candidate, attempts, lastError, backoffUntil } = model;
  if (!model.sdkReady || model.refetching || !candidate) return [model];

  const due = attempts && dueAt(candidate, model.clock);
  const next = Math.max(due, backoffUntil);
  if (!lastError || impatient || next <= env.now) return callJoin(model, env);
  return isInBudget(next, model, env.retry)
    ? [wait(model, next, lastError, due > backoffUntil)]
    : fail(model, lastError);
}

function callJoin(model: SessionModel, env: SessionEnvironment): Step {
  const attempts = model.attempts + 1;
  const joining = { ...model, attempts, joinCalledAt: env.now, connected: false };
  return [at(joining, { status: 'joining', attempt: attempts }, env.now + env.joinTimeout), 'join'];
}

function afterJoinFailed(model: SessionModel, error: ZoomMeetingError, env: SessionEnvironment): Step {
  if (error.class === 'wait')
    return [at({ ...model, connected: false }, { status: 'waiting-for-host', attempt: model.attempts })];
  // The SDK gave this promise up and may connect all the same: its events, or the deadline, decide.
  if (error.class === 'cancelled') return [model];
  return afterFailure(model, error, env);
}

/** The 3712 path: learn about the clocks, keep the signature if waiting can heal it, fetch a fresh one, wait. */
function afterFailure(model: SessionModel, error: ZoomMeetingError, env: SessionEnvironment): Step {
  const { candidate, attempts, joinCalledAt } = model;
  const clock =
    error.code === 3712 && candidate
      ? learnFromRefusal(model.clock, joinCalledAt - candidate.notBefore, attempts)
      : model.clock;
  const learnt = { ...model, clock, lastError: error };
  const retry = decideRetry(error, learnt, env.retry, env.now, env.random);
  if (!retry) return fail(learnt, error);

  const refetch = retry.refetch ?? (candidate || model.refetching ? undefined : 'expiring');
  const backoffUntil = env.now + retry.delay;
  const keep =
    refetch === undefined ||
    (refetch === 'rejected' && candidate && isWorthHolding(candidate, clock, env.now));
  const waiting = {
    ...learnt,
    failures: [...model.failures, error.code],
    backoffUntil,
    connected: false,
    candidate: keep ? candidate : undefined,
    refetching: model.refetching ?? refetch,
  };
  const next = wait(waiting, backoffUntil, error, false);
  return refetch ? [next, 'fetch-signature'] : [next];
}

function wait(model: SessionModel, nextAttemptAt: number, reason: ZoomMeetingError, holding: boolean) {
  const attempt = model.attempts + 1;
  return at(model, { status: 'retrying', attempt, nextAttemptAt, reason, holding }, nextAttemptAt);
}

function afterConnectionChange(
  model: SessionModel,
  { state, reason = '' }: ConnectionChange,
  error: ZoomMeetingError,
  env: SessionEnvironment,
): Step {
  const { status } = model.state;
  if (state === 'Connected' && (status === 'joining' || mayArrive.includes(status))) {
    return [{ ...model, connected: true, deadline: env.now + settleTime }];
  }
  // While joining, the rejection of `join()` tells the same; in other states it is a late word about the meeting before.
  if (status === 'joining' || !atZoom.includes(status)) return [model];
  if (state === 'Reconnecting' && status !== 'waiting-for-host') {
    const reconnecting = { status: 'reconnecting', attempt: model.attempts, reason } as const;
    return [at({ ...model, connected: false }, reconnecting, env.now + reconnectTime)];
  }
  if (state === 'Fail') return rejoin(model, error, env);
  return state === 'Closed' ? [end(model, reason || 'left')] : [model];
}

/**
 * Where the SDK may get in by itself. `Connected` comes before the participant's own row, and only that tells the waiting
 * room from the meeting. A join resolves after the row; a join of the SDK's own, or a reconnect, has no promise, so the
 * row itself is waited for.
 */
const mayArrive: readonly ZoomMeetingStatus[] = ['waiting-for-host', 'reconnecting', 'retrying'];

function afterRosterChanged(model: SessionModel, env: SessionEnvironment): Step {
  const { status } = model.state;
  const admitted = status === 'waiting-room' && env.inMeeting;
  const putOnHold = status === 'joined' && !env.inMeeting;
  const arrived = model.connected && mayArrive.includes(status);
  return admitted || putOnHold || arrived ? settle(model, env) : [model];
}

/** In the meeting, or in its waiting room. */
function settle(model: SessionModel, env: SessionEnvironment): Step {
  const arrived = { ...model, lastError: undefined, refetching: undefined };
  const attempt = model.attempts;
  return [
    env.inMeeting
      ? at({ ...arrived, hasJoined: true }, { status: 'joined', attempt })
      : at(arrived, { status: 'waiting-room', attempt }),
  ];
}

/** The connection is lost for good: join anew, with a budget of its own, and as the first time if it was joined. */
function rejoin(model: SessionModel, error: ZoomMeetingError, env: SessionEnvironment): Step {
  const anew = model.hasJoined && { attempts: 1, failures: [], candidate: undefined };
  return afterFailure({ ...model, ...anew, startedAt: env.now }, error, env);
}

function afterDeadline(model: SessionModel, env: SessionEnvironment): Step {
  const { status } = model.state;
  // The second sign did not come: one has to do.
  if (model.connected && status !== 'leaving') return settle(model, env);
  switch (status) {
    case 'preparing':
    case 'joining':
      return timedOut(model);
    case 'retrying':
      return resume(model, env);
    case 'reconnecting': {
      const lost = new ZoomMeetingError(-3000, { reason: 'The connection could not be restored.' });
      const [next, ...effects] = rejoin(model, lost, env);
      return [next, 'reset', ...effects];
    }
    case 'leaving':
      // The host goes on with it; nobody has to watch.
      return [end(model, model.leaving)];
    default:
      return [model];
  }
}

/** A retry is due: load the SDK again, go on waiting for the signature, or join. */
function resume(model: SessionModel, env: SessionEnvironment, impatient?: boolean): Step {
  const { candidate, backoffUntil } = model;
  if (!model.sdkReady) {
    const preparing = { status: 'preparing', attempt: model.attempts + 1 } as const;
    return [at(model, preparing, env.now + env.joinTimeout), 'load-sdk'];
  }
  if (!model.refetching) return proceed(model, env, impatient);
  // The refused signature that is held may fall due before the fresh one arrives.
  const due = candidate ? dueAt(candidate, model.clock) : Infinity;
  if (due <= env.now) return callJoin({ ...model, refetching: undefined }, env);
  const deadline = Math.min(due, backoffUntil + env.joinTimeout);
  return env.now < deadline ? [{ ...model, deadline }] : timedOut(model);
}

function timedOut(model: SessionModel): Step {
  const isJoining = model.state.status === 'joining';
  const missing = isJoining ? 'Zoom’s answer' : model.refetching ? 'The signature' : 'The SDK';
  const reason = `${missing} did not arrive in time.`;
  const [failed] = fail(model, new ZoomMeetingError('JOIN_TIMEOUT', { reason, attempts: model.attempts }));
  return isJoining ? [failed, 'reset'] : [failed];
}

function fail(model: SessionModel, error: ZoomMeetingError): Step {
  const isRefused = error.class === 'signature' || error.class === 'credential';
  const final = error.class === 'signature' ? error.with({ class: 'config' }) : error;
  const candidate = isRefused ? undefined : model.candidate;
  return [at({ ...model, candidate, refetching: undefined }, { status: 'failed', error: final })];
}

function leave(model: SessionModel, reason: LeaveReason, env: SessionEnvironment): Step {
  const { status } = model.state;
  if (!isActive(model.state) || status === 'leaving') return [model];
  // While a retry is waited for, the SDK may have connected by itself.
  if (!atZoom.includes(status) && !model.connected) return [end(model, reason)];
  return [at({ ...model, leaving: reason }, { status: 'leaving' }, env.now + leaveTime), 'leave'];
}

function end(model: SessionModel, reason: string): SessionModel {
  return at({ ...model, refetching: undefined }, { status: 'ended', reason });
}

function at(model: SessionModel, state: ZoomMeetingState, deadline?: number): SessionModel {
  return { ...model, state, deadline };
}
