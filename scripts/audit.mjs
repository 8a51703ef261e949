/**
 * Asks npm's registry for known vulnerabilities in what is published: the packages that the command line bundles,
 * and those that npm installs with this package. Needs the built package.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const manifest = readJson('package.json');
const { peerDependenciesMeta, devDependencies } = manifest;
const licences = readFileSync(join(root, 'dist/cli.licenses.txt'), 'utf8');
const bundled = [...licences.matchAll(/^(\S+) \d\S* \(.+\)$/gm)].map(([, name]) => name);
const peers = Object.keys(manifest.peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
const published = [...bundled, ...peers].map((name) => {
  if (!devDependencies[name]) throw new Error(`${name} is published, and no devDependency.`);
  return [name, devDependencies[name]];
});

/** An app whose only dependencies are these packages, in the versions of the lockfile. */
const app = {
  name: 'published',
  version: '0.0.0',
  dependencies: { ...manifest.dependencies, ...Object.fromEntries(published) },
};
const lock = readJson('package-lock.json');
lock.packages[''] = app;

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
try {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(app));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  console.log(`Published: ${published.map((one) => one.join(' ')).join(', ')}, and what they depend on.`);
  // Removes from the lockfile what only the repository needs.
  run('prune', '--package-lock-only', '--offline', '--silent');
  // The repository's settings turn audits off.
  run('audit', '--audit', '--package-lock-only');
} finally {
  rmSync(folder, { recursive: true });
}

function run(...flags) {
  const { status } = spawnSync('npm', flags, { cwd: folder, stdio: 'inherit' });
  process.exitCode ||= status ?? 1;
}
