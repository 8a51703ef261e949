import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { entries, root } from '../../../scripts/docs/entries';
import { writeDocs } from '../../../scripts/docs/write-docs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The exports of an entry as TypeScript sees them: the name, and whether it is a value. */
function exportsOf(paths: readonly string[]): { name: string; isValue: boolean }[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    paths.map((path) => join(root, path)),
    options,
  );
  const checker = program.getTypeChecker();
  return paths.flatMap((path) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(join(root, path))!)!;
    return checker.getExportsOfModule(module).map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return { name: symbol.name, isValue: (target.flags & ts.SymbolFlags.Value) !== 0 };
    });
  });
}

describe('the docs', { timeout: 300_000 }, () => {
  const all = exportsOf(entries.map(({ path }) => path));

  it('describe each export on one page of the reference, and list all pages', () => {
    expect(all.length).toBeGreaterThan(50);
    const files = readdirSync(join(root, 'docs/reference')).filter((file) => file !== 'README.md');
    const described = files.flatMap((file) => {
      const [, types = ''] = read(`docs/reference/${file}`).split('\n## Types\n');
      return [file.slice(0, -'.md'.length), ...[...types.matchAll(/^### (\w+)$/gm)].map(([, name]) => name!)];
    });
    expect(described.sort()).toEqual(all.map(({ name }) => name).sort());
    const listed = [...read('docs/reference/README.md').matchAll(/^- .*?\]\((\w+\.md)\)/gm)];
    expect(listed.map(([, file]) => file).sort()).toEqual(files.sort());
  });

  it('match the output of `npm run docs`', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'));
    try {
      await writeDocs(folder);
      for (const path of readdirSync(folder, { recursive: true }) as string[]) {
        if (path.endsWith('.md'))
          expect(read(`docs/${path}`), path).toBe(readFileSync(join(folder, path), 'utf8'));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('name every parameter', () => {
    const pages = readdirSync(join(root, 'docs/reference'));
    expect(pages.filter((page) => read(`docs/reference/${page}`).includes('__namedParameters'))).toEqual([]);
  });

  it('show every component and hook in a story', () => {
    const stories = readdirSync(join(root, 'stories'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.stories.tsx'),
    );
    const text = stories.map((file) => read(`stories/${file}`)).join('\n');
    const shown = all.filter(({ name, isValue }) => isValue && /^(use[A-Z]|[A-Z](?!.*Error$))/.test(name));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.map(({ name }) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual(
      [],
    );
  });
});
