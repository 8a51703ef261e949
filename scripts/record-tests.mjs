import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installChromium } from './install-chromium.mjs';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds the package, runs tests, and gives the report of Vitest's JSON reporter. Ends the process if one of them fails.
 * @param {string[]} flags What Vitest is to run.
 * @param {Record<string, string>} [env] More environment variables.
 */
export async function recordTests(flags, env = {}) {
  const report = `${root}/tests/.artifacts/recorded.json`;
  installPackages();
  await installChromium();
  mkdirSync(`${root}/tests/.artifacts`, { recursive: true });
  run('npm', ['run', '--silent', 'build'], env);
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
  run('npx', ['--no-install', 'vitest', 'run', ...reporters, ...flags], env);
  return JSON.parse(readFileSync(report, 'utf8'));
}

function run(command, flags, env) {
  const { status } = spawnSync(command, flags, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}
