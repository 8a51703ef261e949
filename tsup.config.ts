import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', testing: 'src/testing/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    clean: true,
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
    external: ['jose'],
  },
]);
