import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { afterEach, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);
const script = resolve('scripts/pack.mjs');
const manifest = `${JSON.stringify(
  {
    name: 'packed',
    version: '1.0.0',
    scripts: {
      test: 'true',
      prepack: `node ${script} prepack`,
      postpack: `node ${script} restore`,
    },
    overrides: { one: '1.0.0' },
    devDependencies: { one: '1.0.0' },
  },
  undefined,
  4,
)}\n`;

/** A package whose package.json the script changes, so that the repository's own stays unchanged. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-pack-'));
  await writeFile(join(folder, 'package.json'), manifest);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const env = { ...process.env, PACK_WITHOUT_BUILD: '1' };

/** Packs, and returns the keys of the packed package.json. */
async function pack(name: string): Promise<string[]> {
  const target = join(folder, name);
  await mkdir(target);
  await run('npm', ['pack', '--silent', '--pack-destination', target], { cwd: folder, env });
  await extract({ file: join(target, 'packed-1.0.0.tgz'), cwd: target });
  return Object.keys(
    JSON.parse(await readFile(join(target, 'package/package.json'), 'utf8')) as Record<string, unknown>,
  );
}

const published = ['name', 'version', 'scripts'];

async function expectRestored() {
  expect(await readFile(join(folder, 'package.json'), 'utf8')).toBe(manifest);
  expect((await readdir(folder)).filter((file) => file.startsWith('.'))).toEqual([]);
}

test('packs package.json without the fields that only the repository needs, and restores it', async () => {
  expect(await pack('one')).toEqual(published);
  await expectRestored();
});

test('supports several packs at the same time', async () => {
  const packs = await Promise.all(['one', 'two', 'three'].map(pack));
  expect(packs).toEqual(Array(3).fill(published));
  await expectRestored();
});

/** A pack that was interrupted before `postpack`, a minute ago. */
async function interrupted() {
  await run(process.execPath, [script, 'prepack'], { cwd: folder, env });
  const aMinuteAgo = Date.now() / 1000 - 60;
  await utimes(join(folder, '.package.json.kept'), aMinuteAgo, aMinuteAgo);
}

test('packs after an interrupted pack', async () => {
  await interrupted();
  expect(await readFile(join(folder, 'package.json'), 'utf8')).not.toBe(manifest);
  expect(await pack('one')).toEqual(published);
  await expectRestored();
});

test('supports several packs after an interrupted one', async () => {
  await interrupted();
  expect(await Promise.all(['one', 'two'].map(pack))).toEqual(Array(2).fill(published));
  await expectRestored();
});

test('packs after a manual restore of an interrupted one', async () => {
  await interrupted();
  await run(process.execPath, [script, 'restore'], { cwd: folder });
  await expectRestored();
});
