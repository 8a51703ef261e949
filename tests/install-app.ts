import { readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from 'tar';
import { packedTarball } from './packed-tarball';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The fields of a package.json that the tests read. */
export interface Manifest {
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  bin?: string | Record<string, string>;
  types?: string;
}

/** The package.json of a folder. */
export const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/**
 * Does the same as `npm install` in an app's folder: installs our published package (`dist` must be built), and of
 * all other packages only the named ones, from our own node_modules.
 */
export async function installApp(app: string, names: Iterable<string>): Promise<void> {
  const modules = join(app, 'node_modules');
  const ours = join(modules, 'react-zoom-meeting');
  await mkdir(ours, { recursive: true });
  await extract({ file: await packedTarball(app), cwd: ours, strip: 1 });

  for (const name of names) {
    if (name === 'react-zoom-meeting') continue;
    const from = join(root, 'node_modules', name);
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(from, join(modules, name));
    const { bin = {} } = manifestOf(from);
    for (const command of typeof bin === 'string' ? [name] : Object.keys(bin)) {
      await mkdir(join(modules, '.bin'), { recursive: true });
      await symlink(join(root, 'node_modules/.bin', command), join(modules, '.bin', command));
    }
  }
}
