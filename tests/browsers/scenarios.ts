import { expect, vi } from 'vitest';
import type { Signer } from '../../stories/real-sdk/stand-in-page';
import type { PageOptions } from '../e2e/page/main';
import { allowStandIn, documentedPolicies } from '../e2e/csp-policies';
import type { DrivenPage } from './driven-browser';

/** The page of `page/main.ts`, ready to mount a meeting. */
export interface Opened {
  page: DrivenPage;
  mount(options?: PageOptions): Promise<void>;
  waitFor(status: string): Promise<void>;
}

/** Opens the page. Its query sets the signer's clock and the page's Content-Security-Policy. */
export type Open = (query?: { signer?: Signer; policy?: string }) => Promise<Opened>;

/** What every browser must do, by its column in docs/compatibility.md. */
export const scenarios: Record<string, (open: Open) => Promise<void>> = {
  async join(open) {
    const { page, mount, waitFor } = await open();
    await mount();
    await waitFor('joined');
    expect(await page.run(() => harness.states.map(({ state }) => state.status))).toEqual([
      'preparing',
      'joining',
      'joined',
    ]);
    expect(await joins(page)).toEqual(['ok']);
    expect(await page.run(() => crossOriginIsolated)).toBe(true);
    await vi.waitFor(
      async () => expect(await page.run(() => harness.rosters.at(-1))).toBe('[Ada]'),
      patience,
    );
    await shown(page);
  },

  async StrictMode(open) {
    const { page, mount, waitFor } = await open();
    await mount({ strict: true });
    await waitFor('joined');
    await shown(page);
    expect(await joins(page)).toEqual(['ok']);
    expect(await page.run(() => harness.calls.joined)).toBe(1);
  },

  async 'refused with 3712'(open) {
    const { page, mount, waitFor } = await open({ signer: 'ahead-8' });
    await mount();
    await waitFor('joined');
    const [refused, ...others] = await joins(page);
    expect(refused).toContain('Invalid signature');
    expect(others).toEqual(['ok']);
    expect(await page.run(() => harness.calls.retries)).toBe(1);
  },

  async 'wrong passcode'(open) {
    const { page, mount, waitFor } = await open();
    await page.run(() => void (standIn.meeting.passcode = 'zoom42'));
    await mount({ password: 'guess' });
    await waitFor('failed');
    expect(await page.run(() => harness.calls.errors[0]!.code)).toBe(3004);
    await page.enter('.rzm-panel input', 'zoom42');
    await waitFor('joined');
  },

  async 'waiting room'(open) {
    const { page, mount, waitFor } = await open();
    await page.run(() => void (standIn.meeting.waitingRoom = true));
    await mount();
    await waitFor('waiting-room');
    expect(await page.run(() => harness.calls.joined)).toBe(0);
    await page.run(() => standIn.admit());
    await waitFor('joined');
    expect(await page.run(() => harness.calls.joined)).toBe(1);
  },

  async drop(open) {
    const { page, mount, waitFor } = await open();
    await mount();
    await waitFor('joined');
    await page.run(() => standIn.dropSocket());
    await waitFor('reconnecting');
    await waitFor('joined');
    expect(await page.run(() => harness.calls.joined)).toBe(1);
  },

  async 'leave and rejoin'(open) {
    const { page, mount, waitFor } = await open();
    await mount();
    for (let joined = 1; joined <= 3; joined += 1) {
      await waitFor('joined');
      expect(await page.run(() => harness.calls.joined)).toBe(joined);
      await page.run(() => harness.meeting.current!.leave());
      await gone(page);
      await page.run(() => void harness.meeting.current!.join());
    }
    await waitFor('joined');
  },

  async 'host ends'(open) {
    const { page, mount, waitFor } = await open();
    await mount();
    await waitFor('joined');
    await page.run(() => standIn.end(8));
    await waitFor('ended');
    expect(await page.run(() => harness.calls.ended)).toEqual(['ended by host']);
    await gone(page);
    await page.run(() => void harness.meeting.current!.join());
    await waitFor('joined');
  },

  async 'strict CSP'(open) {
    const { page, mount, waitFor } = await open({ policy });
    await mount();
    await waitFor('joined');
    await shown(page);
  },
};

/** The documented policy, extended for the service worker of the stand-in. */
const policy = allowStandIn(documentedPolicies().selfHosted).replace('worker-src', "worker-src 'self'");

/** Options of `vi.waitFor` that suit a busy machine. */
export const patience = { timeout: 60_000, interval: 100 };

/** Zoom's answer to each join. */
const joins = (page: DrivenPage) =>
  page.run(() => standIn.log.filter(({ what }) => what === 'info').map(({ outcome }) => outcome));

/** Waits until the user has left on Zoom's side. */
const gone = (page: DrivenPage) =>
  vi.waitFor(async () => expect(await page.run(() => standIn.openSockets)).toBe(0), patience);

/** Waits until the SDK's view fills the container in at least one dimension, and our panel is gone. */
const shown = (page: DrivenPage) =>
  vi.waitFor(async () => {
    const { view, panels } = await page.run(() => {
      const box = document.querySelector('.rzm-sdk-root .react-resizable')!.getBoundingClientRect();
      const view = { width: Math.round(box.width), height: Math.round(box.height) };
      return { view, panels: document.querySelectorAll('.rzm-panel').length };
    });
    expect(panels).toBe(0);
    expect(view.width).toBeLessThanOrEqual(901);
    expect(view.height).toBeLessThanOrEqual(601);
    expect(view.width >= 892 || view.height >= 592, JSON.stringify(view)).toBe(true);
  }, patience);
