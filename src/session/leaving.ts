import type { LeaveReason, SessionModel, Step } from './session-model';
import { at, end } from './steps';

/** Where the SDK may be in the meeting or on its way: it leaves, and the state changes when it is out. */
export function leave(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return [at(model, { status: 'leaving' }), { type: 'leave', reason }];
}

/** The SDK is out, or nothing was at Zoom yet. */
export function over(model: SessionModel, { reason }: { reason: LeaveReason }): Step {
  return end(model, reason);
}
