import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestOf } from '../install-app';
import { expectCleanClient } from './client-files';
import { answers, createConsumer, freePort, printed, type Consumer } from './consumer';
import { docPage, installCommands, installedNames } from './doc-page';
import { expectToJoin, useBrowser, zoomEnvironment } from './meeting';
import { record } from './record';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = docPage('quick-start.md');

let app: Consumer;
/** The endpoint's port. */
let port: number;

useBrowser();
beforeAll(async () => {
  app = await createConsumer('quick-start');
  port = await freePort();
  // The page's port may be in use on this machine.
  await app.write(
    page.files.map(({ path, code }) => ({ path, code: code.replaceAll('3001', String(port)) })),
  );
  for (const line of installCommands(page)) await app.install(line);
});
afterAll(() => app?.remove());

/** The names of the packages that a file imports. */
function importsOf(code: string): string[] {
  return [...code.matchAll(/^(?:import|export)\b[^'"]*['"]((?:@[\w.-]+\/)?[\w-][\w.-]*)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'node');
}

/** The packages that the app needs: its imports, their peers and types, and the commands in its scripts. */
function needed(): string[] {
  const imported = page.files.flatMap(({ path, code }) => (/\.[jt]sx?$/.test(path) ? importsOf(code) : []));
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(root);
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  const types = [...imported, ...peers]
    .map((name) => `@types/${name}`)
    .filter((name) => existsSync(join(root, 'node_modules', name)));
  const { scripts } = JSON.parse(page.files.find(({ path }) => path === 'package.json')!.code) as {
    scripts: object;
  };
  const compiler = /\btsc\b/.test(JSON.stringify(scripts)) ? ['typescript'] : [];
  const bundler = /\bvite\b/.test(JSON.stringify(scripts)) ? ['vite'] : [];
  return [...new Set([...imported, ...peers, ...types, ...compiler, ...bundler])].sort();
}

describe('docs/quick-start.md, word for word in an empty folder', () => {
  it('installs what the app needs, and nothing else', () => {
    expect(installedNames(page).sort()).toEqual(needed());
  });

  it('type-checks and builds', async () => {
    expect(await app.run('npm run build')).toContain('built in');
    await expectCleanClient(join(app.folder, 'dist'));
  });

  it.for(['dev', 'preview'])(
    'joins a meeting with npm run endpoint and npm run %s',
    async (script, { task }) => {
      app.start('npm run endpoint', zoomEnvironment);
      await answers(port);
      const [, address = ''] = await printed(
        app.start(`npm run ${script} -- --port 0`),
        /Local: +(http:\S+)/,
      );
      await expectToJoin(address, { passcode: zoomEnvironment.ZOOM_PASSCODE });
      record(task, {
        section: 'Bundlers and frameworks',
        what: `[Quick start](quick-start.md), \`npm run ${script}\``,
        versions: app.versions('vite', 'react'),
      });
    },
  );
});
