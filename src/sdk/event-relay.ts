import type { ZoomClient } from './zoom-sdk';

type Listener = (payload: never) => void;

/** Passes the events of one SDK client after the other on to the same listeners. */
export interface EventRelay {
  /** Listens to an event of this and every later client. */
  on(event: string, listener: Listener): () => void;
  /** Hears this client, and no earlier one: a destroyed client's listeners hear its successor (6.2.0). */
  attach(client: ZoomClient): void;
  /** Hears no client. */
  detach(): void;
}

export function createEventRelay(): EventRelay {
  const listeners = new Map<string, Set<Listener>>();
  let client: ZoomClient | undefined;
  /** The events that this client was asked for: `off` does not work for all of them, so each is asked for once. */
  let asked = new Set<string>();

  function ask(event: string) {
    if (!client || asked.has(event)) return;
    const mine = asked;
    mine.add(event);
    client.on(event, (payload: never) => {
      if (asked === mine) pass(event, payload);
    });
  }

  /** One listener that throws is the page's to see, and keeps the event from nobody else. */
  function pass(event: string, payload: never) {
    for (const listener of [...(listeners.get(event) ?? [])]) {
      try {
        listener(payload);
      } catch (error) {
        reportError(error);
      }
    }
  }

  return {
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      ask(event);
      return () => all.delete(listener);
    },
    attach(newClient) {
      client = newClient;
      asked = new Set();
      for (const event of listeners.keys()) ask(event);
    },
    detach() {
      client = undefined;
      asked = new Set();
    },
  };
}
