import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodeInfo } from '../../src/errors/error-codes';
import { root } from './entries';

/** The results of a test: final states by fault and by the state in which it occurred. */
type Table = Record<string, Record<string, string>>;

const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const fake = (name: string) =>
  read<Record<string, Table>>(`tests/unit/session/fault-table/record/${name}.json`);

/** The page about the outcome of each fault, from the recorded test results. */
export function faults(): string {
  return [
    '# Faults',
    '',
    'This page shows what happens to a meeting when something goes wrong, for each fault in each state. Each cell is the result of a test. In',
    'all of these tests, every promise settles, no rejection is unhandled, two joins never run at the same time, and the page can join again when',
    'the fault is over.',
    '',
    'A cell shows the state after ten minutes with the fault, and the number of joins if there were several. If the state is',
    'different one minute after the fault is over, the cell shows that state after `then`. See [States](states.md) and',
    '[Error codes](error-codes.md).',
    '',
    '## Before the meeting is joined',
    '',
    'These tests run on the fake SDK, in virtual time. `joined, then lost` means that the fault begins after the join, and then the connection is lost.',
    ...Object.entries(fake('way-in')).flatMap(([title, table]) => section(title, table)),
    ...section('Zoom refuses the join with a code', grouped(fake('codes')['Zoom refuses with']!)),
    '',
    '## At any time',
    '',
    'These tests run on the fake SDK, in virtual time.',
    ...Object.entries(fake('any-time')).flatMap(([title, table]) => section(title, table)),
    '',
    '## In React',
    '',
    'These tests run on the fake SDK in jsdom, with React 19, in virtual time. A cell shows the state one minute later.',
    ...section('The component', read<Table>('tests/component/fault-table/record.json')),
    '',
    '## On the real SDK',
    '',
    'These tests run on SDK 6.2.0 in Chromium, with a stand-in for Zoom’s join endpoint. A cell shows the final state.',
    ...section('The page', read<Table>('tests/e2e/fault-table/record.json')),
    '',
  ].join('\n');
}

function section(title: string, table: Table): string[] {
  const columns = Object.keys(Object.values(table)[0]!);
  return [
    '',
    `### ${title}`,
    '',
    `| | ${columns.join(' | ')} |`,
    `|---|${'---|'.repeat(columns.length)}`,
    ...Object.entries(table).map(
      ([fault, row]) => `| ${fault} | ${columns.map((column) => withCode(row[column]!)).join(' | ')} |`,
    ),
  ];
}

/** An outcome with the name of an error as code. Some renderers take underscores in text for emphasis. */
const withCode = (outcome: string) => outcome.replaceAll(/\b[A-Z]+(?:_[A-Z]+)*\b/g, '`$&`');

/** Merges codes with the same outcome in each column, apart from the code itself, into one row. */
function grouped(table: Table): Table {
  const rows = new Map<string, { codes: string[]; row: Record<string, string> }>();
  for (const [code, row] of Object.entries(table)) {
    const own = Object.fromEntries(
      Object.entries(row).map(([column, outcome]) => [column, outcome.replaceAll(`(${code})`, '(the code)')]),
    );
    const key = JSON.stringify([errorCodeInfo(Number(code)).class, own]);
    const group = rows.get(key) ?? { codes: [], row: own };
    rows.set(key, group);
    group.codes.push(code);
  }
  return Object.fromEntries(
    [...rows.values()]
      .sort((a, b) => Number(a.codes[0]) - Number(b.codes[0]))
      .map(({ codes, row }) => [
        `${codes.join(', ')} (class \`${errorCodeInfo(Number(codes[0])).class}\`)`,
        row,
      ]),
  );
}
