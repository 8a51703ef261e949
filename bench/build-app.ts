import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The apps that are built. `lobby` is this library with a lobby. */
export const builtApps = ['ours', 'lobby', 'rival'] as const;
export type BuiltApp = (typeof builtApps)[number];

/** The build folder of an app. */
export const builtApp = (app: BuiltApp) => path(`.built/${app}`);

/**
 * Builds an app for production, with the published package (`dist`). Both apps are on React 18, which the usual
 * code needs. React is in a separate file.
 * @param write Whether to write the files to the build folder. This removes the compressed files, which the pages need.
 * @returns The app's scripts.
 */
export async function buildApp(app: BuiltApp, write = false): Promise<Rolldown.OutputChunk[]> {
  const { output } = (await build({
    configFile: false,
    mode: 'production',
    base: './',
    root: path(`apps/${app}`),
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Vite would otherwise treat the code of a test run as development.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    resolve: {
      alias: [
        { find: /^react(\/.*)?$/, replacement: 'react-18$1' },
        { find: /^react-dom(\/.*)?$/, replacement: 'react-dom-18$1' },
        { find: /^react-zoom-meeting$/, replacement: path('../dist/index.js') },
        { find: /^react-zoom-meeting\/styles\.css$/, replacement: path('../dist/styles.css') },
      ],
    },
    build: {
      write,
      outDir: builtApp(app),
      emptyOutDir: true,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules\/(react-18|react-dom-18|scheduler|react|react-dom)\// },
            ],
          },
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  return output.filter((file) => file.type === 'chunk');
}

/** How many bytes of JavaScript (gzip) the page fetches before anyone joins, without React. */
export function firstLoad(chunks: readonly Rolldown.OutputChunk[]): number {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    byName.get(name)?.imports.forEach(load);
  };
  for (const { fileName, isEntry } of chunks) if (isEntry) load(fileName);
  const sizes = [...loaded]
    .filter((name) => byName.get(name)?.name !== 'react')
    .map((name) => gzipSync(byName.get(name)!.code, { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}
