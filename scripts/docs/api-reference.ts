import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Application,
  type DeclarationReflection,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  type SignatureReflection,
  TSConfigReader,
} from 'typedoc';
import { MemberRouter, type PluginOptions } from 'typedoc-plugin-markdown';
import { entries, type Entry, root } from './entries';
import { hosts, linkedNames, outsideCode, relink, section, type ReferencePage } from './reference-pages';

/** One page for each export, all in one folder. */
class FlatRouter extends MemberRouter {
  override getIdealBaseName(reflection: Reflection): string {
    return reflection.name;
  }

  override buildPages(project: ProjectReflection) {
    return super
      .buildPages(project)
      .filter(({ model }) => !(model as DeclarationReflection).kindOf?.(ReflectionKind.Module));
  }
}

const pageOptions: Partial<PluginOptions> = {
  hideBreadcrumbs: true,
  hidePageHeader: true,
  pageTitleTemplates: { member: ({ rawName }) => rawName },
  useCodeBlocks: true,
  expandObjects: true,
  expandParameters: true,
  tableColumnSettings: { hideInherited: true, hideModifiers: true, hideOverrides: true },
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  propertyMembersFormat: 'table',
};

/**
 * The pages of the reference by file name: one for each value together with the types that only it uses, one for
 * each other type, and `README.md`, which lists them.
 */
