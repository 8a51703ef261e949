import { describe, expect } from 'vitest';
import { countCosts, countHeld, growth, isOfTheSdk, webglContexts } from '../../bench/page-costs';
import { issuingAhead } from '../stand-in/signer-clock';
import { gone, it, signer, useBrowser, type Opened } from './harness';

useBrowser();

const before = `(${String(countCosts)})()`;

describe.concurrent('what a meeting costs the page', () => {
  it('takes six WebGL contexts when the signer is ahead: three for each of two joins', async ({ open }) => {
    const { page, mount, waitFor, standIn } = await open({
      before,
      signature: signer({ now: issuingAhead(5000) }),
    });
    await mount();
    await waitFor('joined');
    expect(standIn.count('info')).toBe(2);
    expect(await webglContexts(page)).toBeLessThanOrEqual(6);
  });

  it('leaves few nodes and listeners of the SDK behind, and none of the library', async ({ open }) => {
    const opened = await open({ before });
    const { page, context } = opened;
    const cdp = await context.newCDPSession(page);
    const cycles = 3;
    await opened.mount();
    await leaveAfterJoining(opened);
    await joinAndLeave(opened);
    const first = await countHeld(page, cdp);
    for (let cycle = 0; cycle < cycles; cycle += 1) await joinAndLeave(opened);
    const { nodes, listeners, contexts, intervals, named } = growth(
      first,
      await countHeld(page, cdp),
      cycles,
    );
    // The SDK alone leaves about 100 nodes and 190 listeners (6.2.0).
    expect(nodes).toBeLessThanOrEqual(10);
    expect(listeners).toBeLessThanOrEqual(60);
    expect(contexts).toBeLessThanOrEqual(3);
    // Timeouts are not counted here: how many of the SDK's are pending depends on the moment.
    expect(intervals).toBeLessThanOrEqual(1);
    expect(Object.keys(named).filter((name) => !isOfTheSdk(name))).toEqual([]);
    // Otherwise the files were not recognised.
    expect(Object.keys(named)).not.toEqual([]);
  });
});

async function joinAndLeave(opened: Opened) {
  await opened.page.evaluate(() => void harness.meeting.current?.join());
  await leaveAfterJoining(opened);
}

async function leaveAfterJoining(opened: Opened) {
  await opened.waitFor('joined');
  // If the page leaves any sooner, the SDK's media code rejects.
  await opened.page.waitForTimeout(1000);
  await opened.page.evaluate(() => harness.meeting.current?.leave());
  await gone(opened);
}
