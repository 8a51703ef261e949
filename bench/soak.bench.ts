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

// This takes an hour: `npm run bench -- soak`.
test('soak', { timeout: 7_200_000 }, async ({ task }) => {
  const { drops, outages } = scale;
  await inPage({ isCounted: true }, async (opened) => {
    const { page, standIn, go, time } = opened;
    await go('ours', 'auto');
    await time('joined');
    const [afterDrops, ofDrop] = await soak(opened, drops, async () => standIn.dropSocket());
    const asked = standIn.count('info');
    const [afterOutages, ofOutage] = await soak(opened, outages, async () => {
      standIn.goOffline();
      await page.waitForTimeout(outageTime);
      standIn.goOnline();
    });
    const refused = standIn.log.filter(({ what, outcome }) => what === 'info' && outcome !== 'ok').length;
    const joins = `, with ${standIn.count('info') - asked} joins, of which the signer’s clock made ${refused} fail`;
    task.meta.bench = [
      row(`${drops} dropped connections, one every 30 s`, drops, afterDrops, ofDrop),
      row(`${outages} outages of 45 s, with a signer up to 60 s off`, outages, afterOutages, ofOutage, joins),
    ];
  });
});
