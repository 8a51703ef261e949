import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, vi } from 'vitest';
import { it, type Opened, useBrowser } from './harness';

useBrowser();

const root = fileURLToPath(new URL('../..', import.meta.url));
const peers = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client', '@tanstack/react-query'];
const fileOf = (peer: string) => `${peer.replace(/\W+/g, '-')}.js`;

/** The peers as ES modules that share one React, by file name. React is CommonJS, so its exports must be listed. */
const modules = new Map<string, string>();
beforeAll(async () => {
  const entries = await Promise.all(
    peers.map(async (peer) => {
      const names = Object.keys((await import(peer)) as object).filter((name) => /^[a-z]\w*$/i.test(name));
      const listed = names.filter((name) => name !== 'default').join(', ');
      return [fileOf(peer), `export { ${listed} } from '${peer}';`] as const;
    }),
  );
  const sources = new Map(entries);
  const { outputFiles } = await build({
    entryPoints: [...sources.keys()],
    bundle: true,
    splitting: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: '/',
    write: false,
    plugins: [
      {
        name: 'peers',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path, kind }) =>
            kind === 'entry-point' ? { path, namespace: 'peer' } : undefined,
          );
          onLoad({ filter: /.*/, namespace: 'peer' }, ({ path }) => ({
            contents: sources.get(path)!,
            resolveDir: root,
          }));
        },
      },
    ],
  });
  for (const { path, text } of outputFiles) modules.set(path.slice(1), text);
});

const imports = {
  ...Object.fromEntries(peers.map((peer) => [peer, `/modules/${fileOf(peer)}`])),
  'react-zoom-meeting': '/dist/index.js',
};
const html = `<!doctype html>
  <html lang="en">
    <title>No bundler</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/dist/styles.css" />
    <script type="importmap">${JSON.stringify({ imports })}</script>
    <div id="root" style="width: 900px; height: 600px"></div>
    <script type="module">
      import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { createSignatureFetcher, scriptSdk, ZoomMeeting } from 'react-zoom-meeting';

      globalThis.statuses = [];
      const fetchSignature = createSignatureFetcher('/api/zoom/signature');
      const options = {
        meetingNumber: '123456789',
        userName: 'Ada',
        fetchSignature: location.hash ? async () => 'no signature' : fetchSignature,
        sdk: scriptSdk({ baseUrl: '/zoom-sdk' }),
        onStatusChange: ({ status }) => globalThis.statuses.push(status),
      };
      createRoot(document.getElementById('root')).render(createElement(ZoomMeeting, options));
    </script>
  </html>`;

/** A page that imports the files of the published package. */
async function openUnbundled(open: () => Promise<Opened>, hash = ''): Promise<Opened> {
  const opened = await open();
  const { page } = opened;
  const javascript = 'text/javascript';
  await page.route('**/modules/*', (route) =>
    route.fulfill({ contentType: javascript, body: modules.get(fileNamed(route.request().url()))! }),
  );
  await page.route('**/dist/*', async (route) => {
    const file = fileNamed(route.request().url());
    const contentType = file.endsWith('.css') ? 'text/css' : javascript;
    await route.fulfill({ contentType, body: await readFile(join(root, 'dist', file), 'utf8') });
  });
  await page.route('**/unbundled', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(`${new URL(page.url()).origin}/unbundled${hash}`);
  return opened;
}

const fileNamed = (url: string) => new URL(url).pathname.split('/').at(-1)!;
const statusesOf = ({ page }: Opened) =>
  page.evaluate(() => (globalThis as unknown as { statuses: string[] }).statuses);

describe.concurrent('a page with an import map and no bundler, where `process` does not exist', () => {
  it('joins', async ({ open }) => {
    const opened = await openUnbundled(open);
    await vi.waitFor(async () => expect(await statusesOf(opened)).toContain('joined'), 60_000);
    expect(await opened.page.evaluate(() => 'process' in globalThis)).toBe(false);
    expect(opened.pageErrors()).toBe('');
  });

  it('shows why a join failed', async ({ open }) => {
    const opened = await openUnbundled(open, '#no-signature');
    await opened.page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await statusesOf(opened)).toContain('failed');
    expect(opened.pageErrors()).toBe('');
  });
});
