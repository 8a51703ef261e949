/**
 * `npm pack` and `npm publish` take package.json as it lies in the folder. So `prepack` builds, keeps the repository's
 * package.json aside and writes the published one, and `postpack` puts the repository's back.
 *
 * The file that keeps it is the lock too: a second pack waits for it. An interrupted pack leaves it behind; after half a
 * minute the next pack takes over from there. `node scripts/pack.mjs restore` puts package.json back at once.
 */
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** In ms. Far more than a tarball takes. */
const interruptedAfter = 30_000;
const kept = '.package.json.kept';
const half = `.package.json.${process.pid}`;

const commands = { prepack, restore };
await commands[process.argv[2]]();

async function prepack() {
  const manifest = await lock();
  try {
    // The tests pack what is built already.
    if (!process.env.PACK_WITHOUT_BUILD) execFileSync('npx', ['--no-install', 'tsup'], { stdio: 'inherit' });
    keep(manifest);
    write('package.json', `${JSON.stringify(published(JSON.parse(manifest)), undefined, 2)}\n`);
  } catch (error) {
    restore();
    throw error;
  }
}

/** Without what only the repository needs. */
function published({ scripts: { prepack, postpack }, ...manifest }) {
  for (const key of ['devDependencies', 'overrides']) delete manifest[key];
  // A pack that begins before this one ends reads these two here, as does the one after an interruption.
  return { ...manifest, scripts: { prepack, postpack } };
}

function restore() {
  const { manifest } = readKept();
  // An interruption may come before it was kept, and so before anything was changed.
  if (manifest) write('package.json', manifest);
  rmSync(kept);
}

/** Waits until no other pack is running. Returns the repository's package.json, which is kept from now on. */
async function lock() {
  while (!create(kept, JSON.stringify({ pid: process.pid }))) {
    if (await takeOver()) break;
    await sleep(100);
  }
  const { manifest = readFileSync('package.json', 'utf8') } = readKept();
  keep(manifest);
  return manifest;
}

/** Takes over from an interrupted pack. Returns whether it did. */
async function takeOver() {
  const owner = readKept();
  // Between `prepack` and `postpack`, npm writes the tarball, and no process of ours is running.
  if (!owner || isRunning(owner.pid) || owner.age < interruptedAfter) return false;
  keep(owner.manifest);
  // Of several that take over at once, the last to write has it.
  await sleep(200);
  return readKept()?.pid === process.pid;
}

function keep(manifest) {
  write(kept, JSON.stringify({ pid: process.pid, manifest }));
}

/** What is kept, and since when in ms, or `undefined` if no pack is at work. */
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

/** In one step, so that no process reads half of it. */
function write(file, text) {
  writeFileSync(half, text);
  renameSync(half, file);
}

/** The same, unless there is such a file. Returns whether there was none. */
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
