import { openApp, type App, type AppPage, type AppPageOptions, type Network } from './browser';
import type { Pairs } from './row';

/** Measures both apps in turn. In every second pair, the rival is first. */
export async function alternate(
  count: number,
  measure: (app: 'ours' | 'rival') => Promise<number>,
): Promise<Pairs> {
  const pairs = { ours: [] as number[], rival: [] as number[] };
  for (let pair = 0; pair < count; pair += 1) {
    const order = pair % 2 === 0 ? (['ours', 'rival'] as const) : (['rival', 'ours'] as const);
    for (const app of order) pairs[app].push(await measure(app));
  }
  return pairs;
}

/** Opens a page, and closes it after use. */
export async function inPage<Result>(
  options: AppPageOptions,
  use: (opened: AppPage) => Promise<Result>,
): Promise<Result> {
  const opened = await openApp(options);
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

/** The time from the navigation to a joined meeting with an empty cache, in ms. */
export const navigationToJoined = (app: App, network: Partial<Network> = {}): Promise<number> =>
  inPage(network, async ({ go, time }) => {
    await go(app, 'auto');
    return time('joined');
  });

/**
 * The same time on the third visit: all files are cached, and so is the code that V8 has compiled, which it caches
 * from the second visit on.
 */
export const onThirdVisit = (app: App): Promise<number> =>
  inPage({}, async ({ go, time }) => {
    for (let visit = 1; visit < 3; visit += 1) {
      await go(app, 'auto');
      await time('joined');
    }
    await go(app, 'auto');
    return time('joined');
  });
