import { rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

// Not tsup's `clean`: the builds run at once, and each would delete what another has written.
rmSync('dist', { recursive: true, force: true });

export default defineConfig([
  {
    entry: { index: 'src/index.ts', testing: 'src/testing/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    // The diagnosis of a refused signature is a chunk of its own.
    splitting: true,
    target: 'es2022',
    platform: 'browser',
    // Bundling drops the directive from the files; every entry with hooks in it needs it.
    banner: { js: "'use client';" },
    external: ['react', 'react-dom', '@tanstack/react-query', '@zoom/meetingsdk'],
    onSuccess: () => copyFile('src/react/styles.css', 'dist/styles.css'),
  },
  {
    entry: { server: 'src/server/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
    platform: 'neutral',
  },
  {
    // A browser gets this one under the name of `./server`, see `exports` in package.json.
    entry: { 'server-in-browser': 'src/server/in-browser.ts' },
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'browser',
  },
]);
