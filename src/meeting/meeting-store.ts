import { reportAppError } from '../errors/report-app-error';
import type { ZoomClient, ZoomEventName } from '../sdk/zoom-sdk';
import { isActive, type ZoomMeetingState } from '../session/meeting-state';
import type { ZoomMeetingSession } from '../session/session';
import { settledActionsOf } from './settled-actions';

/** Something that the SDK knows about a joined meeting, as React requires it: the same snapshot until something changes. */
export interface MeetingStore<Snapshot> {
  getSnapshot(): Snapshot;
  /** The snapshot on a server, and in every state in which the meeting is not joined. */
  getEmpty(): Snapshot;
  /** Calls the listener after a change, once for all changes of the same microtask. */
  subscribe(listener: () => void): () => void;
}

/** The content of a store. */
export interface MeetingStoreSource<Snapshot> {
  /** The snapshot in every state in which the meeting is not joined. */
  readonly empty: Snapshot;
  /** The SDK's events after which it is read again. The SDK's getters are current when an event arrives (6.2.0). */
  readonly events: readonly ZoomEventName[];
  /** Whether it is also read again after each action of the session, because the SDK has no event for the change. */
  readonly followsActions?: boolean;
  /** Called with each of these events before it is read again. */
  receive?(event: ZoomEventName, payload: never): void;
  /** Called when the meeting is over. */
  forget?(): void;
  /** Reads it from the SDK. Returns `before` if nothing has changed. */
  read(client: ZoomClient, before: Snapshot): Snapshot;
}

/**
 * Creates a store for a session. It follows the SDK's events while the session is active, and has no listeners on the page
 * otherwise. While the SDK is reconnecting, the snapshot stays as it is.
 */
export function createMeetingStore<Snapshot>(
  session: ZoomMeetingSession,
  { empty, events, followsActions, read, receive, forget }: MeetingStoreSource<Snapshot>,
): MeetingStore<Snapshot> {
  const listeners = new Set<() => void>();
  let snapshot = empty;
  /** The listeners have not been told about this snapshot. */
  let isNew = false;
  /** The state in which the snapshot was read. */
  let readIn: ZoomMeetingState | undefined;
  /** An event has arrived since the snapshot was read. */
  let isStale = false;
  let isNotifying = false;
  let stopListening: (() => void)[] | undefined;

  /** An error of the SDK is reported, and the snapshot stays as it is until the next event. */
  function readFrom(client: ZoomClient): Snapshot {
    try {
      return read(client, snapshot);
    } catch (error) {
      reportAppError(error);
      return snapshot;
    }
  }

  function getSnapshot(): Snapshot {
    const state = session.getState();
    if (state.status === 'reconnecting' || (state === readIn && !isStale)) return snapshot;
    readIn = state;
    isStale = false;
    const client = state.status === 'joined' ? session.getClient() : undefined;
    const current = client ? readFrom(client) : empty;
    isNew ||= current !== snapshot;
    snapshot = current;
    return snapshot;
  }

  function notify() {
    isNotifying = false;
    getSnapshot();
    if (!isNew) return;
    isNew = false;
    for (const listener of [...listeners]) listener();
  }

  function notifySoon() {
    if (isNotifying) return;
    isNotifying = true;
    queueMicrotask(notify);
  }

  function readAgain() {
    isStale = true;
    notifySoon();
  }

  function listen(): (() => void)[] {
    const stopEvents = events.map((event) =>
      session.on(event, (payload: never) => {
        receive?.(event, payload);
        readAgain();
      }),
    );
    return followsActions ? [...stopEvents, settledActionsOf(session).subscribe(readAgain)] : stopEvents;
  }

  function followSession() {
    if (isActive(session.getState())) {
      stopListening ??= listen();
    } else {
      stopListening?.forEach((stop) => stop());
      stopListening = undefined;
      forget?.();
    }
  }

  session.subscribe(() => {
    followSession();
    notifySoon();
  });
  followSession();

  return {
    getSnapshot,
    getEmpty: () => empty,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
