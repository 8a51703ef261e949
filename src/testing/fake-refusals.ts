import type { ZoomFailure } from '../sdk/zoom-sdk';
import type { FakeMeeting } from './fake-meeting';

/** The failure with which SDK 6.2.0 refuses an operation, or `undefined` if the operation is possible. */
type Refusal = ZoomFailure | undefined;

const improper = (reason: string, errorCode: number): ZoomFailure => ({
  type: 'IMPROPER_MEETING_STATE',
  reason,
  errorCode,
});

/** Not in the meeting. */
export function unlessInMeeting({ state }: FakeMeeting): Refusal {
  if (state === 'joined') return undefined;
  if (state === 'waiting-room') return improper('on hold', 5004);
  return state === 'reconnecting' ? improper('reconnecting', 5003) : improper('closed', 5002);
}

/** Neither host nor co-host. */
export function unlessManager({ self }: FakeMeeting): Refusal {
  if (self?.isHost || self?.isCoHost) return undefined;
  return {
    type: 'INSUFFICIENT_PRIVILEGES',
    reason: 'only host or co-host can do the operation',
    errorCode: 5006,
  };
}

/** Not the host. */
export function unlessHost({ self }: FakeMeeting): Refusal {
  if (self?.isHost) return undefined;
  return { type: 'INSUFFICIENT_PRIVILEGES', reason: 'only host can do the operation', errorCode: 5007 };
}

/** The user is not another participant of the meeting. */
export function unlessOther(meeting: FakeMeeting, userId: number): Refusal {
  if (!meeting.roster.some((row) => row.userId === userId)) {
    return { type: 'INVALID_PARAMETERS', reason: 'no matching user' };
  }
  return meeting.self?.userId === userId
    ? { type: 'INVALID_OPERATION', reason: 'operation is not applicable to self' }
    : undefined;
}

/** Throws the first that applies: the SDK checks in an order that differs between its methods. */
export function refuse(...refusals: Refusal[]): void {
  const first = refusals.find((refusal) => refusal !== undefined);
  if (first) throw first;
}
