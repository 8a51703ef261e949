import process from 'node:process';

const parts = {
  /** The modules that make the decisions. */
  pure: {
    mutate: [
      'src/retry/*.ts',
      'src/session/{state-table,connection,preparing,failing,leaving,steps,join-details}.ts',
      'src/sdk/standing.ts',
      'src/signature/signature-candidate.ts',
    ],
    atLeast: 97,
  },
  /** The parts of a session, and the lease on the page. Each has its own unit tests. */
  parts: {
    mutate: [
      'src/session/{background-work,create-commands,event-queue,fetch-candidate,join-changes,join-subject,retainers,sdk-events,signature-prefetch}.ts',
      'src/sdk/{page-lease,page-client,event-relay}.ts',
    ],
    atLeast: 90,
  },
  /**
   * The code that runs the effects. Most of its tests are whole sessions on the fake, which take seconds for each
   * change.
   */
  runner: {
    mutate: ['src/session/{session,sdk-join,session-page}.ts'],
    atLeast: 90,
  },
};
const name = process.env['MUTATION'] ?? 'pure';
const { mutate, atLeast } = parts[name];
process.env['MUTATION'] = name;

/** `npm run mutation` runs it for each part. */
export default {
  mutate,
  thresholds: { high: 100, low: atLeast, break: atLeast },
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env['MUTATION_CONCURRENCY'] ?? 2),
  ignorePatterns: [
    '/docs',
    '/examples',
    '/stories',
    '/dist',
    '/storybook-static',
    '/tests/screenshots',
    '/tests/e2e',
  ],
  tempDirName: 'tests/.artifacts/mutation',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `tests/.artifacts/mutation-${name}.json` },
  allowConsoleColors: false,
};
