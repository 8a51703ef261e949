import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installChromium } from './install-chromium.mjs';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds the package, runs tests, and returns the report of Vitest's JSON reporter. Ends the process if a test
 * fails.
 * @param {string[]} flags The arguments for Vitest.
 * @param {Record<string, string>} [env] More environment variables.
 */
export async function recordTests(flags, env = {}) {
  const { status, report } = await runTests(flags, env);
  if (status !== 0) process.exit(status);
  return report;
}

/**
 * The same, but also returns the report if tests fail.
 * @param {string[]} flags
 * @param {Record<string, string>} [env]
 */
export async function runTests(flags, env = {}) {
  const file = `${root}/tests/.artifacts/recorded.json`;
  installPackages();
  await installChromium();
  mkdirSync(`${root}/tests/.artifacts`, { recursive: true });
  rmSync(file, { force: true });
  const built = run('npm', ['run', '--silent', 'build'], env);
  if (built !== 0) process.exit(built);
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${file}`];
  const status = run('npx', ['--no-install', 'vitest', 'run', ...reporters, ...flags], env);
  if (!existsSync(file)) process.exit(status || 1);
  return { status, report: JSON.parse(readFileSync(file, 'utf8')) };
}

function run(command, flags, env) {
  const { status } = spawnSync(command, flags, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}
