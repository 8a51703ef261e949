import { redactValues } from './redact';
import { describeCause, ZoomMeetingError } from './zoom-meeting-error';

/**
 * Turns anything that the SDK rejects with into a `ZoomMeetingError`. Observed with 6.2.0: a plain `{type, reason, errorCode}`,
 * `Error`, `TypeError`, `DOMException`. Only the code decides, because `reason` is localised.
 *
 * @param secrets Values to remove, because Zoom knows them and may repeat them in its text.
 */
export function normaliseError(
  thrown: unknown,
  attempts = 0,
  secrets: Iterable<string> = [],
): ZoomMeetingError {
  if (thrown instanceof ZoomMeetingError) return thrown.with({ attempts });
  const { errorCode, reason, message, url } = Object(thrown) as Record<string, unknown>;
  const text = [reason, message, thrown].find((one) => typeof one === 'string') ?? '';
  const code = Number(errorCode ?? NaN);
  return new ZoomMeetingError(Number.isInteger(code) ? code : 'UNKNOWN', {
    reason: redactValues(text, secrets),
    url: typeof url === 'string' && url ? url : undefined,
    attempts,
    cause: thrown === undefined ? undefined : redactValues(describeCause(thrown), secrets),
  });
}

/** Throws what a call of the SDK resolved with, if it describes a failure. Zoom's types allow that. */
export function throwFailure(result: unknown): void {
  const { type, reason } = Object(result) as Record<string, unknown>;
  if (type !== undefined && reason !== undefined) throw result;
}
