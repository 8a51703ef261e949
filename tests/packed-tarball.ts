import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The published package. `npm test` packs it once, because package.json is different while npm packs; a test that
 * runs alone packs the existing `dist`.
 * @param folder The folder of the tarball in this case.
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
