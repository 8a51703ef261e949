import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installChromium } from './install-chromium.mjs';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const artifacts = `${root}/tests/.artifacts`;
// vitest.config.ts lists what the nightly run adds.
if (process.argv.includes('--nightly')) process.env.NIGHTLY = '1';

installPackages();
try {
  await installChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
/** Every test with its duration in ms. */
const durations = [];
/** The failed checks and tests. They are printed at the end, where a log that is cut off still shows them. */
const failures = [];

/** Runs a command, prints its output when it ends, and returns the output and the exit code. */
function run(title, command, args) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = [];
    child.stdout.on('data', (chunk) => printed.push(chunk));
    child.stderr.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => printed.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      const output = Buffer.concat(printed).toString();
      console.log(`\n— ${title} (${seconds} s)\n${output}`);
      resolve({ code, output });
    });
  });
}

/** A check that passes or fails as a whole. */
async function check(title, command, args) {
  const isPassed = (await run(title, command, args)).code === 0;
  total[isPassed ? 'passed' : 'failed'] += 1;
  if (!isPassed) failures.push(title);
  return isPassed;
}

/** A script from package.json, as a check. */
const script = (title, name) => check(title, 'npm', ['run', '--silent', name]);

/** The first lines: a message may contain a whole page. */
const startOf = (text) => text.split('\n').slice(0, 15).join('\n');

/** The headings in Vitest's output above errors that belong to no test. */
const vitestErrors = /Unhandled Errors|Failed Suites/;

/** A Vitest run whose tests are counted. */
async function tests(title, ...projects) {
  const report = `${artifacts}/${projects.join('-')}.json`;
  const { code, output } = await run(title, process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  total.passed += counts?.numPassedTests ?? 0;
  total.skipped += (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0);
  for (const { assertionResults } of counts?.testResults ?? [])
    for (const { fullName, duration = 0, status, failureMessages } of assertionResults) {
      durations.push({ fullName, duration, title });
      if (status === 'failed')
        failures.push(`${fullName} (${title})\n${startOf(failureMessages.join('\n'))}`);
    }
  const failed = counts?.numFailedTests ?? 0;
  // A file that cannot be loaded, or an unhandled error, fails the run without a failed test.
  if (code !== 0 && failed === 0)
    failures.push(`${title}\n${startOf(output.slice(Math.max(0, output.search(vitestErrors))))}`);
  total.failed += code === 0 ? failed : Math.max(1, failed);
}

/**
 * Builds the package, and packs it once for all checks that install it, because package.json is different while
 * npm packs.
 */
async function pack() {
  const isPacked = await check('build and pack', 'npm', [
    'pack',
    '--silent',
    '--pack-destination',
    artifacts,
  ]);
  const tarball = readdirSync(artifacts).find((name) => name.endsWith('.tgz'));
  if (tarball) process.env.PACKED_TARBALL = `${artifacts}/${tarball}`;
  return isPacked;
}

/** The checks that run the published package. */
async function published() {
  await script('package: publint', 'check:publint');
  await check('package: are the types wrong', 'npx', ['--no-install', 'attw', process.env.PACKED_TARBALL]);
  await script('package: the command line runs', 'check:cli');
  await script('package: size', 'size');
  await tests('the package as it is published', 'packed');
  await tests('the quick start, in a fresh folder outside the repository', 'quick-start');
}

/** The checks that need no build. */
async function source() {
  await script('types', 'typecheck');
  await script('lint', 'lint');
  await script('unused code', 'unused');
  await tests('unit and component tests', 'unit', 'component');
  await tests('stories, with axe, in Chromium', 'stories');
  await tests('screenshots of the panels', 'screenshots');
}

const isPacked = await pack();
if (isPacked) await published();
await source();
// Runs alone: its pages keep two cores busy, and in parallel with other checks they sometimes run into timeouts.
if (isPacked) await tests('the real SDK in Chromium, React 19 and 18.2', 'e2e-react-19', 'e2e-react-18');

console.log('\nThe ten slowest tests:');
for (const { fullName, duration, title } of durations.sort((a, b) => b.duration - a.duration).slice(0, 10))
  console.log(`${(duration / 1000).toFixed(1).padStart(6)} s  ${fullName} (${title})`);
console.log(`\n${Math.round(performance.now() / 1000)} s in all`);
for (const failure of failures) console.log(`\nFailed: ${failure}`);
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed ? 1 : 0);
