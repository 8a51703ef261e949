import { describe, expect, vi } from 'vitest';
import { it, reactVersion, signer, useBrowser, type Opened } from './harness';

useBrowser();

describe.concurrent(`the page and its one client, on React ${reactVersion}`, () => {
  it('end() rejects for a guest, who stays in the meeting', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    const code = await opened.page.evaluate(() =>
      harness.meeting.current!.end().then(
        () => 'ended',
        (error: { code: unknown }) => error.code,
      ),
    );
    expect(code).toBe('NOT_HOST');
    expect(await opened.status()).toBe('joined');
    expect(opened.standIn.openSockets).toBe(1);
    await opened.page.evaluate(() => harness.meeting.current!.leave());
    expect(opened.standIn.openSockets).toBe(0);
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
  });

  it('the meeting ends when the host ends it after `Connected` but before the user’s own row', async ({
    open,
  }) => {
    const opened = await open();
    opened.standIn.next({ socket: 'no-row' });
    await opened.mount();
    await opened.waitFor('joining');
    // `Connected` comes before the row, which may take three more seconds.
    await vi.waitFor(() => expect(opened.standIn.openSockets).toBe(1), 20_000);
    await opened.page.waitForTimeout(1000);
    expect(await opened.status()).toBe('joining');
    opened.standIn.end(8);
    await opened.waitFor('ended', 10_000);
    expect((await opened.calls()).ended).toEqual(['ended by host']);
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
  });

  it('waits while offline with a valid signature, and joins when the page is online', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    const joins = opened.standIn.count('info');
    opened.standIn.goOffline();
    await opened.context.setOffline(true);
    await opened.waitFor('retrying', 60_000);
    expect((await opened.states()).at(-1)?.state).toMatchObject({ offline: true });
    const asked = opened.standIn.count('info');
    await opened.page.waitForTimeout(15_000);
    expect((await opened.states()).at(-1)?.state).toMatchObject({ status: 'retrying', offline: true });
    expect(opened.standIn.count('info')).toBe(asked);
    opened.standIn.goOnline();
    await opened.context.setOffline(false);
    await opened.waitFor('joined', 60_000);
    expect(opened.standIn.openSockets).toBe(1);
    expect(opened.standIn.count('info') - joins).toBeLessThanOrEqual(3);
  });

  it('a new meeting that mounts before the old one unmounts is busy, then joins', async ({ open }) => {
    const opened = await open();
    await opened.page.evaluate(() => harness.mountTwo({ meetingNumber: '987654321' }));
    await opened.page.waitForFunction(() => harness.states.some(({ state }) => state.status === 'busy'));
    await vi.waitFor(() => expect(opened.standIn.openSockets).toBe(1), 20_000);
    expect(await opened.page.locator('#second .rzm-sdk-root').count()).toBe(0);
    await opened.page.evaluate(() => harness.unmountFirst());
    await opened.page.locator('#second .rzm-sdk-root .react-resizable').waitFor({ timeout: 30_000 });
    await opened.waitFor('joined');
    expect(opened.standIn.openSockets).toBe(1);
    expect((await opened.calls()).errors).toEqual([]);
  });

  it('joins with the new user’s credentials after leaving and switching users', async ({ open }) => {
    const opened = await open({ signature: signer() });
    await opened.mount();
    await opened.waitFor('joined');
    await opened.page.evaluate(() => harness.meeting.current!.leave());
    await opened.mount({ userName: 'Bob' });
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    expect(opened.signatureTimes).toHaveLength(2);
    const used = opened.standIn.log.filter(({ what }) => what === 'info').map(({ signature }) => signature);
    expect(used).toHaveLength(2);
    expect(used[0]).not.toBe(used[1]);
    const user = await opened.page.evaluate(() => harness.meeting.current!.client!.getCurrentUser());
    expect(user).toMatchObject({ displayName: 'Bob' });
  });

  const waitingNotice = ({ page }: Opened) => page.getByText('The host will let you in soon');
  const meetingBox = ({ page }: Opened) => page.locator('.rzm-sdk-root .react-resizable');

  it('removes the waiting-room notice when another meeting is joined', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.waitingRoom = true;
    await opened.mount();
    await opened.waitFor('waiting-room');
    await waitingNotice(opened).waitFor();
    await opened.page.evaluate(() => harness.meeting.current!.leave());
    expect(opened.standIn.openSockets).toBe(0);
    opened.standIn.meeting.waitingRoom = false;
    await opened.mount({ meetingNumber: '987654321' });
    await opened.waitFor('joined');
    await meetingBox(opened).waitFor();
    expect(await waitingNotice(opened).count()).toBe(0);
    // The destroyed client no longer connects.
    await opened.page.waitForTimeout(5000);
    expect(await waitingNotice(opened).count()).toBe(0);
    expect(opened.standIn.openSockets).toBe(1);
    expect(opened.standIn.count('info')).toBe(2);
    const people = await opened.page.evaluate(() =>
      harness.meeting.current!.client!.getAttendeeslist().map(({ displayName }) => displayName),
    );
    expect(people).toEqual(['Ada']);
    expect(opened.pageErrors()).toBe('');
  });

  it('shows the waiting room after rejoining until the user is admitted, and again when put on hold', async ({
    open,
  }) => {
    const opened = await open();
    opened.standIn.meeting.waitingRoom = true;
    await opened.mount();
    for (const joins of [1, 2]) {
      await opened.waitFor('waiting-room');
      await waitingNotice(opened).waitFor();
      expect(opened.standIn.count('info')).toBe(joins);
      if (joins === 2) break;
      await opened.page.evaluate(() => harness.meeting.current!.leave());
      await opened.page.evaluate(() => void harness.meeting.current!.join());
    }
    opened.standIn.admit();
    await opened.waitFor('joined');
    await meetingBox(opened).waitFor();
    expect(await waitingNotice(opened).count()).toBe(0);
    opened.standIn.hold();
    await opened.waitFor('waiting-room');
    await waitingNotice(opened).waitFor();
    opened.standIn.admit();
    await opened.waitFor('joined');
    await meetingBox(opened).waitFor();
    expect(await waitingNotice(opened).count()).toBe(0);
    expect(opened.standIn.openSockets).toBe(1);
  });

  it('removes the waiting-room notice when joined again after the host ended the meeting', async ({
    open,
  }) => {
    const opened = await open();
    opened.standIn.meeting.waitingRoom = true;
    await opened.mount();
    await opened.waitFor('waiting-room');
    await waitingNotice(opened).waitFor();
    opened.standIn.end(8);
    await opened.waitFor('ended');
    opened.standIn.meeting.waitingRoom = false;
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    await meetingBox(opened).waitFor();
    expect(await waitingNotice(opened).count()).toBe(0);
    expect(opened.standIn.openSockets).toBe(1);
  });

  // The SDK waits for the host, and then joins with the options of its client's first join.
  it.for([
    [
      'after leaving',
      async (opened: Opened) => {
        await opened.mount();
        await opened.waitFor('joined');
        await opened.page.evaluate(() => harness.meeting.current!.leave());
      },
    ],
    [
      'between two attempts',
      async (opened: Opened) => {
        opened.standIn.next({ info: 'abort' });
        await opened.mount({ retryDelay: 2000 });
        await opened.waitFor('retrying');
      },
    ],
  ] as const)(
    'another user joins with their own credentials while waiting for the host: %s',
    async ([, first], { open }) => {
      const opened = await open();
      await first(opened);
      opened.standIn.meeting.hostPresent = false;
      await opened.mount({ userName: 'Bob', retryDelay: 2000 });
      await opened.page.evaluate(() => void harness.meeting.current!.join());
      await opened.waitFor('waiting-for-host');
      opened.standIn.hostArrives();
      await opened.waitFor('joined');
      const user = await opened.page.evaluate(() => harness.meeting.current!.client!.getCurrentUser());
      expect(user).toMatchObject({ displayName: 'Bob' });
      expect(opened.standIn.openSockets).toBe(1);
    },
  );

  it('does not join when left during a reconnection and Zoom answers after the client is destroyed', async ({
    open,
  }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    // Longer than the library waits for a reconnection.
    await opened.page.route('**/wc/info**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 9000));
      await route.fallback();
    });
    opened.standIn.dropSocket();
    await vi.waitFor(() => expect(opened.standIn.openSockets).toBe(0));
    await opened.waitFor('reconnecting');
    // The SDK has asked Zoom by then.
    await opened.page.waitForTimeout(2000);
    await opened.page.evaluate(() => harness.meeting.current!.leave());
    expect(await opened.status()).toBe('ended');
    await vi.waitFor(() => expect(opened.standIn.count('info')).toBe(2), 20_000);
    await opened.page.waitForTimeout(5000);
    expect(opened.standIn.openSockets).toBe(0);
    await opened.page.unroute('**/wc/info**');
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    expect(opened.standIn.openSockets).toBe(1);
    expect(opened.pageErrors()).toBe('');
  });

  it('the handle of an unmounted component does not join', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    const state = await opened.page.evaluate(async () => {
      const { join } = harness.meeting.current!;
      harness.unmount();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      const { status, ...rest } = await join();
      return { status, code: 'error' in rest && rest.error.code };
    });
    expect(state).toEqual({ status: 'failed', code: 'GONE' });
    await opened.page.waitForTimeout(2000);
    expect(opened.standIn.openSockets).toBe(0);
    expect(opened.pageErrors()).toBe('');
  });
});
