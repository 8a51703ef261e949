import type { ZoomEventMap } from '../sdk/zoom-sdk';

type Listener = (payload: never) => void;

/** The events that SDK 6.2.0's `on()` knows. It silently ignores every other name. */
const zoomEvents = new Set<string>(
  Object.keys({
    'connection-change': true,
    'audio-statistic-data-change': true,
    'video-statistic-data-change': true,
    'share-statistic-data-change': true,
    'caption-message': true,
    'recording-change': true,
    'local-recording-change': true,
    'user-added': true,
    'user-removed': true,
    'user-updated': true,
    'peer-share-state-change': true,
    'active-speaker': true,
    'room-state-change': true,
    'main-session-user-updated': true,
    'broadcast-message': true,
    'media-capture-status-change': true,
    'media-capture-permission-change': true,
    'network-quality-change': true,
    'join-speed': true,
    'far-end-camera-request-control': true,
    'far-end-camera-response-control': true,
    'far-end-camera-in-control-change': true,
    'far-end-camera-capability-change': true,
    'chat-on-message': true,
    'bot-relation-update': true,
  } satisfies Record<keyof ZoomEventMap, true>),
);

/** The page's listeners. As in the SDK they belong to the page, not to a client. */
export interface FakeEvents {
  on(event: string, listener: Listener): void;
  off(event: string, listener: Listener): void;
  emit(event: string, payload: unknown): void;
  /** How many listeners there are, for one event or for all. */
  count(event?: string): number;
  clear(): void;
}

/** Creates a page's listeners, with the SDK's order of delivery. */
export function createEvents(): FakeEvents {
  const listeners = new Map<string, readonly Listener[]>();
  const of = (event: string) => listeners.get(event) ?? [];

  function deliver(event: string, payload: unknown): void {
    try {
      of(event).forEach((listener) => (listener as (payload: unknown) => void)(payload));
    } catch (error) {
      // As in the SDK: a listener that throws keeps the event from those after it, and the page sees the error.
      setTimeout(() => {
        throw error;
      });
    }
  }

  return {
    on(event, listener) {
      if (!zoomEvents.has(event)) return;
      // The SDK wraps chat listeners to trim the payload, so its own off() does not find them again.
      const kept: Listener = event === 'chat-on-message' ? (payload) => listener(payload) : listener;
      listeners.set(event, [...of(event), kept]);
    },
    off(event, listener) {
      if (!listeners.has(event)) return;
      listeners.set(
        event,
        of(event).filter((kept) => kept !== listener),
      );
    },
    emit(event, payload) {
      if (!zoomEvents.has(event)) throw new Error(`The Zoom SDK has no event '${event}'.`);
      void Promise.resolve().then(() => deliver(event, payload));
    },
    count(event) {
      return event === undefined ? [...listeners.values()].flat().length : of(event).length;
    },
    clear() {
      listeners.clear();
    },
  };
}
