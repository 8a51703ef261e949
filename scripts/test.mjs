import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installChromium } from './install-chromium.mjs';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const artifacts = `${root}/tests/.artifacts`;

installPackages();
try {
  await installChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;
/** Those that passed at the second try only. */
const flaky = [];

/** A check that passes or fails as one. */
function check(title, script) {
  console.log(`\n— ${title}`);
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  if (status === 0) passed += 1;
  else failed += 1;
  return status === 0;
}

/** A Vitest run, counted by its tests. */
function tests(title, ...projects) {
  console.log(`\n— ${title}`);
  const report = `${artifacts}/${projects.join('-')}.json`;
  const flags = projects.flatMap((project) => ['--project', project]);
  const { status } = spawnSync(
    'npx',
    [
      '--no-install',
      'vitest',
      'run',
      ...flags,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  passed += counts?.numPassedTests ?? 0;
  skipped += (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0);
  for (const { fullName, status, failureMessages } of counts?.testResults.flatMap(
    ({ assertionResults }) => assertionResults,
  ) ?? []) {
    if (status === 'passed' && failureMessages.length) flaky.push(`${fullName}: ${failureMessages[0]}`);
  }
  const failures = counts?.numFailedTests ?? 0;
  // A file that cannot be loaded, or an unhandled error, fails the run without failing a test.
  failed += status === 0 ? failures : Math.max(1, failures);
}

check('types', 'typecheck');
check('lint', 'lint');
check('unused code', 'unused');
tests('unit and component tests', 'unit', 'component');
tests('stories, with axe, in Chromium', 'stories');
tests('screenshots of the panels', 'screenshots');
if (check('build', 'build')) {
  check('package: publint', 'check:publint');
  check('package: are the types wrong', 'check:types');
  check('package: the command line runs', 'check:cli');
  check('package: size', 'size');
  tests('the recipe for tests, in Vitest and Jest, with the package as published', 'packed');
  tests('the real SDK in Chromium, React 19', 'e2e-react-19');
  tests('the real SDK in Chromium, React 18.2', 'e2e-react-18');
}

for (const line of flaky) console.log(`\nPassed at the second try: ${line}`);
const more = [
  [skipped, 'skipped'],
  [flaky.length, 'of the passed at the second try'],
].flatMap(([count, what]) => (count ? `, ${count} ${what}` : ''));
console.log(`\n${passed} passed, ${failed} failed${more.join('')}`);
process.exit(failed ? 1 : 0);
