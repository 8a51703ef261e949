import type { ZoomChatMessage } from '../sdk/zoom-sdk';
import { createEventStore } from './event-store';
import { oncePerSession } from './once-per-session';

const none: readonly ZoomChatMessage[] = [];

/** The chat messages that arrived or were sent. They stay when the connection is lost, and end with the meeting. */
export const chatMessagesOf = /* #__PURE__ */ oncePerSession((session) =>
  createEventStore(session, {
    empty: none,
    on: { 'chat-on-message': (before, message) => [...before, message] },
  }),
);
