import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium, sdkKey, sdkSecret } from '../e2e/harness';
import { routeCdn, routeStandIn } from '../stand-in/playwright';
import { createStandIn } from '../stand-in/stand-in';

/** The environment variables that the endpoints of the docs read. */
export const zoomEnvironment = {
  ZOOM_SDK_KEY: sdkKey,
  ZOOM_SDK_SECRET: sdkSecret,
  ZOOM_PASSCODE: 'zoom42',
};

let browser: Browser;

/** Starts the browser that the tests of a file share. Call it once at the top. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
}

/** The messages that the unmodified SDK 6.2.0 logs in its workers on any page. */
const saidByTheSdk = /net thread init error|^warning: Logger info is not enabled/i;
/**
 * The message that Next.js logs in development about a browser without a cache. Playwright turns the cache off to route
 * requests.
 */
const saidByNext = /^warning: \S+ Route \S+ is rendering with server caches disabled/;
/** The message that Chromium logs if a busy machine uses the preloaded media code late. */
const saidByChromium =
  /^warning: The resource \S+js_media\.min\.js was preloaded using link preload but not used/;
const isExpected = (message: string) =>
  [saidByTheSdk, saidByNext, saidByChromium].some((expected) => expected.test(message));

/**
 * Opens a page on the real SDK with the stand-in, waits until it has joined, and expects one join, an isolated
 * page, nothing in the console, and no request to another host. `before` receives the page before the meeting, for
 * example to press buttons.
 * With `cdn: false`, Zoom's CDN cannot be reached.
 */
export async function expectToJoin(
  address: string,
  {
    passcode = '',
    cdn = true,
    before,
  }: { passcode?: string; cdn?: boolean; before?: (page: Page) => Promise<void> } = {},
): Promise<void> {
  const standIn = createStandIn({ sdkKey, sdkSecret });
  standIn.meeting.passcode = passcode;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { blocked } = await routeStandIn(context, standIn);
  if (cdn) await routeCdn(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  try {
    await page.goto(address);
    await before?.(page);
    await page.locator('.rzm-view[data-status=joined]').waitFor({ timeout: 90_000 });
    await page.locator('.react-resizable').waitFor();
    // One join, although StrictMode mounts twice.
    expect(standIn.log.filter(({ what }) => what === 'info').map(({ outcome }) => outcome)).toEqual(['ok']);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(complaints.filter((message) => !isExpected(message))).toEqual([]);
    expect(blocked).toEqual([]);
  } catch (error) {
    throw new Error(`${(error as Error).message}\nThe page said: ${complaints.join('\n')}`, { cause: error });
  } finally {
    await context.close();
  }
}
