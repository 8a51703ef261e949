import { test } from 'vitest';
import { useBrowser } from './browser';
import { inPage } from './joins';
import { countHeld, growth, isOfTheSdk, type Held } from './page-costs';
import type { Row } from './row';
import { scale } from './scale';

useBrowser();

const { cycles } = scale;
/** The first joins fill the caches. */
const warmUp = 5;

/** What one cycle of joining and leaving adds to the page, on average. */
const growthOf = (app: 'ours' | 'rival'): Promise<Held> =>
  inPage({ isCounted: true }, async ({ page, cdp, go, press, time }) => {
    await go(app);
    let first: Held | undefined;
    for (let cycle = 0; cycle < warmUp + cycles; cycle += 1) {
      if (cycle === warmUp) first = await countHeld(page, cdp);
      await press('Join');
      await time('joined');
      // If the page leaves any sooner, the SDK's media code rejects.
      await page.waitForTimeout(1500);
      await press('Leave');
      await time('left');
    }
    return growth(first!, await countHeld(page, cdp), cycles);
  });

test('leaks', async ({ task }) => {
  const ours = await growthOf('ours');
  const rival = await growthOf('rival');
  const row = (what: string, name: keyof Omit<Held, 'named'>, goal: number, unit = 1, suffix = ''): Row => {
    const format = (value: number) => `${(value / unit).toFixed(1)}${suffix}`;
    const row = {
      measure: `${what} that remain after each of ${cycles} meetings`,
      ours: format(ours[name]),
      rival: format(rival[name]),
      goal: `≤ ${goal}`,
    };
    // Zero cannot be compared with zero.
    if (rival[name] <= 0) return { ...row, isMet: ours[name] <= 0 };
    const ratio = ours[name] / rival[name];
    return { ...row, ratio, isMet: ratio <= goal };
  };
  const names = Object.entries(ours.named).sort(([, a], [, b]) => b - a);
  const sum = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0).toFixed(1);
  task.meta.bench = [
    row('DOM nodes', 'nodes', 0.25),
    row('bytes of heap', 'heap', 0.25, 1e6, ' MB'),
    row('timers', 'timers', 1),
    row('WebGL contexts', 'contexts', 1),
    row('listeners', 'listeners', 1),
    {
      measure: 'of these listeners, those that `addEventListener()` has added, by file, object and event',
      ours: `${sum(Object.values(ours.named))}: ${names.map(([name, count]) => `${name} ${count.toFixed(1)}`).join(', ')}`,
      rival: sum(Object.values(rival.named)),
      goal: 'none of ours',
      isMet: names.every(([name]) => isOfTheSdk(name)),
    },
  ];
});
