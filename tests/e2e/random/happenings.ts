import fc from 'fast-check';
import type { ScriptedAnswer } from '../../stand-in/stand-in';
import type { Opened } from '../harness';

/** An event on the page or on Zoom's side. Its name is printed when a sequence fails. */
export interface Happening {
  name: string;
  happen(opened: Opened): unknown;
}

const happening = (name: string, happen: Happening['happen']): Happening => ({ name, happen });

const waits = [50, 300, 1000, 2500].map((ms) => happening(`${ms} ms`, ({ page }) => page.waitForTimeout(ms)));

const commands = (['join', 'leave', 'end', 'cancel', 'retryNow'] as const).map((command) =>
  happening(`${command}()`, ({ page }) =>
    page.evaluate((name) => {
      // end() rejects for a guest.
      const done: unknown = harness.meeting.current?.[name]();
      if (done instanceof Promise) done.catch(() => {});
    }, command),
  ),
);

const mounts = [
  ...['Ada', 'Bob'].map((userName) => happening(`mount as ${userName}`, ({ mount }) => mount({ userName }))),
  happening('mount in StrictMode', ({ mount }) => mount({ strict: true })),
  happening('mount another meeting', ({ mount }) => mount({ meetingNumber: '987654321' })),
  happening('unmount', ({ unmount }) => unmount()),
];

const answers: readonly ScriptedAnswer[] = [
  { info: 3712 },
  { info: 3705 },
  { info: 3004 },
  { info: 'abort' },
  { info: 'hang' },
  { res: 9 },
  { res: 13_295 },
  { socket: 'close-before-ready' },
  { socket: 'silent' },
  { socket: 'no-row' },
];
const outcomes = answers.map((answer) =>
  happening(`the next join meets ${JSON.stringify(answer)}`, ({ standIn }) => standIn.next(answer)),
);

const zoom = [
  happening('the socket drops', ({ standIn }) => standIn.dropSocket()),
  happening('the host ends the meeting', ({ standIn }) => standIn.end(8)),
  happening('put on hold', ({ standIn }) => standIn.hold()),
  happening('admitted', ({ standIn }) => standIn.admit()),
  happening('a waiting room', ({ standIn }) => (standIn.meeting.waitingRoom = true)),
  happening('no host yet', ({ standIn }) => (standIn.meeting.hostPresent = false)),
  happening('the host arrives', ({ standIn }) => standIn.hostArrives()),
];

const connection = [
  happening('offline', ({ standIn, context }) => {
    standIn.goOffline();
    return context.setOffline(true);
  }),
  happening('online', ({ standIn, context }) => {
    standIn.goOnline();
    return context.setOffline(false);
  }),
];

const kinds: readonly (readonly [readonly Happening[], weight: number])[] = [
  [waits, 8],
  [commands, 5],
  [mounts, 3],
  [outcomes, 3],
  [zoom, 4],
  [connection, 1],
];

const anything = fc.oneof(
  ...kinds.map(([happenings, weight]) => ({ arbitrary: fc.constantFrom(...happenings), weight })),
);

/** A mounted meeting, and what happens to it. */
export const sequences = fc
  .array(anything, { minLength: 3, maxLength: 8 })
  .map((rest) => [mounts[0]!, ...rest] as const);
