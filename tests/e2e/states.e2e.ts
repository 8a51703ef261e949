import { describe, expect, vi } from 'vitest';
import { issuingAhead } from '../stand-in/signer-clock';
import type { ScriptedAnswer } from '../stand-in/stand-in';
import { it, type Opened, reactVersion, signer, useBrowser } from './harness';

useBrowser();

const lastError = async (opened: Opened) => (await opened.calls()).errors.at(-1);
/** Nothing is left on Zoom's side. */
const gone = (opened: Opened) => vi.waitFor(() => expect(opened.standIn.openSockets).toBe(0), 20_000);

describe.concurrent(`refusals, on React ${reactVersion}`, () => {
  it.for<[code: number, answer: ScriptedAnswer, userAction: string]>([
    [4005, { res: 9 }, 'try-again'],
    [4006, { res: 12 }, 'try-again'],
    [3704, { info: 3704 }, 'contact-support'],
    [3707, { info: 3707 }, 'check-meeting-number'],
    [4011, { res: 6601 }, 'contact-support'],
  ])('%i is not tried again', async ([code, answer, userAction], { open }) => {
    const opened = await open();
    opened.standIn.next(answer);
    await opened.mount();
    await opened.waitFor('failed');
    await opened.page.waitForTimeout(2000);
    expect(await lastError(opened)).toMatchObject({ code, userAction, attempts: 1 });
    expect(opened.standIn.count('info')).toBe(1);
    // Our panel, and not Zoom's own dialog.
    expect(await opened.page.getByRole('alert').textContent()).not.toBe('');
    expect(await opened.page.getByRole('button', { name: /^retry$/i }).count()).toBe(0);
  });

  it('3004 asks for the passcode, and the right one joins', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.passcode = 'zoom42';
    await opened.mount({ password: 'wrong' });
    await opened.waitFor('failed');
    const input = opened.page.getByLabel('Meeting passcode');
    await input.fill('zoom42');
    await input.press('Enter');
    await opened.waitFor('joined');
    expect(opened.standIn.count('info')).toBe(2);
    // The signature was good: no reason to ask for another.
    expect(opened.signatureTimes).toHaveLength(1);
  });

  it('3008 waits for the host, and joins without a second join()', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.hostPresent = false;
    await opened.mount();
    await opened.waitFor('waiting-for-host');
    await opened.page.evaluate(() => {
      const client = harness.meeting.current!.client!;
      const join = client.join.bind(client);
      client.join = (options) => {
        harness.events.push({ name: 'join()', payload: undefined });
        return join(options);
      };
    });
    opened.standIn.hostArrives();
    await opened.waitFor('joined', 60_000);
    expect(await opened.page.evaluate(() => harness.events.some(({ name }) => name === 'join()'))).toBe(
      false,
    );
    expect(await opened.statuses()).toEqual(['preparing', 'joining', 'waiting-for-host', 'joined']);
    expect((await opened.calls()).joined).toBe(1);
  });

  it('3008, and cancelled: the SDK stops asking', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.hostPresent = false;
    await opened.mount();
    await opened.waitFor('waiting-for-host');
    await opened.page.getByRole('button', { name: 'Cancel' }).click();
    await opened.waitFor('ended');
    await opened.page.waitForTimeout(2000);
    const asked = opened.standIn.count('info');
    opened.standIn.hostArrives();
    await opened.page.waitForTimeout(15_000);
    expect(opened.standIn.count('info')).toBe(asked);
    expect(opened.standIn.openSockets).toBe(0);
  });

  it('waiting room: tells so, and joins when let in', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.waitingRoom = true;
    await opened.mount();
    await opened.waitFor('waiting-room');
    expect((await opened.calls()).joined).toBe(0);
    opened.standIn.admit();
    await opened.waitFor('joined');
    expect((await opened.calls()).joined).toBe(1);
  });

  it('a join that never settles fails after joinTimeout, and the page can join again', async ({ open }) => {
    const opened = await open();
    opened.standIn.next({ info: 'never-settles' });
    await opened.mount({ joinTimeout: 6000 });
    await opened.waitFor('failed');
    expect(await lastError(opened)).toMatchObject({ code: 'JOIN_TIMEOUT', attempts: 1 });
    await opened.page.getByRole('button', { name: 'Try again' }).click();
    await opened.waitFor('joined');
    expect(opened.standIn.openSockets).toBe(1);
  });

  it('an interrupted join that connects all the same is joined', async ({ open }) => {
    const opened = await open();
    opened.standIn.next({ socket: 'close-before-ready' });
    await opened.mount();
    await opened.waitFor('joined');
    expect((await opened.calls()).joined).toBe(1);
  });
});

