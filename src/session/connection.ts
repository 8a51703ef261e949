import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { afterFailure, rejoin } from './failing';
import type { SessionEnvironment, SessionModel, Step } from './session-model';
import { at, end, timedOut } from './steps';

/** How long the participant's own row, or the rejection of `join()`, is waited for after the event that comes first, in ms. */
export const settleTime = 3000;
/** How long the SDK may try to reconnect before we do it, in ms. It gives up by itself after about 30 s. */
const reconnectTime = 60_000;

/**
 * The SDK is connected, with our `join()` or by itself. `Connected` comes before the participant's own row, and only that
 * tells the waiting room from the meeting. A `join()` resolves after the row; where there is no promise, the row itself is
 * waited for.
 */
export function connected(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  return [{ ...model, arrival: 'connected', deadline: env.now + settleTime }];
}

/** In the meeting, or in its waiting room. */
export function settle(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
  const { signature } = model;
  const arrived: SessionModel = {
    ...model,
    arrival: 'none',
    lastError: undefined,
    // A fetch that was under way is no longer wanted.
    signature: signature.is === 'fetching' ? { ...signature, is: 'needed' } : signature,
  };
  const attempt = model.attempts;
  return [
    env.presence === 'in'
      ? at({ ...arrived, hasJoined: true }, { status: 'joined', attempt })
      : at(arrived, { status: 'waiting-room', attempt }),
  ];
}

/** Settles once the SDK that got in without a promise of ours has the participant's row. */
export function settleWithRow(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  return model.arrival === 'connected' && env.presence !== 'unknown' ? settle(model, event, env) : [model];
}

export function reconnecting(
  model: SessionModel,
  { reason }: { reason: string },
  env: SessionEnvironment,
): Step {
  const state = { status: 'reconnecting', attempt: model.attempts, reason } as const;
  return [at({ ...model, arrival: 'none' }, state, env.now + reconnectTime)];
}

export function reconnectingOnceConnected(
  model: SessionModel,
  event: { reason: string },
  env: SessionEnvironment,
): Step {
  return model.arrival === 'connected' ? reconnecting(model, event, env) : [model];
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

/** While joining. */
export const onTheWay = {
  dropped(model: SessionModel, _event: unknown, env: SessionEnvironment): Step {
    if (model.arrival === 'none') return [model];
    return [{ ...model, arrival: 'none', deadline: env.now + env.joinTimeout }];
  },
  lost(model: SessionModel, { error }: { error: ZoomMeetingError }, env: SessionEnvironment): Step {
    if (model.answer === 'given-up') return afterFailure(model, error, env);
    return [{ ...model, arrival: 'none', failing: error, deadline: env.now + settleTime }];
  },
  roster(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
    return model.answer === 'given-up' ? settleWithRow(model, event, env) : [model];
  },
  deadline(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
    // The second sign did not come: one has to do.
    if (model.failing) return afterFailure(model, model.failing, env);
    return model.arrival === 'connected' ? settle(model, event, env) : timedOut(model);
  },
};

/** While a retry is waited for: the SDK may get in by itself, and no join of ours may follow then. */
export const byItself = {
  lost(model: SessionModel, event: { error: ZoomMeetingError }, env: SessionEnvironment): Step {
    return model.arrival === 'connected' ? afterFailure(model, event.error, env) : [model];
  },
  closed(model: SessionModel, event: { reason: string }): Step {
    return model.arrival === 'connected' ? closed(model, event) : [model];
  },
};

export function admitted(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  return env.presence === 'in' ? settle(model, event, env) : [model];
}

export function putOnHold(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  return env.presence === 'on-hold' ? settle(model, event, env) : [model];
}

/** The SDK takes too long to reconnect: a new client joins anew. */
export function reconnectingTookTooLong(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  if (model.arrival === 'connected') return settle(model, event, env);
  const [next, ...effects] = rejoin(model, new ZoomMeetingError(-3000, { reason: 'The connection could not be restored.' }), env);
  return [next, { type: 'reset' }, ...effects];
}
