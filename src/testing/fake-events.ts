type Listener = (payload: never) => void;

/** The events that SDK 6.2.0's `on()` knows. It ignores every other name without a word. */
const zoomEvents: ReadonlySet<string> = new Set([
  'connection-change',
  'audio-statistic-data-change',
  'video-statistic-data-change',
  'share-statistic-data-change',
  'caption-message',
  'recording-change',
  'local-recording-change',
  'user-added',
  'user-removed',
  'user-updated',
  'peer-share-state-change',
  'active-speaker',
  'room-state-change',
  'main-session-user-updated',
  'broadcast-message',
  'media-capture-status-change',
  'media-capture-permission-change',
  'network-quality-change',
  'join-speed',
  'far-end-camera-request-control',
  'far-end-camera-response-control',
  'far-end-camera-in-control-change',
  'far-end-camera-capability-change',
  'chat-on-message',
  'bot-relation-update',
  'join-speed-data',
  'chat-content-check',
]);

/** The page's listeners. As in the SDK they belong to the page, not to a client. */
export interface FakeEvents {
  on(event: string, listener: Listener): void;
  off(event: string, listener: Listener): void;
  emit(event: string, payload: unknown): void;
  /** How many listeners there are, for one event or for all. */
  count(event?: string): number;
  clear(): void;
}

/** Makes a page's listeners, with the SDK's order of delivery. */
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
