import { replaceEqualDeep } from '@tanstack/react-query';
import type { ZoomMeetingInfo } from '../sdk/zoom-sdk';
import { createMeetingStore } from './meeting-store';
import { oncePerSession } from './once-per-session';

/** The SDK's information about the meeting. */
export const meetingInfoOf = /* #__PURE__ */ oncePerSession((session) =>
  createMeetingStore<ZoomMeetingInfo | undefined>(session, {
    empty: undefined,
    // The SDK has no event for changes.
    events: ['connection-change'],
    read: (client, before) => replaceEqualDeep(before, { ...client.getCurrentMeetingInfo() }),
  }),
);
