import { performanceTable, writePerformance } from './docs/performance.mjs';
import { recorded } from './docs/recorded-tables.mjs';
import { recordTests } from './record-tests.mjs';

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
/** Names of files. If there are any, only these are measured, and the page stays unchanged. */
const only = args.filter((arg) => !arg.startsWith('--'));
const env = {
  ...(isQuick && { BENCH_QUICK: '1' }),
  ...(args.includes('--soak') && { BENCH_SOAK: '1' }),
};
const runs = isQuick || only.length > 0 ? 1 : 2;

const tables = [];
for (let run = 0; run < runs; run += 1) {
  const table = performanceTable(recorded(await recordTests(['--project', 'bench', ...only], env), 'bench'));
  console.log(table);
  tables.push(table);
}
if (only.length === 0) writePerformance(tables, isQuick);
