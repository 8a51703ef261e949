import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { runnerImport } from 'vite';
import { recorded } from './docs/recorded-tables.mjs';
import { findChromium } from './find-chromium.mjs';
import { runTests } from './record-tests.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The benchmarks that run only by name: one takes an hour, one needs packages from the registry, and one writes a trace. The first
 * two have their own sections on the page.
 */
const apart = ['soak', 'sizes', 'trace'];
/** The rows of the table, by the name of their file. */
const order = [
  'first-load',
  'navigation',
  'click',
  'recovery-real',
  'recovery',
  'crowd',
  'contexts',
  'renders',
  'leaks',
  'long-meeting',
  'signer',
];

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
/** Names of files. If there are any, only these are measured. */
const only = args.filter((arg) => !arg.startsWith('--'));
const files = only.length > 0 ? only : apart.flatMap((name) => ['--exclude', `bench/${name}.bench.ts`]);

const began = new Date();
const [load] = loadavg();
const { status, report } = await runTests(
  ['--project', 'bench', ...files],
  isQuick ? { BENCH_QUICK: '1' } : {},
);
const place = ({ name }) => order.indexOf(basename(name).split('.')[0]);
report.testResults.sort((a, b) => place(a) - place(b));
const [sizes] = recorded(report, 'sizes');
const run = {
  began: began.toISOString(),
  minutes: Math.round((Date.now() - began) / 60_000),
  machine: machine(),
  load,
  isQuick,
  failed: failed(report),
  rows: recorded(report, 'bench'),
  ...(sizes && { sizes }),
};

const { module: docs } = await runnerImport(`${root}/scripts/docs/performance.ts`);
console.log(sizes ? docs.sizeTables(sizes).join('\n\n') : docs.rowTable([run]));
const name = nameOfRecord();
if (name && (sizes || name !== 'sizes')) {
  if (only.length === 0) rmSync(`${root}/bench/results/quick.json`, { force: true });
  writeFileSync(`${root}/bench/results/${name}.json`, `${JSON.stringify(run, null, 2)}\n`);
  writeFileSync(`${root}/docs/performance.md`, docs.performance());
}
process.exitCode = status;

/** The name of the record. Only complete runs, and the benchmarks with their own sections, are recorded. */
function nameOfRecord() {
  if (only.length === 0) return isQuick ? 'quick' : run.began.slice(0, 16).replace(':', '-');
  return !isQuick && only.length === 1 && ['soak', 'sizes'].includes(only[0]) ? only[0] : undefined;
}

function failed({ testResults }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName }) => fullName);
}

/** The machine and the software that the numbers depend on. */
function machine() {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const browser = execFileSync(findChromium() ?? chromium.executablePath(), ['--version'], {
    encoding: 'utf8',
  });
  return `${cpus().length} × ${model.trim()}, ${memory} GB, ${browser.trim()}, Node ${process.versions.node}`;
}
