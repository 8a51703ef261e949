import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys } from '../../examples/demo/demo-keys';
import { zoomErrorCodes } from '../../src/errors/error-catalogue';
import { languageNames } from '../../src/languages/languages';
import { installApp } from '../install-app';

const run = promisify(execFile);

/** An app outside the repository that has the published package and its peers installed. */
let app: string;
let installed: string;
beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-packed-'));
  installed = join(app, 'node_modules/react-zoom-meeting');
  await installApp(app, [
    ...['react', 'react-dom', '@tanstack/react-query', 'react-server-dom-webpack'],
    ...['jest', 'jest-environment-jsdom', 'typescript'],
  ]);
});
afterAll(() => rm(app, { recursive: true, force: true }));

/** The JSON that a file of the app prints in Node. */
async function printed(name: string, code: string, ...flags: string[]): Promise<unknown> {
  await writeFile(join(app, name), code);
  const { stdout } = await run(process.execPath, [...flags, name], { cwd: app });
  return JSON.parse(stdout);
}

/** A file with the texts of a language. */
const languageFile = /^dist\/(lobby-)?[a-z]{2}-[A-Z]{2}-[\w*-]{1,8}\.c?js$/;

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => posix.join(parentPath.slice(folder.length + 1), name));

/** The files that this file imports or exports from, in the package. */
function named(file: string): string[] {
  if (!/\.(d\.)?c?[jt]s$/.test(file)) return [];
  const code = readFileSync(join(installed, file), 'utf8');
  return [...code.matchAll(/(?:from|import|require|resolve)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, path]) =>
    posix.join(dirname(file), /\.d\.c?ts$/.test(file) ? path!.replace(/\.(c?)js$/, '.d.$1ts') : path!),
  );
}

