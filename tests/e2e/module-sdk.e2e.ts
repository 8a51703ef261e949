import { describe, expect } from 'vitest';
import { it, reactVersion, useBrowser } from './harness';

useBrowser();

describe.concurrent(`moduleSdk, on React ${reactVersion}`, () => {
  if (reactVersion === '18') {
    it('joins, leaves, and joins again', async ({ open }) => {
      const opened = await open();
      await opened.mount({ module: true });
      await opened.waitFor('joined');
      expect(await opened.page.locator('#box .react-resizable').count()).toBe(1);
      await opened.page.evaluate(() => harness.meeting.current!.leave());
      await opened.page.evaluate(() => void harness.meeting.current!.join());
      await opened.waitFor('joined');
      expect(opened.standIn.openSockets).toBe(1);
      expect(opened.blocked).toEqual([]);
      expect(opened.pageErrors()).toBe('');
    });

    it('does not join later when cancelled while waiting for the host', async ({ open }) => {
      const opened = await open();
      opened.standIn.meeting.hostPresent = false;
      await opened.mount({ module: true });
      await opened.waitFor('waiting-for-host');
      await opened.page.getByRole('button', { name: 'Cancel' }).click();
      await opened.waitFor('ended');
      opened.standIn.hostArrives();
      // The SDK polls every 30 s.
      await opened.page.waitForTimeout(35_000);
      expect(opened.standIn.openSockets).toBe(0);
      expect(opened.standIn.count('info')).toBe(1);
    });

    it('removes the waiting-room notice when left and joined again', async ({ open }) => {
      const opened = await open();
      opened.standIn.meeting.waitingRoom = true;
      await opened.mount({ module: true });
      await opened.waitFor('waiting-room');
      const notice = opened.page.getByText('The host will let you in soon');
      await notice.waitFor();
      await opened.page.evaluate(() => harness.meeting.current!.leave());
      opened.standIn.meeting.waitingRoom = false;
      await opened.page.evaluate(() => void harness.meeting.current!.join());
      await opened.waitFor('joined');
      await opened.page.locator('.rzm-sdk-root .react-resizable').waitFor();
      expect(await notice.count()).toBe(0);
      expect(opened.standIn.openSockets).toBe(1);
      expect(opened.standIn.count('info')).toBe(2);
    });

    it('joins once when cancelled while waiting for the host and joined again', async ({ open }) => {
      const opened = await open();
      opened.standIn.meeting.hostPresent = false;
      await opened.mount({ module: true });
      await opened.waitFor('waiting-for-host');
      await opened.page.evaluate(() => harness.meeting.current!.cancel());
      await opened.page.evaluate(() => void harness.meeting.current!.join());
      await opened.waitFor('waiting-for-host');
      opened.standIn.hostArrives();
      await opened.waitFor('joined', 60_000);
      await opened.page.waitForTimeout(35_000);
      expect(await opened.status()).toBe('joined');
      expect(opened.standIn.openSockets).toBe(1);
      expect((await opened.calls()).joined).toBe(1);
      // The cancelled wait does not join.
      expect(opened.standIn.count('info')).toBe(3);
    });
  } else {
    it('explains that the SDK crashes here, and what to use instead', async ({ open }) => {
      const opened = await open();
      await opened.mount({ module: true });
      await opened.waitFor('failed');
      expect((await opened.calls()).errors).toMatchObject([
        { code: 'SDK_LOAD_FAILED', reason: expect.stringContaining('scriptSdk()') },
      ]);
    });
  }
});
