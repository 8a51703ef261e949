import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fencedBlocks } from './fenced-blocks';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A command that a page tells the reader to run. */
export interface DocCommand {
  page: string;
  line: string;
}

/** The pages with commands for readers. CONTRIBUTING.md is for those who change the library. */
export const pages: readonly string[] = [
  ...['README.md', 'SUPPORT.md', 'examples/app/README.md'],
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .map((page) => `docs/${page.replaceAll('\\', '/')}`)
    .filter((page) => page.endsWith('.md') && !page.startsWith('docs/reference/')),
];

/** The lines of the `sh` blocks of a page, without comments, and its scripts that call our command line. */
export function commandsOf(page: string): string[] {
  const blocks = fencedBlocks(readFileSync(root + page, 'utf8'));
  const code = (wanted: string) =>
    blocks.filter(({ language }) => language === wanted).map((block) => block.code);
  const lines = code('sh')
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/ *# .*/, ''))
    .filter((line) => line !== '');
  const calls = code('json').flatMap((text) => text.match(/(?<=": ")react-zoom-meeting [^"]+/g) ?? []);
  return [...lines, ...calls.map((call) => `npx ${call}`)];
}

export const docCommands: readonly DocCommand[] = pages.flatMap((page) =>
  commandsOf(page).map((line) => ({ page, line })),
);
