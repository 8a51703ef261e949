import { writeSdkVersions } from './docs/compatibility.mjs';
import { recordTests } from './record-tests.mjs';

/** A part of the tests' names, to run only those, e.g. 5.1.4. */
const [only] = process.argv.slice(2);

const report = await recordTests(['--project', 'sdks', ...(only === undefined ? [] : ['-t', only])]);
if (only === undefined) writeSdkVersions(report);
