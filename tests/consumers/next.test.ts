import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectCleanClient } from './client-files';
import { answers, createConsumer, freePort, type Consumer } from './consumer';
import { docPage, installCommands, type DocFile } from './doc-page';
import { expectToJoin, useBrowser, zoomEnvironment } from './meeting';
import { record } from './record';

const recipe = docPage('recipes/next.md');
const ofAppRouter = recipe.files.filter(({ path }) => path.startsWith('app/'));
const ofPagesRouter = recipe.files.filter(({ path }) => path.startsWith('pages/'));

/** The page's complete configuration, and the part for an existing one. */
const config = recipe.files.find(({ path }) => path === 'next.config.ts')!;
const [headers = ''] = /^ {2}async headers\(\) \{$.*?^ {2}\},$/ms.exec(config.code) ?? [];

let app: Consumer;
/** The files that create-next-app made, with the recipe's headers. */
let made: DocFile[];

/** The template's page requests fonts from Google while it builds. These answers replace them. */
const face =
  "@font-face { font-style: normal; font-weight: 100 900; font-family: Geist; src: local('Arial'); }";
const fonts: DocFile = {
  path: 'google-fonts.cjs',
  code: `module.exports = ${JSON.stringify({
    'https://fonts.googleapis.com/css2?family=Geist:wght@100..900&display=swap': face,
    'https://fonts.googleapis.com/css2?family=Geist+Mono:wght@100..900&display=swap': face,
  })};\n`,
};

const environment = () => ({
  ...zoomEnvironment,
  NEXT_FONT_GOOGLE_MOCKED_RESPONSES: join(app.folder, fonts.path),
});

useBrowser();
beforeAll(async () => {
  app = await createConsumer('next');
  await app.install('npx --yes create-next-app@latest . --yes');
  for (const line of installCommands(recipe)) await app.install(line);
  made = await app.read('app/page.tsx', 'app/layout.tsx', 'app/globals.css', 'next.config.ts');
  const madeConfig = made.find(({ path }) => path === 'next.config.ts')!;
  madeConfig.code = madeConfig.code.replace('/* config options here */', headers);
});
afterAll(() => app?.remove());

beforeEach(async () => {
  for (const folder of ['app', 'pages', '.next'])
    await rm(join(app.folder, folder), { recursive: true, force: true });
  await app.write([...made, fonts]);
});

/** Builds, serves, and joins on each of the pages. Returns the server's URL. */
async function buildAndJoin(flags: string, ...paths: string[]): Promise<string> {
  await app.run(`npm run build${flags}`, environment());
  await expectCleanClient(join(app.folder, '.next/static'));
  const port = await freePort();
  app.start(`npm run start -- --port ${port}`, environment());
  await answers(port);
  const address = `http://localhost:${port}`;
  for (const path of paths) await expectToJoin(address + path);
  return address;
}

/** Exports that are not client-only also work on the server. */
const onServer: DocFile[] = [
  {
    path: 'app/api/inspect/route.ts',
    code: `import { inspectSignature } from 'react-zoom-meeting';

export const POST = async (request: Request) => Response.json(await inspectSignature(await request.text()));
`,
  },
  {
    path: 'app/codes/page.tsx',
    code: `import { zoomErrorCodes } from 'react-zoom-meeting';

export default function Page() {
  return <p>3712 is {zoomErrorCodes[3712].class}.</p>;
}
`,
  },
];

async function expectToWorkOnServer(address: string): Promise<void> {
  const inspected = await fetch(`${address}/api/inspect`, { method: 'POST', body: 'no signature' });
  expect(await inspected.json()).toMatchObject({ findings: [{ id: 'not-a-jwt' }] });
  const page = await (await fetch(`${address}/codes`)).text();
  expect(page.replaceAll('<!-- -->', '')).toContain('3712 is signature.');
}

const versions = () => app.versions('next', 'react');

