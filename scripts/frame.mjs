import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeFrame } from './docs/frame.mjs';
import { installChromium } from './install-chromium.mjs';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}/tests/.artifacts/frame.json`;

installPackages();
await installChromium();
mkdirSync(`${root}/tests/.artifacts`, { recursive: true });

const run = (command, ...flags) => {
  const env = { ...process.env, FRAME: 'whole' };
  const { status } = spawnSync(command, flags, { cwd: root, stdio: 'inherit', env });
  return status ?? 1;
};
const built = run('npm', 'run', '--silent', 'build');
if (built !== 0) process.exit(built);
const status = run(
  'npx',
  '--no-install',
  'vitest',
  'run',
  ...['--project', 'e2e-react-19', 'tests/e2e/frame.e2e.ts'],
  ...['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`],
);
if (status === 0) writeFrame(JSON.parse(readFileSync(report, 'utf8')));
process.exit(status);
