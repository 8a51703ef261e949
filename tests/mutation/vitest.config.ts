import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const src = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

/** The tests that mutants are tried with: those of the core, with few random sequences. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^react-zoom-meeting$/, replacement: src('index.ts') },
      { find: /^react-zoom-meeting\/testing$/, replacement: src('testing/index.ts') },
    ],
  },
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: [
      'tests/unit/{retry,sdk,session}/**/*.test.ts',
      ...(process.env['MUTATION'] === 'runner' ? ['tests/component/odd-orders.test.tsx'] : []),
    ],
    // About the page around the SDK, which is no target; it needs a document of its own.
    exclude: ['tests/unit/sdk/warn-without-isolation.test.ts'],
    setupFiles: process.env['MUTATION'] === 'runner' ? ['tests/component/setup.ts'] : [],
    env: { FUZZ_RUNS: '200', FUZZ_SEED: '1' },
  },
});
