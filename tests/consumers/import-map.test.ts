import { join } from 'node:path';
import { afterEach, describe, it } from 'vitest';
import { expectCleanClient } from './client-files';
import { createConsumer, type Consumer } from './consumer';
import { docPage, installCommands } from './doc-page';
import { expectToJoin, useBrowser } from './meeting';
import { record } from './record';
import { serveWithEndpoint } from './serve';

const recipe = docPage('recipes/import-map.md');

let app: Consumer | undefined;
useBrowser();
afterEach(() => app?.remove());

describe('docs/recipes/import-map.md, word for word in an empty folder', () => {
  it('joins a meeting', async ({ task }) => {
    app = await createConsumer('import-map');
    await app.write(recipe.files);
    const installs = installCommands(recipe);
    for (const line of installs) await app.install(line);
    for (const line of recipe.commands) if (!installs.includes(line)) await app.run(line);
    const folder = join(app.folder, 'public');
    await expectCleanClient(folder);
    await expectToJoin(await serveWithEndpoint(folder));
    record(task, {
      section: 'Bundlers and frameworks',
      what: '[An import map](recipes/import-map.md)',
      versions: app.versions('react', 'esbuild'),
    });
  });
});
