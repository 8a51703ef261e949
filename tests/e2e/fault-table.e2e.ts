import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe } from 'vitest';
import { routeCdn } from '../stand-in/playwright';
import { gone, it, useBrowser, type Opened } from './harness';
import type { PageOptions } from './page/main';

useBrowser();

const path = new URL('fault-table/record.json', import.meta.url);
/** The outcome of each fault. */
const seen: Record<string, { 'final state': string }> = {};
/** `FAULTS=record` records the outcomes for docs/faults.md. Otherwise, the outcomes must match the recording. */
const isRecording = process.env['FAULTS'] === 'record';
const recorded = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as typeof seen) : {};

afterAll(() => {
  if (!isRecording) return;
  const inOrder = faults.map(({ name }) => [name, seen[name]] as const);
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(inOrder), undefined, 2)}\n`);
});

interface RealFault {
  name: string;
  /** Options for opening the page. */
  setup?: { before?: string; clockOffset?: number };
  /** Options of the meeting. */
  props?: PageOptions;
  /** Runs before the meeting is mounted. */
  first?(opened: Opened): Promise<unknown>;
  /** The status in which `strike` runs. Default: `joined`. */
  strikesWhile?: 'waiting-room' | 'retrying';
  strike?(opened: Opened): Promise<unknown>;
  /** The fault lasts as long as the page. */
  isForGood?: true;
  /** Ends the fault. */
  lift?(opened: Opened): Promise<unknown>;
  /** The status that the test waits for. */
  leadsTo: 'joined' | 'failed' | 'waiting-room' | 'ended';
  /** The messages that the browser logs about the fault itself. */
  pageError?: string;
}

const sdkScript = '**/zoom-sdk/*embedded*.js';
const media = '**/zoom-sdk/**/js_media.min.js';
/** Makes the next `leaveMeeting()` behave like this. `destroyClient()` does not call it. */
const leaveWith = (body: string) => (opened: Opened) =>
  opened.page.evaluate((text) => {
    const { client, leave } = harness.meeting.current!;
    client!.leaveMeeting = new Function(`return ${text}`) as never;
    void leave();
  }, body);

const denied = 'throw new DOMException("denied", "SecurityError")';

const faults: readonly RealFault[] = [
  {
    name: 'the SDK’s script is missing',
    first: ({ page }) => page.route(sdkScript, (route) => route.fulfill({ status: 404 })),
    lift: ({ page }) => page.unroute(sdkScript),
    leadsTo: 'failed',
  },
  {
    name: 'the SDK’s script is cut off',
    first: ({ page }) =>
      page.route(sdkScript, async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        // The browser does not cache a response that is cut off.
        const headers = { ...response.headers(), 'cache-control': 'no-store' };
        await route.fulfill({ response, headers, body: text.slice(0, text.length / 2) });
      }),
    lift: ({ page }) => page.unroute(sdkScript),
    pageError: 'Invalid or unexpected token',
    leadsTo: 'failed',
  },
  {
    name: 'the SDK’s script takes 5 s',
    first: ({ page }) =>
      page.route(sdkScript, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 5000));
        await route.continue();
      }),
    leadsTo: 'joined',
  },
  {
    name: 'the page’s CSP forbids the SDK’s script',
    props: { script: { baseUrl: 'https://source.zoom.us/6.2.0' } },
    async first({ context, page }) {
      await routeCdn(context);
      await page.route(
        (url) => url.pathname === '/',
        async (route) => {
          const response = await route.fetch();
          const policy = "script-src 'self' 'unsafe-inline' 'unsafe-eval'";
          await route.fulfill({
            response,
            headers: { ...response.headers(), 'content-security-policy': policy },
          });
        },
      );
      await page.reload();
    },
    lift: ({ mount }) => mount(),
    leadsTo: 'failed',
  },
  {
    name: 'the SDK’s media files are blocked',
    props: { joinTimeout: 8000 },
    first: ({ page }) => page.route(media, (route) => route.abort()),
    lift: ({ page }) => page.unroute(media),
    leadsTo: 'failed',
  },
  {
    name: 'the socket closes before its first frame',
    first: async ({ standIn }) => standIn.next({ socket: 'close-before-ready' }),
    leadsTo: 'joined',
  },
  {
    name: 'the socket stays silent',
    props: { joinTimeout: 6000 },
    first: async ({ standIn }) => standIn.next({ socket: 'silent' }),
    leadsTo: 'failed',
  },
  {
    name: 'the socket drops in the meeting',
    async strike(opened) {
      opened.standIn.dropSocket();
      await opened.waitFor('reconnecting', 20_000);
    },
    leadsTo: 'joined',
  },
  {
    name: 'the socket drops, and drops again while reconnecting',
    async strike(opened) {
      opened.standIn.next({ socket: 'close-before-ready' });
      opened.standIn.dropSocket();
      await opened.waitFor('reconnecting', 20_000);
    },
    leadsTo: 'joined',
  },
  {
    name: 'the socket drops in the waiting room',
    first: async ({ standIn }) => void (standIn.meeting.waitingRoom = true),
    strikesWhile: 'waiting-room',
    async strike(opened) {
      opened.standIn.dropSocket();
      await opened.waitFor('reconnecting', 20_000);
    },
    lift: async ({ standIn }) => void (standIn.meeting.waitingRoom = false),
    leadsTo: 'waiting-room',
  },
  {
    name: '`leaveMeeting()` rejects',
    strike: leaveWith('Promise.reject(new Error("no"))'),
    leadsTo: 'ended',
  },
  { name: '`leaveMeeting()` hangs', strike: leaveWith('new Promise(() => {})'), leadsTo: 'ended' },
  {
    name: 'camera and microphone are denied',
    setup: {
      before: `navigator.mediaDevices.getUserMedia = async () => { ${denied.replace('SecurityError', 'NotAllowedError')} };`,
    },
    leadsTo: 'joined',
  },
  ...['sessionStorage', 'localStorage'].map((storage) => ({
    name: `\`${storage}\` is blocked`,
    setup: { before: `Object.defineProperty(window, '${storage}', { get() { ${denied} } });` },
    props: { joinTimeout: 8000 },
    isForGood: true as const,
    leadsTo: 'failed' as const,
  })),
  {
    name: 'the page is offline for 3 s when it mounts',
    first: ({ context }) => context.setOffline(true),
    strikesWhile: 'retrying',
    async strike(opened) {
      await opened.page.waitForTimeout(3000);
      await opened.context.setOffline(false);
    },
    leadsTo: 'joined',
  },
  {
    name: 'the tab is frozen for 10 s',
    async strike({ context, page }) {
      const session = await context.newCDPSession(page);
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      await session.send('Page.setWebLifecycleState', { state: 'active' });
    },
    leadsTo: 'joined',
  },
  {
    name: 'the user goes to another page and back',
    async strike(opened) {
      await opened.page.goto(new URL('/conformance.html', opened.page.url()).href);
      await gone(opened);
      await opened.page.goBack();
      await opened.page.waitForFunction(() => 'harness' in globalThis);
      if ((await opened.status()) === undefined) await opened.mount();
    },
    leadsTo: 'joined',
  },
  { name: 'the browser’s clock is an hour ahead', setup: { clockOffset: 3_600_000 }, leadsTo: 'joined' },
  { name: 'the browser’s clock is an hour behind', setup: { clockOffset: -3_600_000 }, leadsTo: 'joined' },
];

