/** Secrets by name, each with a unique value. */
export type Canaries = Readonly<Record<string, string>>;

/** The value in plain text, in a URL, and as base64. */
const formsOf = (value: string) => [value, encodeURIComponent(value), btoa(value).replace(/=+$/, '')];

/** Reports the canaries in a text, and where the text is. */
type Search = (place: string, text: string) => void;

/**
 * Finds canaries in everything that a script, an extension or a session recorder can read on this page. Runs in
 * the page.
 * @param more Values from the test, by name: logs, errors, caches.
 * @returns Each place once, such as `zak in sessionStorage WEB_CLIENT_ZAK`.
 */
export async function findCanaries(
  canaries: Canaries,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const found = new Set<string>();
  const search: Search = (place, text) => {
    for (const [name, value] of Object.entries(canaries))
      if (formsOf(value).some((form) => text.includes(form))) found.add(`${name} in ${place}`);
  };
  searchDocument(search);
  searchStorage(search);
  await searchDatabases(search);
  search('the URL', location.href);
  search('the referrer', document.referrer);
  walk('history.state', history.state, search);
  for (const entry of performance.getEntries()) search(`performance ${entry.entryType}`, entry.name);
  searchReact(search);
  for (const key of Reflect.ownKeys(globalThis))
    if (/zoom|__react/i.test(String(key)) && !/^(fake|harness)/.test(String(key)))
      walk(`the global ${String(key)}`, (globalThis as Record<PropertyKey, unknown>)[key], search);
  for (const [place, value] of Object.entries(more)) walk(place, value, search);
  return [...found].sort();
}

function searchDocument(search: Search) {
  for (const element of document.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase();
    for (const attribute of element.attributes) search(`<${name} ${attribute.name}>`, attribute.value);
    if (element instanceof HTMLInputElement) search(`the value of <input>`, element.value);
    for (const node of element.childNodes)
      if (node.nodeType !== Node.ELEMENT_NODE) search(`the text of <${name}>`, node.textContent ?? '');
  }
}

function searchStorage(search: Search) {
  for (const name of ['localStorage', 'sessionStorage'] as const)
    for (const [key, value] of Object.entries(globalThis[name])) {
      search(`a key of ${name}`, key);
      search(`${name} ${key}`, String(value));
    }
  search('a cookie', document.cookie);
}

/** jsdom has no IndexedDB. */
async function searchDatabases(search: Search) {
  if (!globalThis.indexedDB) return;
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const content = database.transaction(store).objectStore(store);
      const all = [await done(content.getAllKeys()), await done(content.getAll())];
      walk(`IndexedDB ${name} ${store}`, all, search);
    }
    database.close();
  }
}

interface Fiber {
  type: unknown;
  memoizedProps: unknown;
  memoizedState: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
  stateNode: unknown;
}

const fiberKey = /^__reactContainer\$/;

/** The props and the hooks of every component, as shown by React's developer tools. */
function searchReact(search: Search) {
  for (const element of document.querySelectorAll('*')) {
    const key = Object.keys(element).find((name) => fiberKey.test(name));
    if (!key) continue;
    const root = (element as unknown as Record<string, Fiber | null>)[key];
    // The component was unmounted.
    if (!root) continue;
    // The current tree: the container still refers to the first one.
    const current = (root.stateNode as { current?: Fiber } | null)?.current ?? root;
    // The SDK's component names are minified, so one place stands for all of them.
    const isSdk = element.closest('.rzm-view') !== null;
    searchFibers(
      current,
      isSdk ? () => "the SDK's React" : (what, name) => `React: the ${what} of ${name}`,
      search,
    );
  }
}

function searchFibers(
  first: Fiber,
  placeOf: (what: 'props' | 'state', name: string) => string,
  search: Search,
) {
  const waiting: Fiber[] = [first];
  for (let fiber = waiting.pop(); fiber; fiber = waiting.pop()) {
    if (fiber.sibling) waiting.push(fiber.sibling);
    if (fiber.child) waiting.push(fiber.child);
    const name = fiber === first ? 'the root, which has what was rendered' : nameOf(fiber.type);
    walk(placeOf('props', name), fiber.memoizedProps, search);
    walk(placeOf('state', name), fiber.memoizedState, search);
  }
}

function nameOf(type: unknown): string {
  if (typeof type === 'string') return `<${type}>`;
  const { displayName, name, render } = Object(type) as {
    displayName?: string;
    name?: string;
    render?: unknown;
  };
  return displayName || name || (render ? nameOf(render) : 'a part of React');
}

/**
 * Every string in a value: own properties with any name, enumerable or not, maps and sets. Elements and fibers are
 * searched separately.
 */
function walk(place: string, value: unknown, search: Search) {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') search(place, next);
    if ((typeof next !== 'object' && typeof next !== 'function') || next === null || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof Node || next === globalThis || isFiber(next)) continue;
    if (next instanceof Map) waiting.push(...next.keys(), ...next.values());
    if (next instanceof Set) waiting.push(...next);
    for (const key of Reflect.ownKeys(next)) {
      search(place, String(key));
      waiting.push(Object.getOwnPropertyDescriptor(next, key)?.value);
    }
  }
}

const isFiber = (value: object) => 'memoizedProps' in value && 'stateNode' in value;
