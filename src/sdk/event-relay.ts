import type { ZoomClient } from './zoom-sdk';

type Listener = (payload: never) => void;

/** Passes the events of the SDK's clients, one client after the other, to the same listeners. */
export interface EventRelay {
  /** Listens to an event of this and every later client. */
  on(event: string, listener: Listener): () => void;
  /** Passes on the events of this client only. Listeners of a destroyed client also receive the next one's events (6.2.0). */
  attach(client: ZoomClient): void;
  /** Passes on no events. */
  detach(): void;
}

export function createEventRelay(): EventRelay {
  const listeners = new Map<string, Set<Listener>>();
  let client: ZoomClient | undefined;
  /** The events that are subscribed to on this client. `off` does not work for all of them, so each is subscribed to once. */
  let asked = new Set<string>();

  function ask(event: string) {
    if (!client || asked.has(event)) return;
    const mine = asked;
    mine.add(event);
    client.on(event, (payload: never) => {
      if (asked === mine) pass(event, payload);
    });
  }

  /** An error that a listener throws is reported, and does not stop the other listeners. */
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
