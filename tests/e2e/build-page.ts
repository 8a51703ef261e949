import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The folder of the page for a React version. */
export const builtPage = (reactVersion: string) => path(`.built/react-${reactVersion}`);

/** The folder into which the SDK's files are copied. */
export const sdkFiles = path('.built/zoom-sdk');

/** The hashes that `copy-sdk` wrote for them. */
export const integrityManifest = path('.built/zoom-sdk-integrity.json');

/** Builds the test page from the published package (`dist`) with one of the two React versions. */
export const buildPage = (reactVersion: string): Promise<void> =>
  buildPages(path('page'), ['index', 'conformance'], builtPage(reactVersion), reactVersion);

/** Builds pages of a folder in the same way, by name. */
export async function buildPages(
  root: string,
  names: string[],
  outDir: string,
  reactVersion: string,
): Promise<void> {
  const reactAlias =
    reactVersion === '18'
      ? [
          { find: /^react(\/.*)?$/, replacement: 'react-18$1' },
          { find: /^react-dom(\/.*)?$/, replacement: 'react-dom-18$1' },
        ]
      : [];
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [react()],
    resolve: {
      alias: [
        ...reactAlias,
        { find: /^react-zoom-meeting$/, replacement: path('../../dist/index.js') },
        { find: /^react-zoom-meeting\/testing$/, replacement: path('../../dist/testing.js') },
        { find: /^react-zoom-meeting\/styles\.css$/, replacement: path('../../dist/styles.css') },
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: names.map((name) => join(root, `${name}.html`)) },
    },
  });
}
