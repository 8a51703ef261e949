import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** The tests that run for each mutant. The deciding code has pure tests, which take milliseconds. */
const tests: Record<string, string[]> = {
  pure: [
    'tests/unit/retry/*.test.ts',
    'tests/unit/session/state-table/!(properties).test.ts',
    'tests/unit/session/join-details.test.ts',
    'tests/unit/sdk/standing.test.ts',
    'tests/unit/signature/signature-candidate.test.ts',
  ],
  parts: [
    'tests/unit/session/{background-work,create-commands,event-queue,fetch-candidate,join-changes,join-subject,prepare,retainers,sdk-events}.test.ts',
    'tests/unit/sdk/{page-client,page-lease,event-relay}.test.ts',
  ],
  runner: [
    'tests/unit/session/{session,session-page,sdk-join,page,prepare,time,offline,identity}.test.ts',
    'tests/component/{odd-orders,odd-commands,odd-options,options-during-a-join,hidden-and-shown,another-person,zoom-lobby}.test.tsx',
  ],
};
const part = process.env['MUTATION'] ?? 'pure';

export default defineConfig({
  resolve: {
    alias: [
      { find: /^react-zoom-meeting$/, replacement: path('src/index.ts') },
      { find: /^react-zoom-meeting\/testing$/, replacement: path('src/testing/index.ts') },
    ],
  },
  test: {
    root: path(''),
    include: tests[part] ?? [],
    // The component tests need a DOM. The unit tests declare it themselves.
    environment: part === 'runner' ? 'jsdom' : 'node',
    setupFiles: part === 'runner' ? ['tests/component/setup.ts'] : [],
    // Runs only a few random sequences, always the same.
    env: { FUZZ_RUNS: '100', FUZZ_SEED: '1' },
  },
});
