import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, it as plainIt } from 'vitest';
import type { AxeResults } from 'axe-core';
import { launchChromium } from './harness';
import { serveVite } from './serve-vite';

let vite: ViteDevServer;
let address: string;
let browser: Awaited<ReturnType<typeof launchChromium>>;

beforeAll(async () => {
  ({ vite, address } = await serveVite('scripts/example/vite.config.ts'));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await vite?.close();
});

/** `it` with a page whose visitor has no cookie. */
const it = plainIt.extend<{ visitor: { page: Page; context: BrowserContext; errors: string[] } }>({
  // eslint-disable-next-line no-empty-pattern -- Vitest reads the fixtures that are wanted from the pattern
  visitor: async ({}, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(address);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await use({ page, context, errors });
    await context.close();
  },
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name }).check();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Your meetings' }).waitFor();
}

async function join(page: Page, meeting: string): Promise<void> {
  await page.getByRole('link', { name: `Open ${meeting}` }).click();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.locator('.rzm-view[data-status=joined]').waitFor({ timeout: 60_000 });
}

const participants = (page: Page) =>
  page
    .getByRole('region', { name: /^Participants/ })
    .locator('li .name')
    .allInnerTexts();

/** The findings of axe, except in the SDK's own elements. */
async function violations(page: Page): Promise<string[]> {
  const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run({
      // The SDK's tooltips are in the page's body.
      exclude: ['.rzm-sdk-root', '[class*=zoom-Mui]'],
    }),
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Whether the page scrolls sideways at the width of a phone. */
async function overflowsOnPhone(page: Page): Promise<boolean> {
  await page.setViewportSize({ width: 375, height: 800 });
  const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  await page.setViewportSize({ width: 1280, height: 800 });
  return overflows;
}

describe.concurrent('examples/app, with the real SDK', () => {
  it('a guest uses the lobby, participants and chat, and changes pages while joined', async ({
    visitor,
    expect,
  }) => {
    const { page, errors } = visitor;
    expect(await violations(page)).toEqual([]);
    await signIn(page, 'Bob Kahn');
    expect(await violations(page)).toEqual([]);
    expect(await overflowsOnPhone(page)).toBe(false);

    await page.getByRole('link', { name: 'Open Weekly sync' }).click();
    await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Bob Kahn');
    expect(await violations(page)).toEqual([]);
    expect(await overflowsOnPhone(page)).toBe(false);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.locator('.rzm-view[data-status=joined]').waitFor({ timeout: 60_000 });
    await expect
      .poll(() => participants(page))
      .toEqual([
        expect.stringContaining('Bob Kahn'),
        expect.stringContaining('Grace Hopper'),
        expect.stringContaining('Alan Turing'),
      ]);
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);

    await page.getByLabel('Message to everyone').fill('Hello from Bob');
    await page.getByRole('button', { name: 'Send' }).click();
    const chat = page.getByRole('log', { name: 'Chat' });
    await chat.getByText('Hello from Bob').waitFor();
    expect(await violations(page)).toEqual([]);

    // The same SDK element is shown again, because the user never left the meeting.
    const sdkRoot = await page.locator('.rzm-sdk-root').elementHandle();
    await page.getByRole('link', { name: 'Meetings', exact: true }).click();
    await page.getByText('You are in Weekly sync').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflowsOnPhone(page)).toBe(false);
    await page.getByRole('link', { name: 'Back to the meeting' }).click();
    await page.locator('.rzm-view[data-status=joined] .rzm-sdk-root').waitFor();
    expect(await page.evaluate((before) => document.querySelector('.rzm-sdk-root') === before, sdkRoot)).toBe(
      true,
    );
    await chat.getByText('Hello from Bob').waitFor();

    await page.goBack();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByText('You are in Weekly sync').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(errors.filter((message) => !/net thread init error/i.test(message))).toEqual([]);
  });

  it('a host mutes and removes participants, and leaves when opening another meeting', async ({
    visitor,
    expect,
  }) => {
    const { page } = visitor;
    await signIn(page, 'Ada Lovelace');
    await join(page, 'Weekly sync');
    await expect
      .poll(() => participants(page))
      .toContainEqual(expect.stringMatching(/Ada Lovelace\s*you, host/));
    await page.getByRole('button', { name: 'Mute Grace Hopper' }).click();
    await expect.poll(() => participants(page)).toContainEqual(expect.stringMatching(/Grace Hopper\s*muted/));
    await page.getByRole('button', { name: 'Remove Alan Turing' }).click();
    await expect.poll(async () => (await participants(page)).join()).not.toContain('Alan Turing');

    await page.getByRole('link', { name: 'Meetings', exact: true }).click();
    await page.getByRole('link', { name: 'Open Design review' }).click();
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
    expect(await participants(page)).toEqual([]);
  });

  it('the server decides who joins and who hosts', async ({ visitor, expect }) => {
    const { page, context } = visitor;
    const ask = async (meetingNumber: string) => {
      const response = await context.request.post(`${address}api/zoom/signature`, {
        data: { meetingNumber, role: 1 },
      });
      if (!response.ok()) return response.status();
      const { signature } = (await response.json()) as { signature: string };
      return (JSON.parse(atob(signature.split('.')[1]!)) as { role: number }).role;
    };
    expect(await ask('1234567890')).toBe(401);
    await signIn(page, 'Bob Kahn');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax' });
    expect(await ask('1234567890')).toBe(0);
    expect(await ask('3456789012')).toBe(1);
    expect(await ask('9999999999')).toBe(403);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    // The session is over on the server as well.
    await context.addCookies([cookie!]);
    expect(await ask('1234567890')).toBe(401);
  });
});