describe.concurrent(`during and after, on React ${reactVersion}`, () => {
  it('the connection drops and returns: one onJoined', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    opened.standIn.dropSocket();
    await opened.waitFor('reconnecting');
    // The SDK's notice is in the middle, clear of our banner.
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

  it.for([
    [8, 'ended by host'],
    [7, 'kicked by host'],
  ] as const)('reason %i: ended, %s', async ([reason, words], { open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    opened.standIn.end(reason);
    await opened.waitFor('ended');
    expect((await opened.calls()).ended).toEqual([words]);
    await gone(opened);
  });

  it('a connection that is lost for good is joined anew', async ({ open }) => {
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

  it.for([0, 150, 700, 1200, 2500])(
    'unmounted %i ms into it: nothing stays, and it can be joined again',
    async (ms, { open }) => {
      const opened = await open();
      await opened.mount();
      await opened.page.waitForTimeout(ms);
      await opened.unmount();
      // A join that was under way may still get in; it is left at once.
      await opened.page.waitForTimeout(8000);
      await gone(opened);
      const asked = opened.standIn.count('info');
      expect(asked).toBeLessThanOrEqual(1);
      await opened.page.waitForTimeout(3000);
      expect(opened.standIn.count('info')).toBe(asked);
      expect(opened.standIn.openSockets).toBe(0);
      expect(opened.pageErrors()).toBe('');
      await opened.mount();
      await opened.waitFor('joined');
    },
  );

  it.for(['joining', 'joined'])('unmounted while %s: left on Zoom’s side', async (status, { open }) => {
    const opened = await open();
    await opened.mount();
    // On the page, since joining is over soon.
    await opened.page.evaluate(async (wanted) => {
      while (harness.status() !== wanted) await new Promise(requestAnimationFrame);
      harness.unmount();
    }, status);
    expect(await opened.status()).toBe(status);
    // A join under way gets in first.
    await vi.waitFor(() => expect(opened.standIn.count('leave')).toBe(1), 20_000);
    await gone(opened);
    await opened.page.waitForTimeout(3000);
    expect(opened.standIn.openSockets).toBe(0);
    expect(opened.standIn.count('info')).toBe(1);
    expect(opened.pageErrors()).toBe('');
  });

  it('left, joined again in the same breath, and unmounted: nobody is in', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    await opened.page.evaluate(() => {
      void harness.meeting.current!.leave();
      void harness.meeting.current!.join();
    });
    await opened.page.waitForTimeout(50);
    await opened.unmount();
    await opened.page.waitForTimeout(8000);
    expect(opened.standIn.openSockets).toBe(0);
  });

  it('unmounted while the SDK loads: nothing stays', async ({ open }) => {
    const opened = await open();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await opened.context.route('**/zoomus-websdk-embedded.umd.min.js', async (route) => {
      await held;
      await route.continue();
    });
    await opened.mount();
    await opened.page.waitForFunction(() => document.querySelectorAll('script[src*=zoom-sdk]').length === 3);
    await opened.unmount();
    release();
    await opened.page.waitForFunction(() => document.querySelectorAll('script[src*=zoom-sdk]').length === 0);
    await opened.page.waitForTimeout(2000);
    expect(opened.standIn.count('info')).toBe(0);
    expect(await opened.page.locator('.rzm-sdk-root').count()).toBe(0);
    expect(opened.pageErrors()).toBe('');
    await opened.mount();
    await opened.waitFor('joined');
  });

  it('unmounted while the signature is fetched: the request is aborted', async ({ open }) => {
    const opened = await open({
      signature: (request, count) =>
        count === 1 ? new Promise<Response>(() => {}) : signer()(request, count),
    });
    const failed = opened.page.waitForEvent('requestfailed', (request) =>
      request.url().endsWith('/api/signature'),
    );
    await opened.mount();
    await vi.waitFor(() => expect(opened.signatureTimes).toHaveLength(1));
    await opened.unmount();
    expect((await failed).failure()?.errorText).toBe('net::ERR_ABORTED');
    await opened.page.waitForTimeout(2000);
    expect(opened.standIn.count('info')).toBe(0);
    expect(await opened.page.evaluate(() => harness.queryCache())).toBe('[]');
    expect(opened.pageErrors()).toBe('');
    await opened.mount();
    await opened.waitFor('joined');
  });

  it('unmounted while retrying: nothing stays', async ({ open }) => {
    const opened = await open({ signature: signer({ now: issuingAhead(30_000) }) });
    await opened.mount();
    await opened.waitFor('retrying');
    await opened.unmount();
    await opened.page.waitForTimeout(3000);
    expect(opened.standIn.count('info')).toBe(1);
    expect(opened.pageErrors()).toBe('');
  });

  it('unmounted while it backs off, and mounted again: joined', async ({ open }) => {
    const opened = await open();
    opened.standIn.next({ info: 'abort' });
    // Longer than any machine takes from here to the unmount.
    await opened.mount({ retryDelay: 10_000 });
    await opened.waitFor('retrying');
    await opened.unmount();
    await opened.page.waitForTimeout(11_000);
    expect(opened.standIn.count('info')).toBe(1);
    await opened.mount();
    await opened.waitFor('joined');
    expect(opened.standIn.openSockets).toBe(1);
  });

  it('mounted again at once: joined again', async ({ open }) => {
    const opened = await open();
    await opened.mount();
    await opened.waitFor('joined');
    await opened.page.evaluate(async () => {
      harness.unmount();
      await new Promise(requestAnimationFrame);
      harness.mount();
    });
    await vi.waitFor(
      async () => expect((await opened.statuses()).filter((status) => status === 'joined')).toHaveLength(2),
      20_000,
    );
    await opened.page.waitForTimeout(1500);
    expect(opened.standIn.openSockets).toBe(1);
  });

  it('leaves and joins again, ten times', async ({ open }) => {
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

  it('moves to another route under a provider and stays joined', async ({ open }) => {
    const opened = await open();
    await opened.mount({ routes: true });
    await opened.waitFor('joined');
    for (const route of ['b', 'none', 'a']) {
      await opened.page.evaluate((to) => harness.go(to), route);
      await opened.page.waitForTimeout(600);
      const shown = await opened.page.locator(`[data-route=${route}] .rzm-sdk-root .react-resizable`).count();
      expect(shown).toBe(route === 'none' ? 0 : 1);
    }
    expect(await opened.statuses()).toEqual(['preparing', 'joining', 'joined']);
    expect(opened.standIn.count('info')).toBe(1);
    expect(opened.standIn.count('leave')).toBe(0);
  });

  it('a second meeting on the page is BUSY, and the first one stays', async ({ open }) => {
    const opened = await open();
    await opened.page.evaluate(() => harness.mountTwo({ meetingNumber: '987654321' }));
    await opened.page.waitForFunction(() => harness.calls.errors.length > 0);
    expect(await lastError(opened)).toMatchObject({
      code: 'BUSY',
      reason: expect.stringContaining('123456789'),
    });
    await vi.waitFor(() => expect(opened.standIn.openSockets).toBe(1), 10_000);
    expect(await opened.page.locator('#second .rzm-sdk-root').count()).toBe(0);
  });
});
