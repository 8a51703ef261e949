import { writeConsumers } from './docs/compatibility.mjs';
import { recordTests } from './record-tests.mjs';

/** Names of files, to run only those. */
const only = process.argv.slice(2);

const report = await recordTests(['--project', 'consumers', ...only]);
if (only.length === 0) writeConsumers(report);
