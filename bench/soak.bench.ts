import { afterEach, test } from 'vitest';
import { setSignerAhead, useBrowser } from './browser';
import { inPage } from './joins';
import { countHeld, growth } from './page-costs';
import { scale } from './scale';

useBrowser();
afterEach(() => setSignerAhead(0));

/** How often the connection drops, in ms. */
const pause = 30_000;
const drops = scale.soakMinutes * 2;

// This takes an hour: `npm run bench -- --soak`.
test.runIf(process.env['BENCH_SOAK'])('soak', async ({ task }) => {
  await inPage({}, async ({ page, cdp, standIn, go, time }) => {
    await go('ours', 'auto');
    await time('joined');
    const first = await countHeld(page, cdp);
    let reconnected = 0;
    for (let drop = 0; drop < drops; drop += 1) {
      // Up to a minute off, in either direction.
      setSignerAhead((Math.random() * 2 - 1) * 60_000);
      standIn.dropSocket();
      await page.waitForTimeout(pause);
      if (standIn.openSockets > 0) reconnected += 1;
    }
    const { nodes, listeners, heap, contexts } = growth(first, await countHeld(page, cdp), drops);
    task.meta.bench = [
      {
        measure: `${scale.soakMinutes} minutes on the real SDK, ${drops} drops, a signer up to 60 s off`,
        ours: `connected after ${reconnected} of ${drops} drops; a drop leaves ${nodes.toFixed(1)} nodes, ${listeners.toFixed(1)} listeners, ${(heap / 1e3).toFixed(0)} kB, ${contexts.toFixed(1)} WebGL contexts`,
        rival: '',
        goal: 'still joined',
        isMet: reconnected === drops,
      },
    ];
  });
});
