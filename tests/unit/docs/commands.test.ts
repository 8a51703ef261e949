import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { docCommands, pages, type DocCommand } from './commands';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => (existsSync(root + path) ? readFileSync(root + path, 'utf8') : '');

/** The pages whose install commands a test in tests/consumers runs. */
const installed = readdirSync(`${root}tests/consumers`)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => read(`tests/consumers/${file}`))
  .filter((code) => /installCommands\(|\.commands/.test(code))
  .flatMap((code) => [...code.matchAll(/docPage\('([^']+)'\)/g)].map(([, page]) => `docs/${page}`));
const installLines = docCommands
  .filter(({ page, line }) => line.startsWith('npm install ') && installed.includes(page))
  .map(({ line }) => line);

/** The file that runs each of the other commands, and a part of its code that does. */
const others: Readonly<Record<string, readonly [file: string, code: string]>> = {
  'npm start': ['tests/packed/doc-commands.test.ts', "'npm start'"],
  'npm run example': ['tests/packed/doc-commands.test.ts', "'npm run example'"],
  'npm test': ['.github/workflows/test.yml', 'npm test'],
  'npm run endpoint': ['tests/consumers/quick-start.test.ts', "'npm run endpoint'"],
  'npm run dev': ['tests/consumers/quick-start.test.ts', "['dev', 'preview']"],
  'npm uninstall @zoom/meetingsdk': ['tests/consumers/migration.test.ts', 'recipe.commands'],
  'npx esbuild vendor/*.js --bundle --splitting --minify --format=esm --outdir=public/vendor': [
    'tests/consumers/import-map.test.ts',
    'recipe.commands',
  ],
  'REDIS_URL=redis://localhost:6379 node --env-file=.env endpoint.js': [
    'tests/consumers/rate-limit.test.ts',
    'recipe.commands',
  ],
};

/** These need the published repository. */
const notRun = [
  'git clone https://github.com/react-zoom-meeting/react-zoom-meeting.git',
  'cd react-zoom-meeting',
];

function isRun({ line }: DocCommand): boolean {
  // tests/packed/doc-commands.test.ts runs all of them.
  if (/^npx react-zoom-meeting (?:doctor|copy-sdk) /.test(line)) return true;
  const [file, code] = others[line] ?? [];
  if (file !== undefined) return read(file).includes(code!);
  return installLines.includes(line) || notRun.includes(line);
}

describe('the commands in the docs', () => {
  it('are found', () => {
    expect(docCommands.length).toBeGreaterThan(25);
    expect(docCommands).toContainEqual({ page: 'SUPPORT.md', line: expect.stringContaining(' doctor ') });
  });

  it.each(docCommands)('are run by a test: $page: $line', (command) => {
    expect(isRun(command)).toBe(true);
  });

  it.each(['npm run none', 'npm install none', 'npx react-zoom-meeting none', 'curl https://example.com'])(
    'must be run by a test, unlike %s, which shows that the tests above can fail',
    (line) => {
      expect(isRun({ page: 'README.md', line })).toBe(false);
    },
  );

  it.each([...pages, 'CONTRIBUTING.md', 'ARCHITECTURE.md'])('name scripts that exist: %s', (page) => {
    const text = read(page);
    const manifests = [
      read('package.json'),
      read('examples/app/package.json'),
      read('docs/quick-start.md'),
      text,
    ];
    const scripts = [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name]) => name!);
    expect(
      scripts.filter((name) => !manifests.some((manifest) => manifest.includes(`"${name}": "`))),
    ).toEqual([]);
  });

  it.each([...Object.keys(others), ...notRun])('still include %s', (line) => {
    expect(docCommands.map((command) => command.line)).toContain(line);
  });
});
