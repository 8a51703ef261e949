import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

/** The versions of Node.js that are supported. The registry's package `node` brings each of them. */
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26'];

installPackages();
const failed = versions.filter((version) => {
  const vitest = [
    'node',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    '--project',
    'component',
  ];
  const { status } = spawnSync('npm', ['exec', '--yes', `--package=node@${version}`, '--', ...vitest], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
  });
  console.log(`Node.js ${version}: ${status === 0 ? 'passed' : 'FAILED'}`);
  return status !== 0;
});
process.exitCode = failed.length;
