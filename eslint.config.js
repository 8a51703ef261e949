import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The folders from the bottom up: each may import only those before it. */
const rooms = ['errors', 'languages', 'signature', 'retry', 'sdk', 'session', 'meeting', 'devices', 'react'];
const noArrowsUp = rooms.slice(0, -1).map((room, index) => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // The exception is a type: an error contains the findings of a signature.
            group: [
              ...[...rooms.slice(index + 1), 'cli'].map((above) => `**/${above}/*`),
              'react',
              'react-dom',
              'react-dom/*',
            ].filter((pattern) => !(room === 'errors' && pattern.includes('signature'))),
            message: 'This import points up. See ARCHITECTURE.md.',
          },
        ],
      },
    ],
  },
}));

/** The command line imports only the two lowest folders, and no other folder imports it. */
const cliAlone = [
  {
    files: ['src/cli/**'],
    rooms: ['languages', 'retry', 'sdk', 'session', 'meeting', 'devices', 'react', 'server', 'testing'],
    packages: ['react', 'react-dom'],
  },
  { files: ['src/{server,testing}/**'], rooms: ['cli'], packages: [] },
].map(({ files, rooms, packages }) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [...rooms.map((room) => `**/${room}/*`), ...packages],
            message: 'The command line imports only signature and errors. See ARCHITECTURE.md.',
          },
        ],
      },
    ],
  },
}));

export default defineConfig(
  globalIgnores(['dist', 'tests/e2e/.built', 'bench/.built', 'storybook-static', 'tests/.artifacts']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // The tests and the model know more than the types express.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  { files: ['src/**/*.{ts,tsx}', 'examples/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['scripts/**'],
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'console', 'performance', 'process', 'Request', 'Response', 'URL'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  noArrowsUp,
  cliAlone,
);
