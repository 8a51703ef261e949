import { importTypeScript } from './import-typescript.mjs';
import { runTests } from './record-tests.mjs';

/** A version or a tag. */
const [version = 'latest'] = process.argv.slice(2);

const { trySdk } = await importTypeScript('try-sdk/try-sdk.ts');
try {
  if (!(await trySdk(version, runTests))) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
