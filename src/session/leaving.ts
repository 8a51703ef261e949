import { reconnecting, settle } from './connection';
import type { JoinChanges } from './join-changes';
import {
  stepTo,
  type LeaveReason,
  type SessionEnvironment,
  type SessionModel,
  type Step,
} from './session-model';
import { end, inState } from './steps';

/** The SDK may be in the meeting or may be joining. The state becomes `ended` when the SDK is out. */
export function leave(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  const left = { ...model, leaveIfRefused: undefined, droppedWhileLeaving: undefined };
  return stepTo(inState(left, { status: 'leaving' }), { type: 'leave', reason });
}

/** `join()` was called while the meeting is being left. The join follows afterwards. */
export function joinNext(model: SessionModel, { changes }: { changes: JoinChanges }): Step {
  return stepTo({ ...model, nextJoin: { changes } });
}

/** The SDK is out. The join that was requested in the meantime follows. */
export function left(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  const ended = end(model, reason);
  return model.nextJoin ? stepTo(ended.model, { type: 'start-join', ...model.nextJoin }) : ended;
}

/** The SDK is out, or was never asked to join. */
export function finish(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return end(model, reason);
}

/** The user does not want to try again. Only `cancel()` ends a failed meeting, which has nothing to leave. */
export function leaveFailed(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return reason === 'cancelled' ? end(model, reason) : stepTo({ ...model, awaitsOptions: false });
}

/**
 * `leave()` was called while the meeting is being left, or ended for everyone. No join follows. If the SDK refuses to end the
 * meeting, it is left.
 */
export function leaveAnyway(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  const leaveIfRefused = reason === 'ended' ? model.leaveIfRefused : reason;
  return stepTo({ ...model, leaveIfRefused, nextJoin: undefined });
}

/** The connection drops while the meeting is being ended for everyone, which the SDK may refuse. */
export function droppedWhileLeaving(model: SessionModel, { reason }: { reason: string }): Step {
  return stepTo({ ...model, droppedWhileLeaving: reason });
}

export function connectedWhileLeaving(model: SessionModel): Step {
  return stepTo({ ...model, droppedWhileLeaving: undefined });
}

/** The SDK did not end the meeting for everyone, and is still in it. */
export function endRefused(model: SessionModel, event: unknown, env: SessionEnvironment): Step {
  const { leaveIfRefused, droppedWhileLeaving } = model;
  if (leaveIfRefused) return leave(model, { reason: leaveIfRefused });
  const still = { ...model, nextJoin: undefined };
  return droppedWhileLeaving === undefined
    ? settle(still, event, env)
    : reconnecting(still, { reason: droppedWhileLeaving }, env);
}
