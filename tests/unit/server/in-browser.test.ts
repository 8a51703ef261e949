import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { build as viteBuild, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as server from 'react-zoom-meeting/server';
import { demoKeys } from '../../../examples/demo/demo-keys';

const sentence = /SDK secret, which must never reach a browser.*createSignatureFetcher/;

const missing = /server-must-not-be-imported-by-a-browser/;
const call =
  "createMeetingSignature({ sdkKey: 'k', sdkSecret: 'MY-SECRET', meetingNumber: '1234567890', role: 0 })";

/** Pages of somebody who mistakes the page for the server, and has the secret in it. */
const pages = {
  'page.js': `import { createMeetingSignature } from 'react-zoom-meeting/server';\n${call};`,
  'again.js': "export { createMeetingSignature } from 'react-zoom-meeting/server';",
  'namespace.js': `import * as server from 'react-zoom-meeting/server';\nserver.${call};`,
  'bare.js': "import 'react-zoom-meeting/server';\nglobalThis.secret = 'MY-SECRET';",
  'required.js': `require('react-zoom-meeting/server').${call};`,
  'names.js': "export * from 'react-zoom-meeting/server';",
};

/** An app that has the package installed: its package.json, and the files that `./server` can mean. */
let app: string;
beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-app-'));
  const installed = join(app, 'node_modules/react-zoom-meeting');
  await mkdir(installed, { recursive: true });
  await cp('package.json', join(installed, 'package.json'));
  for (const format of ['esm', 'cjs'] as const) {
    await build({
      entryPoints: {
        server: 'src/server/index.ts',
        'server-must-not-be-imported-by-a-browser': 'src/server/in-browser.ts',
        'server-in-browser-development': 'src/server/in-browser-development.ts',
      },
      outdir: join(installed, 'dist'),
      bundle: true,
      format,
      platform: 'neutral',
      outExtension: { '.js': format === 'cjs' ? '.cjs' : '.js' },
    });
  }
  for (const [name, content] of Object.entries(pages)) await writeFile(join(app, name), content);
});
afterAll(() => rm(app, { recursive: true, force: true }));

async function bundle(file: string, platform: 'browser' | 'node' | 'neutral', ...conditions: string[]) {
  const { outputFiles } = await build({
    entryPoints: [join(app, file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'exported',
    platform,
    logLevel: 'silent',
    ...(conditions.length > 0 && { conditions }),
  });
  return outputFiles[0]!.text;
}

async function bundleByVite(file: string) {
  // Vite takes it for development otherwise, because Vitest says `test`.
  vi.stubEnv('NODE_ENV', 'production');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { output } = (await viteBuild({
    root: app,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { input: join(app, file) } },
  })) as Rolldown.RolldownOutput;
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : [])).join('\n');
}

describe.each([
  ['esbuild', (file: string) => bundle(file, 'browser')],
  ['Vite', bundleByVite],
])('for a browser, bundled by %s, ./server', (_, build) => {
  test.each(['page.js', 'again.js'])('fails the build, with a file name that says why: %s', async (file) => {
    await expect(build(file)).rejects.toThrow(missing);
  });

  test.each(['namespace.js', 'bare.js'])('fails at load and says why: %s', async (file) => {
    const code = await build(file);
    expect(() => runInNewContext(code, {})).toThrow(sentence);
    expect(code).not.toMatch(/SignJWT|importKey/);
  });
});

describe('for a browser, ./server', () => {
  test('fails at load and says why, required', async () => {
    const code = await bundle('required.js', 'browser');
    expect(() => runInNewContext(code, {})).toThrow(sentence);
  });

  test.each(['page.js', 'bare.js', 'required.js'])(
    'fails at load and says why, while developing: %s',
    async (file) => {
      const code = await bundle(file, 'browser', 'development');
      expect(() => runInNewContext(code, {})).toThrow(sentence);
    },
  );

  test('has the names of the real one while developing, so that nobody complains about those instead', async () => {
    const code = await bundle('names.js', 'browser', 'development');
    for (const name of Object.keys(server)) expect(code).toMatch(new RegExp(`\\b${name}:`));
  });
});

describe('for a server, ./server is the real one', () => {
  test.each([
    ['Node', ['node', 'import']],
    ['Cloudflare', ['workerd', 'worker', 'browser', 'import']],
    ["Vercel's and Next.js' edge", ['edge-light', 'worker', 'browser', 'import']],
    ['Fastly', ['fastly', 'worker', 'browser', 'import']],
    ['React server components', ['react-server', 'node', 'import']],
    ['Deno', ['deno', 'node', 'import']],
    ['Bun', ['bun', 'node', 'import']],
    ['any other', ['import']],
  ])('on %s', async (_, conditions) => {
    const code = await bundle('names.js', 'neutral', ...conditions);
    const exported = runInNewContext(`${code};exported`, {
      TextDecoder,
      TextEncoder,
      crypto,
    }) as typeof server;
    expect(Object.keys(exported).sort()).toEqual(Object.keys(server).sort());
    expect(() => exported.createSignatureHandler({ ...demoKeys, authorize: () => true })).not.toThrow();
  });
});

/** Which traces of signing are in what a bundler makes of a file. */
async function tracesOfSigning(entryPoint: string) {
  const { outputFiles, metafile } = await build({
    entryPoints: [entryPoint],
    outdir: 'nowhere',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    packages: 'external',
    alias: { 'react-zoom-meeting/server': './src/server/index.ts' },
  });
  const files = Object.keys(metafile.inputs);
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const code = outputFiles.map(({ text }) => text).join('\n');
  return {
    files,
    traces: [
      ...files.filter((file) => /^src\/server\/|^examples|^tests/.test(file)),
      ...imported.filter((path) => /jose|jsrsasign|^node:|crypto/.test(path)),
      ...[demoKeys.sdkSecret, 'sdkSecret', 'importKey', 'SignJWT'].filter((text) => code.includes(text)),
    ],
  };
}

test('the built client has neither the signing code nor a secret', async () => {
  const { files, traces } = await tracesOfSigning('src/index.ts');
  expect(files).toContain('src/signature/signature-fetcher.ts');
  expect(traces).toEqual([]);
});

test('a page with either is found, so that the test before proves something', async () => {
  const { traces } = await tracesOfSigning('examples/demo/signature-endpoint.ts');
  const expected = [
    'src/server/index.ts',
    'examples/demo/demo-keys.ts',
    'jose',
    demoKeys.sdkSecret,
    'importKey',
  ];
  expect(traces).toEqual(expect.arrayContaining(expected));
});
