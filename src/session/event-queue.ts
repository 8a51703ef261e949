/** Handles one event at a time. */
export interface EventQueue<Event> {
  /** Handles the event, after those that are already in the queue. */
  add(event: Event): void;
  /** Runs the task when its turn comes, and handles the event that it returns. Resolves when the task has run. */
  run(task: () => Event | undefined): Promise<void>;
}

/**
 * Makes a queue. An event that is added while another one is handled, for example by a callback of the app, waits until
 * that one is done.
 */
export function createEventQueue<Event>(handle: (event: Event) => void): EventQueue<Event> {
  const tasks: (() => Event | undefined)[] = [];
  let isRunning = false;

  function enqueue(task: () => Event | undefined) {
    tasks.push(task);
    if (isRunning) return;
    isRunning = true;
    try {
      for (let next = tasks.shift(); next; next = tasks.shift()) {
        const event = next();
        if (event) handle(event);
      }
    } finally {
      isRunning = false;
    }
  }

  return {
    add: (event) => enqueue(() => event),
    run: (task) =>
      new Promise((resolve) =>
        enqueue(() => {
          resolve();
          return task();
        }),
      ),
  };
}
