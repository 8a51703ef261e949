import { describe, expect, it } from 'vitest';
import { open, reactVersion, useBrowser } from './harness';

useBrowser();

describe(`a healthy signer, on React ${reactVersion}`, () => {
  it('joins with one wc/info call, and shows the SDK in our container', async () => {
    const { page, mount, waitFor, statuses, standIn, blocked, pageErrors, calls } = await open();
    await mount();
    await waitFor('joined');
    expect(await page.evaluate(() => harness.reactVersion)).toMatch(new RegExp(`^${reactVersion}`));
    expect(await statuses()).toEqual(['preparing', 'joining', 'joined']);
    expect(standIn.count('info')).toBe(1);
    expect((await calls()).joined).toBe(1);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/shot-${reactVersion}.png` });
    console.log(await page.evaluate(() => {
      const out: string[] = [];
      const walk = (node: Element, depth: number) => {
        if (depth > 7) return;
        const box = node.getBoundingClientRect();
        out.push(`${'  '.repeat(depth)}${node.tagName} #${node.id} .${node.className} [${Math.round(box.x)},${Math.round(box.y)} ${Math.round(box.width)}x${Math.round(box.height)}] ${getComputedStyle(node).position} ${node.getAttribute('style') ?? ''}`);
        for (const child of node.children) walk(child, depth + 1);
      };
      walk(document.querySelector('.rzm-sdk-root')!, 0);
      for (const child of document.body.children) if (child.id !== 'app') out.push('BODY ' + child.outerHTML.slice(0, 200));
      return out.join('\n');
    }));
    console.log(blocked);
    expect(pageErrors()).toEqual([]);
  });
});
