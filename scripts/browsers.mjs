import { writeBrowsers } from './docs/compatibility.mjs';
import { installBrowsersCommand } from './find-browsers.mjs';
import { recordTests } from './record-tests.mjs';

/** A part of test names, such as Firefox, to run only those tests. */
const [only] = process.argv.slice(2);

const install = installBrowsersCommand();
if (install) {
  console.error(
    `Not all browsers are installed. On Debian, this installs the missing ones:\n\n  ${install}\n`,
  );
  process.exit(1);
}
const report = await recordTests(['--project', 'browsers', ...(only === undefined ? [] : ['-t', only])]);
if (only === undefined) writeBrowsers(report);