async function outcomeOf(opened: Opened): Promise<string> {
  const { errors, ended } = await opened.calls();
  const status = String(await opened.status());
  if (status === 'failed') return `failed (${String(errors.at(-1)?.code)})`;
  return status === 'ended' ? `ended (${String(ended.at(-1))})` : status;
}

describe.concurrent('faults on the real SDK', () => {
  it.for(faults)('$name', async (fault, { open, expect: check }) => {
    const opened = await open(fault.setup);
    await fault.first?.(opened);
    await opened.mount(fault.props);
    if (fault.strike) await opened.waitFor(fault.strikesWhile ?? 'joined');
    await fault.strike?.(opened);
    await opened.waitFor(fault.leadsTo);
    const outcome = await outcomeOf(opened);
    seen[fault.name] = { 'final state': outcome };
    if (!isRecording) check(outcome).toBe(recorded[fault.name]?.['final state']);
    check(opened.standIn.openSockets).toBeLessThanOrEqual(1);

    await fault.lift?.(opened);
    await opened.page.evaluate(() => harness.meeting.current!.leave());
    await gone(opened);
    if (fault.isForGood) return;
    await opened.mount({ ...fault.props, script: {}, joinTimeout: 60_000 });
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    check(opened.standIn.openSockets).toBe(1);
    const errors = opened.pageErrors().split('\n');
    check(errors.filter((message) => message && message !== fault.pageError)).toEqual([]);
  });
});
