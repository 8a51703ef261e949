import { test } from 'vitest';
import { useBrowser, type Network } from './browser';
import { alternate, navigationToJoined, onThirdVisit } from './joins';
import { compare, seconds, type Pairs } from './row';
import { scale } from './scale';

useBrowser();

const megabit = 1e6;
const networks: readonly (Network & { goal: number; pairs?: number })[] = [
  { name: 'loopback', goal: 0.65 },
  { name: '10 Mbit/s, 40 ms', speed: 10 * megabit, latency: 40, goal: 0.7 },
  { name: '50 Mbit/s, 20 ms', speed: 50 * megabit, latency: 20, goal: 0.65 },
  { name: 'four times slower processor', slowdown: 4, goal: 0.65, pairs: scale.slowPairs },
];

test.for(networks)('time from navigation to joined, $name', async (network, { task }) => {
  const pairs = await alternate(network.pairs ?? scale.pairs, (app) => navigationToJoined(app, network));
  task.meta.bench = [
    compare(`navigation to joined, ${network.name}`, pairs, seconds, { atMost: network.goal }),
  ];
});

/**
 * The SDK alone on its third visit is the minimum: its signature is part of the page, and nothing is downloaded or
 * compiled.
 */
test('time beyond that of the SDK alone on its third visit', async ({ task }) => {
  const first = { ours: [] as number[], rival: [] as number[] };
  const third = { ours: [] as number[], rival: [] as number[] };
  for (let pair = 0; pair < scale.slowPairs; pair += 1) {
    const floor = await onThirdVisit('floor');
    first.ours.push(await navigationToJoined('ours'));
    third.ours.push(await onThirdVisit('ours'));
    first.rival.push(floor);
    third.rival.push(floor);
  }
  const row = (visits: string, pairs: Pairs) => {
    const row = compare(`distance to the floor, loopback: ${visits}`, pairs, seconds, { atMost: 1.15 });
    return { ...row, rival: `${row.rival} (the SDK alone)` };
  };
  const { isMet: _isMet, ...information } = row(
    'this library on the first visit, the SDK alone on the third',
    first,
  );
  task.meta.bench = [row('both on the third visit', third), { ...information, goal: 'for information' }];
});
