import { replaceEqualDeep } from '@tanstack/react-query';
import type { ZoomMeetingInfo } from '../sdk/zoom-sdk';
import { createMeetingStore } from './meeting-store';
import { oncePerSession } from './once-per-session';

/** What the SDK knows about the meeting itself. */
export const meetingInfoOf = /* #__PURE__ */ oncePerSession((session) =>
  createMeetingStore<ZoomMeetingInfo | undefined>(session, {
    empty: undefined,
    // There is no event for a change of it.
    events: ['connection-change'],
    read: (client, before) => replaceEqualDeep(before, { ...client.getCurrentMeetingInfo() }),
  }),
);
