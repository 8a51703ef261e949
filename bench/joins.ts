import { openApp, type App, type AppPage, type Network } from './browser';
import type { Pairs } from './row';
import { scale } from './scale';

/** Measures both in turn. In every second pair the rival is first. */
export async function alternate(measure: (app: 'ours' | 'rival') => Promise<number>): Promise<Pairs> {
  const pairs = { ours: [] as number[], rival: [] as number[] };
  for (let pair = 0; pair < scale.pairs; pair += 1) {
    const order = pair % 2 === 0 ? (['ours', 'rival'] as const) : (['rival', 'ours'] as const);
    for (const app of order) pairs[app].push(await measure(app));
  }
  return pairs;
}

/** Opens a page, and closes it when it has been used. */
export async function inPage<Result>(
  network: Partial<Network>,
  use: (opened: AppPage) => Promise<Result>,
): Promise<Result> {
  const opened = await openApp(network);
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

/** From the navigation to a joined meeting, with nothing in the cache. In ms. */
export const navigationToJoined = (app: App, network: Partial<Network> = {}): Promise<number> =>
  inPage(network, async ({ go, time }) => {
    await go(app, 'auto');
    return time('joined');
  });

/** The same on the third visit: with all files in the cache, and with the code that V8 has compiled, which it keeps from the second on. */
export const onThirdVisit = (app: App): Promise<number> =>
  inPage({}, async ({ go, time }) => {
    for (let visit = 1; visit < 3; visit += 1) {
      await go(app, 'auto');
      await time('joined');
    }
    await go(app, 'auto');
    return time('joined');
  });
