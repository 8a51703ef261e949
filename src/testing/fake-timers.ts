/** Timeouts that can all be cancelled at once. Only `setTimeout`, so that fake clocks drive them. */
interface FakeTimers {
  after(ms: number, run: () => void): void;
  clear(): void;
}

/** Creates a set of timeouts. */
export function createTimers(): FakeTimers {
  const pending = new Set<ReturnType<typeof setTimeout>>();
  return {
    after(ms, run) {
      const id = setTimeout(() => {
        pending.delete(id);
        run();
      }, ms);
      pending.add(id);
    },
    clear() {
      pending.forEach(clearTimeout);
      pending.clear();
    },
  };
}
