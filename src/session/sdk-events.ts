import { normaliseError } from '../errors/normalise-error';
import type { ConnectionChange } from '../sdk/zoom-sdk';
import type { SessionEvent } from './session-model';

/** Adds a listener to an event of the SDK. Returns a function that removes it. */
export type ListenToSdk = (event: string, listener: (payload: never) => void) => () => void;

const rosterEvents = ['user-added', 'user-updated', 'user-removed'];

/**
 * Dispatches what the SDK reports as events of the session. Returns a function that stops it.
 * @param attempts How many times `join()` was called so far, for the errors.
 * @param secrets Values that the errors must not contain.
 */
export function dispatchSdkEvents(
  on: ListenToSdk,
  dispatch: (event: SessionEvent) => void,
  attempts: () => number,
  secrets: ReadonlySet<string>,
): () => void {
  const stops = [
    on('connection-change', (change: ConnectionChange) => {
      const event = connectionEvent(change, attempts(), secrets);
      if (event) dispatch(event);
    }),
    ...rosterEvents.map((name) => on(name, () => dispatch({ type: 'roster-changed' }))),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The session's event for a change of the SDK's connection. */
function connectionEvent(
  change: ConnectionChange,
  attempts: number,
  secrets: ReadonlySet<string>,
): SessionEvent | undefined {
  const { state, reason = '' } = change;
  switch (state) {
    case 'Connected':
      return { type: 'connected' };
    case 'Reconnecting':
      return { type: 'dropped', reason };
    case 'Fail':
      return { type: 'lost', error: normaliseError(change, attempts, secrets) };
    case 'Closed':
      return { type: 'closed', reason };
    case 'Connecting':
      return undefined;
  }
}
