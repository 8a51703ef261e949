import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packedTarball } from '../packed-tarball';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packed package, as published. */
    tarball: string;
  }
}

/** Packs the package once for all test files. `dist` must be built. */
export default async function pack({ provide }: TestProject): Promise<() => Promise<void>> {
  // A new folder, because package managers cache a tarball by its path.
  const folder = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-tarball-'));
  provide('tarball', await packedTarball(folder));
  return () => rm(folder, { recursive: true, force: true });
}
