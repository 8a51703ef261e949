import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { runTests } from './record-tests.mjs';

/** A version or a tag. */
const [version = 'latest'] = process.argv.slice(2);

const { module } = await runnerImport(fileURLToPath(new URL('try-sdk/try-sdk.ts', import.meta.url)));
try {
  if (!(await module.trySdk(version, runTests))) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
