import { createEventStore } from './event-store';
import { oncePerSession } from './once-per-session';

/** The quality of a participant's connection. 0 and 1: poor, 2: normal, 3 to 5: good, -1: not known. */
export interface ZoomNetworkQuality {
  /** The quality of their outgoing data. Missing until the SDK has reported it. */
  readonly uplink?: number;
  /** The quality of their incoming data. Missing until the SDK has reported it. */
  readonly downlink?: number;
}

/** The qualities by `userId`. */
type NetworkQualities = Readonly<Record<number, ZoomNetworkQuality>>;

const nothing: NetworkQualities = {};

/** The quality of each participant's connection. */
export const networkQualitiesOf = /* #__PURE__ */ oncePerSession((session) =>
  createEventStore(session, {
    empty: nothing,
    endsWithConnection: true,
    on: {
      'network-quality-change': (before, { userId, type, level }) =>
        before[userId]?.[type] === level
          ? before
          : { ...before, [userId]: { ...before[userId], [type]: level } },
      'user-removed': (before, removed) =>
        removed.some(({ userId }) => before[userId])
          ? Object.fromEntries(
              Object.entries(before).filter(([id]) => !removed.some(({ userId }) => userId === Number(id))),
            )
          : before,
    },
  }),
);
