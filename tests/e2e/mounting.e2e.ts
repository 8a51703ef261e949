import { describe, expect, vi } from 'vitest';
import { issuingAhead } from '../stand-in/signer-clock';
import { gone, it, reactVersion, signer, useBrowser } from './harness';

useBrowser();

describe.concurrent(`mounting and unmounting, on React ${reactVersion}`, () => {
  it.for([0, 150, 700, 1200, 2500])(
    'unmounted after %i ms: leaves nothing behind, and can join again',
    async (ms, { open }) => {
      const opened = await open();
      await opened.mount();
      await opened.page.waitForTimeout(ms);
      await opened.unmount();
      // A join in progress may still succeed, and is then left at once.
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

  it.for(['joining', 'joined'])(
    'unmounted while %s: leaves the meeting on Zoom’s side',
    async (status, { open }) => {
      const opened = await open();
      await opened.mount();
      // Polled on the page, because joining is quick.
      await opened.page.evaluate(async (wanted) => {
        while (harness.status() !== wanted) await new Promise(requestAnimationFrame);
        harness.unmount();
      }, status);
      expect(await opened.status()).toBe(status);
      // A join in progress succeeds first.
      await vi.waitFor(() => expect(opened.standIn.count('leave')).toBe(1), 20_000);
      await gone(opened);
      await opened.page.waitForTimeout(3000);
      expect(opened.standIn.openSockets).toBe(0);
      expect(opened.standIn.count('info')).toBe(1);
      expect(opened.pageErrors()).toBe('');
    },
  );

  it('stays out when left, joined again in the same tick, and unmounted', async ({ open }) => {
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

  it('leaves nothing behind when unmounted while the SDK loads', async ({ open }) => {
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

  it('aborts the request when unmounted while the signature is fetched', async ({ open }) => {
    const opened = await open({
      signature: (request, count) =>
        count === 1 ? new Promise<Response>(() => {}) : signer()(request, count),
    });
    const failed = opened.page.waitForEvent('requestfailed', (request) =>
      request.url().endsWith('/api/zoom/signature'),
    );
    await opened.mount();
    await vi.waitFor(() => expect(opened.signatureTimes).toHaveLength(1), { timeout: 20_000 });
    await opened.unmount();
    expect((await failed).failure()?.errorText).toBe('net::ERR_ABORTED');
    await opened.page.waitForTimeout(2000);
    expect(opened.standIn.count('info')).toBe(0);
    expect(await opened.page.evaluate(() => harness.queryCache())).toBe('[]');
    expect(opened.pageErrors()).toBe('');
    await opened.mount();
    await opened.waitFor('joined');
  });

  it('leaves nothing behind when unmounted while retrying', async ({ open }) => {
    const opened = await open({ signature: signer({ now: issuingAhead(30_000) }) });
    await opened.mount();
    await opened.waitFor('retrying');
    await opened.unmount();
    await opened.page.waitForTimeout(3000);
    expect(opened.standIn.count('info')).toBe(1);
    expect(opened.pageErrors()).toBe('');
  });

  it('joins when unmounted during the backoff and mounted again', async ({ open }) => {
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

  it('joins again when mounted again at once', async ({ open }) => {
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

  it('stays joined under a provider when the route changes', async ({ open }) => {
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
});
