import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeSdkVersions } from './docs/compatibility.mjs';
import { installChromium } from './install-chromium.mjs';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}/tests/.artifacts/sdks.json`;
/** A part of the tests' names, to run only those, e.g. 5.1.4. */
const [only] = process.argv.slice(2);

installPackages();
await installChromium();
mkdirSync(`${root}/tests/.artifacts`, { recursive: true });

const run = (command, ...flags) => {
  const { status } = spawnSync(command, flags, { cwd: root, stdio: 'inherit' });
  return status ?? 1;
};
const built = run('npm', 'run', '--silent', 'build');
if (built !== 0) process.exit(built);
const status = run(
  'npx',
  '--no-install',
  'vitest',
  'run',
  ...['--project', 'sdks', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`],
  ...(only === undefined ? [] : ['-t', only]),
);
if (status === 0 && only === undefined) writeSdkVersions(JSON.parse(readFileSync(report, 'utf8')));
process.exit(status);
