import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Frame, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchChromium } from './harness';
import { oneAtATime } from './starting-gate';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let server: Server;
let proxy: Server;
let browser: Browser;
let address: string;
/** Requests to other hosts from a page or its service worker, whose requests Playwright's routes do not see. */
const left: string[] = [];
/**
 * Chromium connects to Google on its own, and the SDK's media workers connect to the stand-in, whose host name
 * does not resolve.
 */
const harmless = /^(?:https?:\/\/)?(?:[\w-]+\.(?:googleapis|google)\.com|[\w-]+\.zoom-standin\.test)[:/]/;

async function listen(on: Server): Promise<string> {
  await new Promise<void>((resolve) => on.listen(0, 'localhost', resolve));
  const bound = on.address();
  return `http://localhost:${typeof bound === 'object' ? bound?.port : bound}`;
}

async function buildStorybook(folder: string, realSdk: boolean) {
  await promisify(execFile)(
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
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, REAL_SDK: realSdk ? '1' : '', NODE_ENV: 'production', VITEST: '' },
    },
  );
}

/**
 * The static site, isolated like the development server, on a sub-path, where mistakes in a service worker's scope
 * become visible.
 */
function serveBelow(folder: string): Server {
  const files = sirv(folder, {
    dev: false,
    setHeaders: (response) => {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    },
  });
  return createServer((request, response) => {
    if (!request.url?.startsWith('/below/')) return void response.writeHead(404).end();
    request.url = request.url.slice('/below'.length);
    files(request, response);
  });
}

beforeAll(async () => {
  await buildStorybook(path('.built/storybook'), true);
  server = serveBelow(path('.built/storybook'));
  address = `${await listen(server)}/below/`;
  proxy = createServer((request, response) => {
    left.push(request.url ?? '');
    response.writeHead(502).end();
  }).on('connect', (request, socket) => {
    left.push(request.url ?? '');
    socket.end();
  });
  browser = await launchChromium(await listen(proxy));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  proxy?.close();
});

