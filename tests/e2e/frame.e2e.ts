import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import type { ZoomViewType } from '../../src/sdk/zoom-sdk';
import { it, useBrowser, type Opened } from './harness';

declare module 'vitest' {
  export interface TaskMeta {
    /** The rows of a table in docs/recipes/layout.md. */
    frame?: { mode: string; rows: FrameRow[] };
  }
}

interface FrameRow {
  container: string;
  view: string;
  people: number;
  /** The part of the container that the SDK's box covers, in percent. */
  width: number;
  height: number;
}

/** A rectangle on the page. */
interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

declare global {
  var rectOf: (element: Element) => Rect;
  var nameOf: (element: Element) => string;
}

useBrowser();

/** `npm run test:frame` measures all containers, and `npm test` the smallest one, a phone and a desktop. */
const isWhole = process.env['FRAME'] === 'whole';
const containers = isWhole
  ? ['320x240', '375x600', '480x320', '640x480', '768x1024', '900x320', '1280x720', '1920x1080']
  : ['320x240', '375x600', '1280x720'];
const crowds = isWhole ? [1, 4, 25] : [4];
const views: ZoomViewType[] = ['gallery', 'speaker', 'ribbon', 'active', 'minimized'];
/** The views that the SDK has when it shows only one video. */
const singleVideoViews: ZoomViewType[] = ['gallery', 'minimized'];

const box = '.rzm-sdk-root .react-resizable';
/** The elements that the SDK adds to the page's body. */
const lists = 'body > [class*="zoom-MuiPopper"]';

const rects = ({ page }: Opened, selector: string) =>
  page.evaluate(
    (found) =>
      [...document.querySelectorAll(found)]
        .map((element) => ({ name: nameOf(element), ...rectOf(element) }))
        .filter(({ left, right }) => right > left),
    selector,
  );

/** The position of the box when it fills the container and has not changed for a while, or after ten seconds. */
async function settled({ page }: Opened): Promise<{ box: Rect; container: Rect }> {
  return page.evaluate(async (selector) => {
    const read = () => ({
      box: rectOf(document.querySelector(selector)!),
      container: rectOf(document.querySelector('.rzm-view')!),
    });
    const fills = (part: Rect, whole: Rect) =>
      part.right - part.left >= 0.99 * (whole.right - whole.left) ||
      part.bottom - part.top >= 0.99 * (whole.bottom - whole.top);
    let seen = '';
    let since = performance.now();
    const start = since;
    for (;;) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      const rects = read();
      if (JSON.stringify(rects) !== seen) [seen, since] = [JSON.stringify(rects), now];
      if ((now - since > 300 && fills(rects.box, rects.container)) || now - start > 10_000) return rects;
    }
  }, box);
}

async function joinIn({ open }: { open: (setup: object) => Promise<Opened> }, setup: object) {
  const opened = await open({
    ...setup,
    before: `
      globalThis.rectOf = (element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { left, top, right, bottom };
      };
      globalThis.nameOf = (element) =>
        element.getAttribute('aria-label') || element.title || element.textContent || element.className;`,
  });
  opened.standIn.meeting.options['isChatEnabled'] = true;
  await opened.page.setViewportSize({ width: 1940, height: 1100 });
  await opened.mount({ width: 1280, height: 720 });
  await opened.waitFor('joined');
  await opened.page.locator(box).waitFor();
  return opened;
}

async function people({ standIn, page }: Opened, count: number) {
  const now = await page.evaluate(() => harness.meeting.current!.client!.getAttendeeslist().length);
  for (let number = now; number < count; number += 1) standIn.addParticipant(`Person ${number + 1}`);
  await page.waitForFunction(
    (wanted) => harness.meeting.current?.client?.getAttendeeslist().length === wanted,
    count,
  );
}

const resize = ({ page }: Opened, container: string) =>
  page.evaluate((size) => {
    const [width, height] = size.split('x');
    Object.assign(document.querySelector<HTMLElement>('#box')!.style, {
      width: `${width}px`,
      height: `${height}px`,
    });
  }, container);

const show = ({ page }: Opened, view: ZoomViewType) =>
  page.evaluate((wanted) => harness.meeting.current!.client!.setViewType(wanted), view);

const isInside = (inner: Rect, outer: Rect) =>
  inner.left >= outer.left - 1 &&
  inner.top >= outer.top - 1 &&
  inner.right <= outer.right + 1 &&
  inner.bottom <= outer.bottom + 1;

const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;

