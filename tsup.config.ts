import { rmSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';
import { writeBundledLicences } from './scripts/bundled-licences';

// Not tsup's `clean`: the builds run at once, and each would delete what another has written.
rmSync('dist', { recursive: true, force: true });

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      testing: 'src/testing/index.ts',
      // An entry, or it would share a chunk with the diagnosis, and bring that into every bundle at once.
      'decode-signature': 'src/signature/decode-signature.ts',
    },
    format: ['esm', 'cjs'],
    dts: { entry: { index: 'src/index.ts', testing: 'src/testing/index.ts' } },
    // The diagnosis of a refused signature is a chunk of its own.
    splitting: true,
    target: 'es2022',
    platform: 'browser',
    // Puts constants in their places, which an app's minifier no longer can.
    esbuildOptions(options) {
      options.minifySyntax = true;
      // The app's bundler decides; esbuild would write "development" in.
      options.define = { ...options.define, 'process.env.NODE_ENV': 'process.env.NODE_ENV' };
    },
    external: ['react', 'react-dom', '@tanstack/react-query', '@zoom/meetingsdk'],
    onSuccess: async () => {
      await copyFile('src/react/styles.css', 'dist/styles.css');
      // Bundling drops the directive, and a banner is not the first statement of the CommonJS file.
      for (const file of ['dist/index.js', 'dist/index.cjs']) {
        await writeFile(file, `'use client';\n${await readFile(file, 'utf8')}`);
      }
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
    // A browser gets these under the name of `./server`, see `exports` in package.json.
    entry: {
      'server-must-not-be-imported-by-a-browser': 'src/server/in-browser.ts',
      'server-in-browser-development': 'src/server/in-browser-development.ts',
    },
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
    metafile: true,
    onSuccess: () => writeBundledLicences('dist/metafile-esm.json', 'dist/cli.licenses.txt'),
    // What only the command line needs is bundled, so that an app does not install it. Some of it is CommonJS.
    banner: {
      js: [
        '#!/usr/bin/env node',
        "import { createRequire as requireFrom } from 'node:module';",
        'const require = requireFrom(import.meta.url);',
      ].join('\n'),
    },
  },
]);
