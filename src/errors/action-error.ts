import { normaliseError } from './normalise-error';
import { ZoomMeetingError } from './zoom-meeting-error';

/** The SDK's types of failure that have one of our codes (6.2.0). */
const codes = [
  { type: 'INSUFFICIENT_PRIVILEGES', code: 'NOT_HOST' },
  { type: 'IMPROPER_MEETING_STATE', code: 'NOT_JOINED' },
  { type: 'OPERATION_TIMEOUT', code: 'ACTION_TIMEOUT' },
] as const;

/** Why an action failed. The SDK knows more about privileges and the meeting's state than its roster shows. */
export function actionError(thrown: unknown): ZoomMeetingError {
  const error = normaliseError(thrown);
  const { type } = Object(thrown) as { type?: unknown };
  const code = codes.find((known) => known.type === type)?.code;
  return code ? new ZoomMeetingError(code, { reason: error.reason, cause: thrown }) : error;
}
