import { afterEach, describe, expect, it } from 'vitest';
import { createConsumer, type Consumer } from './consumer';
import { docPage, installCommands } from './doc-page';
import { record } from './record';

const recipe = docPage('recipes/testing.md');

let app: Consumer | undefined;
afterEach(() => app?.remove());

/** `lesson-time.test.tsx` uses `vi`; the page says what to write for Jest. */
const forJest = (code: string) => code.replaceAll('vi.', 'jest.');
const tests = recipe.files.flatMap(({ code }) => code.match(/^it\(/gm) ?? []).length;

const runners = [
  {
    runner: 'vitest',
    line: 'npx vitest run',
    passed: new RegExp(`Tests +${tests} passed`),
    adapt: (code: string) => code,
  },
  { runner: 'jest', line: 'npx jest', passed: new RegExp(`Tests: +${tests} passed`), adapt: forJest },
];

describe('docs/recipes/testing.md, with the packages that it installs', () => {
  it.for(runners)('$runner', async ({ runner, line, passed, adapt }, { task }) => {
    app = await createConsumer('testing');
    await app.write([{ path: 'package.json', code: JSON.stringify({ private: true, type: 'module' }) }]);
    await app.install('npm install react react-dom react-zoom-meeting @tanstack/react-query');
    await app.install(installCommands(recipe).find((command) => command.includes(` ${runner} `))!);
    await app.write(
      recipe.files.map(({ path, code }) => ({
        path,
        code: path.includes('lesson-time') ? adapt(code) : code,
      })),
    );
    expect(await app.run(line)).toMatch(passed);
    record(task, {
      section: 'Tests',
      what: '[Testing](recipes/testing.md)',
      versions: app.versions(runner, 'react'),
    });
  });
});
