import { readFileSync } from 'node:fs';
import { describe, expect, vi } from 'vitest';
import { scriptFiles } from '../../src/cli/sdk-files';
import { integrityManifest } from './build-page';
import { it, type Opened, reactVersion, useBrowser } from './harness';

useBrowser();

const sdk = 'zoomus-websdk-embedded.umd.min.js';
const integrity = JSON.parse(readFileSync(integrityManifest, 'utf8')) as Record<string, string>;

/** The requests for a file of the SDK. */
function countRequests({ page }: Opened, file: string): () => number {
  let count = 0;
  page.on('request', (request) => void (count += Number(request.url().endsWith(file))));
  return () => count;
}

describe.concurrent(`scriptSdk, on React ${reactVersion}`, () => {
  it('retries a failed load automatically', async ({ open }) => {
    const opened = await open();
    let failures = 1;
    await opened.context.route('**/react-dom.min.js', (route) =>
      failures-- > 0 ? route.abort() : route.continue(),
    );
    await opened.mount();
    await opened.waitFor('joined');
    expect(await opened.statuses()).toEqual(['preparing', 'retrying', 'preparing', 'joining', 'joined']);
    expect((await opened.states())[1]).toMatchObject({
      state: { reason: { message: expect.stringMatching(/SDK_LOAD_FAILED.*react-dom\.min\.js/) } },
    });
    // Only the SDK failed: the signature was fetched once.
    expect(opened.signatureTimes).toHaveLength(1);
  });

  it('names the missing file, and joins on a retry after the file becomes available', async ({ open }) => {
    const opened = await open();
    await opened.context.route(`**/${sdk}`, (route) => route.fulfill({ status: 404, body: '' }));
    await opened.mount();
    await opened.waitFor('failed');
    expect((await opened.calls()).errors).toMatchObject([
      { code: 'SDK_LOAD_FAILED', attempts: 0, reason: expect.stringContaining(sdk) },
    ]);
    await opened.context.unroute(`**/${sdk}`);
    await opened.page.getByRole('button', { name: 'Try again' }).click();
    await opened.waitFor('joined');
  });

  it('keeps the page’s React when one file fails and the next one is late', async ({ open }) => {
    const opened = await open({
      before: 'window.React = { mine: 1 }; window.ReactDOM = { mine: 2 };',
    });
    await opened.context.route('**/react.min.js', (route) => route.abort());
    await opened.context.route('**/react-dom.min.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await opened.mount({ retry: false });
    await opened.waitFor('failed');
    await opened.page.waitForTimeout(3000);
    expect(
      await opened.page.evaluate(() => {
        const page = window as unknown as Record<string, { mine?: number } | undefined>;
        const left = ['ReactWidgets', 'ZoomMtgEmbedded'].filter((name) => name in page);
        return [page['React']?.mine, page['ReactDOM']?.mine, left];
      }),
    ).toEqual([1, 2, []]);
  });

  it('loads once for two meetings on the page', async ({ open }) => {
    const opened = await open();
    const requests = countRequests(opened, sdk);
    await opened.page.evaluate(() => harness.mountTwo({ meetingNumber: '987654321' }));
    await opened.waitFor('busy');
    await vi.waitFor(() => expect(opened.standIn.openSockets).toBe(1), 40_000);
    await opened.page.evaluate(() => harness.unmountFirst());
    await opened.waitFor('joined');
    expect(requests()).toBe(1);
  });

  it('passes nonce and integrity to the scripts', async ({ open }) => {
    const opened = await open({
      // Stored under the name of the test, because the elements are removed when the SDK has loaded.
      before: `new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes)
          if (node.matches?.('script, link[rel=preload]'))
            (window.seen ??= []).push([(node.src || node.href).split('/').at(-1), node.nonce, node.integrity]);
      }).observe(document, { childList: true, subtree: true });`,
    });
    await opened.mount({ script: { nonce: 'abc', integrity } });
    await opened.waitFor('joined');
    const seen = await opened.page.evaluate(() => (window as unknown as { seen: string[][] }).seen);
    for (const [file, hash] of Object.entries(integrity)) {
      const expected = [file, 'abc', hash];
      expect(seen.filter(([name]) => name === file)).toEqual([expected, expected]);
    }
    expect(Object.keys(integrity)).toHaveLength(3);
  });

  it.for(scriptFiles)(
    'does not run %s if it differs from the file that copy-sdk copied',
    async (file, { open }) => {
      const opened = await open();
      await opened.context.route(`**/${file}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()}\nwindow.changedFileRan = true;` });
      });
      await opened.mount({ script: { integrity }, retry: false });
      await opened.waitFor('failed');
      expect((await opened.calls()).errors).toMatchObject([
        { code: 'SDK_LOAD_FAILED', reason: expect.stringContaining(file) },
      ]);
      expect(await opened.page.evaluate(() => 'changedFileRan' in window)).toBe(false);
    },
  );

  it('reports that the browser blocks the storage that the SDK needs', async ({ open }) => {
    const opened = await open({
      before: `for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, {
        get() { throw new DOMException('denied', 'SecurityError'); },
      });`,
    });
    await opened.mount({ retry: false });
    await opened.waitFor('failed');
    expect((await opened.calls()).errors).toMatchObject([
      { code: 'SDK_LOAD_FAILED', reason: expect.stringContaining('blocks sessionStorage') },
    ]);
  });

  it('preloads everything that a cold join needs, runs it when loaded, and fetches nothing twice', async ({
    open,
  }) => {
    const opened = await open({
      before: `new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) if (node.matches?.('script[src*="/zoom-sdk/"]'))
          (window.scripts ??= []).push(performance.getEntriesByName(node.src).length);
      }).observe(document, { childList: true, subtree: true });`,
    });
    const files = [sdk, 'react.min.js', 'react-dom.min.js', 'js_media.min.js'];
    const counts = files.map((file) => countRequests(opened, file));
    await opened.page.evaluate(() => harness.preload());
    await opened.page.waitForFunction((wanted) => {
      const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
      return wanted.every((file) => fetched.some((name) => name.endsWith(file)));
    }, files);
    expect(counts.map((count) => count())).toEqual([1, 1, 1, 1]);
    // The scripts run after the download, and remove their globals from the page.
    await opened.page.waitForFunction(
      () =>
        (window as unknown as { scripts?: number[] }).scripts?.length === 3 &&
        !document.querySelector('script[src*="/zoom-sdk/"]'),
    );
    expect(await opened.page.evaluate(() => (window as unknown as { scripts: number[] }).scripts)).toEqual([
      1, 1, 1,
    ]);
    expect(
      await opened.page.evaluate(() => 'ReactWidgets' in window || 'JsMediaSDK_Instance' in window),
    ).toBe(false);
    // Zoom receives nothing before the join.
    expect(opened.standIn.log).toEqual([]);
    expect(opened.blocked).toEqual([]);
    await opened.mount();
    await opened.waitFor('joined');
    expect(counts.map((count) => count())).toEqual([1, 1, 1, 1]);
  });

  it('downloads js_media.min.js after the scripts of the SDK and before they run', async ({ open }) => {
    const opened = await open({
      before: `new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) if (node.matches?.('link, script'))
          (window.added ??= []).push(node.localName + ' ' + (node.href || node.src).split('/').at(-1));
      }).observe(document, { childList: true, subtree: true });`,
    });
    await opened.mount();
    await opened.waitFor('joined');
    const [added, requestedAfter] = await opened.page.evaluate((sdk) => {
      const timing = (file: string) =>
        performance
          .getEntriesByType('resource')
          .find(({ name }) => name.endsWith(`/${file}`)) as PerformanceResourceTiming;
      const { added } = window as unknown as { added: string[] };
      return [added, timing('js_media.min.js').startTime - timing(sdk).responseEnd] as const;
    }, sdk);
    const files = ['react.min.js', 'react-dom.min.js', sdk];
    const ofLoader = added.filter((one) =>
      files.concat('js_media.min.js').some((file) => one.endsWith(` ${file}`)),
    );
    expect(ofLoader.slice(0, 7)).toEqual([
      ...files.map((file) => `link ${file}`),
      'link js_media.min.js',
      ...files.map((file) => `script ${file}`),
    ]);
    expect(requestedAfter).toBeGreaterThan(0);
  });

  it('joins when the page removes the elements that download ahead of time', async ({ open }) => {
    const opened = await open({
      before: `new MutationObserver(() => document.querySelector('link[rel=preload][href*=zoom-sdk]')?.remove())
        .observe(document, { childList: true, subtree: true });`,
    });
    await opened.mount();
    await opened.waitFor('joined');
    expect(await opened.page.evaluate(() => document.querySelectorAll('link[rel=preload]').length)).toBe(0);
    expect(opened.pageErrors()).toBe('');
  });

  it('clears tokens that another user’s join left in sessionStorage', async ({ open }) => {
    const opened = await open({
      before: `sessionStorage.setItem('WEB_CLIENT_ZTK', 'left over'); sessionStorage.setItem('mine', 'stays');`,
    });
    await opened.mount();
    await opened.waitFor('joined');
    expect(
      await opened.page.evaluate(() => [
        sessionStorage.getItem('WEB_CLIENT_ZTK'),
        sessionStorage.getItem('mine'),
      ]),
    ).toEqual([null, 'stays']);
  });
});
