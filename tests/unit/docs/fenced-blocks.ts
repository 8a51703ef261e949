/** A fenced block in a Markdown text. */
export interface FencedBlock {
  /** The first word after the fence, such as `tsx`. */
  language: string;
  /** The text after the language, such as `before`. */
  note: string;
  code: string;
  /** The line of the opening fence, starting at 1. */
  line: number;
  /** The file that the block represents, named on the previous line, which has only its path, in bold and as code. */
  path: string | undefined;
}

const fenced =
  /^(?:\*\*`(?<path>[^`]+)`\*\*\n\n)?(?<indent> *)```(?<language>\w*) *(?<note>[^\n]*)\n(?<code>.*?)^\k<indent>```$/gms;

/** The fenced blocks of a Markdown text, in order. Blocks in lists are indented. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  return [...markdown.matchAll(fenced)].map(({ index, 0: whole, groups = {} }) => ({
    language: groups['language'] ?? '',
    note: groups['note'] ?? '',
    code: (groups['code'] ?? '').replaceAll(new RegExp(`^${groups['indent'] ?? ''}`, 'gm'), ''),
    line: markdown.slice(0, index + whole.indexOf('```')).split('\n').length,
    path: groups['path'],
  }));
}
