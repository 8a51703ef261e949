/** A fenced block of a Markdown text. */
export interface FencedBlock {
  /** The first word after the fence, such as `tsx`. */
  language: string;
  /** What follows the language, such as `before`. */
  note: string;
  code: string;
  /** Of the opening fence, from 1. */
  line: number;
  /** The file that the block is: a line with nothing but its path, bold and as code, precedes it. */
  path: string | undefined;
}

const fenced = /^(?:\*\*`(?<path>[^`]+)`\*\*\n\n)?```(?<language>\w*) *(?<note>[^\n]*)\n(?<code>.*?)^```$/gms;

/** The fenced blocks of a Markdown text, in order. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  return [...markdown.matchAll(fenced)].map(({ index, 0: whole, groups = {} }) => ({
    language: groups['language'] ?? '',
    note: groups['note'] ?? '',
    code: groups['code'] ?? '',
    line: markdown.slice(0, index + whole.indexOf('```')).split('\n').length,
    path: groups['path'],
  }));
}
