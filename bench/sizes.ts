import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

/** What an app imports for a purpose: names by module. */
type Imports = Readonly<Record<string, readonly string[]>>;

/** A library for meetings in React, with what stands next to ours. */
export interface Product {
  name: string;
  /** Its packages, which npm installs. */
  packages: readonly string[];
  /** The packages that are its SDK without React. */
  sdk: readonly string[];
  /** Packages that it imports for more than meetings, which are left out. */
  more?: readonly string[];
  /** In the order of the table. `undefined`: it has none. */
  imports: readonly (Imports | undefined)[];
}

/** In bytes, with gzip. */
export interface Sizes {
  products: {
    name: string;
    versions: Record<string, string>;
    sizes: ({ imports: string[]; bytes: number } | null)[];
    sdk: number;
  }[];
  own: { name: string; alone: number; added: number }[];
}

/** Uses packages in a new folder, where npm installs them. */
export async function inFolderWith<Result>(
  packages: readonly string[],
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sizes-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    // Their scripts and their peers are not needed to bundle them.
    const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', ...flags, ...packages], { cwd: folder, stdio: 'inherit' });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function installedVersion(folder: string, name: string): string {
  const file = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

/**
 * How many bytes of JavaScript, with gzip, these imports are in an app, besides React and what is outside. What is loaded on demand
 * does not count.
 */
export async function bundledSize(
  folder: string,
  imports: Imports,
  outside: readonly string[],
): Promise<number> {
  const lines = Object.entries(imports).map(
    ([module, names]) => `export ${names[0] === '*' ? '*' : `{ ${names.join(', ')} }`} from '${module}';`,
  );
  const { outputFiles, metafile, warnings } = await build({
    stdin: { contents: lines.join('\n'), resolveDir: folder, loader: 'js' },
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outdir: join(folder, 'out'),
    absWorkingDir: folder,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    loader: Object.fromEntries(['svg', 'png', 'woff', 'woff2', 'wasm'].map((type) => [`.${type}`, 'empty'])),
    plugins: [leaveOut(['react', 'react-dom', 'scheduler', ...outside])],
  });
  const missing = warnings.find(({ id }) => id === 'import-is-undefined');
  if (missing) throw new Error(missing.text);
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind } of metafile.outputs[file]?.imports ?? []) {
      if (kind === 'import-statement') load(path);
    }
  };
  load(Object.keys(metafile.outputs).find((file) => metafile.outputs[file]!.entryPoint === '<stdin>')!);
  return outputFiles
    .filter(({ path }) => path.endsWith('.js') && loaded.has(relative(folder, path)))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

/** Leaves out these packages, with everything in them, and the modules of Node.js for which there is no package. */
const leaveOut = (packages: readonly string[]): Plugin => ({
  name: 'leave out',
  setup({ onResolve, resolve }) {
    const names = packages.map((name) => name.replaceAll('/', '\\/')).join('|');
    onResolve({ filter: new RegExp(`^(${names})(\\/|$)`) }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    }));
    onResolve({ filter: new RegExp(`^(node:)?(${builtinModules.join('|')})$`) }, async (asked) => {
      if (asked.pluginData === 'resolving') return undefined;
      const { kind, resolveDir, importer } = asked;
      const found = await resolve(asked.path, { kind, resolveDir, importer, pluginData: 'resolving' });
      return found.errors.length > 0 ? { path: asked.path, external: true } : undefined;
    });
  },
});
