import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fencedBlocks } from './fenced-blocks';
import { typecheck, type Snippet } from './typecheck';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The pages that people read. The pages of the reference are made from types that are checked where they are. */
const pages = [
  'README.md',
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file}`)
    .filter((file) => file.endsWith('.md') && !file.startsWith('docs/reference/')),
].sort();

/** Every block of TypeScript, but for those marked `before`: code as it was without this library. */
const snippets: Snippet[] = pages.flatMap((page) =>
  fencedBlocks(readFileSync(root + page, 'utf8'))
    .filter(({ language, note }) => /^tsx?$/.test(language) && note !== 'before')
    .map(({ language, code, line, path }) => ({
      name: `${page}:${line}`,
      // Files of one page see each other; a block that is no file stands alone.
      path: `${page}/${path ?? `line-${line}.${language}`}`,
      code,
    })),
);

const wrong: Snippet = {
  name: 'wrong',
  path: 'wrong/wrong.tsx',
  code: "import { ZoomMeeting } from 'react-zoom-meeting';\n<ZoomMeeting meetingNumber={5} />;\nnobody.knows();",
};

const problems = typecheck([...snippets, wrong]);

describe('the TypeScript in README.md and docs', () => {
  it.each(snippets.map(({ name }) => name))('compiles: %s', (name) => {
    expect(problems.get(name)).toEqual([]);
  });

  it('would be found to be wrong, so that the tests before prove something', () => {
    expect(snippets.length).toBeGreaterThan(20);
    expect(problems.get('wrong')).toEqual([
      "2: Type 'number' is not assignable to type 'string'.",
      "3: Cannot find name 'nobody'.",
    ]);
  });
});
