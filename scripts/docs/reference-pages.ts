/** A page of the reference. */
export interface ReferencePage {
  name: string;
  /** The entry of the package that exports it. */
  specifier: string;
  isType: boolean;
  /** The text without title and import. Links to other exports point to their pages. */
  body: string;
}

const inheritance = /^#+ (?:Extends|Extended by)\n\n(?:- .*\n)+/gm;

/** The exports that a text links to. */
export function linkedNames(text: string): string[] {
  return [...text.matchAll(/\]\((\w+)\.md/g)].map(([, name]) => name!);
}

/**
 * The page of each type: its own, or that of the only export that uses it. A type that others extend keeps its own
 * page, because its members also appear on theirs.
 */
export function hosts(pages: readonly ReferencePage[]): Map<string, string> {
  const users = new Map(pages.map(({ name }) => [name, new Set<string>()]));
  const extended = new Set<string>();
  for (const { name, body } of pages) {
    for (const [section] of body.matchAll(inheritance))
      if (/ Extends\n/.test(section)) for (const base of linkedNames(section)) extended.add(base);
    for (const used of linkedNames(body.replace(inheritance, '')))
      if (used !== name) users.get(used)?.add(name);
  }
  const byName = new Map(pages.map((page) => [page.name, page]));
  const user = new Map<string, string>();
  for (const { name, specifier, isType } of pages) {
    const [only, ...others] = users.get(name)!;
    if (
      isType &&
      only &&
      others.length === 0 &&
      !extended.has(name) &&
      byName.get(only)!.specifier === specifier
    )
      user.set(name, only);
  }
  return new Map(pages.map(({ name }) => [name, hostOf(name, user)]));
}

/** Follows the chain of users. Two types that use only each other each have a page. */
function hostOf(name: string, user: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let host = name;
  while (user.has(host)) {
    if (seen.has(host)) return name;
    seen.add(host);
    host = user.get(host)!;
  }
  return host;
}

/** The section of a type on another export's page. */
export function section({ name, body }: ReferencePage): string {
  const deeper = outsideCode(body, (text) => text.replace(/^#+ /gm, '##$&'));
  return `### ${name}\n\n${deeper.trim()}\n`;
}

/** Changes the text outside code blocks. */
export function outsideCode(page: string, change: (text: string) => string): string {
  return page
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part) => (part.startsWith('```') ? part : change(part)))
    .join('');
}

/** Links to types on another page become links to their sections. */
export function relink(page: string, here: string, host: ReadonlyMap<string, string>): string {
  return page.replace(/\]\((\w+)\.md\)/g, (link, name: string) => {
    const target = host.get(name);
    if (target === undefined || target === name) return link;
    const anchor = `#${name.toLowerCase()}`;
    return target === here ? `](${anchor})` : `](${target}.md${anchor})`;
  });
}
