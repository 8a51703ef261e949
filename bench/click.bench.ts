import { test } from 'vitest';
import { useBrowser, type Network } from './browser';
import { alternate, inPage } from './joins';
import { compare, seconds } from './row';
import { scale } from './scale';

useBrowser();

/** How long the page has been open when the user clicks, in ms. */
const lookingAround = 3000;

const networks: readonly (Network & { goal: number })[] = [
  { name: 'loopback', goal: 0.35 },
  { name: '10 Mbit/s, 40 ms', speed: 10e6, latency: 40, goal: 0.25 },
];

const pages = [
  { app: 'ours', query: 'preload', shown: 'after `preloadZoomSdk()`' },
  { app: 'lobby', query: '', shown: 'after the lobby was shown' },
] as const;
const cases = pages.flatMap((page) => networks.map((network) => ({ ...page, network, name: network.name })));

test.for(cases)(
  'time from the click to joined, $app, $name',
  async ({ app, query, shown, network }, { task }) => {
    const pairs = await alternate(scale.slowPairs, (one) =>
      inPage(network, async ({ page, go, press, time }) => {
        await (one === 'ours' ? go(app, query) : go('rival'));
        await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
        await page.waitForTimeout(lookingAround);
        await press('Join');
        return time('joined', 'asked');
      }),
    );
    task.meta.bench = [
      compare(`click to joined, ${network.name}, 3 s ${shown}`, pairs, seconds, { atMost: network.goal }),
    ];
  },
);

test('time from leaving to the next meeting', async ({ task }) => {
  const atOnce = await alternate(scale.slowPairs, (app) =>
    inPage({}, async ({ page, go, press, time }) => {
      await go(app, 'auto');
      await time('joined');
      await page.waitForTimeout(2000);
      await press('Join');
      return time('joined', 'asked');
    }),
  );
  const later = await alternate(scale.slowPairs, (app) =>
    inPage({}, async ({ page, go, press, time }) => {
      await go(app, 'auto');
      await time('joined');
      await page.waitForTimeout(2000);
      await press('Leave');
      await time('left');
      await page.waitForTimeout(lookingAround);
      await press('Join');
      return time('joined', 'asked');
    }),
  );
  task.meta.bench = [
    compare('next meeting on the same page, instead of the one that is joined', atOnce, seconds, {
      atMost: 0.8,
    }),
    compare('next meeting on the same page, 3 s after the last one was left', later, seconds, {
      atMost: 0.8,
    }),
  ];
});
