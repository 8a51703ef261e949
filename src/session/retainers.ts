/** The mounted components that retain a session. */
export interface Retainers {
  /** Adds a component. Returns a function that removes it. `onReleased` is called when the grace period after that is over. */
  add(onReleased: () => void): () => void;
  /** Whether a mounted component retains the session. */
  any(): boolean;
  /**
   * Resolves with whether a component retains the session, as soon as one does, or when the grace period is over. A component may
   * be mounted before its effects have run, because its refs and the effects of its children run first.
   */
  awaitAny(): Promise<boolean>;
}

/** How long to keep a meeting that no component retains, in ms. StrictMode and route changes unmount and mount again. */
const grace = 100;

export function createRetainers(): Retainers {
  let count = 0;
  const waiting = new Set<() => void>();

  return {
    add(onReleased) {
      count += 1;
      waiting.forEach((answer) => answer());
      return () => {
        count -= 1;
        setTimeout(onReleased, grace);
      };
    },

    any: () => count > 0,

    awaitAny: () =>
      new Promise((resolve) => {
        const answer = () => {
          clearTimeout(timeout);
          waiting.delete(answer);
          resolve(count > 0);
        };
        const timeout = setTimeout(answer, grace);
        waiting.add(answer);
      }),
  };
}
