import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  defaultSdkVersion as copiedVersion,
  testedSdkVersions as copiedVersions,
} from '../../../src/cli/sdk-files';
import { scriptSdk } from '../../../src/sdk/script-sdk';
import { defaultSdkVersion, testedSdkVersions } from '../../../src/sdk/tested-versions';
import {
  installSdk,
  sdkFiles,
  startRegistry,
  temporaryFolder,
  writeFiles,
  type FakeRegistry,
} from './fake-registry';
import { cli } from './run-in-process';

const needed = [
  'lib/av/js_media.min.js',
  'lib/av/vb-resource/tf.min.js',
  'lib/image/blur.png',
  'lib/vendor/react-dom.min.js',
  'lib/vendor/react.min.js',
  'zoomus-websdk-embedded.umd.min.js',
];
let cwd: string;
let target: string;

beforeEach(async () => {
  cwd = await temporaryFolder(onTestFinished);
  target = join(cwd, 'public/zoom-sdk');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const copy = (args: string[] = [], env: Record<string, string> = {}) =>
  cli(['copy-sdk', 'public/zoom-sdk', ...args], { cwd, env });

/** The files in the folder, without the list that we write. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => name !== '.zoom-sdk.json')
    .sort();
}

test('uses the same versions as the library', () => {
  expect(copiedVersion).toBe(defaultSdkVersion);
  expect(copiedVersions).toEqual(testedSdkVersions);
});

/** A link element that `scriptSdk` fills in. */
interface FakeLink {
  href: string;
  integrity?: string;
  onload: () => void;
}
const newLink = () => ({ relList: { supports: () => true } });

describe('copying an installed package', () => {
  test('copies everything that scriptSdk loads from the real package', async () => {
    const repository = fileURLToPath(new URL('../../..', import.meta.url));
    const { exitCode, stdout } = await cli(['copy-sdk', target], { cwd: repository });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Zoom Meeting SDK ${defaultSdkVersion} from the installed package`);

    const loaded: string[] = [];
    vi.stubGlobal('CSS', { escape: String });
    vi.stubGlobal('document', {
      baseURI: 'https://app.example.com/',
      querySelector: () => null,
      createElement: newLink,
      head: {
        append(link: FakeLink) {
          loaded.push(new URL(link.href).pathname);
          link.onload();
        },
      },
    });
    await scriptSdk({ baseUrl: '/zoom-sdk' }).warm!();
    expect(loaded).toHaveLength(4);
    for (const path of loaded) expect(existsSync(join(cwd, 'public', path)), path).toBe(true);
  });

  test('leaves out what Component View does not load', async () => {
    await installSdk(cwd, '6.2.0');
    const { exitCode, stdout } = await copy();
    expect(exitCode).toBe(0);
    expect(await filesIn(target)).toEqual(needed);
    expect(stdout).toContain('serves this folder as /zoom-sdk');
    expect(stdout).toContain("scriptSdk({ baseUrl: '/zoom-sdk' })");
  });

  test('changes nothing on a second run, and says so', async () => {
    await installSdk(cwd, '6.2.0');
    await copy();
    const { exitCode, stdout } = await copy();
    expect(exitCode).toBe(0);
    expect(stdout).toContain('already');
  });

  test('replaces the files of an older version, and removes those that the newer one lacks', async () => {
    await installSdk(cwd, '6.2.0', { ...sdkFiles, 'dist/lib/av/old.wasm': 'old' });
    await copy();
    await installSdk(cwd, '6.3.0', { ...sdkFiles, 'dist/lib/av/js_media.min.js': 'newer' });
    await rm(join(cwd, 'node_modules/@zoom/meetingsdk/dist/lib/av/old.wasm'));
    const { stdout } = await copy();
    expect(await filesIn(target)).toEqual(needed);
    expect(await readFile(join(target, 'lib/av/js_media.min.js'), 'utf8')).toBe('newer');
    expect(stdout).toContain('SDK 6.3.0 is not tested with this version of react-zoom-meeting.');
  });

  test.each(testedSdkVersions)('does not mention a tested version: %s', async (version) => {
    await installSdk(cwd, version);
    expect((await copy()).stdout).not.toContain('tested');
  });

  test('keeps other files in the folder', async () => {
    await installSdk(cwd, '6.2.0');
    await writeFiles(target, { 'robots.txt': 'mine', 'lib/mine.js': 'mine' });
    expect((await copy()).exitCode).toBe(0);
    expect(await filesIn(target)).toEqual([...needed, 'lib/mine.js', 'robots.txt'].sort());
  });

  test('stops before writing when an unrelated file has the same name', async () => {
    await installSdk(cwd, '6.2.0');
    await writeFiles(target, { 'lib/vendor/react.min.js': 'another React' });
    const { exitCode, stderr } = await copy();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('DIR has files that copy-sdk did not write');
    expect(stderr).toContain('lib/vendor/react.min.js');
    expect(await filesIn(target)).toEqual(['lib/vendor/react.min.js']);
  });

  test('completes an interrupted copy', async () => {
    await installSdk(cwd, '6.2.0');
    await copy();
    await writeFile(join(target, 'lib/av/js_media.min.js'), 'med');
    expect((await copy()).exitCode).toBe(0);
    expect(await readFile(join(target, 'lib/av/js_media.min.js'), 'utf8')).toBe('media');
  });

  test('deletes nothing when the list names other files', async () => {
    await installSdk(cwd, '6.2.0');
    await writeFiles(cwd, { 'secret.txt': 'mine', 'public/zoom-sdk/index.html': 'mine' });
    await writeFiles(target, {
      '.zoom-sdk.json': JSON.stringify({
        files: ['../../secret.txt', 'index.html', 'lib/av/../../index.html'],
      }),
    });
    expect((await copy()).exitCode).toBe(0);
    expect(existsSync(join(cwd, 'secret.txt'))).toBe(true);
    expect(existsSync(join(target, 'index.html'))).toBe(true);
  });

  test.each([
    [
      'an SDK without Component View',
      { 'dist/zoomus-websdk.umd.min.js': 'x' },
      'must have dist/zoomus-websdk-embedded',
    ],
  ])('reports %s', async (_, files, message) => {
    await installSdk(cwd, '4.1.0', files);
    const { exitCode, stderr } = await copy();
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  test('reports an installed version that is too old', async () => {
    await installSdk(cwd, '3.11.2');
    const { exitCode, stderr } = await copy();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('must be 4.0.7 or later');
    expect(existsSync(target)).toBe(false);
  });

  test.each([
    ['a file', 'lib/vendor/react.min.js'],
    ['a folder', 'lib/av'],
    ['a parent folder', 'lib'],
    ['the list of copied files', '.zoom-sdk.json'],
  ])('does not follow or write through a link in place of %s', async (_, path) => {
    await installSdk(cwd, '6.2.0');
    await copy();
    const elsewhere = join(cwd, 'elsewhere');
    await rename(join(target, path), elsewhere);
    await symlink(elsewhere, join(target, path));
    await installSdk(cwd, '6.3.0', { ...sdkFiles, 'dist/lib/av/js_media.min.js': 'newer' });
    const before = await stat(elsewhere);
    const { exitCode, stderr } = await copy();
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`DIR has a symbolic link in place of an SDK file: ${path}.`);
    expect((await stat(elsewhere)).mtimeMs).toBe(before.mtimeMs);
  });

  test('accepts a link as DIR', async () => {
    await installSdk(cwd, '6.2.0');
    await mkdir(join(cwd, 'served'));
    await mkdir(join(cwd, 'public'));
    await symlink(join(cwd, 'served'), target);
    expect((await copy()).exitCode).toBe(0);
    expect(await filesIn(join(cwd, 'served'))).toEqual(needed);
  });

  test('rejects a file as DIR', async () => {
    await installSdk(cwd, '6.2.0');
    await writeFiles(cwd, { 'public/zoom-sdk': 'a file' });
    const { exitCode, stderr } = await copy();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('DIR must be a folder');
  });

  test('rejects the package itself as DIR', async () => {
    await installSdk(cwd, '6.2.0');
    const { exitCode } = await cli(['copy-sdk', 'node_modules/@zoom/meetingsdk/dist'], { cwd });
    expect(exitCode).toBe(2);
  });
});

describe('--integrity', () => {
  const manifest = 'src/zoom-sdk.json';
  const read = async () => JSON.parse(await readFile(join(cwd, manifest), 'utf8')) as Record<string, string>;
  beforeEach(() => installSdk(cwd, '6.2.0'));

  test('writes the hash of each script in the format of scriptSdk', async () => {
    const { exitCode, stdout } = await copy(['--integrity', manifest]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Wrote the hashes of its scripts to ${manifest}`);
    expect(stdout).toContain("scriptSdk({ baseUrl: '/zoom-sdk', integrity })");
    const integrity = await read();

    const added: FakeLink[] = [];
    vi.stubGlobal('document', {
      baseURI: 'https://app.example.com/',
      createElement: newLink,
      head: {
        append(link: FakeLink) {
          added.push(link);
          link.onload();
        },
      },
    });
    await scriptSdk({ baseUrl: '/zoom-sdk-of-another-test', integrity }).warm!();
    const hash = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
    expect(added.map(({ href, integrity }) => [href.split('/').at(-1), integrity])).toEqual([
      ['react.min.js', hash('react')],
      ['react-dom.min.js', hash('react-dom')],
      ['zoomus-websdk-embedded.umd.min.js', hash('the sdk')],
      // The SDK loads this one without a hash. With a hash, the browser would not use what was preloaded.
      ['js_media.min.js', undefined],
    ]);
  });

  test('updates the hashes for another version', async () => {
    await copy(['--integrity', manifest]);
    const before = await read();
    await installSdk(cwd, '6.3.0', { ...sdkFiles, 'dist/zoomus-websdk-embedded.umd.min.js': 'newer' });
    await copy(['--integrity', manifest]);
    const after = await read();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after['zoomus-websdk-embedded.umd.min.js']).not.toBe(before['zoomus-websdk-embedded.umd.min.js']);
  });

  test.each([
    ['another JSON file', '{"name":"my-app"}', 'must be a new file'],
    ['another file', 'export {};', 'must be a new file'],
    ['an empty object', '{}', 'must be a new file'],
  ])('does not overwrite %s, and copies nothing', async (_, text, message) => {
    await writeFiles(cwd, { [manifest]: text });
    const { exitCode, stderr } = await copy(['--integrity', manifest]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`--integrity ${message}`);
    expect(await readFile(join(cwd, manifest), 'utf8')).toBe(text);
    expect(existsSync(target)).toBe(false);
  });

  test.each([
    ['a folder', 'public', 'EISDIR'],
    ['an empty name', ' ', 'must not be empty'],
  ])('rejects %s', async (_, name, message) => {
    await mkdir(join(cwd, 'public'));
    const { exitCode, stderr } = await copy(['--integrity', name]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('--compress', () => {
  const compressed = needed
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [`${name}.br`, `${name}.gz`]);
  beforeEach(() => installSdk(cwd, '6.2.0'));

  test('writes both formats next to each file that they make smaller', async () => {
    const { exitCode, stdout } = await copy(['--compress']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`6 files, 0 MB, and ${compressed.length} compressed files`);
    expect(await filesIn(target)).toEqual([...needed, ...compressed].sort());
    const file = (name: string) => readFile(join(target, name));
    expect(String(brotliDecompressSync(await file('lib/vendor/react.min.js.br')))).toBe('react');
    expect(String(gunzipSync(await file('lib/vendor/react.min.js.gz')))).toBe('react');
  });

  test('changes nothing on a second run', async () => {
    await copy(['--compress']);
    expect((await copy(['--compress'])).stdout).toContain('already has');
  });

  test('compresses a newer SDK again', async () => {
    await copy(['--compress']);
    await installSdk(cwd, '6.3.0', { ...sdkFiles, 'dist/lib/av/js_media.min.js': 'newer' });
    await copy(['--compress']);
    expect(String(gunzipSync(await readFile(join(target, 'lib/av/js_media.min.js.gz'))))).toBe('newer');
  });

  test('when omitted, removes old compressed files, which a server would send instead of the new ones', async () => {
    await copy(['--compress']);
    await copy();
    expect(await filesIn(target)).toEqual(needed);
  });

  test('replaces a partially written compressed file', async () => {
    await copy(['--compress']);
    await writeFile(join(target, 'lib/av/js_media.min.js.br'), 'x');
    await copy(['--compress']);
    expect(String(brotliDecompressSync(await readFile(join(target, 'lib/av/js_media.min.js.br'))))).toBe(
      'media',
    );
  });

  test('stops when an unrelated file has the same name', async () => {
    await writeFiles(target, { 'lib/vendor/react.min.js.gz': 'mine' });
    const { exitCode, stderr } = await copy(['--compress']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('DIR has files that copy-sdk did not write: lib/vendor/react.min.js.gz');
  });
});

describe('downloading from a registry', () => {
  let registry: FakeRegistry;
  async function start(
    ...args: Parameters<typeof startRegistry> extends [string, ...infer Rest] ? Rest : never
  ) {
    registry = await startRegistry(await temporaryFolder(onTestFinished), ...args);
    onTestFinished(() => registry.close());
    return { npm_config_registry: registry.url };
  }
  const both = { '6.2.0': sdkFiles, '6.3.0': { ...sdkFiles, 'dist/lib/av/new.wasm': 'new' } };

  test('downloads the tested version when none is installed', async () => {
    const { exitCode, stdout } = await copy([], await start(both));
    expect(exitCode).toBe(0);
    expect(await filesIn(target)).toEqual(needed);
    expect(stdout).toContain('Zoom Meeting SDK 6.2.0 from 127.0.0.1');
  });

  test('downloads a version other than the installed one', async () => {
    await installSdk(cwd, '6.2.0');
    await copy(['--version', '6.3.0'], await start(both));
    expect(await filesIn(target)).toContain('lib/av/new.wasm');
  });

  test('resolves a tag', async () => {
    const { stdout } = await copy(['--version', 'latest'], await start(both));
    expect(stdout).toContain('Zoom Meeting SDK 6.3.0');
  });

  test('supports a registry with a path and a sign-in, and does not print the sign-in', async () => {
    await start(both, { base: '/npm/private/' });
    const withSignIn = registry.url.replace('://', '://ada:letmein-please@');
    const { exitCode, stdout, stderr } = await copy([], { npm_config_registry: withSignIn });
    expect(exitCode).toBe(0);
    const authorization = `Basic ${Buffer.from('ada:letmein-please').toString('base64')}`;
    expect(registry.requests.map((one) => one.authorization)).toEqual([authorization, authorization]);
    expect(stdout + stderr).not.toContain('letmein');
  });

  test('downloads from the configured registry when the URLs are those of npm’s registry', async () => {
    const change = (dist: object) => ({
      ...dist,
      tarball: 'https://registry.npmjs.org/@zoom/meetingsdk/-/meetingsdk-6.2.0.tgz',
    });
    expect((await copy([], await start(both, { base: '/npm/', change }))).exitCode).toBe(0);
  });

  test.each([
    ['a tarball that was tampered with', { tamper: true }, 'does not match the hash in dist.integrity'],
    [
      'no integrity',
      { change: ({ ...dist }: { integrity?: string }) => ({ ...dist, integrity: undefined }) },
      'dist.integrity must be',
    ],
    [
      'only a weak hash',
      { change: (dist: object) => ({ ...dist, integrity: 'sha1-abc' }) },
      'dist.integrity must be',
    ],
    ['a truncated tarball', { said: 3e8 }, 'must be smaller than 250 MB'],
    ['a file that is not a tarball', { change: () => ({}) }, 'dist.tarball'],
    [
      'a missing tarball',
      { change: (dist: object) => ({ ...dist, tarball: `${registry.url}gone` }) },
      'returned 404',
    ],
  ])('rejects %s, and writes nothing', async (_, options, message) => {
    const { exitCode, stderr } = await copy([], await start(both, options));
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(target)).toBe(false);
  });

  test.each([
    ['a version that does not exist', ['--version', '9.9.9'], '--version must be a version or a tag'],
    ['a version that is too old', ['--version', '3.1.6'], '--version must be 4.0.7 or later'],
    ['the last version that is too old', ['--version', '4.0.6'], '--version must be 4.0.7 or later'],
    ['a tag for a version that is too old', ['--version', 'old'], '--version must be 4.0.7 or later'],
    ['a tag without a version', ['--version', 'odd'], '--version must be 4.0.7 or later'],
    ['a range', ['--version', '^6.0.0'], '--version must be a version such as'],
    ['a path as the version', ['--version', '../x'], '--version must be a version such as'],
  ])('rejects %s', async (_, args, message) => {
    const odd = '6.2.0\u001b[2J';
    const versions = { ...both, '3.1.6': sdkFiles, '4.0.6': sdkFiles, [odd]: sdkFiles };
    const { exitCode, stderr, stdout } = await copy(
      args,
      await start(versions, { tags: { old: '3.1.6', odd } }),
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stdout + stderr).not.toContain('\u001b');
    expect(existsSync(target)).toBe(false);
  });

  test.each([
    ['cannot be reached', 'http://127.0.0.1:1/', 'could not be reached'],
    ['is not a URL', 'npmjs', 'npm_config_registry must be'],
  ])('reports a registry that %s', async (_, url, message) => {
    const { exitCode, stderr } = await copy([], { npm_config_registry: url });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  test('does not follow a link in the tarball', async () => {
    const folder = await temporaryFolder(onTestFinished);
    await mkdir(join(folder, 'source-6.2.0/package/dist/lib/av'), { recursive: true });
    await symlink('/etc/hostname', join(folder, 'source-6.2.0/package/dist/lib/av/leak.wasm'));
    registry = await startRegistry(folder, { '6.2.0': sdkFiles });
    onTestFinished(() => registry.close());
    expect((await copy([], { npm_config_registry: registry.url })).exitCode).toBe(0);
    expect(await filesIn(target)).toEqual(needed);
  });
});
