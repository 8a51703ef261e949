import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { createClientHost, type ClientHost } from './client-host';

/** Whoever has the page's one meeting. */
export interface Occupant {
  readonly meetingNumber: string;
  /** Whether somebody still wants it. One that nobody wants is asked to leave by the next one. */
  isWanted(): boolean;
  leave(): Promise<void>;
}

interface PageSlot {
  host: ClientHost;
  occupant: Occupant | undefined;
}

/** On the page and not in this module: two copies of this library on a page still share one SDK client. */
function pageSlot(): PageSlot {
  const page = globalThis as { [slotKey]?: PageSlot };
  return (page[slotKey] ??= { host: createClientHost(), occupant: undefined });
}
const slotKey = Symbol.for('react-zoom-meeting');

/** The page's SDK client. */
export function pageHost(): ClientHost {
  return pageSlot().host;
}

/**
 * Takes the page's one meeting, after an abandoned one has been left.
 * Rejects with `BUSY`, which names the other meeting, while that one is wanted.
 */
export async function occupyPage(occupant: Occupant): Promise<void> {
  const slot = pageSlot();
  while (slot.occupant && slot.occupant !== occupant) {
    const { occupant: other } = slot;
    if (other.isWanted()) {
      throw new ZoomMeetingError('BUSY', {
        reason: `Meeting ${other.meetingNumber} is already open on this page.`,
      });
    }
    await other.leave();
    if (slot.occupant === other) slot.occupant = undefined;
  }
  slot.occupant = occupant;
}

/** Gives the page's meeting free. */
export function vacatePage(occupant: Occupant): void {
  const slot = pageSlot();
  if (slot.occupant === occupant) slot.occupant = undefined;
}
