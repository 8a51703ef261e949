import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An `@zoom/meetingsdk` on this machine. */
export interface SdkFolder {
  version: string;
  /** Its `dist` folder. */
  dist: string;
}

/** The package that code in `cwd` would import. */
export async function findInstalledSdk(cwd: string): Promise<SdkFolder | undefined> {
  let manifest: string;
  try {
    manifest = createRequire(join(cwd, 'package.json')).resolve('@zoom/meetingsdk/package.json');
  } catch {
    return undefined;
  }
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return { version, dist: join(dirname(manifest), 'dist') };
}
