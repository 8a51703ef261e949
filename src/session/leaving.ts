import type { LeaveReason, SessionModel, Step } from './session-model';
import { at, end } from './steps';

/** Where the SDK may be in the meeting or on its way: it leaves, and the state changes when it is out. */
export function leave(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return [at(model, { status: 'leaving' }), { type: 'leave', reason }];
}

/** Where nothing is at Zoom yet: it is over at once. */
export function giveUp(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return end(model, reason);
}

export function left(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return end(model, reason);
}
