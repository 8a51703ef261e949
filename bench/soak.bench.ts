import { afterEach, test } from 'vitest';
import { setSignerAhead, useBrowser, type AppPage } from './browser';
import { inPage } from './joins';
import { countHeld, growth, type Held } from './page-costs';
import { percent, type Row } from './row';
import { scale } from './scale';

useBrowser();
afterEach(() => setSignerAhead(0));

/** How often the connection drops, in ms. */
const pause = 30_000;
/** The SDK gives up reconnecting after about 30 s. The library then joins again, with a new signature. In ms. */
const outageTime = 45_000;
/** How long the meeting may take to be joined again, in ms. Twice as much as a signer that is 60 s ahead needs. */
const patience = 120_000;

/** Waits until the meeting is joined, or no longer joined. Returns whether that happened in time. */
async function becomes(isJoined: boolean, { page }: AppPage, timeout: number): Promise<boolean> {
  const is = (wanted: boolean) => (document.body.dataset['status'] === 'joined') === wanted;
  return page.waitForFunction(is, isJoined, { timeout, polling: 50 }).then(
    () => true,
    () => false,
  );
}

/** A user presses Join, so that the next interruption is counted on its own. */
async function joinByHand(opened: AppPage): Promise<void> {
  await opened.press('Join');
  if (!(await becomes(true, opened, patience))) throw new Error('The meeting cannot be joined any more.');
}

/** Interrupts the connection, and counts the resources that remain on the page after each interruption, on average. */
async function soak(opened: AppPage, times: number, interrupt: () => Promise<void>): Promise<[number, Held]> {
  const { page, cdp } = opened;
  const first = await countHeld(page, cdp);
  let joined = 0;
  for (let time = 0; time < times; time += 1) {
    // Up to a minute off, in either direction.
    setSignerAhead((Math.random() * 2 - 1) * 60_000);
    const start = Date.now();
    await interrupt();
    if (!(await becomes(false, opened, 10_000))) throw new Error('The connection was not interrupted.');
    if (await becomes(true, opened, patience)) joined += 1;
    else await joinByHand(opened);
    await page.waitForTimeout(Math.max(0, start + pause - Date.now()));
  }
  return [joined, growth(first, await countHeld(page, cdp), times)];
}

function row(measure: string, times: number, joined: number, held: Held, more = ''): Row {
  const { nodes, listeners, heap, contexts, timers, named } = held;
  const list = Object.entries(named).map(([name, count]) => `${name} ${count.toFixed(1)}`);
  return {
    measure,
    ours: [
      `joined again after ${percent(joined / times)}${more}`,
      `each leaves ${nodes.toFixed(1)} nodes, ${timers.toFixed(1)} timers, ${(heap / 1000).toFixed(0)} kB, ${contexts.toFixed(1)} WebGL contexts and ${listeners.toFixed(1)} listeners (${list.join(', ') || 'none'})`,
    ].join('; '),
    rival: '',
    goal: 'joined again',
    isMet: joined === times,
  };
}

const { drops, outages } = scale;

/** Joins a meeting, interrupts it, and describes the result. The signer's clock wanders for both tests. */
async function soakMeeting(
  measure: string,
  times: number,
  interrupt: (opened: AppPage) => Promise<void>,
): Promise<Row> {
  return inPage({ isCounted: true }, async (opened) => {
    const { standIn, go, time } = opened;
    await go('ours', 'auto');
    await time('joined');
    const before = standIn.log.length;
    const [joined, held] = await soak(opened, times, () => interrupt(opened));
    const later = standIn.log.slice(before).filter(({ what }) => what === 'info');
    const refused = later.filter(({ outcome }) => outcome !== 'ok').length;
    const joins = later.length
      ? `, with ${later.length} joins that reached Zoom, of which the signer’s clock made ${refused} fail`
      : '';
    return row(measure, times, joined, held, joins);
  });
}

// This takes an hour: `npm run bench -- soak`.
test.concurrent('dropped connections', { timeout: 7_200_000 }, async ({ task }) => {
  const measure = `${drops} dropped connections, one every 30 s`;
  task.meta.bench = [await soakMeeting(measure, drops, async ({ standIn }) => standIn.dropSocket())];
});

test.concurrent('outages', { timeout: 7_200_000 }, async ({ task }) => {
  const measure = `${outages} outages of 45 s, with a signer up to 60 s off`;
  const outage = async ({ page, standIn }: AppPage) => {
    standIn.goOffline();
    await page.waitForTimeout(outageTime);
    standIn.goOnline();
  };
  task.meta.bench = [await soakMeeting(measure, outages, outage)];
});
