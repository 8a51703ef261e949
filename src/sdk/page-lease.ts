import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { createPageClient, type PageClient } from './page-client';

/** A meeting that wants the page. */
export interface PageHolder {
  /** Digits only. */
  readonly meetingNumber: string;
  /** Another meeting waits for the page. Returns whether this one gives it up. */
  yieldPage(): boolean;
  /** Another meeting has the page, and does not give it up. Called again when yet another one has it. */
  onBusy(heldBy: string): void;
}

/** The right to use the page's one SDK client. A meeting has it from when it is acquired until it is released. */
export interface PageLease {
  /** Resolves when this lease has the page. Never rejects; stays pending when it is released before. */
  readonly acquired: Promise<void>;
  /** The number of the meeting that has the page and does not give it up, while this one waits for it. */
  heldBy(): string | undefined;
  /** The page's client while this lease has the page. */
  page(): PageClient | undefined;
  /** Gives up the page. Resolves when the SDK is out of the meeting. The next meeting in the queue gets the page. */
  release(): Promise<void>;
}

interface Place {
  readonly holder: PageHolder;
  readonly acquire: () => void;
  has: 'waited' | 'page' | 'released';
  /** Whether it has agreed to give up the page. */
  isYielding: boolean;
}

/**
 * The state that several copies of this library on a page share: the SDK's client, and the queue for it. The first copy creates it,
 * and the others use it. A copy with another protocol cannot.
 */
export interface PageSlot {
  readonly protocol: number;
  readonly page: PageClient;
  /** The first one has the page. */
  readonly line: Place[];
}

/** Increase it when `PageSlot`, or anything in it, changes. */
const protocol = 4;
/** The name of the property on the page's global object. */
export const slotKey = Symbol.for('react-zoom-meeting');

function pageSlot(): PageSlot {
  const global = globalThis as { [slotKey]?: PageSlot };
  const slot = (global[slotKey] ??= { protocol, page: createPageClient(), line: [] });
  if (slot.protocol === protocol) return slot;
  throw new ZoomMeetingError('VERSION_CONFLICT', {
    reason: 'Another version of react-zoom-meeting uses the SDK.',
  });
}

/** The page's SDK client, to listen to. Throws `VERSION_CONFLICT` if another version of this library has it. */
export function pageClient(): PageClient {
  return pageSlot().page;
}

/** Requests the page. Throws `VERSION_CONFLICT`. */
export function requestPage(holder: PageHolder): PageLease {
  const { page, line } = pageSlot();
  let acquire = () => {};
  const acquired = new Promise<void>((resolve) => (acquire = resolve));
  const place: Place = { holder, acquire, has: 'waited', isYielding: false };
  let released: Promise<void> | undefined;
  line.push(place);
  advance(line);
  return {
    acquired,
    heldBy() {
      const [first] = line;
      return first && first !== place && !first.isYielding ? first.holder.meetingNumber : undefined;
    },
    page: () => (place.has === 'page' ? page : undefined),
    release() {
      released ??= giveBack();
      return released;
    },
  };

  async function giveBack() {
    const hadPage = place.has === 'page';
    place.has = 'released';
    place.isYielding = true;
    if (hadPage) {
      page.show(undefined);
      await page.leave();
      void page.reset();
    }
    line.splice(line.indexOf(place), 1);
    advance(line);
  }
}

/** Gives the page to the first meeting in the queue, and tells the others which meeting has it. */
function advance(line: Place[]): void {
  const [first, ...others] = line;
  if (!first) return;
  if (first.has === 'waited') {
    first.has = 'page';
    first.acquire();
  }
  if (others.length === 0) return;
  first.isYielding ||= first.holder.yieldPage();
  if (first.isYielding) return;
  for (const { holder, has } of others) {
    if (has === 'waited') holder.onBusy(first.holder.meetingNumber);
  }
}
