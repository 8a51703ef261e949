import fc from 'fast-check';
import { describe, expect, vi } from 'vitest';
import { it, useBrowser, type Opened } from '../harness';
import { sequences, type Happening } from './happenings';

useBrowser();

/** The number of sequences. `FUZZ_SEED` and `FUZZ_FROM` repeat some of an earlier run. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 200);
const from = Number(process.env['FUZZ_FROM'] ?? 0);
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const pages = 3;
/**
 * Each join takes WebGL contexts that the page never gets back, so each page is used only for a limited number of
 * joins.
 */
const perPage = 4;
const slow = { timeout: 60_000, interval: 100 };
/**
 * After waiting for the host, the SDK joins on its own, and does not handle the rejection of that join when the
 * meeting is left as the host arrives (observed with the SDK alone, 6.2.0).
 */
const leftAsTheHostArrives =
  'Not handled: {"type":"OPERATION_CANCELLED","reason":"LEAVING_MEETING","errorCode":3}';

/** The invariants that hold at any moment and soon after each event. */
async function check({ standIn, page }: Opened) {
  expect(standIn.openSockets, 'open sockets').toBeLessThanOrEqual(1);
  await vi.waitFor(async () => {
    // An unmounted component gets no more callbacks.
    const isJoined = await page.evaluate(() => harness.meeting.current?.status === 'joined');
    if (isJoined) expect(standIn.openSockets, 'joined, and so many sockets').toBe(1);
  }, slow);
}

async function play(opened: Opened, happenings: readonly Happening[]) {
  const { standIn, context, page } = opened;
  for (const { happen } of happenings) {
    await happen(opened);
    await check(opened);
  }
  // Without further faults, everyone leaves, and nothing is left on Zoom's side.
  standIn.forget();
  Object.assign(standIn.meeting, { waitingRoom: false, hostPresent: true });
  standIn.goOnline();
  standIn.admit();
  await context.setOffline(false);
  await opened.unmount();
  await vi.waitFor(() => expect(standIn.openSockets, 'left, and so many sockets').toBe(0), slow);
  // Afterwards, the page can join again.
  await opened.mount();
  await page.evaluate(() => void harness.meeting.current!.join());
  await opened.waitFor('joined', 60_000);
  expect(standIn.openSockets, 'joined again, and so many sockets').toBe(1);
  await opened.unmount();
  await vi.waitFor(() => expect(standIn.openSockets, 'left at last, and so many sockets').toBe(0), slow);
  const waitedForHost = happenings.some(({ name }) => name === 'no host yet');
  const errors = opened.pageErrors().split('\n');
  const known = waitedForHost ? [leftAsTheHostArrives] : [];
  expect(errors.filter((error) => !known.includes(error)).join('\n')).toBe('');
}

const all = fc.sample(sequences, { numRuns: from + runs, seed }).slice(from);

describe.concurrent(
  `${runs} random sequences on the real SDK, starting at ${from}, with seed ${seed}`,
  () => {
    it.for(Array.from({ length: pages }, (_, page) => page))(
      'page %i',
      { timeout: 3_600_000 },
      async (mine, { open }) => {
        const failures: string[] = [];
        let opened: Opened | undefined;
        let used = 0;
        for (const [index, happenings] of all.entries()) {
          if (index % pages !== mine) continue;
          if (!opened || used === perPage) {
            await opened?.context.close();
            opened = await open();
            used = 0;
          }
          used += 1;
          try {
            await play(opened, happenings);
          } catch (error) {
            const states = await opened.statuses().catch(() => []);
            const last = await opened.page.evaluate(() => harness.calls.errors.at(-1)).catch(() => undefined);
            failures.push(
              [
                `sequence ${from + index}: ${error instanceof Error ? error.message : String(error)}`,
                ...happenings.map(({ name }) => `  ${name}`),
                `  states: ${states.join(' ')}`,
                `  the last error: ${JSON.stringify(last)}`,
                `  page errors: ${opened.pageErrors()}`,
              ].join('\n'),
            );
            used = perPage;
          }
        }
        expect(failures.join('\n\n')).toBe('');
      },
    );
  },
);
