/**
 * `npm pack` and `npm publish` use the package.json in the folder. `prepack` therefore builds, saves the
 * repository's package.json and writes the published one, and `postpack` restores the repository's.
 * The saved file is also the lock: a second pack waits for it. An interrupted pack leaves it behind, and after
 * half a minute the next pack continues from there. `node scripts/pack.mjs restore` restores package.json at once.
 */
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** In ms. Much longer than packing a tarball takes. */
const interruptedAfter = 30_000;
const kept = '.package.json.kept';
const half = `.package.json.${process.pid}`;

const commands = { prepack, restore };
await commands[process.argv[2]]();

async function prepack() {
  const manifest = await lock();
  try {
    // The tests pack an existing build.
    if (!process.env.PACK_WITHOUT_BUILD) execFileSync('npx', ['--no-install', 'tsup'], { stdio: 'inherit' });
    keep(manifest);
    write('package.json', `${JSON.stringify(published(JSON.parse(manifest)), undefined, 2)}\n`);
  } catch (error) {
    restore();
    throw error;
  }
}

/** The package.json without the fields that only the repository needs. */
function published({ scripts: { prepack, postpack }, ...manifest }) {
  for (const key of ['devDependencies', 'overrides']) delete manifest[key];
  // A pack that starts before this one ends reads these two fields here, and so does a pack after an interruption.
  return { ...manifest, scripts: { prepack, postpack } };
}

function restore() {
  const { manifest } = readKept();
  // The pack may have been interrupted before the file was saved, when nothing had been changed yet.
  if (manifest) write('package.json', manifest);
  rmSync(kept);
}

/** Waits until no other pack is running. Returns the repository's package.json, which is saved from now on. */
async function lock() {
  while (!create(kept, JSON.stringify({ pid: process.pid }))) {
    if (await takeOver()) break;
    await sleep(100);
  }
  const { manifest = readFileSync('package.json', 'utf8') } = readKept();
  keep(manifest);
  return manifest;
}

/** Takes over from an interrupted pack. Returns whether there was one. */
async function takeOver() {
  const owner = readKept();
  // Between `prepack` and `postpack`, npm writes the tarball, and no process of ours is running.
  if (!owner || isRunning(owner.pid) || owner.age < interruptedAfter) return false;
  keep(owner.manifest);
  // If several processes take over at once, the last one to write owns the lock.
  await sleep(200);
  return readKept()?.pid === process.pid;
}

function keep(manifest) {
  write(kept, JSON.stringify({ pid: process.pid, manifest }));
}

/** The saved file and its age in ms, or `undefined` if no pack is running. */
function readKept() {
  try {
    const age = Date.now() - statSync(kept).mtimeMs;
    return { ...JSON.parse(readFileSync(kept, 'utf8')), age };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Writes atomically, so that no process reads a partial file. */
function write(file, text) {
  writeFileSync(half, text);
  renameSync(half, file);
}

/** The same, unless the file exists. Returns whether the file was written. */
function create(file, text) {
  writeFileSync(half, text);
  try {
    linkSync(half, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(half);
  }
}
