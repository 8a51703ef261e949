import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../../docs/compatibility.md', import.meta.url);
const begin = '<!-- Written by `npm run test:consumers`. -->';
const end = '<!-- Until here. -->';

/** Puts the rows that the tests recorded into docs/compatibility.md. Takes the report of Vitest's JSON reporter. */
export function writeCompatibility(report) {
  const rows = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ meta }) => meta?.row ?? []);
  const text = readFileSync(page, 'utf8');
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  writeFileSync(page, `${before}${begin}\n\n${tables(rows, new Date())}\n\n${end}${after}`);
}

/** One table a section, in the order of the sections' names. */
function tables(rows, date) {
  const sections = [...new Set(rows.map(({ section }) => section))].sort();
  return [
    `Tried on ${date.toISOString().slice(0, 10)}, on Node ${process.versions.node}.`,
    ...sections.map((section) =>
      table(
        section,
        rows.filter((row) => row.section === section),
      ),
    ),
  ].join('\n\n');
}

function table(section, rows) {
  const lines = rows.map(({ what, versions, doesNotWork }) => {
    const installed = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    const result = doesNotWork === undefined ? '✓' : `✗ ${doesNotWork}`;
    return `| ${what} | ${installed.join(', ')} | ${result} |`;
  });
  return [`## ${section}`, '', '| what | with | |', '|---|---|---|', ...lines.sort()].join('\n');
}
