import { rmSync } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { defineConfig } from 'tsup';
import { bundledLicences } from './scripts/bundled-licences';

// Not tsup's `clean`, because the builds run concurrently, and each would delete the other's output.
rmSync('dist', { recursive: true, force: true });

/** Keeps the components and hooks in a separate file, the only one with 'use client'. */
const clientApart: Plugin = {
  name: 'client-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/client$/ }, () => ({
      path: `./client${build.initialOptions.outExtension?.['.js'] ?? '.js'}`,
      external: true,
      sideEffects: false,
    }));
  },
};

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      client: 'src/client.ts',
      testing: 'src/testing/index.ts',
      // It is an entry of its own, because it would otherwise share a chunk with the diagnosis, and load it with
      // every bundle.
      'decode-signature': 'src/signature/decode-signature.ts',
    },
    format: ['esm', 'cjs'],
    dts: { entry: { index: 'src/index.ts', testing: 'src/testing/index.ts' } },
    // The diagnosis of a refused signature is a chunk of its own.
    splitting: true,
    target: 'es2022',
    platform: 'browser',
    // Inlines constants, which an app's minifier can no longer do.
    esbuildOptions(options) {
      options.minifySyntax = true;
      // The app's bundler decides. esbuild would insert "development".
      options.define = { ...options.define, 'process.env.NODE_ENV': 'process.env.NODE_ENV' };
    },
    external: ['react', 'react-dom', '@tanstack/react-query', '@zoom/meetingsdk'],
    esbuildPlugins: [clientApart],
    onSuccess: async () => {
      await copyFile('src/react/styles.css', 'dist/styles.css');
      for (const ending of ['d.ts', 'd.cts']) {
        await copyFile('src/react/styles.css.d.ts', `dist/styles.css.${ending}`);
      }
      // Nothing imports the entry, only its chunk.
      for (const ending of ['js', 'cjs']) await rm(`dist/decode-signature.${ending}`);
      // The directive must come before the helpers of the CommonJS file.
      await writeFile('dist/client.cjs', `'use client';\n${await readFile('dist/client.cjs', 'utf8')}`);
    },
  },
  {
    entry: { server: 'src/server/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
    platform: 'neutral',
  },
  {
    // Browsers receive these files as `./server`, see `exports` in package.json.
    entry: {
      'server-must-not-be-imported-by-a-browser': 'src/server/in-browser.ts',
      'server-in-browser-development': 'src/server/in-browser-development.ts',
    },
    // An import that deliberately cannot be resolved.
    external: [/^\.\/react-zoom-meeting\/server /],
    splitting: false,
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'browser',
  },
  {
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    minify: true,
    esbuildPlugins: [bundledLicences],
    // Packages that only the command line needs are bundled, so that an app does not install them. Some of them
    // are CommonJS.
    banner: {
      js: [
        '#!/usr/bin/env node',
        "import { createRequire as requireFrom } from 'node:module';",
        'const require = requireFrom(import.meta.url);',
      ].join('\n'),
    },
  },
]);
