import { describe } from 'vitest';
import { routeCdn } from '../stand-in/playwright';
import { it, useBrowser, type Opened } from './harness';

useBrowser();

/** The part of the container that the SDK's box covers, in percent. */
const covered = ({ page }: Opened) =>
  page.evaluate(() => {
    const area = (selector: string) => {
      const { width, height } = document.querySelector(selector)!.getBoundingClientRect();
      return width * height;
    };
    return Math.round((100 * area('.rzm-sdk-root .react-resizable')) / area('#box'));
  });

/** The views that the SDK offers. */
const views = ({ page }: Opened) =>
  page.evaluate(async () => {
    const client = harness.meeting.current!.client as unknown as {
      setViewType(view: string): Promise<unknown>;
    };
    const shown: string[] = [];
    for (const view of ['speaker', 'ribbon', 'active', 'minimized', 'gallery']) {
      const isShown = await client.setViewType(view).then(
        () => true,
        () => false,
      );
      if (isShown) shown.push(view);
    }
    return shown;
  });

/** Joins in a container of 1280 × 720, with three other participants. */
async function joinWithThree({ open }: { open: (setup: object) => Promise<Opened> }, setup: object) {
  const opened = await open(setup);
  await opened.mount({ width: 1280, height: 720 });
  await opened.waitFor('joined');
  for (const name of ['Grace', 'Alan', 'Barbara']) opened.standIn.addParticipant(name);
  await opened.page.waitForFunction(() => harness.meeting.current?.client?.getAttendeeslist().length === 4);
  return opened;
}

describe.concurrent('cross-origin isolation, with SDK 6.2.0', () => {
  it('an isolated page has all views, and the meeting fills a wide container', async ({ open, expect }) => {
    const opened = await joinWithThree({ open }, {});
    expect(await opened.page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expect.poll(() => covered(opened), { timeout: 10_000 }).toBeGreaterThan(85);
    expect(await views(opened)).toEqual(['speaker', 'ribbon', 'active', 'minimized', 'gallery']);
    expect(opened.pageErrors()).toBe('');
  });

  it('a page without isolation has one column and two views', async ({ open, expect }) => {
    const opened = await joinWithThree({ open }, { embedder: 'unsafe-none' });
    expect(await opened.page.evaluate(() => crossOriginIsolated)).toBe(false);
    await expect.poll(() => covered(opened), { timeout: 10_000 }).toBeLessThan(50);
    expect(await views(opened)).toEqual(['minimized', 'gallery']);
  });

  it.for(['require-corp', 'credentialless'] as const)(
    'loads the SDK from another origin that allows CORS, with %s',
    async (embedder, { open, expect }) => {
      const opened = await open({ embedder });
      await routeCdn(opened.context);
      const failed: string[] = [];
      opened.page.on('requestfailed', (request) => void failed.push(request.url()));
      await opened.mount({ script: { baseUrl: 'https://source.zoom.us/6.2.0' } });
      await opened.waitFor('joined');
      expect(await opened.page.evaluate(() => crossOriginIsolated)).toBe(true);
      expect(failed.filter((url) => url.startsWith('https://source.zoom.us/'))).toEqual([]);
    },
  );

  it.for(['require-corp', 'unsafe-none'] as const)(
    'gives the space around the meeting the colour of the SDK’s box, and a light panel its own, with %s',
    async (embedder, { open, expect }) => {
      const { page, mount, waitFor, standIn } = await open({ embedder });
      standIn.meeting.waitingRoom = true;
      const colour = (selector: string) =>
        page.evaluate((found) => getComputedStyle(document.querySelector(found)!).backgroundColor, selector);
      await page.evaluate(() => void (document.documentElement.dataset['theme'] = 'light'));
      await mount({ width: 1280, height: 320 });
      await waitFor('waiting-room');
      const panel = await colour('.rzm-panel');
      expect(await colour('.rzm-view')).toBe(panel);
      standIn.admit();
      await waitFor('joined');
      const box = '.rzm-sdk-root .react-resizable > *';
      await page.locator(box).first().waitFor();
      expect(await colour('.rzm-view')).toBe(await colour(box));
      expect(await colour('.rzm-view')).not.toBe(panel);
      expect(
        await page.evaluate((found) => getComputedStyle(document.querySelector(found)!).boxShadow, box),
      ).toBe('none');
    },
  );
});
