import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CliError } from './cli-io';
import { scriptFiles } from './sdk-files';

/** Writes the hashes of the scripts in a folder, as `scriptSdk({ integrity })` takes them: by the name of the file. */
export async function writeIntegrityManifest(folder: string, manifest: string): Promise<void> {
  await refuseOtherFile(manifest);
  const entries = await Promise.all(
    scriptFiles.map(async (file) => {
      const content = await readFile(join(folder, file));
      return [basename(file), `sha384-${createHash('sha384').update(content).digest('base64')}`] as const;
    }),
  );
  await mkdir(dirname(manifest), { recursive: true });
  await writeFile(manifest, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

/** Stops at a file that is not a manifest, such as `package.json`. */
export async function refuseOtherFile(manifest: string): Promise<void> {
  let text: string;
  try {
    text = await readFile(manifest, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new CliError(
      '--integrity',
      `must be a file that can be read and written (${code ?? 'unknown error'})`,
    );
  }
  if (!isManifest(text))
    throw new CliError('--integrity', 'must be a new file, or one that copy-sdk has written');
}

function isManifest(text: string): boolean {
  try {
    const hashes = Object.values(JSON.parse(text) as object);
    return hashes.length > 0 && hashes.every((hash) => /^sha384-[\w+/]{64}$/.test(String(hash)));
  } catch {
    return false;
  }
}
