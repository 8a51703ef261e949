import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './harness';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

let server: Server;
let browser: Browser;
let address: string;

function buildStorybook(folder: string, realSdk: boolean) {
  execFileSync(
    process.execPath,
    [
      path('../../node_modules/storybook/dist/bin/dispatcher.js'),
      'build',
      '--disable-telemetry',
      '-o',
      folder,
    ],
    {
      cwd: path('../..'),
      stdio: 'pipe',
      env: { ...process.env, REAL_SDK: realSdk ? '1' : '', NODE_ENV: 'production', VITEST: '' },
    },
  );
}

// The static site from a sub-path, where a service worker's scope goes wrong first.
beforeAll(async () => {
  buildStorybook(path('.built/storybook'), true);
  const files = sirv(path('.built/storybook'), { dev: false });
  server = createServer((request, response) => {
    if (!request.url?.startsWith('/below/')) return void response.writeHead(404).end();
    request.url = request.url.slice('/below'.length);
    files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const bound = server.address();
  address = `http://localhost:${typeof bound === 'object' ? bound?.port : bound}/below/`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

const story = (id: string) => `${address}iframe.html?id=${id}&viewMode=story`;

/** Opens a story, and lists the requests that would have left the machine. */
async function open(id: string): Promise<{ page: Page; left: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const left: string[] = [];
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== 'localhost',
    (route) => {
      left.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  await page.goto(story(id));
  return { page, left };
}

const reaches = (page: Page, status: string, timeout = 60_000) =>
  page.locator(`.rzm-view[data-status="${status}"]`).waitFor({ timeout });
const counts = (page: Page, people: string) =>
  page.locator('.rzm-sdk-root').getByText(people, { exact: true }).waitFor({ timeout: 60_000 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe.concurrent('stories with the real SDK', () => {
  const walks: [story: string, walk: (page: Page) => Promise<unknown>][] = [
    ['join', (page) => reaches(page, 'joined')],
    [
      'signer-ahead',
      async (page) => {
        await reaches(page, 'retrying');
        await reaches(page, 'joined');
      },
    ],
    [
      'waiting-room',
      async (page) => {
        await reaches(page, 'waiting-room');
        await press(page, 'Admit');
        await reaches(page, 'joined');
      },
    ],
    [
      'participants',
      async (page) => {
        // The SDK's gallery has pages; its toolbar counts everybody.
        for (const count of ['4', '3']) await counts(page, count);
        await press(page, 'Somebody comes');
        await counts(page, '4');
      },
    ],
    ['host-ends', (page) => reaches(page, 'ended')],
    [
      'wrong-passcode',
      async (page) => {
        await page.getByLabel('Meeting passcode').fill('zoom42');
        await page.getByLabel('Meeting passcode').press('Enter');
        await reaches(page, 'joined');
      },
    ],
  ];
  it.for(walks)('%s', async ([name, walk]) => {
    const { page, left } = await open(`with-the-real-sdk--${name}`);
    await page.getByText('The real Zoom Meeting SDK 6.2.0, with a stand-in for Zoom').waitFor();
    await walk(page);
    expect(left).toEqual([]);
    await page.context().close();
  });

  it('take turns with each other and with fake stories, on one page', async () => {
    const { page } = await open('with-the-real-sdk--join');
    await reaches(page, 'joined');
    const select = (storyId: string) =>
      page.evaluate(
        (id) =>
          (
            globalThis as unknown as {
              __STORYBOOK_ADDONS_CHANNEL__: { emit: (event: string, selection: object) => void };
            }
          ).__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId: id, viewMode: 'story' }),
        storyId,
      );
    await select('components-zoommeeting--joined');
    await page.getByText('The real Zoom Meeting SDK').waitFor({ state: 'detached' });
    await reaches(page, 'joined');
    await select('with-the-real-sdk--waiting-room');
    await reaches(page, 'waiting-room');
    await select('with-the-real-sdk--participants');
    await counts(page, '4');
    await select('with-the-real-sdk--join');
    await reaches(page, 'joined');
    await page.context().close();
  });

  it('the tour: the usual code ends with 3712 shown, this component joins', async () => {
    const { page, left } = await open('tour--when-the-signer-is-wrong');
    const usual = page.getByTestId('usual-code');
    const ours = page.getByTestId('this-component');
    await usual.getByText('The page shows: Signature is invalid. (3712)').waitFor({ timeout: 60_000 });
    await ours.getByRole('status').filter({ hasText: 'Joined after' }).waitFor({ timeout: 60_000 });
    expect(await ours.getByRole('listitem').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/1\d\.\d s ahead of Zoom’s clock/),
        expect.stringContaining('Attempt 1: Zoom refuses'),
        expect.stringContaining('Attempt 2: Zoom lets it in'),
      ]),
    );
    expect(await usual.getByRole('status').textContent()).toMatch(/^Refused/);

    await page.getByRole('radio', { name: 'Right' }).check();
    for (const half of [usual, ours]) {
      await half.getByRole('status').filter({ hasText: 'Joined after' }).waitFor({ timeout: 60_000 });
    }
    await page.getByRole('button', { name: 'Run both again' }).click();
    await usual.getByRole('status').filter({ hasText: 'Running' }).waitFor();
    expect(left).toEqual([]);
    await page.context().close();
  });
});

it('the published site holds no file of the SDK', async () => {
  const folder = path('.built/storybook-published');
  buildStorybook(folder, false);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files).toContain('iframe.html');
  expect(files.filter((file) => /zoom-sdk|zoomus-websdk|js_media|mockServiceWorker/i.test(file))).toEqual([]);
});
