import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installApp } from '../install-app';
import { fencedBlocks } from '../unit/docs/fenced-blocks';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

const page = readFileSync(`${root}/docs/recipes/testing.md`, 'utf8');
const blocks = fencedBlocks(page);
const files = new Map(blocks.flatMap(({ path, code }) => (path === undefined ? [] : [[path, code]])));
const installed = blocks.flatMap(({ code }) =>
  [...code.matchAll(/^npm install -D (.*)$/gm)].flatMap(([, names = '']) => names.split(' ')),
);

const runners = {
  vitest: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', '--outputFile=report.json'],
  jest: ['node_modules/jest/bin/jest.js', '--json', '--outputFile=report.json'],
};
type Runner = keyof typeof runners;
const configs = { vitest: 'vitest.config.ts', jest: 'jest.config.mjs' };
/** The file that uses `vi`, changed for Jest as the page says. */
const timeTest = 'src/lesson-time.test.tsx';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-testing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An app with the page's files after these changes. */
async function app(name: string, changes: Record<string, (code: string) => string>): Promise<string> {
  const at = join(folder, name);
  for (const [path, code] of files) {
    const changed = changes[path]?.(code) ?? code;
    if (path in changes) expect(changed, path).not.toBe(code);
    await mkdir(dirname(join(at, path)), { recursive: true });
    await writeFile(join(at, path), changed);
  }
  await writeFile(join(at, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  // The packages that every app with a meeting has.
  await installApp(at, new Set([...installed, 'react', 'react-dom', '@tanstack/react-query']));
  return at;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
}

/** Runs an app's tests as its developer would, and returns the failed tests, and the number of passed ones. */
async function outcome(runner: Runner, at: string, ...only: string[]) {
  // The variables that this Vitest sets must not affect the inner one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|TEST|VITEST.*|JEST.*)$/.test(name)),
  );
  const said = await run(process.execPath, [...runners[runner], ...only], { cwd: at, env }).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  const text = await readFile(join(at, 'report.json'), 'utf8').catch(() => {
    throw new Error(`No report: ${said.stdout}${said.stderr}`);
  });
  const { numPassedTests, testResults } = JSON.parse(text) as Report;
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed')
    .map(({ title, failureMessages }) => `${title}: ${failureMessages.join('\n')}`);
  // A file that cannot be loaded has no failed tests.
  return {
    passed: numPassedTests,
    failed,
    files: testResults.length,
    said: numPassedTests ? '' : said.stderr,
  };
}

const asJest = { [timeTest]: (code: string) => code.replaceAll('vi.', 'jest.') };
const changesFor = { vitest: {}, jest: asJest };
const testsIn = (path: string) => files.get(path)!.match(/^it\(/gm)!.length;
const lessonTests = testsIn('src/lesson.test.tsx');
const allTests = lessonTests + testsIn(timeTest);

describe.each(['vitest', 'jest'] as const)('docs/recipes/testing.md, word for word, in %s', (runner) => {
  it('passes with the fake clock', async () => {
    const at = await app(`${runner}-fake-clock`, changesFor[runner]);
    expect(await outcome(runner, at)).toEqual({ passed: allTests, failed: [], files: 2, said: '' });
  });

  it('passes in real time', async () => {
    const setup = (code: string) => code.replace(`${runner}.setup.ts`, 'real-time.setup.ts');
    const at = await app(`${runner}-real-time`, { [configs[runner]]: setup });
    expect(await outcome(runner, at, 'src/lesson.test.tsx')).toEqual({
      passed: lessonTests,
      failed: [],
      files: 1,
      said: '',
    });
  });

  it('fails when a test expects something wrong, which shows that the tests above can fail', async () => {
    const wrong = (code: string) =>
      code.replace("expect(fake.state).toBe('joined')", "expect(fake.state).toBe('waiting-room')");
    const at = await app(`${runner}-wrong`, { ...changesFor[runner], 'src/lesson.test.tsx': wrong });
    const { passed, failed } = await outcome(runner, at);
    expect(passed).toBe(allTests - 1);
    expect(failed).toEqual([expect.stringMatching(/^joins: .*waiting-room/s)]);
  });
});

it('contains the expected number of tests', () => {
  expect(lessonTests).toBe(7);
  expect(page).toContain('write `jest` instead of `vi`');
});
