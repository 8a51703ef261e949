import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { build as viteBuild } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { webpack } from 'webpack';
import * as server from 'react-zoom-meeting/server';
import { demoKeys } from '../../../examples/demo/demo-keys';

const sentence = /SDK secret, which must never reach a browser.*createSignatureFetcher.*condition 'node'/;

const call =
  "createMeetingSignature({ sdkKey: 'k', sdkSecret: 'MY-SECRET', meetingNumber: '1234567890', role: 0 })";

/** Pages that wrongly sign in the browser and contain the secret. */
const pages = {
  'page.js': `import { createMeetingSignature } from 'react-zoom-meeting/server';\n${call};`,
  'again.js': "export { createMeetingSignature } from 'react-zoom-meeting/server';",
  'namespace.js': `import * as server from 'react-zoom-meeting/server';\nserver.${call};`,
  'bare.js': "import 'react-zoom-meeting/server';\nglobalThis.secret = 'MY-SECRET';",
  'required.js': `require('react-zoom-meeting/server').${call};`,
  'names.js': "export * from 'react-zoom-meeting/server';",
};

/** An app with the package installed: its package.json, and the files that `./server` can resolve to. */
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
      external: ['./react-zoom-meeting/*'],
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

/** Vite would otherwise treat this as development, because Vitest sets NODE_ENV to `test`. */
const inProduction = () => vi.stubEnv('NODE_ENV', 'production');
afterEach(() => void vi.unstubAllEnvs());

const bundleByVite = (file: string) =>
  viteBuild({
    root: app,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: join(app, file) } },
  });

const bundleByRollup = (browser: boolean) => async (file: string) => {
  const bundle = await rollup({ input: join(app, file), plugins: [nodeResolve({ browser })], onwarn() {} });
  return bundle.generate({});
};

const bundleByWebpack = (mode: 'development' | 'production') => async (file: string) => {
  const compiler = webpack({
    mode,
    context: app,
    entry: join(app, file),
    output: { path: app },
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  if (stats!.hasErrors()) throw new Error(stats!.toString());
};

const imports = ['page.js', 'again.js', 'namespace.js', 'bare.js'];

describe.each([
  ['esbuild', (file: string) => bundle(file, 'browser'), [...imports, 'required.js']],
  ['esbuild without a platform', (file: string) => bundle(file, 'neutral'), imports],
  ['Vite', bundleByVite, [...imports, 'required.js']],
  ['webpack', bundleByWebpack('production'), [...imports, 'required.js']],
  ['webpack during development', bundleByWebpack('development'), [...imports, 'required.js']],
  ['Rollup', bundleByRollup(true), imports],
  ['Rollup without its browser option', bundleByRollup(false), imports],
] satisfies [string, (file: string) => Promise<unknown>, string[]][])(
  'in a browser, %s',
  (_, build, files) => {
    test.each(files)('fails to build ./server, and explains why: %s', async (file) => {
      inProduction();
      await expect(build(file)).rejects.toThrow(sentence);
    });
  },
);

describe('in a browser, ./server', () => {
  test.each(['page.js', 'bare.js', 'namespace.js', 'required.js'])(
    'fails on load and explains why, during development: %s',
    async (file) => {
      const code = await bundle(file, 'browser', 'development');
      expect(() => runInNewContext(code, {})).toThrow(sentence);
      expect(code).not.toMatch(/createHmac|importKey/);
    },
  );

  test('has the same exports as the real module during development, so that the error is not about a missing export', async () => {
    const code = await bundle('names.js', 'browser', 'development');
    for (const name of Object.keys(server)) expect(code).toMatch(new RegExp(`\\b${name}:`));
  });
});

describe('on a server, ./server is the real module', () => {
  test.each([
    ['Node', ['node', 'import']],
    ['Cloudflare', ['workerd', 'worker', 'browser', 'import']],
    ["Vercel's and Next.js' edge", ['edge-light', 'worker', 'browser', 'import']],
    ['Fastly', ['fastly', 'worker', 'browser', 'import']],
    ['React server components', ['react-server', 'node', 'import']],
    ['Deno', ['deno', 'node', 'import']],
    ['Bun', ['bun', 'node', 'import']],
  ])('with %s', async (_, conditions) => {
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

/** The traces of signing that a file's bundle contains. */
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
      ...[demoKeys.sdkSecret, 'sdkSecret', 'importKey', 'createHmac'].filter((text) => code.includes(text)),
    ],
  };
}

test('the built client contains neither the signing code nor a secret', async () => {
  const { files, traces } = await tracesOfSigning('src/index.ts');
  expect(files).toContain('src/signature/signature-fetcher.ts');
  expect(traces).toEqual([]);
});

test('a page that contains either is detected, which shows that the test above can fail', async () => {
  const { traces } = await tracesOfSigning('examples/demo/signature-endpoint.ts');
  const expected = [
    'src/server/index.ts',
    'examples/demo/demo-keys.ts',
    'jose',
    demoKeys.sdkSecret,
    'importKey',
    'createHmac',
  ];
  expect(traces).toEqual(expect.arrayContaining(expected));
});
