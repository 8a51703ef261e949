import { recorded, tried, writeBetween } from './recorded-tables.mjs';

const page = new URL('../../docs/compatibility.md', import.meta.url);

/** Puts what the apps' tests recorded into docs/compatibility.md. Takes the report of Vitest's JSON reporter. */
export function writeConsumers(report) {
  const rows = recorded(report, 'row');
  const sections = [...new Set(rows.map(({ section }) => section))].sort();
  const tables = sections.map((section) => consumerTable(section, rows));
  writeBetween(page, 'test:consumers', [tried(`Node ${process.versions.node}`), ...tables]);
}

/** Puts what the tests of the SDK's versions recorded into docs/compatibility.md. Takes the same report. */
export function writeSdkVersions(report) {
  const cells = recorded(report, 'sdk');
  const scenarios = [...new Set(cells.map(({ scenario }) => scenario))];
  const versions = [...new Set(cells.map(({ version }) => version))];
  const lines = versions.map((version) => {
    const results = scenarios.map((scenario) => cellOf(cells, version, scenario));
    return `| ${[version, ...results].join(' | ')} |`;
  });
  const header = [`| SDK | ${scenarios.join(' | ')} |`, `|---|${'---|'.repeat(scenarios.length)}`];
  const reasons = cells.flatMap(({ version, scenario, doesNotWork }) =>
    doesNotWork === undefined ? [] : [`- ${version}, ${scenario}: ${doesNotWork}`],
  );
  writeBetween(page, 'test:sdks', [
    tried('Chromium'),
    [...header, ...lines].join('\n'),
    ...(reasons.length ? [reasons.join('\n')] : []),
  ]);
}

const mark = (doesNotWork) => (doesNotWork === undefined ? '✓' : '✗');

function cellOf(cells, version, scenario) {
  const cell = cells.find((one) => one.version === version && one.scenario === scenario);
  if (!cell) throw new Error(`${scenario} was not tried on SDK ${version}.`);
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
  return [`## ${section}`, '', '| what | with | |', '|---|---|---|', ...lines.sort()].join('\n');
}