describe('the package', () => {
  it('has exactly these files', () => {
    const kinds = filesOf(installed)
      .map((path) => path.replace(/-[\w-]{8}\./, '-*.'))
      .filter((path) => !languageFile.test(path));
    const [js, types] = [
      ['js', 'cjs'],
      ['d.ts', 'd.cts'],
    ];
    const each = (names: string[], endings: string[]) =>
      names.flatMap((name) => endings.map((ending) => `dist/${name}.${ending}`));
    expect([...new Set(kinds)].sort()).toEqual(
      [
        ...['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
        ...['dist/cli.js', 'dist/cli.licenses.txt', 'dist/styles.css'],
        ...each(['index', 'client', 'testing', 'server', 'chunk-*', 'inspect-signature-*'], js),
        ...each(['server-must-not-be-imported-by-a-browser', 'server-in-browser-development'], js),
        ...each(['index', 'testing', 'server', 'zoom-sdk-*', 'styles.css'], types),
      ].sort(),
    );
  });

  it('has two files for each language, one for the panels and one for the lobby, in both formats', () => {
    const languages = filesOf(installed).filter((path) => languageFile.test(path));
    const each = (ending: string) =>
      languages
        .filter((path) => path.endsWith(ending))
        .map((path) => path.slice('dist/'.length, -ending.length - 9));
    const expected = [...languageNames, ...languageNames.map((name) => `lobby-${name}`)].sort();
    expect(each('.js').sort()).toEqual(expected);
    expect(each('.cjs').sort()).toEqual(expected);
  });

  // Tests the ES modules, because bundlers do not split CommonJS.
  it('bundles each language in its own chunk', async () => {
    const result = await build({
      stdin: {
        contents: `import { ZoomMeeting } from './dist/index.js'; console.log(ZoomMeeting);`,
        resolveDir: installed,
      },
      bundle: true,
      write: false,
      format: 'esm',
      // Like a bundler with code splitting, which puts dynamic imports into separate files.
      splitting: true,
      outdir: 'out',
      metafile: true,
      external: ['react', 'react-dom', '@tanstack/react-query'],
      logLevel: 'silent',
    });
    const texts = result.outputFiles.map(({ text }) => text);
    // The English texts are in one file, and the German ones in one other file.
    const english = texts.filter((text) => text.includes('let you in'));
    const german = texts.filter((text) => text.includes('eintreten l'));
    expect(english).toHaveLength(1);
    expect(german).toHaveLength(1);
    expect(german).not.toEqual(english);
  });

  it('has no unreferenced files', () => {
    const files = filesOf(installed);
    const reached = new Set<string>();
    const reach = (file: string) => {
      if (reached.has(file) || !files.includes(file)) return;
      reached.add(file);
      named(file).forEach(reach);
    };
    const manifest = readFileSync(join(installed, 'package.json'), 'utf8');
    for (const [, file] of manifest.matchAll(/"\.\/(dist\/[^"*]+)"/g)) reach(file!);
    const unnamed = files.filter((file) => !reached.has(file) && file.startsWith('dist'));
    expect(unnamed.sort()).toEqual(['dist/cli.licenses.txt']);
  });

  it('includes the licences of bundled packages', () => {
    const licences = readFileSync(join(installed, 'dist/cli.licenses.txt'), 'utf8');
    expect(licences.match(/^\S+ \d\S+ \(.*\)$/gm)).toContainEqual(expect.stringMatching(/^commander /));
  });

  it('contains no secret of the repository, no signature, and no path of the build machine', () => {
    for (const file of filesOf(installed)) {
      const text = readFileSync(join(installed, file), 'utf8');
      for (const planted of [demoKeys.sdkSecret, process.cwd(), join(homedir(), '/')])
        expect(text.includes(planted), `${planted} in ${file}`).toBe(false);
      expect(text, file).not.toMatch(/\beyJ[\w-]{8,}\.eyJ/);
    }
  });

  it('has a README with absolute links only, because it ships no other pages', () => {
    const links = [...readFileSync(join(installed, 'README.md'), 'utf8').matchAll(/\]\(([^)]+)\)/g)];
    expect(links.length).toBeGreaterThan(20);
    expect(links.map(([, link]) => link).filter((link) => !/^(https:|#)/.test(link!))).toEqual([]);
  });

  it('has a package.json without the fields that only the repository needs', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(manifest)).toEqual([
      ...['name', 'version', 'description', 'keywords', 'homepage', 'bugs', 'repository', 'license'],
      'publishConfig',
      ...['type', 'sideEffects', 'engines', 'bin', 'files', 'main', 'module', 'types', 'typesVersions'],
      ...['exports', 'peerDependencies', 'peerDependenciesMeta', 'scripts'],
    ]);
    expect(Object.keys(manifest.scripts)).toEqual(['prepack', 'postpack']);
    // The repository's package.json is restored.
    expect(JSON.parse(readFileSync('package.json', 'utf8'))).toHaveProperty('devDependencies');
  });
});

/** Prints the claims of a signature. */
const sign = `
createMeetingSignature({ sdkKey: 'key', sdkSecret: 'secret', meetingNumber: '1234567890', role: 0 }).then(
  (signature) => console.log(Buffer.from(signature.split('.')[1], 'base64url').toString()),
);`;
const signed = expect.objectContaining({ appKey: 'key', mn: '1234567890', role: 0 }) as unknown;

describe('./server', () => {
  it('can be imported', async () => {
    const code = `import { createMeetingSignature } from 'react-zoom-meeting/server';${sign}`;
    expect(await printed('sign.mjs', code)).toEqual(signed);
  });

  it('can be required without require(esm)', async () => {
    const flag = '--no-experimental-require-module';
    const flags = process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : [];
    const code = `const { createMeetingSignature } = require('react-zoom-meeting/server');${sign}`;
    expect(await printed('sign.cjs', code, ...flags)).toEqual(signed);
  });

  it('works in Jest, and explains in Jest with jsdom why it does not', async () => {
    const test = (environment: string) => `/** @jest-environment ${environment} */
const { createMeetingSignature } = require('react-zoom-meeting/server');
test('signs', async () => {
  expect(typeof (await createMeetingSignature({ sdkKey: 'k', sdkSecret: 's', meetingNumber: '1234567890', role: 0 }))).toBe('string');
});`;
    await writeFile(join(app, 'package.json'), '{}');
    for (const name of ['node', 'jsdom']) await writeFile(join(app, `${name}.test.js`), test(name));
    const jest = (name: string) =>
      run(process.execPath, ['node_modules/jest/bin/jest.js', '--rootDir', app, name], { cwd: app });
    expect((await jest('node.test.js')).stderr).toContain('1 passed');
    await expect(jest('jsdom.test.js')).rejects.toThrow(
      /Cannot find module .*SDK secret.* condition 'node'/s,
    );
  });
});

