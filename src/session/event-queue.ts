/** Handles one event at a time. */
export interface EventQueue<Event> {
  /** Handles the event, after those that are already in the queue. */
  add(event: Event): void;
  /**
   * Runs the task when its turn comes, and handles the event that it returns. Then calls `onHandled`, before anything else is
   * handled.
   */
  run(task: () => Event | undefined, onHandled?: () => void): void;
}

/** How many events are handled in one task of the page. A callback of the app may add one each time it is called. */
const longest = 50;

/**
 * Creates a queue. An event that is added while another one is handled, for example by a callback of the app, waits until that one
 * is done. After many events, other tasks of the page run first.
 */
export function createEventQueue<Event>(handle: (event: Event) => void): EventQueue<Event> {
  const tasks: (() => void)[] = [];
  let isRunning = false;

  function enqueue(task: () => void) {
    tasks.push(task);
    if (!isRunning) work();
  }

  function work() {
    isRunning = true;
    try {
      for (let count = 0; count < longest; count += 1) tasks.shift()?.();
    } finally {
      isRunning = tasks.length > 0;
      if (isRunning) setTimeout(work);
    }
  }

  return {
    add: (event) => enqueue(() => handle(event)),
    run: (task, onHandled) =>
      enqueue(() => {
        const event = task();
        if (event) handle(event);
        onHandled?.();
      }),
  };
}
