import type { Browser, Page } from 'playwright-core';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './harness';
import { serveVite } from './serve-vite';
import { oneAtATime } from './starting-gate';

let vite: ViteDevServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  ({ vite, address } = await serveVite('examples/demo/vite.config.ts'));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await vite?.close();
});

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click();

/** A scenario: its label, the statuses that it goes through, and what a visitor does in each one except the last. */
const walks: [label: string, ...steps: [status: string, act?: (page: Page) => Promise<unknown>][]][] = [
  ['Everything is fine', ['joined']],
  [
    'Signer 20 s ahead',
    // The usual code beside it stops.
    [
      'retrying',
      (page) =>
        page
          .getByRole('status')
          .filter({ hasText: /^refused$/ })
          .waitFor(),
    ],
    ['joined'],
  ],
  ['Java float signer', ['joined']],
  ['Expired signature', ['failed']],
  // A development server has no `process`, but developers still get the messages.
  ['Wrong secret', ['retrying'], ['failed', (page) => page.getByText('For developers').waitFor()]],
  [
    'Wrong passcode',
    [
      'failed',
      async (page) => {
        await page.getByLabel('Meeting passcode').fill('zoom42');
        await page.getByLabel('Meeting passcode').press('Enter');
      },
    ],
    ['joined'],
  ],
  ['Host not there yet', ['waiting-for-host', press('The host arrives')], ['joined']],
  ['Waiting room', ['waiting-room', press('Admit')], ['joined', press('Put on hold')], ['waiting-room']],
  [
    'Meeting full',
    [
      'failed',
      async (page) => {
        await press('Somebody leaves')(page);
        await press('Try again')(page);
      },
    ],
    ['joined'],
  ],
  ['Connection drops', ['joined', press('Drop the connection')], ['reconnecting'], ['joined']],
  ['Host ends or removes', ['joined', press('The host ends the meeting')], ['ended']],
];

describe.concurrent('the demo, with its stand-in', () => {
  it.for(walks)('%s', async ([label, ...steps]) => {
    const errors: string[] = [];
    const { page } = await oneAtATime(async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(address);
      await page.getByRole('radio', { name: label }).check();
      await page.getByRole('heading', { level: 2, name: label }).waitFor();
      return { page };
    });
    for (const [status, act] of steps) {
      await page
        .locator('[data-testid=status]')
        .filter({ hasText: new RegExp(`^${status}$`) })
        .waitFor({ timeout: 100_000 });
      await act?.(page);
    }
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    // A timeline of what the library did.
    for (const [status] of steps)
      await page.getByRole('listitem').filter({ hasText: status }).first().waitFor();
    expect(errors.filter((message) => !/net thread init error/i.test(message))).toEqual([]);
    await page.close();
  });
});
