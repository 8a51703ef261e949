import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toId } from 'storybook/internal/csf';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}/stories/docs/generated`;
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

/** The reference pages. Every other page is a guide. */
const lookedUp = ['cli', 'compatibility', 'error-codes', 'faults', 'states'].map((name) => `docs/${name}.md`);
const names: Record<string, string> = {
  'README.md': 'Start here',
  'docs/reference/README.md': 'All exports',
};

/** The group of each reference page: its heading in the list of all exports, or its entry if that is not the main one. */
function referenceGroups(): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const part of read('docs/reference/README.md').split(/^## /m).slice(1)) {
    const entry = /^react-zoom-meeting\/(\w+)/.exec(part)?.[1];
    for (const section of part.split(/^### /m).slice(1)) {
      const heading = section.slice(0, section.indexOf('\n'));
      const group = entry ? entry[0]!.toUpperCase() + entry.slice(1) : heading;
      for (const [, page] of section.matchAll(/\]\((\w+\.md)\)/g)) groups[`docs/reference/${page}`] = group;
    }
  }
  return groups;
}

/** A page's place in the sidebar, as a title. */
function titleOf(path: string, groups: Record<string, string>): string {
  const heading = /^# (.*)$/m.exec(read(path))?.[1] ?? path;
  // A slash creates a folder in the sidebar.
  const name = names[path] ?? heading.replaceAll('/', ' or ').replace(/[`"]/g, '');
  const group = groups[path];
  if (group) return `Reference/${group}/${path.slice('docs/reference/'.length, -'.md'.length)}`;
  if (lookedUp.includes(path) || path.startsWith('docs/reference/')) return `Reference/${name}`;
  return path.startsWith('docs/recipes/') ? `Guides/Recipes/${name}` : `Guides/${name}`;
}

/**
 * Creates a Storybook page for every Markdown file of the docs, in a folder that git ignores, so that the files stay the only source.
 * @returns The id of each page, by the path of its file.
 */
export function writeDocsPages(): Record<string, string> {
  const files = [
    ...['README.md', 'CHANGELOG.md'],
    ...readdirSync(`${root}/docs`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => `docs/${path.replaceAll('\\', '/')}`),
  ];
  const groups = referenceGroups();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const path of files) {
    writeFileSync(
      `${target}/${path.replaceAll('/', '-').slice(0, -'.md'.length)}.mdx`,
      `import { Meta } from '@storybook/addon-docs/blocks';
import markdown from ${JSON.stringify(`../../../${path}?raw`)};
import { DocsPage } from '../docs-page.tsx';

<Meta title=${JSON.stringify(titleOf(path, groups))} />

<DocsPage path="${path}" markdown={markdown} />
`,
    );
  }
  return Object.fromEntries(files.map((path) => [path, toId(titleOf(path, groups), 'docs')]));
}
