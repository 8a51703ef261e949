import { normaliseError } from '../errors/normalise-error';
import type { ConnectionChange } from './zoom-sdk';

/**
 * Whether the SDK is in the meeting, according to its events and promises:
 * - `out`: not in the meeting
 * - `joining`: its `join()` is pending
 * - `may-join`: it gave up that promise, but may still connect
 * - `in`: in the meeting or its waiting room
 * - `reconnecting`: the connection is lost, and the SDK tries to get back in
 */
export type Standing = 'out' | 'joining' | 'may-join' | 'in' | 'reconnecting';

/** The standing after a `connection-change`. */
export function standingAfter(change: ConnectionChange, before: Standing): Standing {
  switch (change.state) {
    case 'Connected':
      return 'in';
    case 'Reconnecting':
      return 'reconnecting';
    case 'Closed':
      return 'out';
    case 'Fail':
      // The rejection of `join()` follows and says more.
      return before === 'joining' ? before : standingAfterRefusal(change);
    default:
      return before;
  }
}

/** The standing after `join()` has rejected. */
export function standingAfterRefusal(reason: unknown): Standing {
  const { class: kind } = normaliseError(reason);
  return kind === 'wait' || kind === 'cancelled' ? 'may-join' : 'out';
}
