import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { afterFailure, joinAnew, rejoin } from './failing';
import { stepTo, type SessionEnvironment, type SessionModel, type Step } from './session-model';
import { inState, end, notFetching, timedOut } from './steps';

/** How long to wait, after an event of the SDK, for the participant's own row or for the rejection of `join()`, in ms. */
const settleTime = 3000;
/** How long the own row may be missing once the SDK is connected, in ms. It arrives with `Connected` (4.0.7 to 6.2.0). */
const rowTime = 20_000;
/** How long the SDK may try to reconnect before this library joins again, in ms. The SDK gives up after about 30 s. */
const reconnectTime = 60_000;

/**
 * The SDK is connected. The participant's own row arrives later, and only the row distinguishes the waiting room from the meeting.
 * `join()` resolves after the row has arrived. Without a pending `join()`, the event of the roster decides.
 */
export function connected(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  return stepTo({ ...model, arrival: 'connected', deadline: env.now + settleTime });
}

/** The participant is in the meeting or in its waiting room. */
export function settle(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  const arrived: SessionModel = {
    ...model,
    arrival: 'none',
    lastError: undefined,
    // A signature that is still being fetched is not needed.
    signature: notFetching(model.signature),
  };
  const attempt = model.attempts;
  if (env.presence === 'in')
    return stepTo(inState({ ...arrived, hasJoined: true }, { status: 'joined', attempt }));
  // A participant in the waiting room has a row. Without one, the host cannot admit them.
  const deadline = env.presence === 'unknown' ? env.now + rowTime : undefined;
  return stepTo(inState(arrived, { status: 'waiting-room', attempt }, deadline));
}

/** Settles when the participant's row arrives after the SDK has connected without a pending `join()`. */
export function settleWithRow(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  return model.arrival === 'connected' && env.presence !== 'unknown'
    ? settle(model, event, env)
    : stepTo(model);
}

export function reconnecting(
  model: SessionModel,
  { reason }: { reason: string },
  env: SessionEnvironment,
): Step {
  const state = { status: 'reconnecting', attempt: model.attempts, reason } as const;
  return stepTo(inState({ ...model, arrival: 'none' }, state, env.now + reconnectTime));
}

export function lost(
  model: SessionModel,
  { error }: { error: ZoomMeetingError },
  env: SessionEnvironment,
): Step {
  return rejoin(model, error, env);
}

export function closed(model: SessionModel, { reason }: { reason: string }): Step {
  return end(model, reason || 'left');
}

export function droppedWhileJoining(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  if (model.failing) return stepTo(model);
  const since = model.arrival === 'none' ? model.joinCalledAt : env.now;
  return stepTo({ ...model, arrival: 'none', deadline: since + env.joinTimeout });
}

/** The rejection of `join()` follows and says more, unless it has already arrived. */
export function lostWhileJoining(
  model: SessionModel,
  { error }: { error: ZoomMeetingError },
  env: SessionEnvironment,
): Step {
  if (model.answer === 'given-up') return afterFailure(model, error, env);
  return stepTo({ ...model, failing: error, deadline: env.now + settleTime });
}

/** A pending `join()` resolves after the row has arrived. If the SDK gave it up, only the row shows the outcome. */
export function rosterWhileJoining(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  return model.answer === 'given-up' ? settleWithRow(model, event, env) : stepTo(model);
}

/**
 * The second of two signals did not arrive, so the first one decides. Without any signal, the SDK is told to leave: up to 5.1.4, it
 * reports nothing for a minute when its socket drops before the first frame.
 */
export function joiningTookTooLong(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  if (model.failing) return afterFailure(model, model.failing, env);
  if (model.arrival === 'connected') return settle(model, event, env);
  const limit = model.joinCalledAt + env.joinTimeout;
  if (env.now >= limit) return timedOut(model);
  return stepTo({ ...model, answer: 'asked-to-leave', deadline: limit }, { type: 'leave-join' });
}

/** The SDK has left as requested: join again. */
export function closedWhileJoining(
  model: SessionModel,
  event: { reason: string },
  env: SessionEnvironment,
): Step {
  return model.answer === 'asked-to-leave' && !event.reason ? joinAnew(model, env) : closed(model, event);
}

/** The participant's row has arrived, or has changed. */
export function rowInWaitingRoom(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  if (env.presence === 'in') return settle(model, event, env);
  return stepTo(env.presence === 'on-hold' ? { ...model, deadline: undefined } : model);
}

/** The SDK is connected, but has never listed the participant: a new client joins. The attempts do not start over. */
export function rowTookTooLong(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  if (env.presence !== 'unknown') return rowInWaitingRoom(model, event, env);
  const error = new ZoomMeetingError(-3000, { reason: 'Zoom did not list the participant.' });
  return withNewClient(afterFailure({ ...withoutClient(model), startedAt: env.now }, error, env));
}

export function putOnHold(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  return env.presence === 'on-hold' ? settle(model, event, env) : stepTo(model);
}

/** The SDK takes too long to reconnect: a new client joins. */
export function reconnectingTookTooLong(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  if (model.arrival === 'connected') return settle(model, event, env);
  const error = new ZoomMeetingError(-3000, { reason: 'The connection could not be restored.' });
  return withNewClient(rejoin(withoutClient(model), error, env));
}

const withoutClient = (model: SessionModel): SessionModel => ({
  ...model,
  sdk: 'missing',
  clientPerson: undefined,
});

const withNewClient = ({ model, effects }: Step): Step => stepTo(model, { type: 'reset' }, ...effects);
