import type { ConnectionChange, ZoomEventMap } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import { createMeetingStore, type MeetingStore } from './meeting-store';

/** How each event changes a snapshot. Returns the same one if it changes nothing. */
export type EventHandlers<Snapshot> = {
  readonly [Name in keyof ZoomEventMap]?: (before: Snapshot, payload: ZoomEventMap[Name]) => Snapshot;
};

/** The content of an event store. */
export interface EventStoreSource<Snapshot> {
  /** The snapshot before the first event, and in every state in which the meeting is not joined. */
  readonly empty: Snapshot;
  readonly on: EventHandlers<Snapshot>;
  /** Whether it also starts over when the connection is lost. */
  readonly endsWithConnection?: boolean;
}

/** The SDK reconnects, or gives up. */
const isLost = ({ state }: ConnectionChange) => state === 'Reconnecting' || state === 'Fail';

/**
 * Creates a store for something that the SDK has no getter for. It knows only what the events have reported since it was created,
 * and starts over with each meeting.
 */
export function createEventStore<Snapshot>(
  session: ZoomMeetingSession,
  { empty, on, endsWithConnection = false }: EventStoreSource<Snapshot>,
): MeetingStore<Snapshot> {
  let known = empty;
  return createMeetingStore(session, {
    empty,
    events: endsWithConnection ? [...Object.keys(on), 'connection-change'] : Object.keys(on),
    receive(event, payload) {
      // A reconnection does not clear it, because the SDK may report something before the reconnection.
      if (endsWithConnection && event === 'connection-change' && isLost(payload)) known = empty;
      const handler = on[event as keyof ZoomEventMap];
      if (handler) known = handler(known, payload);
    },
    forget() {
      known = empty;
    },
    read: () => known,
  });
}
