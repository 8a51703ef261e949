import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../bench/row';
import type { Sizes } from '../../bench/sizes';
import { root } from './entries';
import { between } from './recorded-tables.mjs';

/** One run of the benchmarks, as `scripts/bench.mjs` records it in `bench/results`. */
export interface Run {
  /** When it began, as an ISO string. */
  began: string;
  minutes: number;
  machine: string;
  /** How many processes were busy on average in the minute before it. */
  load: number;
  isQuick: boolean;
  /** The tests that failed, so that their rows are missing. */
  failed: string[];
  rows: Row[];
  sizes?: Sizes;
}

const results = join(root, 'bench/results');

/** docs/performance.md with the results in it. */
export function performance(): string {
  const runs = shownRuns();
  const soak = recordedRun('soak');
  const sizes = recordedRun('sizes');
  const parts: [string, string[]][] = [
    ['bench', [...runs.map(describeRun), rowTable(runs)]],
    ['bench -- soak', soak ? [describeRun(soak, 0, [soak]), rowTable([soak])] : ['Not run yet.']],
    [
      'bench -- sizes',
      sizes?.sizes
        ? [`Bundled on ${sizes.began.slice(0, 10)}, with esbuild.`, ...sizeTables(sizes.sizes)]
        : ['Not run yet.'],
    ],
  ];
  return parts.reduce(
    (page, [command, paragraphs]) => between(page, command, paragraphs),
    readFileSync(join(root, 'docs/performance.md'), 'utf8'),
  );
}

/** The last two whole runs. Without one, the quick run. */
function shownRuns(): Run[] {
  const whole = readdirSync(results)
    .filter((file) => /^\d/.test(file))
    .sort()
    .slice(-2);
  const names = whole.length > 0 ? whole.map((file) => file.slice(0, -'.json'.length)) : ['quick'];
  return names.flatMap((name) => recordedRun(name) ?? []);
}

function recordedRun(name: string): Run | undefined {
  const file = join(results, `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Run) : undefined;
}

function describeRun(run: Run, index: number, runs: readonly Run[]): string {
  const { began, minutes, machine, load, isQuick, failed } = run;
  const date = began.slice(0, 10);
  const name = runs.length > 1 ? `Run ${index + 1}, on` : 'Measured on';
  return [
    isQuick
      ? `A quick run on ${date}, on ${machine}, with three pairs for each row that measures time. This gives a rough idea, but is not enough for a conclusion.`
      : `${name} ${date}, ${began.slice(11, 16)} UTC, in ${minutes} minutes, on ${machine}. The load before the run was ${load.toFixed(1)}.`,
    ...(failed.length > 0 ? [`Could not be measured: ${failed.join('; ')}.`] : []),
  ].join(' ');
}

/** A table in Markdown, with each measure of all runs next to each other. */
export function rowTable(runs: readonly Run[]): string {
  const measures = [...new Set(runs.flatMap(({ rows }) => rows.map(({ measure }) => measure)))];
  const lines = measures.flatMap((measure) =>
    runs.flatMap(({ rows }, run) => {
      const row = rows.find((one) => one.measure === measure);
      return row ? [rowLine(row, runs.length > 1 ? run + 1 : undefined)] : [];
    }),
  );
  return table(['', ...(runs.length > 1 ? ['run'] : []), ...columns], lines);
}

const columns = ['this library', 'the usual code', 'ratio', 'goal', 'result'];

function rowLine({ measure, ours, rival, ratio, spread, goal, isMet }: Row, run?: number): string[] {
  const quartiles = spread ? ` (${spread.map((one) => one.toPrecision(2)).join(' to ')})` : '';
  const middle = ratio === undefined ? '' : `${ratio.toPrecision(3)}${quartiles}`;
  return [
    measure,
    ...(run === undefined ? [] : [String(run)]),
    ours,
    rival,
    middle,
    goal,
    isMet === undefined ? '' : isMet ? '✓' : 'missed',
  ];
}

const table = (header: string[], lines: string[][]): string =>
  [header, header.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.map(withoutEmphasis).join(' | ')} |`)
    .join('\n');

/** Escapes the underscores outside of code. Some renderers take those in the name of a file for emphasis. */
const withoutEmphasis = (markdown: string) =>
  markdown.replaceAll(/`[^`]*`|_/g, (part) => (part === '_' ? '\\_' : part));

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The two tables of sizes. */
export function sizeTables({ own, products }: Sizes): string[] {
  return [
    table(
      [
        '',
        'the meeting as a component',
        'joining without the component',
        'the lobby',
        'the participants',
        'the SDK alone',
      ],
      products.map(({ name, versions, sizes, sdk }) => [
        `${name} (${Object.entries(versions)
          .map(([one, version]) => `\`${one}\` ${version}`)
          .join(', ')})`,
        ...sizes.map((one) =>
          one ? `${kilobytes(one.bytes)}: ${one.imports.map((name) => `\`${name}\``).join(', ')}` : '–',
        ),
        kilobytes(sdk),
      ]),
    ),
    'The hooks of this library:',
    table(
      ['', 'alone', 'added to `ZoomMeeting`'],
      own.map(({ name, alone, added }) => [`\`${name}\``, kilobytes(alone), kilobytes(added)]),
    ),
  ];
}
