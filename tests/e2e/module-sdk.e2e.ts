import { describe, expect } from 'vitest';
import { it, reactVersion, useBrowser } from './harness';

useBrowser();

describe(`moduleSdk, on React ${reactVersion}`, () => {
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
      expect(opened.pageErrors()).toEqual([]);
    });

    it('given up while it waits for the host, it stops asking', async ({ open }) => {
      const opened = await open();
      opened.standIn.meeting.hostPresent = false;
      await opened.mount({ module: true });
      await opened.waitFor('waiting-for-host');
      await opened.page.getByRole('button', { name: 'Cancel' }).click();
      await opened.waitFor('ended');
      opened.standIn.hostArrives();
      await opened.page.waitForTimeout(35_000);
      expect(opened.standIn.openSockets).toBe(0);
    });
  } else {
    it('says that the SDK crashes here, and what to use instead', async ({ open }) => {
      const opened = await open();
      await opened.mount({ module: true });
      await opened.waitFor('failed');
      expect((await opened.calls()).errors).toMatchObject([
        { code: 'SDK_LOAD_FAILED', reason: expect.stringContaining('scriptSdk()') },
      ]);
    });
  }
});
