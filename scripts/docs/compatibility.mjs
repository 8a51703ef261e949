import { recorded, tried, writeBetween } from './recorded-tables.mjs';

const page = new URL('../../docs/compatibility.md', import.meta.url);

/** Writes the results of the apps' tests into docs/compatibility.md. Takes the report of Vitest's JSON reporter. */
export function writeConsumers(report) {
  const rows = recorded(report, 'row');
  const sections = [...new Set(rows.map(({ section }) => section))].sort();
  const tables = sections.map((section) => consumerTable(section, rows));
  writeBetween(page, 'test:consumers', [tried(`Node ${process.versions.node}`), ...tables]);
}

/** Writes the results of the SDK versions' tests into docs/compatibility.md. Takes the same report. */
export function writeSdkVersions(report) {
  const cells = recorded(report, 'sdk').map(({ version, ...cell }) => ({ row: version, ...cell }));
  writeBetween(page, 'test:sdks', [tried('Chromium'), ...scenarioTable('SDK', cells)]);
}

/** Writes the results of the browsers' tests into docs/compatibility.md. Takes the same report. */
export function writeBrowsers(report) {
  const cells = recorded(report, 'browser').map(({ browser, version, ...cell }) => ({
    row: `${browser} ${version}`,
    ...cell,
  }));
  writeBetween(page, 'test:browsers', [tried('SDK 6.2.0'), ...scenarioTable('browser', cells)]);
}

/** A row for each subject, a column for each scenario, and a sentence for each ✗. */
function scenarioTable(title, cells) {
  const scenarios = [...new Set(cells.map(({ scenario }) => scenario))];
  const lines = [...new Set(cells.map(({ row }) => row))].map((row) => {
    const results = scenarios.map((scenario) => cellOf(cells, row, scenario));
    return `| ${[row, ...results].join(' | ')} |`;
  });
  const header = [`| ${title} | ${scenarios.join(' | ')} |`, `|---|${'---|'.repeat(scenarios.length)}`];
  const reasons = cells.flatMap(({ row, scenario, doesNotWork }) =>
    doesNotWork === undefined ? [] : [`- ${row}, ${scenario}: ${doesNotWork}`],
  );
  return [[...header, ...lines].join('\n'), ...(reasons.length ? [reasons.join('\n')] : [])];
}

const mark = (doesNotWork) => (doesNotWork === undefined ? '✓' : '✗');

function cellOf(cells, row, scenario) {
  const cell = cells.find((one) => one.row === row && one.scenario === scenario);
  if (!cell) throw new Error(`${scenario} was not tried on ${row}.`);
  return mark(cell.doesNotWork);
}

function consumerTable(section, rows) {
  const lines = rows
    .filter((row) => row.section === section)
    .map(({ what, versions, doesNotWork }) => {
      const installed = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
      const result = [mark(doesNotWork), doesNotWork ?? ''].join(' ').trim();
      return `| ${what} | ${installed.join(', ')} | ${result} |`;
    });
  return [`## ${section}`, '', '| what | with | result |', '|---|---|---|', ...lines.sort()].join('\n');
}
