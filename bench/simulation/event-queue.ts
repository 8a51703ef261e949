/** Simulated time: scheduled tasks run in order, and no real time passes. */
export interface EventQueue {
  /** In ms. */
  now(): number;
  /** Runs `handle` after this many ms. */
  schedule(ms: number, handle: () => void | Promise<void>): void;
  /** Runs all scheduled tasks, one after another. */
  run(): Promise<void>;
}

interface Scheduled {
  at: number;
  /** Tasks for the same time run in the order in which they were scheduled. */
  order: number;
  handle: () => void | Promise<void>;
}

const isBefore = (a: Scheduled, b: Scheduled) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** @param start The time at which the simulation starts, in ms since the epoch. */
export function createEventQueue(start: number): EventQueue {
  let now = start;
  let count = 0;
  /** A binary heap: each item comes before the two items at twice its index. */
  const heap: Scheduled[] = [];

  function add(item: Scheduled) {
    let index = heap.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(item, heap[parent]!)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = item;
  }

  function takeFirst(): Scheduled | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, last)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
    return first;
  }

  return {
    now: () => now,
    schedule(ms, handle) {
      add({ at: now + ms, order: (count += 1), handle });
    },
    async run() {
      for (let next = takeFirst(); next; next = takeFirst()) {
        now = next.at;
        await next.handle();
      }
    },
  };
}