export async function apiReference(): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'));
  try {
    const items = await readItems(folder);
    const names = items.map(({ item }) => item.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice) throw new Error(`Two exports are called ${twice}.`);
    const pages = await Promise.all(
      items.map(async ({ item, entry }) => ({
        name: item.name,
        specifier: entry.specifier,
        isType: item.kindOf(typeKinds),
        body: linkNames(
          tidy(await readFile(join(folder, `${item.name}.md`), 'utf8')).replace(/^# .*\n/, ''),
          names.filter((other) => other !== item.name),
        ),
      })),
    );
    const host = hosts(pages);
    const files = new Map([['README.md', overview(items, pages, host)]]);
    for (const [index, page] of pages.entries()) {
      if (host.get(page.name) !== page.name) continue;
      const { item, entry } = items[index]!;
      const guests = pages
        .filter(({ name }) => name !== page.name && host.get(name) === page.name)
        .sort((one, other) => one.name.localeCompare(other.name, 'en'));
      const text = [
        `# ${titleOf(item)}\n`,
        importLine(item, entry),
        page.body,
        ...(guests.length > 0 ? ['## Types\n', ...guests.map(section)] : []),
      ].join('\n');
      files.set(`${page.name}.md`, relink(text, page.name, host));
    }
    return files;
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Item {
  item: DeclarationReflection;
  entry: Entry;
}

async function readItems(folder: string): Promise<Item[]> {
  const modules = await writeRawPages(folder);
  return entries.flatMap((entry, index) => (modules[index]?.children ?? []).map((item) => ({ item, entry })));
}

const titleOf = (item: DeclarationReflection) =>
  item.kindOf(ReflectionKind.Function) && !/^[A-Z]/.test(item.name) ? `${item.name}()` : item.name;

/** Lets TypeDoc write its pages, and returns the entries in order. */
async function writeRawPages(folder: string): Promise<readonly DeclarationReflection[]> {
  const app = await Application.bootstrapWithPlugins(
    {
      entryPoints: entries.map(({ path }) => join(root, path)),
      tsconfig: join(root, 'tsconfig.json'),
      plugin: ['typedoc-plugin-markdown'],
      outputs: [{ name: 'markdown', path: folder }],
      router: 'flat',
      readme: 'none',
      disableSources: true,
      hideGenerator: true,
      excludeExternals: true,
      sort: ['source-order'],
      logLevel: 'Warn',
      // `npm run typecheck` checks that.
      skipErrorChecking: true,
      ...pageOptions,
    },
    [new TSConfigReader()],
  );
  app.renderer.defineRouter('flat', FlatRouter);
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc could not read the entries.');
  await app.generateOutputs(project);
  const modules = project.children ?? [];
  return entries.map(({ path }) =>
    modules.find(({ name }) => path === `src/${name}.ts` || path === `src/${name}/index.ts`)!,
  );
}

const typeKinds = ReflectionKind.Interface | ReflectionKind.TypeAlias;

function importLine(item: Reflection, { specifier }: Entry): string {
  const type = item.kindOf(typeKinds) ? 'type ' : '';
  return ['```ts', `import ${type}{ ${item.name} } from '${specifier}';`, '```'].join('\n');
}

/** Removes unused anchors, and details of members that readers do not need. */
function tidy(page: string): string {
  return page
    .replace(/<a id="[^"]*"><\/a> /g, '')
    .replace(/^#+ (Inherited from|Overrides|Implementation of)\n\n.*\n/gm, '');
}

/** Turns mentions of other exports in comments into links. */
function linkNames(page: string, names: readonly string[]): string {
  return outsideCode(page, (text) =>
    text.replace(/(?<!\[)`(\w+)(?:\(\))?`/g, (code, name: string) =>
      names.includes(name) ? `[${code}](${name}.md)` : code,
    ),
  );
}

/** The groups of the list for each entry, in the order in which readers need them. */
const groups = [
  {
    entry: '',
    title: 'Components',
    summary: 'The components that you render. The page of each component lists its props and their defaults.',
  },
  {
    entry: '',
    title: 'Hooks',
    summary:
      'Use them in components inside `ZoomMeeting` and `ZoomMeetingProvider`. `getZoomActions` is for code outside of components.',
  },
  { entry: '', title: 'SDK sources', summary: 'The ways to load the SDK, for the `sdk` prop.' },
  {
    entry: '',
    title: 'Signature',
    summary: 'Functions that fetch signatures in the browser, and that inspect them.',
  },
  { entry: '', title: 'Errors', summary: 'The errors of this library, and all codes.' },
  { entry: '', title: 'Other types', summary: 'Types that other types use.' },
  {
    entry: '/server',
    title: 'Server',
    summary: 'Functions that create signatures on your server. Never import them in browser code.',
  },
  { entry: '/testing', title: 'Testing', summary: 'A fake SDK, for the tests and stories of your app.' },
] as const;

type Group = (typeof groups)[number]['title'];

/** The group of an exported value. */
function groupOf({ item, entry }: Item): Group {
  if (entry.specifier.endsWith('/server')) return 'Server';
  if (entry.specifier.endsWith('/testing')) return 'Testing';
  if (/^use[A-Z]|^getZoomActions$/.test(item.name)) return 'Hooks';
  if (/Error/.test(item.name)) return 'Errors';
  if (/^[A-Z]/.test(item.name)) return 'Components';
  return /Sdk$/.test(item.name) ? 'SDK sources' : 'Signature';
}

/** The group of each export. A type belongs to the group of the closest value that uses it. */
function groupsOf(items: readonly Item[], pages: readonly ReferencePage[]): Map<string, Group> {
  const order: Group[] = ['Errors', 'Signature', 'SDK sources', 'Components', 'Hooks', 'Server', 'Testing'];
  const byName = new Map(pages.map((page) => [page.name, page]));
  let found = items
    .filter((_, index) => !pages[index]!.isType)
    .map((one) => ({ name: one.item.name, group: groupOf(one) }))
    .sort((one, other) => order.indexOf(one.group) - order.indexOf(other.group));
  const result = new Map<string, Group>();
  while (found.length > 0) {
    const added = found.filter(({ name }) => !result.has(name));
    for (const { name, group } of added) if (!result.has(name)) result.set(name, group);
    found = added.flatMap(({ name, group }) => {
      const { body, specifier } = byName.get(name)!;
      return linkedNames(body)
        .map((used) => byName.get(used))
        .filter((used) => used?.isType && used.specifier === specifier)
        .map((used) => ({ name: used!.name, group }));
    });
  }
  return result;
}

function overview(
  items: readonly Item[],
  pages: readonly ReferencePage[],
  host: ReadonlyMap<string, string>,
): string {
  const group = groupsOf(items, pages);
  const lines = [
    '# API reference',
    '',
    'There is a page for each component, hook and function, generated from the types and their comments. A type that only one of them uses is',
    'described on its page.',
  ];
  for (const [index, { entry, title, summary }] of groups.entries()) {
    const rows = items
      .filter(({ item }) => host.get(item.name) === item.name)
      .filter(({ item }) => (group.get(item.name) ?? 'Other types') === title)
      .sort((one, other) => one.item.name.localeCompare(other.item.name, 'en'))
      .map(({ item }) => ({
        isType: item.kindOf(typeKinds),
        line: `- [\`${item.name}\`](${item.name}.md): ${firstSentence(item)}`,
      }));
    const values = rows.filter(({ isType }) => !isType).map(({ line }) => line);
    const types = rows.filter(({ isType }) => isType).map(({ line }) => line);
    if (entry !== groups[index - 1]?.entry) lines.push('', `## ${entries[0]!.specifier}${entry}`);
    lines.push('', `### ${title}`, '', summary, '', ...values);
    if (values.length > 0 && types.length > 0) lines.push('', 'Types:', '');
    lines.push(...types);
  }
  return lines.join('\n');
}

function summary(item: DeclarationReflection | SignatureReflection): string {
  return (item.comment?.summary ?? []).map(({ text }) => text).join('');
}

function firstSentence(item: DeclarationReflection): string {
  const [paragraph = ''] = (summary(item) || summary(item.signatures?.[0] ?? item)).split('\n\n');
  const text = paragraph.replace(/\s+/g, ' ').trim().replace(/:$/, '.');
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}
