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

/** A page an export, all in one folder. */
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

/** The pages of the reference by file name: one for each export, and `README.md`, which lists them. */
export async function apiReference(): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'));
  try {
    const modules = await writeRawPages(folder);
    const items = entries.flatMap((entry, index) =>
      (modules[index]?.children ?? []).map((item) => ({ item, entry })),
    );
    const names = items.map(({ item }) => item.name);
    const pages = new Map([['README.md', overview(modules)]]);
    for (const { item, entry } of items) {
      const name = `${item.name}.md`;
      if (pages.has(name)) throw new Error(`Two exports are called ${item.name}.`);
      const page = await readFile(join(folder, name), 'utf8');
      const others = names.filter((other) => other !== item.name);
      pages.set(name, linkNames(tidy(page), others).replace(/^# .*\n/, `$&\n${importLine(item, entry)}\n`));
    }
    return pages;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Has TypeDoc write its pages; gives back the entries, in their order. */
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
      // `npm run typecheck` does that.
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

/** Without anchors that nothing points to, and without what nobody asks of a member. */
function tidy(page: string): string {
  return page
    .replace(/<a id="[^"]*"><\/a> /g, '')
    .replace(/^#+ (Inherited from|Overrides|Implementation of)\n\n.*\n/gm, '');
}

/** Turns other exports that a comment names into links. */
function linkNames(page: string, names: readonly string[]): string {
  return page
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part) =>
      part.startsWith('```')
        ? part
        : part.replace(/(?<!\[)`(\w+)(?:\(\))?`/g, (code, name: string) =>
            names.includes(name) ? `[${code}](${name}.md)` : code,
          ),
    )
    .join('');
}

/** What the lists are called, in the order in which somebody looks for things. */
const groups = ['Components', 'Hooks', 'Functions', 'Constants', 'Classes', 'Types'] as const;

function groupOf(item: DeclarationReflection): (typeof groups)[number] {
  if (item.kindOf(typeKinds)) return 'Types';
  if (item.kindOf(ReflectionKind.Class)) return 'Classes';
  if (/^[A-Z]/.test(item.name)) return 'Components';
  if (/^use[A-Z]/.test(item.name)) return 'Hooks';
  return item.kindOf(ReflectionKind.Function) ? 'Functions' : 'Constants';
}

function overview(modules: readonly DeclarationReflection[]): string {
  const lines = ['# API reference', '', 'One page per export, generated from the types and their comments.'];
  for (const [index, { specifier }] of entries.entries()) {
    const module = modules[index]!;
    lines.push('', `## ${specifier}`, '', summary(module));
    for (const group of groups) {
      const rows = (module.children ?? [])
        .filter((item) => groupOf(item) === group)
        .map((item) => `- [\`${item.name}\`](${item.name}.md): ${firstSentence(item)}`);
      if (rows.length > 0)
        lines.push('', `### ${group}`, '', ...rows.sort((a, b) => a.localeCompare(b, 'en')));
    }
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
