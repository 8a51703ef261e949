import type { Clock } from './clock';

/** A timer for one deadline at a time. */
export interface DeadlineTimer {
  /** Replaces the deadline, in ms since the epoch. `undefined` and `Infinity`: none. */
  set(deadline: number | undefined): void;
}

/** The longest time that `setTimeout` can wait, in ms. With a longer one it fires at once. */
const longest = 2 ** 31 - 1;

/** Calls `onDue` once the clock has reached the deadline, never before. */
export function createDeadlineTimer(clock: Clock, onDue: () => void): DeadlineTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(deadline: number | undefined) {
    clearTimeout(timer);
    if (deadline === undefined || deadline === Infinity) return;
    const check = () => (clock() < deadline ? set(deadline) : onDue());
    // `setTimeout` drops a fraction of a millisecond and would fire before the deadline.
    timer = setTimeout(check, Math.min(longest, Math.ceil(deadline - clock())));
  }

  return { set };
}
