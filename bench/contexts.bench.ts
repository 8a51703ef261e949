import { afterEach, test, vi } from 'vitest';
import { setSignerAhead, useBrowser } from './browser';
import { inPage } from './joins';
import { webglContexts } from './page-costs';

useBrowser();
afterEach(() => setSignerAhead(0));

/** The usual code would continue forever: each new signature is as far ahead as the previous one. */
const usualJoins = 7;

test('WebGL contexts when the signer is 20 s ahead', async ({ task }) => {
  setSignerAhead(20_000);
  const joined = inPage({ isCounted: true }, async ({ page, go, time }) => {
    await go('ours', 'auto');
    await time('joined');
    return webglContexts(page);
  });
  const refused = inPage({ isCounted: true }, async ({ page, standIn, go }) => {
    // After 1 s, 2 s, 4 s and so on.
    await go('rival', `auto&retries=${usualJoins - 1}`);
    const asked = () => {
      if (standIn.count('info') < usualJoins) throw new Error('It has not asked often enough.');
    };
    await vi.waitFor(asked, { timeout: 180_000, interval: 100 });
    return webglContexts(page);
  });
  // Nothing of this depends on time, so both run at once.
  const [ours, rival] = await Promise.all([joined, refused]);
  task.meta.bench = [
    {
      measure: 'WebGL contexts taken until joined, signer 20 s ahead',
      ours: String(ours),
      rival: `${rival}, and refused ${usualJoins} times`,
      ratio: ours / rival,
      goal: '≤ 6',
      isMet: ours <= 6,
    },
  ];
});
