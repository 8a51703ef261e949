import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeConsumers } from './docs/compatibility.mjs';
import { installChromium } from './install-chromium.mjs';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}/tests/.artifacts/consumers.json`;
/** Names of files, to run only those. */
const only = process.argv.slice(2);

installPackages();
await installChromium();
mkdirSync(`${root}/tests/.artifacts`, { recursive: true });

const run = (command, ...flags) => {
  const { status } = spawnSync(command, flags, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
run('npm', 'run', '--silent', 'build');
run(
  'npx',
  '--no-install',
  'vitest',
  'run',
  ...['--project', 'consumers', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`],
  ...only,
);

if (only.length === 0) writeConsumers(JSON.parse(readFileSync(report, 'utf8')));
