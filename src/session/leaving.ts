import { settle } from './connection';
import type { LeaveReason, SessionEnvironment, SessionModel, Step } from './session-model';
import { end, inState } from './steps';

/** The SDK may be in the meeting or may be joining. The state becomes `ended` when the SDK is out. */
export function leave(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return [inState({ ...model, leaveIfRefused: undefined }, { status: 'leaving' }), { type: 'leave', reason }];
}

/** The SDK is out, or was never asked to join. */
export function finish(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return end(model, reason);
}

/** The user does not want to try again. Only `cancel()` does this: a failed meeting has nothing to leave. */
export function cancelFailed(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return reason === 'cancelled' ? end(model, reason) : [model];
}

/** `leave()` while the meeting is being ended for everyone: if the SDK refuses to end it, the meeting is left. */
export function leaveAnyway(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return [{ ...model, leaveIfRefused: reason }];
}

/** The SDK did not end the meeting for everyone, and is still in it. */
export function endRefused(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  const { leaveIfRefused: reason } = model;
  return reason ? leave(model, { reason }) : settle(model, event, env);
}
