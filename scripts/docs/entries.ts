import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** An entry of the package that contains code. */
export interface Entry {
  /** The path of its source, from the root. */
  path: string;
  /** The name that an app imports. */
  specifier: string;
}

const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  name: string;
  exports: Record<string, unknown>;
};

export const entries: readonly Entry[] = Object.keys(manifest.exports)
  .filter((key) => !/\.\w+$/.test(key))
  .map((key) => ({
    path: `src${key.slice(1)}/index.ts`,
    specifier: `${manifest.name}${key.slice(1)}`,
  }));
