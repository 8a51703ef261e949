import { ZoomMeetingError } from './zoom-meeting-error';

/**
 * Turns whatever the SDK rejects with into a `ZoomMeetingError`. Shapes seen with 6.2.0: a plain
 * `{type, reason, errorCode}`, `Error`, `TypeError`, `DOMException`. Only the code is trusted: `reason` is localised.
 */
export function normaliseError(thrown: unknown, attempts = 0): ZoomMeetingError {
  if (thrown instanceof ZoomMeetingError) return thrown.with({ attempts });
  if (thrown instanceof Error) {
    return new ZoomMeetingError('UNKNOWN', { reason: thrown.message, attempts, cause: thrown });
  }
  const { errorCode, reason, url } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Record<
    string,
    unknown
  >;
  const code = Number(errorCode);
  return new ZoomMeetingError(errorCode !== undefined && Number.isInteger(code) ? code : 'UNKNOWN', {
    reason: typeof reason === 'string' ? reason : typeof thrown === 'string' ? thrown : '',
    url: typeof url === 'string' && url ? url : undefined,
    attempts,
    cause: thrown,
  });
}

/** Whether a value that a call of the SDK *resolved* with says that the call failed; Zoom's types allow that. */
export function isFailure(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'type' in result && 'reason' in result;
}
