import { createEventStore } from './event-store';
import { oncePerSession } from './once-per-session';

/** The state of the recording in Zoom's cloud. */
export type ZoomRecordingStatus = 'Recording' | 'Paused' | 'Stopped';

const unknown: ZoomRecordingStatus | undefined = undefined;

/** The state of the recording, as far as the SDK has reported it. */
export const recordingStatusOf = /* #__PURE__ */ oncePerSession((session) =>
  createEventStore<ZoomRecordingStatus | undefined>(session, {
    empty: unknown,
    endsWithConnection: true,
    on: { 'recording-change': (_, status) => status },
  }),
);
