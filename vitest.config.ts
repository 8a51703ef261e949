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
  { find: /^react-zoom-meeting\/styles\.css$/, replacement: src('react/styles.css') },
];

/** These tests have their own React, or none. */
const onOneReact = [
  'app',
  'canaries',
  'client',
  'conformance',
  'csp',
  'demo',
  'fault-table',
  'frame',
  'isolation',
  'storybook',
  'unbundled',
];
/** These test the code below the components. The nightly run also runs them on the older React. */
const belowReact = ['commands', 'page-costs', 'refusals', 'script-sdk', 'server', 'signature', 'ways-in'];
/**
 * These mostly wait for timeouts of the SDK. Only a new SDK version, or a change to the stand-in, changes their
 * results.
 */
const slow = ['client', 'fault-table'];
const isNightly = process.env['NIGHTLY'] !== undefined;
const leftOut = {
  '18': isNightly ? onOneReact : [...onOneReact, ...belowReact],
  '19': isNightly ? [] : slow,
};

/** One end-to-end project for each React version: the same tests, on a page built with that version. */
const endToEnd = (react: '18' | '19') => ({
  resolve: { alias },
  test: {
    name: `e2e-react-${react}`,
    include: ['tests/e2e/**/*.e2e.ts'],
    exclude: leftOut[react].map((name) => `tests/e2e/${name}.e2e.ts`),
    environment: 'node',
    env: { REACT: react },
    globalSetup: ['tests/e2e/build-pages.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Tests mostly wait in real time, so several files with several pages each share two cores.
    maxWorkers: 3,
    maxConcurrency: 6,
    expect: { poll: { timeout: 20_000 } },
  },
});

/** Apps in fresh folders that follow the docs, with the package as it is published. */
const consumers = (name: string, include: string[]) => ({
  test: {
    name,
    include,
    environment: 'node',
    globalSetup: ['tests/consumers/pack.ts'],
    // These tests install packages and build apps.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});

/** Tests of several versions of the SDK, which npm downloads. */
const sdks = (name: string, include: string[]) => ({
  resolve: { alias },
  test: {
    name,
    include,
    environment: 'node',
    env: { REACT: '19' },
    globalSetup: ['tests/e2e/build-pages.ts', 'tests/sdks/fetch-sdks.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxConcurrency: 6,
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
          // A busy machine can take seconds for a session in virtual time.
          testTimeout: 60_000,
          // Tests marked `concurrent` wait for the doctor, which waits between its calls.
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
          testTimeout: 60_000,
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
      {
        resolve: { alias },
        test: {
          name: 'screenshots',
          include: ['tests/screenshots/**/*.test.tsx'],
          attachmentsDir: 'tests/.artifacts/attachments',
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false,
            expect: {
              toMatchScreenshot: {
                // One set of pictures for every machine. The font is ours. Chromium and its headless shell render
                // the edges of up to 0.001 of the pixels differently.
                resolveScreenshotPath: ({ root, arg, ext }) =>
                  `${root}/tests/screenshots/expected/${arg}${ext}`,
                resolveDiffPath: ({ root, arg, ext }) => `${root}/tests/.artifacts/screenshots/${arg}${ext}`,
                comparatorOptions: { threshold: 0.2, allowedMismatchedPixelRatio: 0.0012 },
              },
            },
          },
        },
      },
      {
        test: {
          name: 'packed',
          include: ['tests/packed/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      consumers('quick-start', ['tests/consumers/quick-start.test.ts']),
      consumers('consumers', ['tests/consumers/**/*.test.ts']),
      sdks('sdks', ['tests/sdks/**/*.test.ts']),
      sdks('try-sdk', ['tests/sdks/sdks.test.ts', 'tests/sdks/*.try.ts']),
      {
        resolve: { alias },
        test: {
          name: 'browsers',
          include: ['tests/browsers/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/browsers/build-pages.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'bench',
          include: ['bench/**/*.bench.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['bench/build-apps.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
          // Anything that runs at the same time would be measured as well.
          fileParallelism: false,
        },
      },
      endToEnd('19'),
      endToEnd('18'),
      {
        resolve: { alias },
        test: {
          ...endToEnd('19').test,
          name: 'fuzz-real',
          include: ['tests/e2e/random/*.fuzz.ts'],
          exclude: [],
        },
      },
    ],
  },
});
