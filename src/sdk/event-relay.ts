import { reportAppError } from '../errors/report-app-error';
import type { ZoomClient } from './zoom-sdk';

type Listener = (payload: never) => void;

/**
 * The SDK accepts a listener of these events only once it knows the options of the meeting. Before that, it drops the listener
 * (6.2.0).
 */
const onlyInMeeting: ReadonlySet<string> = new Set(['caption-message']);

/** Passes the events of the SDK's clients, one client after the other, to the same listeners. */
export interface EventRelay {
  /** Listens to an event of this and every later client. */
  on(event: string, listener: Listener): () => void;
  /** Passes on the events of this client only. Listeners of a destroyed client also receive the next one's events (6.2.0). */
  attach(client: ZoomClient): void;
  /** Sets whether the client is connected to a meeting. After `attach`, it is not. */
  setConnected(isConnected: boolean): void;
  /** Passes on no events. */
  detach(): void;
}

export function createEventRelay(): EventRelay {
  const listeners = new Map<string, Set<Listener>>();
  let client: ZoomClient | undefined;
  let isConnected = false;
  /** The subscriptions to this client, one per event, because `off` does not work for all events. */
  let asked = new Map<string, Listener>();

  function ask(event: string) {
    if (!client || asked.has(event) || (onlyInMeeting.has(event) && !isConnected)) return;
    const mine = asked;
    const listener: Listener = (payload) => {
      if (asked === mine) pass(event, payload);
    };
    mine.set(event, listener);
    client.on(event, listener);
  }

  /** The options of the meeting decide whether the SDK keeps the listener. `off` works for these events. */
  function askAgain(event: string) {
    const listener = asked.get(event);
    if (listener) client?.off(event, listener);
    asked.delete(event);
    ask(event);
  }

  /** An error that a listener throws is reported, and does not stop the other listeners. */
  function pass(event: string, payload: never) {
    for (const listener of [...(listeners.get(event) ?? [])]) {
      try {
        listener(payload);
      } catch (error) {
        reportAppError(error);
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
      isConnected = false;
      asked = new Map();
      for (const event of listeners.keys()) ask(event);
    },
    setConnected(nowConnected) {
      isConnected = nowConnected;
      if (!isConnected) return;
      for (const event of listeners.keys()) if (onlyInMeeting.has(event)) askAgain(event);
    },
    detach() {
      client = undefined;
      asked = new Map();
    },
  };
}
