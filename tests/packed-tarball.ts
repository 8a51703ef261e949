import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The package as it is published. `npm test` packs it once, because package.json is another one while npm packs; a test
 * that runs alone packs `dist` as it is.
 *
 * @param folder Where the tarball goes then.
 */
export async function packedTarball(folder: string): Promise<string> {
  const { PACKED_TARBALL: tarball } = process.env;
  if (tarball) return tarball;
  const { stdout } = await promisify(execFile)('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    env: { ...process.env, PACK_WITHOUT_BUILD: '1' },
  });
  return join(folder, stdout.trim());
}
