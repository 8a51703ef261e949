import { describe, expect } from 'vitest';
import { gone, it, reactVersion, useBrowser } from './harness';

useBrowser();

describe.concurrent(`after joining, on React ${reactVersion}`, () => {
  it('stays out when the connection returns after leaving', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    opened.standIn.dropSocket();
    await opened.waitFor('reconnecting');
    await opened.page.evaluate(() => harness.meeting.current!.leave());
    // The SDK connects once more, and then leaves.
    expect(opened.standIn.count('info')).toBe(2);
    expect(opened.standIn.openSockets).toBe(0);
    await opened.page.waitForTimeout(5000);
    expect(opened.standIn.openSockets).toBe(0);
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    expect(opened.standIn.openSockets).toBe(1);
    expect(opened.pageErrors()).toBe('');
  });

  it('calls onJoined once when the connection drops and returns', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    opened.standIn.dropSocket();
    await opened.waitFor('reconnecting');
    // The SDK's notice is in the middle, and does not overlap our banner.
    const offCentre = await opened.page.evaluate(() => {
      const middle = (selector: string) => {
        const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect();
        return [x + width / 2, y + height / 2] as const;
      };
      const [notice, box] = [middle('.rzm-sdk-root'), middle('#box')];
      return Math.hypot(notice[0] - box[0], notice[1] - box[1]);
    });
    expect(offCentre).toBeLessThan(2);
    await opened.waitFor('joined');
    expect(await opened.statuses()).toEqual(['preparing', 'joining', 'joined', 'reconnecting', 'joined']);
    expect((await opened.calls()).joined).toBe(1);
  });

  it('ends with the reason when the host ends the meeting or removes the participant', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    opened.standIn.end(8);
    await opened.waitFor('ended');
    await gone(opened);
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    opened.standIn.end(7);
    await opened.waitFor('ended');
    await gone(opened);
    expect((await opened.calls()).ended).toEqual(['ended by host', 'kicked by host']);
  });

  it('joins again when the connection does not return', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    opened.standIn.goOffline();
    await opened.page.waitForFunction(
      () => harness.states.some(({ state }) => state.status === 'retrying'),
      undefined,
      {
        timeout: 60_000,
      },
    );
    opened.standIn.goOnline();
    await opened.waitFor('joined', 60_000);
    expect(opened.standIn.openSockets).toBe(1);
  });

  it('leaves and joins again ten times', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    for (let round = 0; round < 10; round += 1) {
      await opened.page.evaluate(() => harness.meeting.current!.leave());
      expect(await opened.status()).toBe('ended');
      await opened.page.evaluate(() => void harness.meeting.current!.join());
      await opened.waitFor('joined');
    }
    expect(opened.standIn.count('info')).toBe(11);
    expect(opened.standIn.openSockets).toBe(1);
    expect((await opened.calls()).joined).toBe(11);
  });
});
