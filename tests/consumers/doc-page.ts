import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fencedBlocks } from '../unit/docs/fenced-blocks';

/** A page of the docs as a reader follows it. */
export interface DocPage {
  files: DocFile[];
  /** The lines of the `sh` blocks in order, without comments. */
  commands: string[];
}

export interface DocFile {
  path: string;
  code: string;
}

/** Reads a page by its path below `docs`. */
export function docPage(path: string): DocPage {
  const blocks = fencedBlocks(
    readFileSync(fileURLToPath(new URL(`../../docs/${path}`, import.meta.url)), 'utf8'),
  );
  return {
    files: blocks.flatMap(({ path, code }) => (path === undefined ? [] : [{ path, code }])),
    commands: blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.split('\n'))
      .map((line) => line.replace(/ *# .*/, ''))
      .filter((line) => line !== ''),
  };
}

/** The page's install commands. */
export const installCommands = ({ commands }: DocPage): string[] =>
  commands.filter((line) => /^npm install /.test(line));

/** The package names in the page's install commands. */
export const installedNames = (page: DocPage): string[] =>
  installCommands(page).flatMap((line) => line.replace(/^npm install (-D )?/, '').split(' '));
