import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { chromium } from 'playwright-core';
import { findChromium } from '../find-chromium.mjs';
import { writeBetween } from './recorded-tables.mjs';

const page = new URL('../../docs/performance.md', import.meta.url);

/**
 * Writes the results of the benchmarks into docs/performance.md.
 * @param {string[]} tables One table for each run.
 * @param {boolean} isQuick Whether this was a quick run.
 */
export function writePerformance(tables, isQuick) {
  const note =
    'A quick run, with three pairs for each row that measures time: enough to see about where a row stands, and too little for a result.';
  const paragraphs = tables.flatMap((table, run) =>
    isQuick ? [note, table] : [`### Run ${run + 1} of ${tables.length}`, table],
  );
  writeBetween(page, 'bench', [machine(), ...paragraphs]);
}

/** The rows as a Markdown table. */
export function performanceTable(rows) {
  const lines = rows.map(({ measure, ours, rival, ratio, spread, goal, isMet }) => {
    const quartiles = spread ? ` (${spread.map((one) => one.toPrecision(2)).join(' to ')})` : '';
    const middle = ratio === undefined ? '' : `${ratio.toPrecision(3)}${quartiles}`;
    return `| ${[measure, ours, rival, middle, goal, isMet ? '✓' : 'missed'].join(' | ')} |`;
  });
  return ['| | this library | the usual code | ratio | goal | |', '|---|---|---|---|---|---|', ...lines].join(
    '\n',
  );
}

/** What the numbers depend on. */
function machine() {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const browser = execFileSync(findChromium() ?? chromium.executablePath(), ['--version'], {
    encoding: 'utf8',
  });
  const date = new Date().toISOString().slice(0, 10);
  return `Measured on ${date}: ${cpus().length} × ${model.trim()}, ${memory} GB, ${browser.trim()}, Node ${process.versions.node}.`;
}
