import type { ZoomAudioStatistic, ZoomParticipant, ZoomVideoStatistic } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import { createEventStore } from './event-store';
import type { MeetingStore } from './meeting-store';
import { oncePerSession } from './once-per-session';
import { rosterOf } from './roster';

/** The latest measurements in both directions. */
export interface ZoomStatistic<Data> {
  /** The values for the data that the user sends. Missing until the SDK has reported them. */
  readonly sent?: Data;
  /** The values for the data that the user receives. Missing until the SDK has reported them. */
  readonly received?: Data;
}

/** The latest measurements of the SDK. */
export interface ZoomStatistics {
  /** Audio. Measured only while the user's audio is connected through the computer. */
  readonly audio: ZoomStatistic<ZoomAudioStatistic['data']>;
  /** Cameras. */
  readonly video: ZoomStatistic<ZoomVideoStatistic['data']>;
  /** The shared screen. */
  readonly share: ZoomStatistic<ZoomVideoStatistic['data']>;
}

const nothing: ZoomStatistics = { audio: {}, video: {}, share: {} };

/** The measurements that are requested from the SDK, and the conditions under which it makes them (6.2.0). */
const selections = [
  { selection: { video: true, share: true }, isPossible: () => true },
  { selection: { audio: true }, isPossible: (user: ZoomParticipant) => user.audio === 'computer' },
];

function measured<Data extends { encoding: boolean }>(
  before: ZoomStatistic<Data>,
  data: Data,
): ZoomStatistic<Data> {
  return data.encoding ? { ...before, sent: data } : { ...before, received: data };
}

function createStatistics(session: ZoomMeetingSession): MeetingStore<ZoomStatistics> {
  const store = createEventStore(session, {
    empty: nothing,
    endsWithConnection: true,
    on: {
      'audio-statistic-data-change': (all, { data }) => ({ ...all, audio: measured(all.audio, data) }),
      'video-statistic-data-change': (all, { data }) => ({ ...all, video: measured(all.video, data) }),
      'share-statistic-data-change': (all, { data }) => ({ ...all, share: measured(all.share, data) }),
    },
  });
  let listeners = 0;
  let stopFollowing: (() => void)[] = [];
  let isAdjusting = false;
  /** The measurements that were requested on this connection. */
  const asked = new Set<(typeof selections)[number]>();

  /** Makes the SDK measure while there is a listener. The SDK stops when the connection is lost. */
  function adjust() {
    isAdjusting = false;
    const client = session.getState().status === 'joined' ? session.getClient() : undefined;
    const user = client && rosterOf(session).getSnapshot().currentUser;
    if (!client || !user) return asked.clear();
    for (const one of selections) {
      const isWanted = listeners > 0 && one.isPossible(user);
      if (isWanted === asked.has(one)) continue;
      if (isWanted) {
        asked.add(one);
        void (async () => client.subscribeStatisticData(one.selection))().catch(() => asked.delete(one));
      } else {
        asked.delete(one);
        void (async () => client.unSubscribeStatisticData(one.selection))().catch(() => {});
      }
    }
  }

  /** In StrictMode, a component that mounts listens twice, which counts as once. */
  function adjustSoon() {
    if (isAdjusting) return;
    isAdjusting = true;
    queueMicrotask(adjust);
  }

  return {
    ...store,
    subscribe(listener) {
      const stop = store.subscribe(listener);
      listeners += 1;
      if (listeners === 1) {
        stopFollowing = [session.subscribe(adjustSoon), rosterOf(session).subscribe(adjustSoon)];
      }
      adjustSoon();
      return () => {
        stop();
        listeners -= 1;
        if (listeners === 0) stopFollowing.forEach((stopOne) => stopOne());
        adjustSoon();
      };
    },
  };
}

/** The SDK's measurements, which run while there is a listener. */
export const statisticsOf = /* #__PURE__ */ oncePerSession(createStatistics);