describe.concurrent.each([
  { mode: 'several videos', embedder: 'require-corp', shown: views },
  { mode: 'one video', embedder: 'unsafe-none', shown: singleVideoViews },
] as const)('the SDK’s box, with $mode', ({ mode, embedder, shown }) => {
  it(
    'fills every container in one dimension, in every view',
    { timeout: 900_000 },
    async ({ open, expect, task }) => {
      const opened = await joinIn({ open }, { embedder });
      const rows: FrameRow[] = [];
      const wrong: string[] = [];
      for (const crowd of crowds) {
        await people(opened, crowd);
        for (const view of shown) {
          await show(opened, view);
          for (const container of containers) {
            await resize(opened, container);
            const now = await settled(opened);
            const [width, height] = [
              percent(now.box.right - now.box.left, now.container.right - now.container.left),
              percent(now.box.bottom - now.box.top, now.container.bottom - now.container.top),
            ];
            rows.push({ container, view, people: crowd, width, height });
            const where = `${container}, ${view}, ${crowd}: ${width} x ${height} %`;
            if (Math.max(width, height) < 99) wrong.push(`${where} does not fill it`);
            if (!isInside(now.box, now.container)) wrong.push(`${where} is cut`);
            const middles = [now.box, now.container].map(({ left, right, top, bottom }) => [
              left + right,
              top + bottom,
            ]);
            if (middles[0]!.some((middle, axis) => Math.abs(middle - middles[1]![axis]!) > 4))
              wrong.push(`${where} is not in the middle`);
            for (const button of await rects(opened, `${box} button`))
              if (!isInside(button, now.box)) wrong.push(`${where}: the button ${button.name} is outside`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(opened.pageErrors()).toBe('');
      task.meta.frame = { mode, rows };
    },
  );

  it('keeps the lists, menus and dialogs of the SDK inside', async ({ open, expect }) => {
    const opened = await joinIn({ open }, { embedder });
    await people(opened, 4);
    const wrong: string[] = [];
    const { page } = opened;
    // With several videos, the menu has no chat in the stand-in's meeting (6.2.0).
    const chat = mode === 'one video' ? ['Chat'] : [];
    const names = ['Meeting Information', 'Participants', 'Settings', 'More', ...chat, 'Leave'];
    for (const container of containers) {
      await resize(opened, container);
      const { container: area } = await settled(opened);
      for (const name of names) {
        // The chat is a menu item.
        const button = page.locator(`${box} button[title="${name === 'Chat' ? 'More' : name}"]`);
        // In a narrow box, the settings are in the menu.
        if (name === 'Settings' && !(await button.isVisible())) continue;
        await button.click();
        if (name === 'Chat') await page.getByRole('menuitem', { name }).click();
        await page.locator(`${lists}[role=dialog], ${lists} [role=menu]`).first().waitFor();
        await page.waitForTimeout(500);
        const opens = await rects(opened, lists);
        if (opens.length === 0) wrong.push(`${container}: ${name} does not open`);
        for (const list of opens)
          if (!isInside(list, area))
            wrong.push(
              `${container}: ${name} is outside: ${JSON.stringify(list)} of ${JSON.stringify(area)}`,
            );
        if (process.env['FRAME_PICTURES'])
          await page.screenshot({
            path: `${process.env['FRAME_PICTURES']}/${embedder}-${container}-${name}.png`,
          });
        // A click next to a menu closes it, and a dialog has a close button in its upper right corner.
        const dialog = page.locator(`${lists}[role=dialog]`);
        if (name === 'More' || name === 'Leave') await page.mouse.click(area.left + 2, area.top + 2);
        else await dialog.locator('button').first().click();
        await page
          .locator(`${lists}[role=dialog], ${lists} [role=menu]`)
          .first()
          .waitFor({ state: 'detached' });
      }
    }
    expect(wrong).toEqual([]);
    expect(opened.pageErrors()).toBe('');
  });
});

/** A reduced frame of a film: its grey levels. */
const frameWidth = 160;

/** The look of each frame of a film. */
function looks({ page }: Opened, film: string[]): Promise<string[]> {
  return page.evaluate(
    async ([frames, width]) => {
      const greys = await Promise.all(
        frames.map(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const height = Math.round((width * image.height) / image.width);
          const canvas = Object.assign(document.createElement('canvas'), { width, height });
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0, width, height);
          const { data: bytes } = context.getImageData(0, 0, width, height);
          return Array.from({ length: width * height }, (_, pixel) => bytes[4 * pixel + 1]!);
        }),
      );
      const [panel, meeting] = [greys[0]!, greys.at(-1)!];
      /** The spinner moves, the title changes, and the SDK shows a hint, so up to 4 % of the pixels may differ. */
      const isMost = (pixels: boolean[], share = 0.96) =>
        pixels.filter(Boolean).length >= share * pixels.length;
      const isLike = (one: number[], other: number[]) =>
        isMost(one.map((grey, pixel) => Math.abs(grey - other[pixel]!) <= 3));
      const lookOf = (grey: number[]) => {
        if (isLike(grey, panel)) return 'panel';
        if (isLike(grey, meeting)) return 'meeting';
        // During a fade, all pixels are equally far between the two looks.
        const ways = grey.flatMap((value, pixel) => {
          const way = meeting[pixel]! - panel[pixel]!;
          return Math.abs(way) < 6 ? [] : [(value - panel[pixel]!) / way];
        });
        const middle = [...ways].sort((a, b) => a - b)[Math.floor(ways.length / 2)]!;
        const isFade = isMost(
          ways.map((way) => Math.abs(way - middle) < 0.3),
          0.9,
        );
        return isFade ? 'fade' : 'something else';
      };
      return greys.map(lookOf);
    },
    [film, frameWidth] as const,
  );
}

/** Keeps the unexpected frames for inspection. */
function keepOddFrames(film: readonly string[], seen: readonly string[], name: string): void {
  const folder = fileURLToPath(new URL('../.artifacts/film', import.meta.url));
  mkdirSync(folder, { recursive: true });
  seen.forEach((look, index) => {
    if (look !== 'something else') return;
    for (const frame of [index - 1, index, index + 1])
      if (film[frame]) writeFileSync(`${folder}/${name}-${frame}.png`, Buffer.from(film[frame], 'base64'));
  });
}

describe('the transition from the panel to the meeting', () => {
  it.for(['require-corp', 'unsafe-none'] as const)(
    'shows only the panel and then the meeting, frame by frame, with %s',
    async (embedder, { open, expect }) => {
      const opened = await open({ embedder });
      const { page, context, mount, waitFor } = opened;
      await page.setViewportSize({ width: 1280, height: 720 });
      await mount({ width: 1280, height: 720 });
      await page.locator('.rzm-panel').waitFor();
      const film: string[] = [];
      const devtools = await context.newCDPSession(page);
      devtools.on('Page.screencastFrame', ({ data, sessionId }) => {
        film.push(data);
        void devtools.send('Page.screencastFrameAck', { sessionId });
      });
      await devtools.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
      await waitFor('joined');
      await page.locator('.rzm-panel').waitFor({ state: 'detached' });
      await page.waitForTimeout(1500);
      await devtools.send('Page.stopScreencast');
      // On a busy machine, the last frames may be missing.
      film.push((await page.screenshot()).toString('base64'));
      const frames = await looks(opened, film);
      keepOddFrames(film, frames, embedder);
      const seen = frames
        .filter((look) => look !== 'fade')
        .filter((look, index, all) => look !== all[index - 1]);
      expect(film.length).toBeGreaterThan(10);
      // The states distinguish a second appearance of the panel from a participant who reconnected.
      const statuses = await opened.statuses();
      expect({ seen, statuses }).toEqual({
        seen: ['panel', 'meeting'],
        statuses: ['preparing', 'joining', 'joined'],
      });
    },
  );
});

/** The visible view of the SDK. */
const shownView = ({ page }: Opened) =>
  page.evaluate(() => document.querySelector('.rzm-sdk-root [role=tabpanel]:not([hidden])')?.id);

describe.concurrent('the prop `view`', () => {
  it('sets the view that the meeting starts with, and changes it later', async ({ open, expect }) => {
    const opened = await open();
    await opened.mount({ view: 'speaker' });
    await opened.waitFor('joined');
    await expect.poll(() => shownView(opened)).toMatch(/tabpanel-speaker/);
    await opened.mount({ view: 'ribbon' });
    await expect.poll(() => shownView(opened)).toMatch(/tabpanel-ribbon/);
    opened.standIn.dropSocket();
    await opened.waitFor('reconnecting');
    await opened.waitFor('joined');
    await expect.poll(() => shownView(opened)).toMatch(/tabpanel-ribbon/);
    expect(opened.pageErrors()).toBe('');
  });

  it('has no effect when the SDK does not have that view', async ({ open, expect }) => {
    const opened = await open({ embedder: 'unsafe-none' });
    await opened.mount({ view: 'speaker' });
    await opened.waitFor('joined');
    await expect.poll(() => shownView(opened)).toMatch(/tabpanel-gallery/);
    await opened.mount({ view: 'ribbon' });
    await opened.mount({ view: 'minimized' });
    await expect.poll(() => shownView(opened)).toMatch(/tabpanel-minimized/);
    expect(opened.pageErrors()).toBe('');
  });
});

it('fills the screen in full screen, with the SDK’s lists on top', async ({ open, expect }) => {
  const opened = await joinIn({ open }, {});
  const { page } = opened;
  // The same as in docs/recipes/layout.md.
  await page.addStyleTag({
    content:
      ':root:fullscreen #box { position: fixed; inset: 0; width: auto !important; height: auto !important }',
  });
  await page.evaluate(() => document.documentElement.requestFullscreen());
  const { box: shown, container } = await settled(opened);
  expect(container).toEqual({ left: 0, top: 0, right: 1940, bottom: 1100 });
  expect(shown.bottom - shown.top).toBeGreaterThan(0.99 * 1100);
  await page.locator(`${box} button[title="Participants"]`).click();
  const dialog = page.locator(`${lists}[role=dialog]`);
  await dialog.waitFor();
  await page.waitForTimeout(500);
  const [list] = await rects(opened, `${lists}[role=dialog]`);
  expect(isInside(list!, container)).toBe(true);
  // Clicks its visible position, where the browser targets the topmost element.
  await dialog.locator('button').first().click();
  await dialog.waitFor({ state: 'detached' });
  expect(opened.pageErrors()).toBe('');
});
