import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toId } from 'storybook/internal/csf';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}/stories/docs/generated`;

const rooms: [folder: string, room: string][] = [
  ['docs/recipes/', 'Docs/Recipes/'],
  ['docs/reference/', 'Docs/Reference/'],
  ['', 'Docs/'],
];
const titles: Record<string, string> = {
  'README.md': 'Start here',
  'docs/reference/README.md': 'All exports',
};

function titleOf(path: string): string {
  const [folder, room] = rooms.find(([folder]) => path.startsWith(folder))!;
  const heading = /^# (.*)$/m.exec(readFileSync(`${root}/${path}`, 'utf8'))?.[1];
  const name = folder === 'docs/reference/' ? path.slice(folder.length, -'.md'.length) : heading;
  // A slash makes a folder in the sidebar.
  return (
    room + (titles[path] ?? name ?? path).replaceAll('/', ' or ').replaceAll('`', '').replaceAll('"', '')
  );
}

/**
 * Makes a page of Storybook of every Markdown file of the docs, in a folder that git ignores: the files are the one source.
 * @returns The id of each file's page, by the file's path.
 */
export function writeDocsPages(): Record<string, string> {
  const files = [
    ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
    ...readdirSync(`${root}/docs`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => `docs/${path.replaceAll('\\', '/')}`),
  ];
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const path of files) {
    writeFileSync(
      `${target}/${path.replaceAll('/', '-').slice(0, -'.md'.length)}.mdx`,
      `import { Meta } from '@storybook/addon-docs/blocks';
import markdown from '../../../${path}?raw';
import { DocsPage } from '../docs-page';

<Meta title=${JSON.stringify(titleOf(path))} />

<DocsPage path="${path}" markdown={markdown} />
`,
    );
  }
  return Object.fromEntries(files.map((path) => [path, toId(titleOf(path), 'docs')]));
}
