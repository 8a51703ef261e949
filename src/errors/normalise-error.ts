import { ZoomMeetingError } from './zoom-meeting-error';

/**
 * Turns whatever the SDK rejects with into a `ZoomMeetingError`. Shapes seen with 6.2.0: a plain
 * `{type, reason, errorCode}`, `Error`, `TypeError`, `DOMException`. Only the code is trusted: `reason` is localised.
 */
export function normaliseError(thrown: unknown, attempts = 0): ZoomMeetingError {
  if (thrown instanceof ZoomMeetingError) return thrown.with({ attempts });
  const { errorCode, reason, message, url } = Object(thrown) as Record<string, unknown>;
  const text = [reason, message, thrown].find((one) => typeof one === 'string');
  const code = Number(errorCode ?? NaN);
  return new ZoomMeetingError(Number.isInteger(code) ? code : 'UNKNOWN', {
    reason: text as string | undefined,
    url: typeof url === 'string' && url ? url : undefined,
    attempts,
    cause: thrown,
  });
}

/** Throws a value that a call of the SDK *resolved* with if it says that the call failed; Zoom's types allow that. */
export function throwFailure(result: unknown): void {
  const { type, reason } = Object(result) as Record<string, unknown>;
  if (type !== undefined && reason !== undefined) throw result;
}
