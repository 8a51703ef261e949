/**
 * How a part of the app, the SDK or the page behaves from now on. The first value of each is the correct
 * behaviour.
 */
export const faultValues = {
  load: ['ok', 'fails', 'hangs', 'slow'],
  init: ['ok', 'rejects'],
  browser: ['ok', 'unsupported'],
  leave: ['ok', 'rejects', 'hangs'],
  end: ['ok', 'rejects', 'hangs'],
  destroy: ['ok', 'throws'],
  fetch: ['ok', 'rejects', 'hangs', 'throws', 'malformed', 'ahead', 'far ahead', 'expiring', 'slow'],
  retry: ['default', 'throws', 'always', 'never'],
  retryDelay: ['default', 'throws', 'none', 'not a number'],
  joinTimeout: ['default', 'short', 'none'],
  callbacks: ['ok', 'throw'],
} as const;

export type Faults = { -readonly [Name in keyof typeof faultValues]: (typeof faultValues)[Name][number] };

export function noFaults(): Faults {
  return Object.fromEntries(Object.entries(faultValues).map(([name, [ok]]) => [name, ok])) as Faults;
}