describe('TypeScript', () => {
  it.each([
    ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
    ['node16', ['--module', 'node16', '--moduleResolution', 'node16']],
    ['node10', ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0']],
  ])('resolves every entry, including styles.css: %s', async (_, flags) => {
    const entries = ['server', 'testing', 'styles.css'].map(
      (entry) => `import 'react-zoom-meeting/${entry}';`,
    );
    await writeFile(join(app, 'entries.ts'), `import 'react-zoom-meeting';\n${entries.join('\n')}`);
    const strict = ['--noEmit', '--strict', '--skipLibCheck', '--noUncheckedSideEffectImports'];
    const tsc = ['node_modules/typescript/bin/tsc', ...strict, ...flags, 'entries.ts'];
    const said = await run(process.execPath, tsc, { cwd: app }).catch((error: { stdout: string }) => error);
    expect(said.stdout).toBe('');
  });
});

describe('ZoomMeetingError', () => {
  it('is the same class in the ES module and in CommonJS', async () => {
    const code = `
import { createRequire } from 'node:module';
import { ZoomMeetingError as Imported } from 'react-zoom-meeting';
const { ZoomMeetingError: Required } = createRequire(import.meta.url)('react-zoom-meeting');
console.log(JSON.stringify([
  Imported === Required,
  new Imported(3712) instanceof Required,
  new Required(3712) instanceof Imported,
  new Error('no') instanceof Imported,
]));`;
    expect(await printed('errors.mjs', code)).toEqual([false, true, true, false]);
  });
});

describe('in a React server component', () => {
  /** Prints the exports that are references to client code, and the results of the others. */
  const look = `.then(async (all) => {
  const isReference = ([, value]) => value.$$typeof === Symbol.for('react.client.reference');
  const { findings } = await all.inspectSignature('no signature');
  console.log(JSON.stringify({
    references: Object.entries(all).filter(isReference).map(([name]) => name),
    codes: Object.keys(all.zoomErrorCodes).length,
    findings: findings.map(({ id }) => id),
  }));
});`;
  const components = [
    ...['ZoomLobby', 'ZoomMeeting', 'ZoomMeetingProvider', 'ZoomMeetingView'],
    ...['ZoomPanel', 'ZoomPanelButton'],
    'getZoomActions',
    ...['useActiveSpeaker', 'useBreakoutRooms', 'useCaptions', 'useChat'],
    ...['useCurrentUser', 'useMeetingInfo', 'useNetworkQuality', 'useParticipant', 'useParticipants'],
    ...['useRecordingStatus', 'useStatistics', 'useVirtualBackground'],
    ...['useZoomActions', 'useZoomClient', 'useZoomEvent', 'useZoomMeeting'],
  ];
  /** React's loader expects text, which Node does not provide. */
  const loaders = `
import { register } from 'node:module';
const asText = \`export async function load(url, context, next) {
  const loaded = await next(url, context);
  return loaded.source ? { ...loaded, source: Buffer.from(loaded.source).toString() } : loaded;
}\`;
register('data:text/javascript,' + encodeURIComponent(asText));
register('react-server-dom-webpack/node-loader', import.meta.url);`;

  it.each([
    ['imported', 'index.mjs', `import('react-zoom-meeting')${look}`, ['--import', './loaders.mjs']],
    [
      'required',
      'index.cjs',
      `require('react-server-dom-webpack/node-register')();
Promise.resolve(require('react-zoom-meeting'))${look}`,
      [],
    ],
  ])('only components and hooks are client-side: %s', async (_, file, code, flags) => {
    await writeFile(join(app, 'loaders.mjs'), loaders);
    expect(await printed(file, code, '--conditions=react-server', ...flags)).toEqual({
      references: components,
      codes: Object.keys(zoomErrorCodes).length,
      findings: ['not-a-jwt'],
    });
  });
});