/** Opens a story; `globals` are the toolbar's. */
async function open(id: string, globals = ''): Promise<Page> {
  const { page } = await oneAtATime(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${address}iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true;${globals}`);
    return { page };
  });
  return page;
}

const zoomsElements = ['.rzm-sdk-root', '#meetingSDKElement', '[class*="zoom-Mui"]'];
/** A story is part of a page, and has no landmarks of its own. */
const pageRules = ['region', 'landmark-one-main', 'page-has-heading-one'];

/**
 * The findings of axe, except in Zoom's elements, which only Zoom can fix, and in frames, which are checked
 * separately.
 */
async function violations(of: Page | Frame): Promise<string[]> {
  await of.addScriptTag({ path: axe });
  return of.evaluate(
    async ([exclude, off]) => {
      const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const found = await run({ exclude: [...exclude, 'iframe'] }, { rules });
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [zoomsElements, pageRules] as const,
  );
}

/** Our own elements whose text does not fit. */
const clipped = (page: Page) =>
  page
    .locator('.stage :not(.rzm-sdk-root, .rzm-sdk-root *)')
    .evaluateAll((elements) =>
      elements
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    );

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
        // The SDK's gallery has pages, so the toolbar's count is used.
        for (const count of ['4', '3']) await counts(page, count);
        await press(page, 'Somebody joins');
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
    const page = await open(`live-with-the-real-sdk--${name}`);
    await page.getByText('The real Zoom Meeting SDK 6.2.0, with a stand-in for Zoom').waitFor();
    await walk(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it.for([
    ['signer-ahead', 'retrying'],
    ['waiting-room', 'waiting-room'],
    ['wrong-passcode', 'failed'],
    ['host-ends', 'ended'],
  ] as const)('%s: fits long right-to-left texts on a phone', async ([name, status]) => {
    const page = await open(
      `live-with-the-real-sdk--${name}`,
      'language:pseudo;dir:rtl;size:phone;theme:dark',
    );
    await reaches(page, status);
    expect(await clipped(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('can run one after another on the same page, mixed with fake stories', async () => {
    const page = await open('live-with-the-real-sdk--join');
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
    await select('live-with-the-real-sdk--waiting-room');
    await reaches(page, 'waiting-room');
    await select('live-with-the-real-sdk--participants');
    await counts(page, '4');
    await select('live-with-the-real-sdk--join');
    await reaches(page, 'joined');
    await page.context().close();
  });

  it('the tour: the usual code ends with 3712, and this component joins', async () => {
    const page = await open('live-tour--when-the-signer-is-wrong');
    const usual = page.getByTestId('usual-code');
    const ours = page.getByTestId('this-component');
    // For this component, a refusal is not final: it waits, so the status is amber and not red.
    const waiting = ours.getByRole('status').filter({ hasText: 'Waiting until the signature becomes valid' });
    await waiting.waitFor({ timeout: 60_000 });
    expect(await waiting.getAttribute('data-outcome')).toBe('waiting');
    await usual.getByText('The page shows: Signature is invalid. (3712)').waitFor({ timeout: 60_000 });
    await ours.getByRole('status').filter({ hasText: 'Joined after' }).waitFor({ timeout: 60_000 });
    expect(await ours.getByRole('listitem').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/\d\.\d s ahead of Zoom’s clock/),
        expect.stringContaining('Attempt 1: Zoom refuses'),
        expect.stringContaining('Attempt 2: Zoom lets it in'),
      ]),
    );
    expect(await usual.getByRole('status').textContent()).toMatch(/^Refused/);
    for (const shown of page.frames()) expect(await violations(shown)).toEqual([]);

    await page.getByRole('radio', { name: 'Right' }).check();
    for (const half of [usual, ours]) {
      await half.getByRole('status').filter({ hasText: 'Joined after' }).waitFor({ timeout: 60_000 });
    }
    await page.getByRole('button', { name: 'Run both again' }).click();
    await usual.getByRole('status').filter({ hasText: 'Running' }).waitFor();
    await page.context().close();
  });

  it('the tour can be used by keyboard: 45 s ahead, and Java’s rounding', async () => {
    const page = await open('live-tour--when-the-signer-is-wrong');
    const ours = page.getByTestId('this-component').getByRole('status');
    const checked = (name: string) => page.getByRole('radio', { name, checked: true });
    await page.getByRole('radio').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await checked('45 s ahead').waitFor();
    const text = () => ours.textContent();
    const joined = async () => expect(await text()).toContain('Joined after');
    const slow = { timeout: 180_000, interval: 200 };
    await vi.waitFor(joined, slow);
    const [seconds] = (await text())!.match(/[\d.]+/) ?? [];
    // The signature becomes valid 45 s after it was issued, minus the fraction of a second that `iat` omits.
    expect(Number(seconds)).toBeGreaterThan(43);
    // The SDK's own dialogs, for the refusal and the virtual background, take the focus.
    await checked('45 s ahead').focus();
    await page.keyboard.press('ArrowRight');
    await checked('Java’s float').waitFor();
    await ours.filter({ hasText: 'Running' }).waitFor();
    await vi.waitFor(joined, slow);
    await checked('Java’s float').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await ours.filter({ hasText: 'Running' }).waitFor();
    await page.context().close();
  }, 480_000);
});

/** All entries of the sidebar, in order. */
async function entries(): Promise<
  { id: string; title: string; name: string; type: string; tags: string[] }[]
> {
  const index = (await (await fetch(`${address}index.json`)).json()) as {
    entries: Record<string, { id: string; title: string; name: string; type: string; tags: string[] }>;
  };
  return Object.values(index.entries);
}

describe('the sidebar', () => {
  it('starts with the overview, ends with the reference, and has no pages for contributors', async () => {
    const titles = [...new Set((await entries()).map(({ title }) => title))].filter(
      (title) => title !== 'Live/Frames',
    );
    const rooms = [...new Set(titles.map((title) => title.split('/')[0]))];
    expect(rooms).toEqual(['Overview', 'Components', 'Hooks', 'Live', 'Guides', 'Reference']);
    expect(titles.slice(0, 5)).toEqual([
      'Overview/Every state',
      'Overview/Tokens',
      'Overview/Texts',
      'Components/Playground',
      'Components/ZoomMeeting',
    ]);
    expect(titles.filter((title) => title.startsWith('Guides/')).slice(0, 2)).toEqual([
      'Guides/Start here',
      'Guides/Quick start',
    ]);
    const groups = titles.flatMap((title) => /^Reference\/(.*)\/.*/.exec(title)?.[1] ?? []);
    expect([...new Set(groups)]).toEqual([
      ...['Components', 'Hooks', 'SDK sources', 'Signature', 'Errors', 'Other types', 'Server', 'Testing'],
    ]);
    expect(titles.filter((title) => /contribut|architecture|mutation/i.test(title))).toEqual([]);
  });

  it('shows the reference collapsed, and the library’s name', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address);
    await page.getByRole('img', { name: 'react-zoom-meeting' }).first().waitFor();
    const room = (name: string) => page.locator('[data-action=collapse-root]').filter({ hasText: name });
    await room('Reference').waitFor();
    expect(await room('Reference').getAttribute('aria-expanded')).toBe('false');
    expect(await room('Hooks').getAttribute('aria-expanded')).toBe('true');
    await page.close();
  });
});

describe('the page of a component', () => {
  it('shows its controls, and each story with its description', async () => {
    const all = await entries();
    const withPage = [
      ...new Set(
        all
          .filter(({ type, tags }) => type === 'story' && tags.includes('autodocs'))
          .map(({ title }) => title),
      ),
    ];
    expect(withPage).toEqual(
      expect.arrayContaining(['Components/ZoomMeeting', 'Components/ZoomPanel', 'Hooks/Meeting']),
    );
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    for (const title of withPage) {
      const docs = all.find((entry) => entry.type === 'docs' && entry.title === title);
      expect(docs, title).toBeDefined();
      await page.goto(`${address}iframe.html?id=${docs!.id}&viewMode=docs`);
      await page.locator('.sbdocs h1').waitFor();
      const stories = all.filter((entry) => entry.type === 'story' && entry.title === title);
      for (const { id, name } of stories) {
        const heading = page.locator('.sbdocs-content').getByRole('heading', { name, exact: true });
        const described = heading.locator('xpath=following-sibling::p[1]').first();
        expect((await described.textContent())?.trim().length, id).toBeGreaterThan(20);
      }
    }
    await page.goto(`${address}iframe.html?id=components-zoommeeting--docs&viewMode=docs`);
    await page.locator('.docblock-argstable').getByText('meetingNumber', { exact: true }).waitFor();
    await page.close();
  });

  it('does not scroll when a story embedded in it takes the focus', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    // The first stories below the first screen: one enters a name, and one presses a button.
    for (const [component, story] of [
      ['components-zoomlobby', 'join-pressed'],
      ['components-zoommeeting', 'join-by-hand'],
    ]) {
      await page.goto(`${address}iframe.html?id=${component}--docs&viewMode=docs`);
      const picture = page.frameLocator(`iframe[src*="${component}--${story}"]`);
      await picture.getByRole('button', { name: 'Cancel' }).waitFor();
      expect(await page.evaluate(() => [scrollX, scrollY]), component).toEqual([0, 0]);
    }
    await page.close();
  });

  it('shows the findings of a failure, even in the built site', async () => {
    const page = await open('components-zoommeeting--failed-with-findings');
    await reaches(page, 'failed');
    await page.locator('.rzm-details li').filter({ hasText: 'HTML' }).waitFor();
    await page.context().close();
  });
});

describe('the theme', () => {
  const background = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const dark = 'rgb(22, 27, 25)';
  const light = 'rgb(255, 255, 255)';

  it.for([
    ['light', light],
    ['dark', dark],
  ] as const)('of docs and stories follows the system: %s', async ([colorScheme, expected]) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(`${address}iframe.html?id=guides-quick-start--docs&viewMode=docs`);
    await page.locator('.sbdocs h1').waitFor();
    expect(await background(page, '.sbdocs-wrapper')).toBe(expected);
    await page.goto(`${address}iframe.html?id=overview-tokens--tokens&viewMode=story`);
    await page.getByRole('heading', { name: 'Tokens' }).waitFor();
    expect(await background(page, '.stage')).toBe(expected);
    await page.emulateMedia({ colorScheme: colorScheme === 'light' ? 'dark' : 'light' });
    await expect.poll(() => background(page, '.stage')).toBe(expected === light ? dark : light);
    await context.close();
  });

  it('follows the toolbar in the docs and in Storybook itself', async () => {
    const context = await browser.newContext({
      colorScheme: 'light',
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${address}?path=/docs/guides-quick-start--docs&globals=theme:dark`);
    const shown = page.frameLocator('#storybook-preview-iframe');
    await shown.locator('.sbdocs h1').waitFor();
    const ofDocs = () =>
      shown.locator('.sbdocs-wrapper').evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect.poll(ofDocs).toBe(dark);
    await expect.poll(() => background(page, 'body')).toBe('rgb(16, 20, 18)');
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('option', { name: 'Light' }).click();
    await expect.poll(ofDocs).toBe(light);
    await expect.poll(() => background(page, 'body')).toBe('rgb(244, 246, 245)');
    await context.close();
  });
});

