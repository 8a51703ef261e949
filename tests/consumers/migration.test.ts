import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createConsumer, type Consumer } from './consumer';
import { docPage, installCommands } from './doc-page';

const recipe = docPage('recipes/migration.md');

let app: Consumer | undefined;
afterEach(() => app?.remove());

describe('docs/recipes/migration.md, in an app with the packages of the official sample', () => {
  it('replaces the SDK without a peer warning', async () => {
    app = await createConsumer('migration');
    await app.run('npm install react@18.2.0 react-dom@18.2.0 @zoom/meetingsdk');
    const sdk = join(app.folder, 'node_modules/@zoom/meetingsdk');
    expect(existsSync(sdk)).toBe(true);
    const installs = installCommands(recipe);
    for (const line of recipe.commands) await (installs.includes(line) ? app.install(line) : app.run(line));
    expect(existsSync(sdk)).toBe(false);
    expect(app.versions('react')).toEqual({ react: '18.2.0' });
    expect(app.versions('react-zoom-meeting')).toHaveProperty('react-zoom-meeting');
  });
});
