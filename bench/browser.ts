import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll } from 'vitest';
import { launchOptions } from '../scripts/find-chromium.mjs';
import { createMeetingSignature } from '../src/server/index';
import { createStandIn, type StandIn } from '../tests/stand-in/stand-in';
import { standInHosts } from '../tests/stand-in/stand-in';
import { sdkFiles } from '../tests/e2e/build-page';
import { builtApp, builtApps, type BuiltApp } from './build-app';
import { countCosts } from './page-costs';

const keys = { sdkKey: 'demo-sdk-key', sdkSecret: 'demo-sdk-secret-of-at-least-32-bytes' };
/** The latency of the signature endpoint, in ms. */
const signatureTime = 300;

export interface Network {
  name: string;
  /** In bits per second. */
  speed?: number;
  /** In ms. */
  latency?: number;
  /** How many times slower the processor is. */
  slowdown?: number;
}

/** `floor` is the SDK alone, on a page without a build. */
export type App = BuiltApp | 'floor';

/** A page with one of the apps, and the stand-in for Zoom behind it. */
export interface AppPage {
  page: Page;
  cdp: CDPSession;
  standIn: StandIn;
  /** Loads the app. The query sets its options: `auto` joins, `preload` calls `preloadZoomSdk()`. */
  go(app: App, query?: string): Promise<void>;
  press(button: 'Join' | 'Leave'): Promise<void>;
  /** Waits for a mark and returns its time in ms, since the navigation or since another mark. */
  time(mark: 'joined' | 'left', since?: 'asked'): Promise<number>;
  close(): Promise<void>;
}

let browser: Browser;
let server: Server;
let origin: string;
/** How far ahead the signer's clock is, in ms. */
let signerAhead = 0;

export const setSignerAhead = (ms: number) => void (signerAhead = ms);

/** Starts the browser and the server for a file. Call it once at the top level. */
export function useBrowser(): void {
  beforeAll(async () => {
    server = createServer(serve());
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    origin = `http://localhost:${typeof address === 'object' ? address?.port : address}`;
    const options = launchOptions();
    // A request that is not answered here does not reach the network.
    const nowhere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';
    browser = await chromium.launch({ ...options, args: [...options.args, nowhere] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });
}

function serve(): Parameters<typeof createServer>[1] {
  // The files are compressed once, when the apps are built. The SDK's files can be cached, as with a CDN.
  const folders = {
    '/zoom-sdk': sirv(sdkFiles, { gzip: true, maxAge: 3600 }),
    ...Object.fromEntries(builtApps.map((app) => [`/${app}`, sirv(builtApp(app), { gzip: true })])),
  };
  const floor = readFileSync(fileURLToPath(new URL('apps/floor/index.html', import.meta.url)), 'utf8');
  return async (request, response) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    const { pathname } = new URL(request.url!, origin);
    if (pathname === '/api/signature') {
      const { meetingNumber } = JSON.parse(await text(request)) as { meetingNumber: string };
      const signature = await sign(meetingNumber);
      response.setHeader('Content-Type', 'application/json');
      setTimeout(() => response.end(JSON.stringify({ signature })), signatureTime);
      return;
    }
    if (pathname === '/floor/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(floor.replace('{{signature}}', await sign('1234567890')));
      return;
    }
    for (const [prefix, folder] of Object.entries(folders)) {
      if (!pathname.startsWith(`${prefix}/`)) continue;
      request.url = request.url!.slice(prefix.length);
      return folder(request, response, () => void response.writeHead(404).end());
    }
    response.writeHead(404).end();
  };
}

const sign = (meetingNumber: string) =>
  createMeetingSignature({
    ...keys,
    meetingNumber,
    role: 0,
    // Not backdated when a wrong clock is simulated.
    now: () => Date.now() + (signerAhead && signerAhead + 30_000),
  });

/** Records what the browser does for a page. Returns a function that returns the trace as JSON. */
export async function browserTrace(page: Page): Promise<() => Promise<string>> {
  const categories = ['devtools.timeline', 'v8', 'v8.wasm', 'disabled-by-default-v8.compile', 'loading'];
  await browser.startTracing(page, { categories });
  return async () => (await browser.stopTracing()).toString();
}

/** How a page is opened. */
export interface AppPageOptions extends Partial<Network> {
  /** Whether `page-costs.ts` counts the resources that the page holds, which takes time. */
  isCounted?: boolean;
}

/** Opens a page in a new context with an empty cache. */
export async function openApp(options: AppPageOptions): Promise<AppPage> {
  const { speed, latency = 0, slowdown, isCounted } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  if (isCounted) await context.addInitScript(countCosts);
  const standIn = createStandIn(keys);
  await routeSockets(context, standIn);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await routeRequests(cdp, standIn, latency);
  await cdp.send('Network.enable');
  if (speed !== undefined) {
    const throughput = speed / 8;
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  if (slowdown !== undefined) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return {
    page,
    cdp,
    standIn,
    async go(app, query = '') {
      await page.goto(`${origin}/${app}/?${query}`, { waitUntil: 'commit' });
    },
    async press(button) {
      await page.evaluate(() => performance.clearMarks());
      await page.getByRole('button', { name: button, exact: true }).click({ timeout: 60_000 });
    },
    async time(mark, since) {
      const find = (names: (string | undefined)[]) => {
        const [time, start] = names.map((name) =>
          name === undefined ? 0 : performance.getEntriesByName(name)[0]?.startTime,
        );
        return time === undefined ? undefined : time - (start ?? 0);
      };
      const time = await page.waitForFunction(find, [mark, since], { timeout: 120_000, polling: 50 });
      return (await time.jsonValue()) as number;
    },
    close: () => context.close(),
  };
}

/**
 * Answers only the requests to Zoom. Playwright's own routing would intercept every request and disable the
 * browser's cache.
 */
async function routeRequests(cdp: CDPSession, standIn: StandIn, latency: number): Promise<void> {
  cdp.on('Fetch.requestPaused', async ({ requestId, request }) => {
    const { method, url, postData = '' } = request;
    const answer = await standIn.http({ method, url, body: postData });
    if (answer === 'hang') return;
    if (latency) await new Promise((resolve) => setTimeout(resolve, latency));
    const answered =
      answer === undefined || answer === 'abort'
        ? cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
        : cdp.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: answer.status,
            responseHeaders: Object.entries(answer.headers).map(([name, value]) => ({ name, value })),
            body: Buffer.from(answer.body).toString('base64'),
          });
    // The page may already be closed.
    await answered.catch(() => {});
  });
  await cdp.send('Fetch.enable', {
    patterns: ['*://zoom.us/*', '*://*.zoom.us/*', '*://*.zoom-standin.test/*'].map((urlPattern) => ({
      urlPattern,
    })),
  });
}

async function routeSockets(context: BrowserContext, standIn: StandIn): Promise<void> {
  await context.routeWebSocket(
    (url) => standInHosts.test(url.hostname),
    (socket) => {
      const { message, closed } = standIn.socket(socket.url(), {
        send: (frame) => socket.send(frame),
        close: () => {
          closed();
          void socket.close({ code: 1001 });
        },
      });
      socket.onMessage((frame) => message(String(frame)));
      socket.onClose(closed);
    },
  );
}
