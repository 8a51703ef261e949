import { describe, expect } from 'vitest';
import { it, reactVersion, useBrowser } from './harness';

useBrowser();

/** The position of the SDK's box, relative to the element that we put it in. */
const boxes = () => {
  const rectangle = (selector: string) => {
    const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect();
    return { x, y, width, height };
  };
  return { container: rectangle('#box'), box: rectangle('.rzm-sdk-root .react-resizable') };
};

/** The number of the SDK's tiles outside its box. */
const strayTiles = () => {
  const box = document.querySelector('.rzm-sdk-root .react-resizable')!.getBoundingClientRect();
  return [...document.querySelectorAll('video-player-container')].filter((tile) => {
    const { left, top, right, bottom } = tile.getBoundingClientRect();
    return left < box.left - 1 || top < box.top - 1 || right > box.right + 1 || bottom > box.bottom + 1;
  }).length;
};

describe.concurrent(`a healthy signer, on React ${reactVersion}`, () => {
  it('joins with one wc/info call and no page error', async ({ open }) => {
    const { page, mount, waitFor, statuses, standIn, blocked, pageErrors, calls } = await open();
    await mount();
    await waitFor('joined');
    expect(await page.evaluate(() => harness.reactVersion)).toMatch(new RegExp(`^${reactVersion}`));
    expect(await statuses()).toEqual(['preparing', 'joining', 'joined']);
    expect(standIn.count('info')).toBe(1);
    expect((await calls()).joined).toBe(1);
    // Neither Zoom's own failure dialog nor our panel is shown.
    expect(await page.getByRole('button', { name: /retry|try again/i }).count()).toBe(0);
    // The panel stays until the SDK's view has its final size.
    await page.locator('.rzm-panel').waitFor({ state: 'detached' });
    expect(blocked).toEqual([]);
    expect(pageErrors()).toBe('');
  });

  it.for([
    ['alone', 0],
    ['with three others', 3],
  ] as const)(
    'shows the SDK in the container, as large as possible, and follows a resize, %s',
    async ([, others], { open }) => {
      const { page, mount, waitFor, standIn } = await open();
      await mount({ width: 900, height: 600 });
      await waitFor('joined');
      for (let count = 0; count < others; count += 1) standIn.addParticipant(`Guest ${count}`);
      await page.waitForFunction(
        (n) => harness.meeting.current?.client?.getAttendeeslist().length === n,
        others + 1,
      );
      for (const [width, height] of [
        [900, 600],
        [375, 600],
        [900, 320],
        [1280, 720],
      ] as const) {
        await page.evaluate(
          ([w, h]) =>
            Object.assign(document.getElementById('box')!.style, { width: `${w}px`, height: `${h}px` }),
          [width, height],
        );
        await expect
          .poll(
            async () => {
              const { container, box } = await page.evaluate(boxes);
              const fits = box.width <= width + 1 && box.height <= height + 1;
              const fills = box.width >= width - 8 || box.height >= height - 8;
              const centred = Math.abs(box.x + box.width / 2 - (container.x + container.width / 2)) <= 2;
              return { fits, fills, centred };
            },
            { timeout: 10_000 },
          )
          .toEqual({ fits: true, fills: true, centred: true });
        // Its tiles are resized with it.
        await expect.poll(() => page.evaluate(strayTiles)).toBe(0);
        // It is not scaled down: its buttons keep their size.
        await expect
          .poll(() =>
            page.evaluate(() => document.querySelector<HTMLElement>('.rzm-sdk-root')!.style.transform),
          )
          .not.toContain('scale');
      }
    },
  );

  it('shows the meeting of a hook in an element that only has a height', async ({ open }) => {
    const { page, mount, waitFor } = await open();
    await mount({ hook: true });
    await waitFor('joined');
    const fit = () =>
      page.evaluate(() => {
        const { height } = document.querySelector('.rzm-sdk-root .react-resizable')!.getBoundingClientRect();
        const { transform } = document.querySelector<HTMLElement>('.rzm-sdk-root')!.style;
        // The SDK rounds the requested size to whole tiles.
        return { isFilled: height > 477 && height <= 480, transform };
      });
    // It is scaled until the SDK has adopted a size with the proportions of its view.
    await expect.poll(fit).toEqual({ isFilled: true, transform: '' });
    const { container, box } = await page.evaluate(boxes);
    expect(container).toMatchObject({ x: 40, height: 480 });
    expect(box.x + box.width / 2).toBeCloseTo(container.x + container.width / 2, -1);
  });

  it('joins once in StrictMode', async ({ open }) => {
    const { page, mount, waitFor, standIn, calls } = await open();
    await mount({ strict: true });
    await waitFor('joined');
    await page.waitForTimeout(1000);
    expect(standIn.count('info')).toBe(1);
    expect(standIn.openSockets).toBe(1);
    expect((await calls()).joined).toBe(1);
  });

  it('receives SDK events from listeners added long before the SDK is loaded', async ({ open }) => {
    const { page, mount, waitFor, standIn } = await open();
    await mount();
    await waitFor('joined');
    standIn.addParticipant('Grace');
    await page.waitForFunction(() => JSON.stringify(harness.events).includes('Grace'));
  });

  it('returns the same participants as the SDK', async ({ open }) => {
    const { page, mount, waitFor, standIn } = await open();
    await mount();
    await waitFor('joined');
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Ada]');
    const grace = standIn.addParticipant('Grace');
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Ada] Grace');
    standIn.updateParticipant(grace, { bVideoOn: true });
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Ada] Grace films');
    standIn.dropSocket();
    await waitFor('reconnecting');
    await waitFor('joined');
    expect(await page.evaluate(() => harness.rosters.at(-1))).toBe('[Ada] Grace films');
    standIn.removeParticipant(grace);
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Ada]');
    await page.evaluate(() => void harness.meeting.current?.leave());
    await page.waitForFunction(() => harness.rosters.at(-1) === '');
  });

  it.for([
    ['assigned', (name: string) => `window.${name} =`],
    // Declared like the globals of RequireJS and of scripts from a CDN, which cannot be redefined.
    ['declared', (name: string) => `var ${name} =`],
  ] as const)('keeps the page’s own React and AMD define, %s', async ([, declare], { open }) => {
    const { page, mount, waitFor } = await open();
    await page.addScriptTag({
      content: `${declare('React')} { mine: true };
        ${declare('define')} Object.assign(() => { window.defined = true; }, { amd: { mine: true } });`,
    });
    await mount();
    await waitFor('joined');
    expect(
      await page.evaluate(() => {
        const names = window as unknown as Record<
          string,
          { mine?: boolean; amd?: { mine?: boolean } } | undefined
        >;
        return {
          react: names['React']?.mine,
          amd: names['define']?.amd?.mine,
          called: 'defined' in names,
          left: ['ReactDOM', 'ReactWidgets', 'ZoomMtgEmbedded'].filter((name) => name in names),
        };
      }),
    ).toEqual({ react: true, amd: true, called: false, left: [] });
  });
});
