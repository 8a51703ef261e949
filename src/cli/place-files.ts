import { lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliError } from './cli-io';
import { compress, compressedNames, isCompressed, uncompressedName } from './compress-files';
import type { SdkFolder } from './installed-sdk';
import { isSdkFile, requiredFiles } from './sdk-files';

/** Remembers which files are ours, so that the next run replaces only these. */
const noteName = '.zoom-sdk.json';

export interface Placement {
  /** All files of the SDK that are in the folder now. */
  files: number;
  bytes: number;
  /** How many compressed versions of these files are next to them. */
  compressed: number;
  /** How many of all these were written or replaced. */
  written: number;
}

/**
 * Writes the SDK's files into `target`. When it is run again, it writes only files that differ, and removes files that the new SDK
 * version does not have.
 * @param isCompressing Whether compressed versions are wanted. Otherwise those of an earlier run are removed, because a server
 * would send them instead of the new files.
 */
export async function placeFiles(
  { dist, version }: SdkFolder,
  target: string,
  isCompressing: boolean,
): Promise<Placement> {
  const all = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = all
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(isSdkFile)
    .sort();
  const compressed = isCompressing ? files.flatMap(compressedNames) : [];
  const wanted = [...files, ...compressed];
  const missing = requiredFiles.find((file) => !files.includes(file));
  if (missing !== undefined)
    throw new CliError(`@zoom/meetingsdk ${version}`, `must have dist/${missing}, as SDKs from 4.0.7 on do`);

  await refuseLinks(target, [noteName]);
  const ours = await readNote(target);
  await refuseLinks(target, [...wanted, ...ours]);
  const changed = await differing(wanted, dist, target);
  const foreign = changed.filter(({ exists, file }) => exists && !ours.includes(file));
  if (foreign.length > 0) {
    const names = foreign.slice(0, 3).map(({ file }) => file);
    throw new CliError(
      'DIR',
      `has files that copy-sdk did not write: ${names.join(', ')}. Delete them, or use another folder`,
    );
  }

  // Written before the files, so that the next run recognises the files of an interrupted one.
  await mkdir(target, { recursive: true });
  await writeNote(target, version, [...new Set([...ours, ...wanted])]);
  for (const { file } of changed) {
    await mkdir(dirname(join(target, file)), { recursive: true });
    const content = await readFile(join(dist, uncompressedName(file)));
    await writeFile(join(target, file), compressed.includes(file) ? await compress(file, content) : content);
  }
  for (const file of ours) if (!wanted.includes(file)) await rm(join(target, file), { force: true });
  await writeNote(target, version, wanted);

  const sizes = await Promise.all(files.map(async (file) => (await stat(join(target, file))).size));
  return {
    files: files.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    compressed: compressed.length,
    written: changed.length,
  };
}

/** A link leads outside of the folder, so the files there must not be replaced or removed. `target` may be one. */
async function refuseLinks(target: string, files: readonly string[]): Promise<void> {
  const paths = new Set(
    files.flatMap((file) => {
      const parts = file.split('/');
      return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    }),
  );
  for (const path of paths) {
    const isLink = await lstat(join(target, path)).then(
      (stats) => stats.isSymbolicLink(),
      () => false,
    );
    if (isLink) throw new CliError('DIR', `has a symbolic link in place of an SDK file: ${path}. Delete it`);
  }
}

async function differing(files: readonly string[], dist: string, target: string) {
  const changed: { file: string; exists: boolean }[] = [];
  for (const file of files) {
    const there = await readOrUndefined(join(target, file));
    if (there === undefined) changed.push({ file, exists: false });
    else if (!(await isUpToDate(file, there, dist))) changed.push({ file, exists: true });
  }
  return changed;
}

async function isUpToDate(file: string, there: Buffer, dist: string): Promise<boolean> {
  const source = uncompressedName(file);
  const content = await readFile(join(dist, source));
  return file === source ? there.equals(content) : isCompressed(file, there, content);
}

async function readOrUndefined(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR') throw new CliError('DIR', 'must be a folder, or must not exist yet');
    if (code === 'EISDIR') throw new CliError('DIR', 'has a folder with the name of an SDK file');
    throw error;
  }
}

async function readNote(target: string): Promise<string[]> {
  const text = await readOrUndefined(join(target, noteName));
  if (text === undefined) return [];
  try {
    const { files } = JSON.parse(text.toString('utf8')) as { files: string[] };
    // The listed files may be deleted, so only files of the SDK are accepted.
    return files.filter((file) => isSdkFile(uncompressedName(file)));
  } catch {
    throw new CliError(`DIR/${noteName}`, 'was not written by copy-sdk. Delete it to start over');
  }
}

async function writeNote(target: string, version: string, files: readonly string[]): Promise<void> {
  await writeFile(join(target, noteName), `${JSON.stringify({ version, files }, null, 1)}\n`);
}
