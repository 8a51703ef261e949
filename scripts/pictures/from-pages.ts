import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import sharp from 'sharp';
import { createServer } from 'vite';
import { launchOptions } from '../find-chromium.mjs';
import type { Files } from './make-pictures';

// Pictures of the demo and of the full example, with the real SDK and the stand-in for Zoom.

const schemes = ['light', 'dark'] as const;

const { resolve } = createRequire(import.meta.url);

function fontFace(weight: number): string {
  const file = resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  const data = readFileSync(file).toString('base64');
  return `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) }`;
}

/** The same font on every machine that makes the pictures. */
const fonts = [
  ...[400, 500, 600, 700].map(fontFace),
  ':root { --rzm-font-family: Inter }',
  'body { font-family: Inter, sans-serif !important }',
].join('\n');

/** The pictures that `take` makes of the page of a Vite configuration, in light and dark. */
async function inBoth(
  config: string,
  name: string,
  options: BrowserContextOptions,
  take: (page: Page) => Promise<Buffer>,
): Promise<Files> {
  const browser = await launch();
  const vite = await createServer({
    configFile: fileURLToPath(new URL(`../../${config}`, import.meta.url)),
    logLevel: 'error',
    server: { port: 0, open: false },
  });
  await vite.listen();
  const files: Files = {};
  for (const colorScheme of schemes) {
    const context = await browser.newContext({ ...options, colorScheme });
    await context.addInitScript((css) => {
      addEventListener('DOMContentLoaded', () => {
        document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
      });
    }, fonts);
    const page = await context.newPage();
    await page.goto(vite.resolvedUrls!.local[0]!);
    files[`${name}-${colorScheme}.webp`] = await take(page);
    await context.close();
  }
  await vite.close();
  await browser.close();
  return files;
}

function launch(): Promise<Browser> {
  return chromium.launch(launchOptions()).catch((error: unknown) => {
    console.error('This picture needs Chromium: npx playwright-core install chromium-headless-shell');
    throw error;
  });
}

const demo = 'examples/demo/vite.config.ts';
const joined = (page: Page) => page.locator('.rzm-view[data-status=joined]').waitFor({ timeout: 100_000 });
const webp = (png: Buffer) => sharp(png).webp({ quality: 82, smartSubsample: true }).toBuffer();

async function chooseSignerAhead(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Signer 20 s ahead' }).check();
}

/** The SDK renders its view in the seconds after the join, and shows its notices for about ten seconds. */
const isDrawn = (page: Page) => page.waitForTimeout(13_000);

/** In ms: the interval between frames, how long a frame is shown, and how long the last one is shown. */
const every = 1000;
const shown = 350;
const lastShown = 5000;

/**
 * The usual code, which is refused, and the component, which joins: one frame per second, played about three times
 * as fast.
 */
export const takeTour = (): Promise<Files> =>
  inBoth(demo, 'tour', { viewport: { width: 1360, height: 860 } }, async (page) => {
    await chooseSignerAhead(page);
    const stage = page.locator('.stage');
    await page.locator('[data-status=failed]').or(page.locator('.rzm-view')).first().waitFor();
    const frames: Buffer[] = [];
    let isJoined = false;
    const over = joined(page).then(() => (isJoined = true));
    while (!isJoined) {
      const startedAt = Date.now();
      frames.push(await stage.screenshot());
      await page.waitForTimeout(Math.max(0, every - (Date.now() - startedAt)));
    }
    await over;
    await isDrawn(page);
    frames.push(await stage.screenshot());
    const small = await Promise.all(frames.map((frame) => sharp(frame).resize(1000).toBuffer()));
    return sharp(small, { join: { animated: true } })
      .webp({
        quality: 70,
        effort: 5,
        minSize: true,
        loop: 0,
        delay: frames.map((_, index) => (index === frames.length - 1 ? lastShown : shown)),
      })
      .toBuffer();
  });

/** The page of `npm start` after its first scenario. */
export const takeDemo = (): Promise<Files> =>
  inBoth(demo, 'demo', { viewport: { width: 1280, height: 1180 } }, async (page) => {
    await chooseSignerAhead(page);
    await joined(page);
    await isDrawn(page);
    return webp(await page.screenshot());
  });

/** The meeting page of the full example. */
export const takeJoined = (): Promise<Files> =>
  inBoth(
    'scripts/example/vite.config.ts',
    'joined',
    { viewport: { width: 1200, height: 720 } },
    async (page) => {
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('link', { name: 'Open Weekly sync' }).click();
      await page.getByRole('button', { name: 'Join', exact: true }).click();
      await joined(page);
      await page.getByLabel('Message to everyone').fill('Hello everyone');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('log').getByText('Hello everyone').waitFor();
      await isDrawn(page);
      return webp(await page.screenshot());
    },
  );
