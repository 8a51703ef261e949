import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { isSdkFile } from '../../src/cli/sdk-files';
import { testedSdkVersions } from '../../src/sdk/tested-versions';

const run = promisify(execFile);

/**
 * The versions, each in a folder of that name, laid out for `scriptSdk({ baseUrl })`. They are not in the
 * repository.
 */
export const sdksFolder = fileURLToPath(new URL('../../node_modules/.cache/zoom-sdk', import.meta.url));

/** The types that Zoom publishes with a version. */
export const typesOf = (version: string) => join(sdksFolder, version, 'embedded.d.ts');

/** The versions for the scenarios: the tested ones, or the one that `npm run try-sdk` tries. */
export const sdkVersions: readonly string[] = process.env['TRY_SDK']
  ? [process.env['TRY_SDK']]
  : testedSdkVersions;

/** Downloads missing versions into the cache with npm. */
export default async function fetchSdks(): Promise<void> {
  for (const version of sdkVersions) await fetchSdk(version);
}

export async function fetchSdk(version: string): Promise<void> {
  const folder = join(sdksFolder, version);
  if (existsSync(typesOf(version))) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  try {
    const { stdout } = await run('npm', ['pack', '--json', `@zoom/meetingsdk@${version}`], {
      cwd: unfinished,
    });
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
    const file = join(unfinished, filename);
    await extract({
      file,
      cwd: unfinished,
      strip: 2,
      filter: (path) => isSdkFile(path.replace(/^package\/dist\//, '')),
    });
    await extract({ file, cwd: unfinished, strip: 1 }, ['package/embedded.d.ts']);
    await rm(file);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
