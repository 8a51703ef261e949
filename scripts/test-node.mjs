import { spawnSync } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The supported versions of Node.js. The registry's `node` package provides each of them. */
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26'];

installPackages();
const failed = versions.filter((version) => {
  const find = ['exec', '--yes', `--package=node@${version}`, '--', 'node', '-p', 'process.execPath'];
  const node = spawnSync('npm', find, { encoding: 'utf8' }).stdout.trim();
  const tests = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'component'];
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const { status } = spawnSync(node, tests, { cwd: root, stdio: 'inherit', env });
  console.log(`Node.js ${version}: ${status === 0 ? 'passed' : 'FAILED'}`);
  return status !== 0;
});
process.exitCode = failed.length;
