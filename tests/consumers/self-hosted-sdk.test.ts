import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConsumer, printed, type Consumer } from './consumer';
import { docPage, installCommands } from './doc-page';
import { expectToJoin, useBrowser, zoomEnvironment } from './meeting';
import { record } from './record';

const quickStart = docPage('quick-start.md');
const recipe = docPage('recipes/self-hosted-sdk.md');
const vite = docPage('recipes/vite.md');

let app: Consumer;
useBrowser();
beforeAll(async () => {
  app = await createConsumer('self-hosted-sdk');
  await app.write(quickStart.files);
  for (const line of installCommands(quickStart)) await app.install(line);
});
afterAll(() => app?.remove());

describe('the self-hosted SDK beside React 19', () => {
  it('npm refuses to install @zoom/meetingsdk', async ({ task }) => {
    await expect(app.run('npm install @zoom/meetingsdk')).rejects.toThrow('ERESOLVE');
    record(task, {
      section: 'Package managers',
      what: '`@zoom/meetingsdk` in an app on React 19',
      versions: app.versions('react'),
      doesNotWork:
        "Its peer dependency is exactly React 18.2.0, so npm fails with `ERESOLVE`. Do not install it: the SDK is loaded from Zoom's CDN, or [from your own server](recipes/self-hosted-sdk.md).",
    });
  });

  it('joins with the files that copy-sdk writes, without the CDN', async ({ task }) => {
    for (const line of recipe.commands) await app.run(line);
    await app.write([
      ...recipe.files,
      vite.files.find(({ path }) => path === 'vite.config.ts')!,
      {
        path: 'src/main.tsx',
        code: `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'react-zoom-meeting/styles.css';
import { Meeting } from './meeting';

createRoot(document.getElementById('root')!).render(<StrictMode><Meeting /></StrictMode>);
`,
      },
    ]);
    expect(await app.run('npm run build')).toContain('built in');
    const server = app.start('npm run dev -- --port 0', zoomEnvironment);
    const [, address = ''] = await printed(server, /Local: +(http:\S+)/);
    await expectToJoin(address, { cdn: false });
    record(task, {
      section: 'Bundlers and frameworks',
      what: '[The SDK from your own server](recipes/self-hosted-sdk.md)',
      versions: app.versions('vite', 'react'),
    });
  });
});
