import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodeInfo } from '../../src/errors/error-codes';
import { root } from './entries';

/** What a test has seen: end states by fault and by the state in which it struck. */
type Table = Record<string, Record<string, string>>;

const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const fake = (name: string) =>
  read<Record<string, Table>>(`tests/unit/session/fault-table/record/${name}.json`);

/** The page about what comes of each fault, from the records of the tests that tried it. */
export function faults(): string {
  return [
    '# Faults',
    '',
    'What becomes of a meeting when something goes wrong: each fault × each state in which it can strike. Each cell was tried by',
    'a test, and the page is made from what the tests have seen. In all of them nothing hangs, no second join is under way, no',
    'promise of this library is left unhandled, and once the fault is over, the page can join again.',
    '',
    'A cell is the state ten minutes later, with the fault still there, and the number of joins if there were several. After',
    '`then` comes the state a minute after the fault is over, if it is another one by itself. See [the states](states.md) and',
    '[the error codes](error-codes.md).',
    '',
    '## On the way in',
    '',
    'In virtual time, on the fake SDK. `joined, then lost`: the meeting is joined, the fault strikes, and the connection is lost.',
    ...Object.entries(fake('way-in')).flatMap(([title, table]) => section(title, table)),
    ...section('Zoom refuses the join with a code', grouped(fake('codes')['Zoom refuses with']!)),
    '',
    '## At any time',
    '',
    'In virtual time, on the fake SDK.',
    ...Object.entries(fake('any-time')).flatMap(([title, table]) => section(title, table)),
    '',
    '## In React',
    '',
    'The fake SDK in jsdom, on React 19, in virtual time. The cell is the state a minute later.',
    ...section('The component', read<Table>('tests/component/fault-table/record.json')),
    '',
    '## On the real SDK',
    '',
    'SDK 6.2.0 in Chromium, with a stand-in for Zoom’s join endpoint. The cell is the state that the meeting comes to.',
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
      ([fault, row]) => `| ${fault} | ${columns.map((column) => row[column]).join(' | ')} |`,
    ),
  ];
}

/** Codes that have the same outcome in each column, apart from the code itself, are one row. */
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
