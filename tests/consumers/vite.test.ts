import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { expectCleanClient } from './client-files';
import { createConsumer, printed, type Consumer } from './consumer';
import { docPage, installCommands } from './doc-page';
import { expectToJoin, useBrowser, zoomEnvironment } from './meeting';
import { record } from './record';

const recipe = docPage('recipes/vite.md');
const quickStart = docPage('quick-start.md');

let app: Consumer | undefined;
useBrowser();
afterEach(() => app?.remove());

/** An existing app: the page of the quick start, without its endpoint and its install commands. */
const existing = quickStart.files.filter(({ path }) =>
  /^(package\.json|src\/|index\.html|tsconfig)/.test(path),
);

const reacts = ['19', '18.3.1', '18.2.0'];

describe('docs/recipes/vite.md, in an existing app', () => {
  it.for(reacts)(
    'React %s: type-checks, builds, serves the endpoint in development, and joins',
    async (react, { task }) => {
      app = await createConsumer('vite');
      await app.write(existing);
      const types = react.split('.')[0];
      await app.install(`npm install react@${react} react-dom@${react}`);
      await app.install(
        `npm install -D vite @vitejs/plugin-react typescript @types/react@${types} @types/react-dom@${types} @types/node`,
      );
      for (const line of installCommands(recipe)) await app.install(line);
      await app.write(recipe.files);

      expect(await app.run('npm run build')).toContain('built in');
      // This includes the page's vite.config.ts, with the Node types that it needs.
      await app.run(
        'npx tsc --noEmit --strict --skipLibCheck false --module esnext --moduleResolution bundler --target esnext --types node vite.config.ts --ignoreConfig',
      );
      await expectCleanClient(join(app.folder, 'dist'));

      const server = app.start('npm run dev -- --port 0', {
        ...zoomEnvironment,
        VITE_MEETING_NUMBER: '1234567890',
      });
      const [, address = ''] = await printed(server, /Local: +(http:\S+)/);
      await expectToJoin(address);
      record(task, {
        section: 'Bundlers and frameworks',
        what: '[Vite](recipes/vite.md)',
        versions: app.versions('vite', 'react'),
      });
    },
  );
});
