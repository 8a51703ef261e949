import { describe, expect } from 'vitest';
import { gone, it, reactVersion, useBrowser } from './harness';

useBrowser();

const meetingIsIn = (id: string) => document.querySelector(`#${id} .rzm-sdk-root`) !== null;

describe.concurrent(`useZoomClient with a provider for its meeting, on React ${reactVersion}`, () => {
  it.for([false, true])('the hooks and the view below it work, StrictMode: %s', async (strict, { open }) => {
    const { page, mount, waitFor, standIn, calls } = await open();
    await mount({ provided: true, strict });
    await waitFor('joined');
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Ada]');
    expect(await page.evaluate(meetingIsIn, 'view')).toBe(true);

    const grace = standIn.addParticipant('Grace');
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Ada] Grace');
    await page.waitForFunction(() => JSON.stringify(harness.events).includes('Grace'));
    standIn.updateParticipant(grace, { bVideoOn: true });
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Ada] Grace films');

    expect(await page.evaluate(() => harness.isSameHandle())).toBe(true);
    expect(standIn.count('info')).toBe(1);
    expect(standIn.openSockets).toBe(1);
    expect((await calls()).joined).toBe(1);

    // The connection drops, and the hooks keep all participants.
    const before = await page.evaluate(() => harness.rosters.length);
    standIn.dropSocket();
    await waitFor('reconnecting');
    await waitFor('joined');
    await page.waitForTimeout(500);
    const since = await page.evaluate((from) => harness.rosters.slice(from), before);
    expect(since.filter((roster) => roster !== '[Ada] Grace films')).toEqual([]);
    expect(await page.evaluate(() => harness.isSameHandle())).toBe(true);
  });

  it('the hook keeps the meeting when the provider mounts and unmounts', async ({ open }) => {
    const opened = await open();
    const { page, mount, waitFor, standIn, statuses } = opened;
    await mount({ provided: true });
    await waitFor('joined');
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Ada]');

    await page.evaluate(() => harness.setProvided(false));
    expect(await page.evaluate(meetingIsIn, 'box')).toBe(true);
    standIn.addParticipant('Grace');
    // Longer than a session is kept without a component.
    await page.waitForTimeout(2000);
    expect(standIn.openSockets).toBe(1);

    const rendered = await page.evaluate(() => {
      const before = harness.rosters.length;
      harness.setProvided(true);
      return harness.rosters.slice(before);
    });
    // The value is available on the first render.
    expect(rendered[0]).toBe('[Ada] Grace');
    expect(await page.evaluate(meetingIsIn, 'view')).toBe(true);

    await page.evaluate(() => void harness.meeting.current!.leave());
    await waitFor('ended');
    await page.waitForFunction(() => harness.rosters.at(-1) === '');
    expect(await statuses()).toEqual(['preparing', 'joining', 'joined', 'leaving', 'ended']);
    await gone(opened);
  });
});
