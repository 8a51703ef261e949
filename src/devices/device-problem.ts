/**
 * Why a camera or microphone cannot be used. `denied`: the browser or the user refuses access. `missing`: there is none, or it was
 * unplugged. `in-use`: another app has it. `unsupported`: the browser has no access to devices, e.g. on a page without HTTPS.
 * `failed`: anything else.
 */
export type DeviceProblem = 'denied' | 'missing' | 'in-use' | 'unsupported' | 'failed';

/** The names of the errors of `getUserMedia()`, of the standard and of older browsers. */
const problems: Readonly<Record<string, DeviceProblem>> = {
  NotAllowedError: 'denied',
  PermissionDeniedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  DevicesNotFoundError: 'missing',
  // The chosen device no longer exists.
  OverconstrainedError: 'missing',
  NotReadableError: 'in-use',
  TrackStartError: 'in-use',
  AbortError: 'in-use',
};

/** The problem that a rejection of `getUserMedia()` stands for. */
export function problemOf(error: unknown): DeviceProblem {
  const { name } = Object(error) as { name?: unknown };
  return (typeof name === 'string' && Object.hasOwn(problems, name) && problems[name]) || 'failed';
}
