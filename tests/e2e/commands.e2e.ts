import { describe, expect } from 'vitest';
import { it, reactVersion, useBrowser, type Opened } from './harness';

useBrowser();

/** A host in a meeting whose SDK refuses `endMeeting()`. */
async function hostWhoMayNotEnd(open: () => Promise<Opened>): Promise<Opened> {
  const opened = await open();
  await opened.mount({ role: 1 });
  await opened.waitFor('joined');
  await opened.page.evaluate(() => {
    harness.meeting.current!.client!.endMeeting = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      throw { type: 'OPERATION_FAILED', reason: 'no', errorCode: 1 };
    };
  });
  return opened;
}

/** A superseded join would start within this time, in ms. */
const longEnough = 8000;

describe.concurrent(`several commands at the same time, on React ${reactVersion}`, () => {
  it('leave(), join(), leave(): the last call takes effect', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    await opened.page.evaluate(async () => {
      const { leave, join } = harness.meeting.current!;
      void leave();
      void join();
      await leave();
    });
    expect([await opened.status(), opened.standIn.openSockets]).toEqual(['ended', 0]);
    await opened.page.waitForTimeout(longEnough);
    expect([await opened.status(), opened.standIn.openSockets]).toEqual(['ended', 0]);
    expect(opened.standIn.count('info')).toBe(1);
    expect(opened.pageErrors()).toBe('');
  });

  it('end() is refused while join() is waiting: both settle, and a later leave() leaves', async ({
    open,
  }) => {
    const opened = await hostWhoMayNotEnd(open);
    const outcomes = await opened.page.evaluate(() => {
      const { end, join } = harness.meeting.current!;
      const ended = end().then(
        () => 'resolved',
        () => 'rejected',
      );
      return Promise.all([ended, join().then(({ status }) => status)]);
    });
    expect(outcomes).toEqual(['rejected', 'joined']);
    expect(await opened.status()).toBe('joined');
    await opened.page.evaluate(() => harness.meeting.current!.leave());
    await opened.page.waitForTimeout(longEnough);
    expect([await opened.status(), opened.standIn.openSockets]).toEqual(['ended', 0]);
    expect(opened.standIn.count('info')).toBe(1);
    expect(opened.pageErrors()).toBe('');
  });

  it('end() is called twice and refused: both calls reject, and the host stays in the meeting', async ({
    open,
  }) => {
    const opened = await hostWhoMayNotEnd(open);
    const outcomes = await opened.page.evaluate(async () => {
      const { end } = harness.meeting.current!;
      const results = await Promise.allSettled([end(), end()]);
      return results.map(({ status }) => status);
    });
    expect(outcomes).toEqual(['rejected', 'rejected']);
    expect([await opened.status(), opened.standIn.openSockets]).toEqual(['joined', 1]);
    expect(opened.pageErrors()).toBe('');
  });
});