it.for(['light', 'dark'] as const)('the docs show code in a readable box: %s', async (colorScheme) => {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  await page.goto(`${address}iframe.html?id=guides-start-here--docs&viewMode=docs`);
  await page.locator('.docblock-source').first().waitFor();
  const blocks = await page.locator('.sbdocs-content .docblock-source').evaluateAll((boxes) =>
    boxes.map((box) => ({
      border: getComputedStyle(box).borderTopWidth,
      background: getComputedStyle(box).backgroundColor,
      isCode: box.querySelector('pre') !== null,
    })),
  );
  expect(blocks.length).toBeGreaterThan(3);
  expect(new Set(blocks.map((block) => JSON.stringify(block))).size).toBe(1);
  expect(blocks[0]).toMatchObject({ border: '1px', isCode: true });
  expect(blocks[0]!.background).not.toBe('rgba(0, 0, 0, 0)');
  await page.addScriptTag({ path: axe });
  const illegible = await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await run('.docblock-source', { runOnly: ['color-contrast'] });
    return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
  });
  expect(illegible).toEqual([]);
  await context.close();
});

it('the docs fit on a phone, and do not break words in tables', async () => {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 } });
  const page = await context.newPage();
  const pages = (await entries()).filter(
    // From the groups of the reference, one page with wide tables.
    ({ id, type, title }) =>
      type === 'docs' && (!/^Reference\/.*\//.test(title) || id === 'reference-components-zoommeeting--docs'),
  );
  expect(pages.length).toBeGreaterThan(15);
  for (const { id } of pages) {
    await page.goto(`${address}iframe.html?id=${id}&viewMode=docs`);
    await page.locator('.sbdocs h1').first().waitFor();
    for (const diagram of await page.locator('.diagram').all()) await diagram.locator('svg').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBe(375);
    expect(await brokenWords(page), id).toEqual([]);
  }
  await context.close();
}, 180_000);

