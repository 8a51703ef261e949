/**
 * Reports an error that a callback of the app, or a getter of the SDK, has thrown, as the browser reports an uncaught one. jsdom has no
 * `reportError`.
 */
export function reportAppError(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}
