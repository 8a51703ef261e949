/**
 * A clock that starts with the time of day and then counts what really elapses, so that a signature's age stays right
 * when the computer's clock is set while somebody waits. In ms since the epoch.
 */
export function startSteadyClock(): () => number {
  const offset = Date.now() - performance.now();
  return () => offset + performance.now();
}
