import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../../docs/compatibility.md', import.meta.url);

/** Puts what the apps' tests recorded into docs/compatibility.md. Takes the report of Vitest's JSON reporter. */
export function writeConsumers(report) {
  const rows = recorded(report, 'row');
  const sections = [...new Set(rows.map(({ section }) => section))].sort();
  const tables = sections.map((section) => consumerTable(section, rows));
  writeBetween('test:consumers', [tried(`Node ${process.versions.node}`), ...tables]);
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
  writeBetween('test:sdks', [
    tried('Chromium'),
    [...header, ...lines].join('\n'),
    ...(reasons.length ? [reasons.join('\n')] : []),
  ]);
}

/** What the tests put into their `meta` under this name. */
function recorded(report, name) {
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ meta }) => meta?.[name] ?? []);
}

const tried = (where) => `Tried on ${new Date().toISOString().slice(0, 10)}, on ${where}.`;

/** Replaces what stands between the two marks of a command. */
function writeBetween(command, paragraphs) {
  const begin = `<!-- Written by \`npm run ${command}\`. -->`;
  const end = `<!-- End of \`npm run ${command}\`. -->`;
  const text = readFileSync(page, 'utf8');
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  writeFileSync(page, `${before}${begin}\n\n${paragraphs.join('\n\n')}\n\n${end}${after}`);
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
