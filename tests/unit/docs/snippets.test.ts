import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fencedBlocks } from './fenced-blocks';
import { wholeExample } from './whole-example';
import { typecheck, type Snippet } from './typecheck';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const reference = 'docs/reference/';

/**
 * The pages that people read. The types on the reference pages are checked at their source; the examples are
 * checked below.
 */
const pages = [
  'README.md',
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file}`)
    .filter((file) => file.endsWith('.md') && !file.startsWith(reference)),
].sort();

/**
 * Every TypeScript block except those marked `before` (code without this library) and `app` (code that imports
 * packages that we do not have). tests/consumers compiles the latter in an app.
 */
const snippets: Snippet[] = pages.flatMap((page) =>
  fencedBlocks(readFileSync(root + page, 'utf8'))
    .filter(({ language, note }) => /^tsx?$/.test(language) && !['before', 'app'].includes(note))
    .map(({ language, code, line, path }) => ({
      name: `${page}:${line}`,
      // Files of the same page can import each other. A block that is not a file is independent.
      path: `${page}/${path ?? `line-${line}.${language}`}`,
      code,
    })),
);

/** The examples of the doc comments, read from the pages generated from them. */
const examples: Snippet[] = readdirSync(root + reference).flatMap((file) => {
  // The example of an overloaded function, or of a type on another page, has a heading that is one or two levels
  // deeper.
  const [, ...parts] = readFileSync(root + reference + file, 'utf8').split(/^#{2,4} Examples?$/m);
  return parts.flatMap((part, index) => {
    const [block] = fencedBlocks(part);
    const name = `${reference}${file}${parts.length > 1 ? ` ${index + 1}` : ''}`;
    return block ? [{ name, path: `${name}/example.tsx`, code: wholeExample(block.code) }] : [];
  });
});

const wrong: Snippet = {
  name: 'wrong',
  path: 'wrong/wrong.tsx',
  code: "import { ZoomMeeting } from 'react-zoom-meeting';\n<ZoomMeeting meetingNumber={5} />;\nnobody.knows();",
};

/** The names of the reader's app that a snippet can use. */
const names = [
  ...readFileSync(`${root}tests/unit/docs/your-app.d.ts`, 'utf8').matchAll(
    /^declare (?:const|function) (\w+)/gm,
  ),
].map(([, name]) => name!);

/** The names that a snippet uses without explaining them in a comment. */
function unexplained(code: string): string[] {
  const comments = (code.match(/\/\/.*|\/\*[^]*?\*\//g) ?? []).join('\n');
  const uses = code.replace(/\/\/.*|\/\*[^]*?\*\//g, '');
  // A key of an object does not count as a use of the name.
  const isUsed = (name: string) => new RegExp(`\\b${name}\\b(?!\\s*:)`).test(uses);
  return names.filter((name) => isUsed(name) && !new RegExp(`\\b${name}\\b`).test(comments));
}

const problems = typecheck([...snippets, ...examples, wrong]);

describe('the TypeScript in README.md and docs', () => {
  it.each([...snippets, ...examples].map(({ name }) => name))('compiles: %s', (name) => {
    expect(problems.get(name)).toEqual([]);
  });

  it.each(snippets)('explains names that it neither imports nor declares: $name', ({ code }) => {
    expect(unexplained(code)).toEqual([]);
  });

  it('reports an incorrect snippet, which shows that the tests above can fail', () => {
    expect(snippets.length).toBeGreaterThan(20);
    expect(examples.length).toBeGreaterThan(15);
    expect(unexplained('// userOf\nawait userOf(await zoomAccessToken());')).toEqual(['zoomAccessToken']);
    expect(problems.get('wrong')).toEqual([
      "2: Type 'number' is not assignable to type 'string'.",
      "3: Cannot find name 'nobody'.",
    ]);
  });
});
