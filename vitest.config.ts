import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/find-chromium.mjs';

const src = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const alias = [
  { find: /^react-zoom-meeting$/, replacement: src('index.ts') },
  { find: /^react-zoom-meeting\/server$/, replacement: src('server/index.ts') },
  { find: /^react-zoom-meeting\/testing$/, replacement: src('testing/index.ts') },
];

/** One end-to-end project a React version: the same tests, on a page built with that version. */
const endToEnd = (react: '18' | '19') => ({
  resolve: { alias },
  test: {
    name: `e2e-react-${react}`,
    include: ['tests/e2e/**/*.e2e.ts'],
    // The demo has one React, the newest; the conformance pages have none but the SDK's.
    exclude: react === '18' ? ['tests/e2e/demo.e2e.ts', 'tests/e2e/conformance.e2e.ts'] : [],
    environment: 'node',
    env: { REACT: react },
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // The machine may be slow for a moment; a test that fails twice is wrong.
    retry: 1,
    fileParallelism: false,
    maxConcurrency: 4,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // Those that say `concurrent` wait for the doctor, which waits between its calls.
          maxConcurrency: 25,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/component/setup.ts'],
        },
      },
      {
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('./.storybook', import.meta.url)) })],
        test: {
          name: 'stories',
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      endToEnd('19'),
      endToEnd('18'),
    ],
  },
});
