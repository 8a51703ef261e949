import { writeSdkVersions } from './docs/compatibility.mjs';
import { recordTests } from './record-tests.mjs';

/** A part of test names, such as 5.1.4, to run only those tests. */
const [only] = process.argv.slice(2);

const report = await recordTests(['--project', 'sdks', ...(only === undefined ? [] : ['-t', only])]);
if (only === undefined) writeSdkVersions(report);