/** Words in tables that are broken across lines. */
const brokenWords = (page: Page) =>
  page.locator('.sbdocs .scroller :is(td, th)').evaluateAll((cells) => {
    const broken: string[] = [];
    for (const cell of cells) {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\p{L}+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.push(word);
        }
      }
    }
    return broken;
  });

it('no page sends a request to another host', async () => {
  // The proxy records such a request.
  const page = await browser.newPage();
  await page.goto(address);
  await page.evaluate(() => fetch('https://seen.zoom-standin.test/').catch(() => {}));
  await page.close();
  expect(left).toContain('seen.zoom-standin.test:443');
  expect(left.filter((address) => !harmless.test(address))).toEqual([]);
});

it('the published site contains no SDK files, and opens on the overview', async () => {
  const folder = path('.built/storybook-published');
  await buildStorybook(folder, false);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files).toContain('iframe.html');
  expect(files.filter((file) => /zoom-sdk|zoomus-websdk|js_media|mockServiceWorker/i.test(file))).toEqual([]);

  const site = serveBelow(folder);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(`${await listen(site)}/below/`);
    const shown = page.frameLocator('#storybook-preview-iframe');
    await shown.getByRole('heading', { level: 1, name: 'Every state of a meeting' }).waitFor();
  } finally {
    await page.close();
    site.close();
  }
});
