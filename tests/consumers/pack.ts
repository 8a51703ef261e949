import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packedTarball } from '../packed-tarball';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packed package, as in the registry. */
    tarball: string;
  }
}

/** Packs the package once for all files of tests. `dist` has to be built. */
export default async function pack({ provide }: TestProject): Promise<() => Promise<void>> {
  // A folder of its own: package managers cache a tarball by its path.
  const folder = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-tarball-'));
  provide('tarball', await packedTarball(folder));
  return () => rm(folder, { recursive: true, force: true });
}
