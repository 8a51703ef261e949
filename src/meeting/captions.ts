import type { ZoomCaption } from '../sdk/zoom-sdk';
import { createEventStore } from './event-store';
import { oncePerSession } from './once-per-session';

const none: readonly ZoomCaption[] = [];

/** A line is sent again with a longer text. It keeps its index, and the other lines stay the same objects. */
function withLine(before: readonly ZoomCaption[], line: ZoomCaption): readonly ZoomCaption[] {
  // The SDK also sends this event, without a `msgId`, to report that it cannot translate (6.2.0).
  if (!line.msgId) return before;
  const isSame = ({ msgId }: ZoomCaption) => msgId === line.msgId;
  return before.some(isSame) ? before.map((one) => (isSame(one) ? line : one)) : [...before, line];
}

/** The captions that arrived. They stay when the connection is lost, and end with the meeting. */
export const captionsOf = /* #__PURE__ */ oncePerSession((session) =>
  createEventStore(session, {
    empty: none,
    on: { 'caption-message': withLine },
  }),
);
