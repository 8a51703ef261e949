interface Timer {
  at: number;
  id: number;
  run: () => void;
}

const realSetImmediate = globalThis.setImmediate;
const realGlobals = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
const realDateNow = Date.now;
const realRandom = Math.random;
const realPerformanceNow = performance.now.bind(performance);

/** Settles every promise that can settle now. */
const settle = () => new Promise<void>((resolve) => realSetImmediate(resolve));

/**
 * Time that passes only on request: `setTimeout`, `Date.now` and `performance.now` of this process. Vitest's own
 * fake timers wait for a real millisecond at each step, which is too slow for tens of thousands of sequences.
 */
export function startVirtualTime() {
  let elapsed = 0;
  let slept = 0;
  let isThrottled = false;
  /** The error of the computer's clock. */
  let wrong = 0;
  let seed = 1;
  let timeOfDay = 1_760_000_050_000;
  let ids = 0;
  const timers = new Map<number, Timer>();

  const globals = {
    setTimeout(run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) {
      const id = (ids += 1);
      // Node and browsers do the same with numbers that do not fit.
      const delay = ms > 2 ** 31 - 1 || !(ms >= 1) ? 1 : ms;
      const at = elapsed + delay;
      timers.set(id, { id, at: isThrottled ? Math.ceil(at / 1000) * 1000 : at, run: () => run(...args) });
      return id;
    },
    clearTimeout: (id: number) => void timers.delete(id),
  };
  Object.assign(globalThis, globals);
  Date.now = () => Math.floor(timeOfDay);
  performance.now = () => elapsed;
  // The same in each run, so that a sequence that failed fails again.
  Math.random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

  function next(until: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of timers.values()) {
      if (
        timer.at <= until &&
        (!first || timer.at < first.at || (timer.at === first.at && timer.id < first.id))
      )
        first = timer;
    }
    return first;
  }

  async function pass(ms: number): Promise<void> {
    const until = elapsed + ms;
    await settle();
    for (let timer = next(until); timer; timer = next(until)) {
      timers.delete(timer.id);
      // After a sleep, the timer is late.
      const at = Math.max(timer.at, elapsed);
      timeOfDay += at - elapsed;
      elapsed = at;
      timer.run();
      await settle();
    }
    timeOfDay += until - elapsed;
    elapsed = until;
  }

  return {
    settle,
    /** Lets this many ms pass, and everything that is due happen. */
    pass,
    /** Whether timers run only at whole seconds, as in a hidden tab. */
    throttle(throttled: boolean) {
      isThrottled = throttled;
    },
    /** Sets the computer's clock. */
    jump(ms: number) {
      timeOfDay += ms;
      wrong += ms;
    },
    /** A sleep: everything that was due happens late. On some systems, `performance.now` stops. */
    async sleep(ms: number, stops = false): Promise<void> {
      timeOfDay += ms;
      if (!stops) {
        elapsed += ms;
        slept += ms;
      }
      await pass(0);
    },
    /** Zoom's own clock. */
    zoom: () => timeOfDay - wrong,
    /** How long the computer was awake, in ms. */
    awake: () => elapsed - slept,
    get pending() {
      return timers.size;
    },
    stop() {
      Object.assign(globalThis, realGlobals);
      Date.now = realDateNow;
      Math.random = realRandom;
      performance.now = realPerformanceNow;
    },
  };
}
