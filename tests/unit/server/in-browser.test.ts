import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { build as viteBuild, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as server from 'react-zoom-meeting/server';
import { demoKeys } from '../../../examples/demo/demo-keys';

const sentence = /SDK secret, which must never reach a browser.*createSignatureFetcher/;

/** An app that has the package installed: its package.json, and the files that `./server` can mean. */
let app: string;
beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-app-'));
  const installed = join(app, 'node_modules/react-zoom-meeting');
  await mkdir(installed, { recursive: true });
  await cp('package.json', join(installed, 'package.json'));
  for (const format of ['esm', 'cjs'] as const) {
    await build({
      entryPoints: { server: 'src/server/index.ts', 'server-in-browser': 'src/server/in-browser.ts' },
      outdir: join(installed, 'dist'),
      bundle: true,
      format,
      platform: 'neutral',
      outExtension: { '.js': format === 'cjs' ? '.cjs' : '.js' },
    });
  }
  await writeFile(
    join(app, 'page.js'),
    "import { createSignatureHandler } from 'react-zoom-meeting/server';\ncreateSignatureHandler({});",
  );
  await writeFile(join(app, 'bare.js'), "import 'react-zoom-meeting/server';");
  await writeFile(join(app, 'required.js'), "require('react-zoom-meeting/server');");
  await writeFile(join(app, 'names.js'), "export * from 'react-zoom-meeting/server';");
  await writeFile(join(app, 'index.html'), '<script type="module" src="./page.js"></script>');
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
    ...(conditions.length > 0 && { conditions }),
  });
  return outputFiles[0]!.text;
}

describe('for a browser, ./server', () => {
  test.each(['page.js', 'bare.js', 'required.js'])(
    'fails at load and says why, bundled by esbuild: %s',
    async (file) => {
      const code = await bundle(file, 'browser');
      expect(() => runInNewContext(code, {})).toThrow(sentence);
      expect(code).not.toMatch(/createHmac|importKey/);
    },
  );

  test('fails at load and says why, bundled by Vite', async () => {
    const { output } = (await viteBuild({
      root: app,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, modulePreload: { polyfill: false } },
    })) as Rolldown.RolldownOutput;
    const code = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
    expect(() => runInNewContext(code, {})).toThrow(sentence);
    expect(code).not.toMatch(/createHmac|importKey/);
  });

  test('has the names of the real one, so that no bundler complains about those instead', async () => {
    const code = await bundle('names.js', 'browser');
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

test('the built client has neither the signing code nor a secret', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: { index: 'src/index.ts' },
    outdir: 'nowhere',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    packages: 'external',
  });
  const files = Object.keys(metafile.inputs);
  expect(files).toContain('src/signature/signature-fetcher.ts');
  expect(files.filter((file) => /^src\/server\/|jose|node:|^examples|^tests/.test(file))).toEqual([]);
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(imported.filter((path) => /jose|jsrsasign|^node:|crypto/.test(path))).toEqual([]);
  const code = outputFiles.map(({ text }) => text).join('\n');
  for (const text of [demoKeys.sdkSecret, 'sdkSecret', 'createHmac', 'importKey', 'SignJWT']) {
    expect(code).not.toContain(text);
  }
});
