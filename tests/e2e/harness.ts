import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it as plainIt, vi } from 'vitest';
import { createSignatureHandler } from '../../src/server';
import { launchOptions } from '../../scripts/find-chromium.mjs';
import { createStandIn, type StandIn } from '../stand-in/stand-in';
import { routeStandIn } from '../stand-in/playwright';
import { builtPage, sdkFiles } from './build-page';
import type { PageOptions } from './page/main';
import { servePage } from './serve-page';
import { oneAtATime } from './starting-gate';

export const sdkKey = 'demo-sdk-key';
export const sdkSecret = 'demo-sdk-secret-of-at-least-32-bytes';
export const reactVersion = process.env['REACT'] ?? '19';

/** Answers the page's request for a signature. */
export type Signer = (request: Request, count: number) => Response | Promise<Response>;

let browser: Browser;
let server: Awaited<ReturnType<typeof servePage>>;

/**
 * Starts the browser and the server that the tests of a file or a `describe` share. Call it once at the top level.
 * `folder` is served as `/zoom-sdk`, and `args` are additional arguments for Chromium.
 */
export function useBrowser(folder = sdkFiles, args: readonly string[] = []): void {
  beforeAll(async () => {
    server = await servePage(builtPage(reactVersion), folder);
    browser = await launchChromium(undefined, args);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
}

/** The installed Chromium, or else Playwright's own. A proxy receives all requests that are not for localhost. */
export function launchChromium(proxy?: string, args: readonly string[] = []): Promise<Browser> {
  const options = launchOptions();
  return chromium.launch({
    ...options,
    args: [...options.args, ...args],
    ...(proxy !== undefined && { proxy: { server: proxy, bypass: 'localhost' } }),
  });
}

/** Our own handler, with its own clock. */
export function signer({
  now = Date.now,
  secret = sdkSecret,
}: { now?: () => number; secret?: string } = {}): Signer {
  return createSignatureHandler({ sdkKey, sdkSecret: secret, authorize: () => true, now });
}

/**
 * `it` with a function that opens a page. The page is closed at the end of its test, even when tests run
 * concurrently.
 */
export const it = plainIt.extend<{ open: (options?: PageSetup) => Promise<Opened> }>({
  // eslint-disable-next-line no-empty-pattern -- Vitest reads the fixtures that are wanted from the pattern
  open: async ({}, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (setup) => {
      const opened = await (setup?.isLight ? openPage(setup) : oneAtATime(() => openPage(setup)));
      contexts.push(opened.context);
      return opened;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export type Opened = Awaited<ReturnType<typeof openPage>>;

interface PageSetup {
  signature?: Signer;
  /** How far the browser's clock is off, in ms. */
  clockOffset?: number;
  /** JavaScript that the page runs before anything else. */
  before?: string;
  standIn?: StandIn;
  /** The page does not load the SDK, so it does not wait for other pages to start. */
  isLight?: true;
  /** `Cross-Origin-Embedder-Policy`. With `unsafe-none`, the page is not isolated. */
  embedder?: 'require-corp' | 'credentialless' | 'unsafe-none';
}

/** Rejections that the SDK's own code does not handle (6.2.0). */
export const ofTheSdk = [
  // From its media code, when a meeting is left soon after joining.
  'net thread init error',
  // From its logger, which sends its log when the page is left.
  '{"type":"INVALID_OPERATION","reason":"Please use getLogs to obtain log data and report by yourself."}',
  // From its view, when it acts in a meeting that has just been left. Nothing in these pages calls the methods
  // that reject with it.
  '{"type":"IMPROPER_MEETING_STATE","reason":"closed","errorCode":5002}',
];

/** Playwright has no text for a rejection with a plain object. */
const nameRejections = `addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof Error) return;
  event.preventDefault();
  reportError(new Error('Not handled: ' + JSON.stringify(event.reason)));
});`;

/** A page with the stand-in for Zoom. */
async function openPage({
  signature = signer(),
  clockOffset = 0,
  before = '',
  standIn = createStandIn({ sdkKey, sdkSecret }),
  embedder = 'require-corp',
}: PageSetup = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { blocked } = await routeStandIn(context, standIn);
  let signatures = 0;
  const signatureTimes: number[] = [];
  await context.route('**/api/zoom/signature', async (route) => {
    const request = route.request();
    signatureTimes.push(Date.now());
    const response = await signature(
      new Request(request.url(), {
        method: request.method(),
        headers: await request.allHeaders(),
        body: request.postData(),
      }),
      ++signatures,
    );
    await route
      .fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      })
      .catch(() => {});
  });
  if (clockOffset) {
    await context.addInitScript((offset: number) => {
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...args: unknown[]) {
          super(...((args.length ? args : [Real.now() + offset]) as []));
        }
        static override now = () => Real.now() + offset;
      } as DateConstructor;
    }, clockOffset);
  }
  await context.addInitScript(nameRejections);
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  const pageErrors: string[] = [];
  page.on('pageerror', (error) =>
    pageErrors.push(error.message + (process.env['DEBUG_STACK'] ? error.stack : '')),
  );
  await page.goto(`${server.origin}/?embedder=${embedder}`);

  return {
    context,
    page,
    standIn,
    blocked,
    signatureTimes,
    /** Page errors, except those of the SDK's own code, as one string, which reports show in full. */
    pageErrors: () =>
      pageErrors.filter((message) => !ofTheSdk.some((known) => message.includes(known))).join('\n'),
    mount: (options: PageOptions = {}) => page.evaluate((given) => harness.mount(given), options),
    unmount: () => page.evaluate(() => harness.unmount()),
    status: () => page.evaluate(() => harness.status()),
    states: () => page.evaluate(() => harness.states),
    statuses: async () => (await page.evaluate(() => harness.states)).map(({ state }) => state.status),
    calls: () => page.evaluate(() => harness.calls),
    waitFor: (status: string, timeout = 60_000) => waitForStatus(page, status, timeout),
  };
}

export const lastError = async (opened: Opened) => (await opened.calls()).errors.at(-1);

/** Waits until the user has left on Zoom's side. */
export const gone = ({ standIn }: Opened) =>
  vi.waitFor(() => expect(standIn.openSockets).toBe(0), { timeout: 40_000 });

async function waitForStatus(page: Page, status: string, timeout: number): Promise<void> {
  try {
    await page.waitForFunction((wanted) => harness.status() === wanted, status, { timeout });
  } catch {
    expect(await page.evaluate(() => harness.states), `never ${status}`).toContainEqual(
      expect.objectContaining({ state: expect.objectContaining({ status }) }),
    );
    throw new Error(`passed ${status} but did not stay there`);
  }
}