describe('docs/recipes/next.md, in an app from create-next-app', () => {
  it('uses Cache Components, and has a place for the headers', () => {
    const code = made.find(({ path }) => path === 'next.config.ts')?.code;
    expect(code).toContain('cacheComponents: true');
    expect(code).toContain('Cross-Origin-Embedder-Policy');
  });

  it('type-checks with every library except Next itself', async () => {
    const wrong = { path: 'app/wrong.ts', code: 'export const wrong: string = 5;\n' };
    await app.write([
      ...recipe.files.filter(({ path }) => /\.tsx?$/.test(path)),
      ...onServer,
      ...made,
      wrong,
    ]);
    await app.run('npx next typegen');
    const checked = app.run('npx tsc --noEmit --skipLibCheck false --incremental false');
    const output = await checked.catch((error: Error) => error.message);
    const errors = output.split('\n').filter((line) => / error TS/.test(line));
    // Next 16.4 refers to types that are missing in the Node types of create-next-app.
    expect(errors.filter((line) => !line.startsWith('node_modules/next/'))).toEqual([
      expect.stringContaining(wrong.path),
    ]);
  });

  it.for([
    { bundler: 'Turbopack', flags: '' },
    { bundler: 'webpack', flags: ' -- --webpack' },
  ])('App Router, $bundler: builds and joins', async ({ bundler, flags }, { task }) => {
    await app.write([...ofAppRouter, ...onServer]);
    // The number is known at build time, so the meeting is in the prerendered page itself, without Suspense.
    await app.write([
      {
        path: 'app/standup/page.tsx',
        code: `import { Meeting } from '../meetings/[number]/meeting';

export default function Page() {
  return <main style={{ height: '100dvh' }}><Meeting number="1234567890" userName="Ada" /></main>;
}
`,
      },
    ]);
    await expectToWorkOnServer(await buildAndJoin(flags, '/meetings/1234567890', '/standup'));
    record(task, {
      section: 'Bundlers and frameworks',
      what: `[Next.js](recipes/next.md), App Router with Cache Components, ${bundler}`,
      versions: versions(),
    });
  });

  it('App Router, in development: joins, and hydrates without a warning', async ({ task }) => {
    await app.write(ofAppRouter);
    const port = await freePort();
    app.start(`npm run dev -- --port ${port}`, environment());
    await answers(port);
    await expectToJoin(`http://localhost:${port}/meetings/1234567890`);
    record(task, {
      section: 'Bundlers and frameworks',
      what: '[Next.js](recipes/next.md), App Router, `next dev`',
      versions: versions(),
    });
  });

  it('Pages Router: builds and joins', async ({ task }) => {
    await rm(join(app.folder, 'app'), { recursive: true });
    await app.write(ofPagesRouter);
    await buildAndJoin('', '/meetings/1234567890');
    record(task, {
      section: 'Bundlers and frameworks',
      what: '[Next.js](recipes/next.md#pages-router), Pages Router',
      versions: versions(),
    });
  });

  const onEdge = () =>
    ofAppRouter.map(({ path, code }) =>
      path.endsWith('route.ts')
        ? { path, code: `${code}\nexport const runtime = 'edge';\n` }
        : { path, code },
    );

  it('a route on the edge runtime: builds and joins', async ({ task }) => {
    await app.write([...onEdge(), config]);
    // The template's stylesheet needs the configuration that has just been replaced.
    await app.write([{ path: 'app/globals.css', code: '' }]);
    await buildAndJoin('', '/meetings/1234567890');
    record(task, {
      section: 'Bundlers and frameworks',
      what: '[Next.js](recipes/next.md#good-to-know), edge route without Cache Components',
      versions: versions(),
    });
  });

  it('a route on the edge runtime with Cache Components: Next rejects it', async ({ task }) => {
    await app.write(onEdge());
    await expect(app.run('npm run build', environment())).rejects.toThrow(/runtime.*cacheComponents/s);
    record(task, {
      section: 'Bundlers and frameworks',
      what: '[Next.js](recipes/next.md#good-to-know), edge route with Cache Components',
      versions: versions(),
      doesNotWork:
        'Next.js does not allow `runtime` in an app with Cache Components. Omit it, and the route runs on Node.',
    });
  });
});
