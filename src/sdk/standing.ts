import { normaliseError } from '../errors/normalise-error';
import type { ConnectionChange } from './zoom-sdk';

/**
 * Where the SDK stands, by what it has said: `out` of the meeting; `joining`, its `join()` is pending; `may-join`, it gave
 * that promise up and may get in by itself; `in` the meeting, its waiting room, or on its way back to it.
 */
export type Standing = 'out' | 'joining' | 'may-join' | 'in';

/** Where it stands after a `connection-change`. */
export function standingAfter(change: ConnectionChange, before: Standing): Standing {
  switch (change.state) {
    case 'Connected':
    case 'Reconnecting':
      return 'in';
    case 'Closed':
      return 'out';
    case 'Fail':
      // While it joins, the rejection says more.
      return before === 'joining' ? before : standingAfterRefusal(change);
    default:
      return before;
  }
}

/** Where it stands after `join()` has rejected. */
export function standingAfterRefusal(reason: unknown): Standing {
  const { class: kind } = normaliseError(reason);
  return kind === 'wait' || kind === 'cancelled' ? 'may-join' : 'out';
}
