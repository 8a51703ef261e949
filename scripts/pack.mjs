/**
 * `npm pack` and `npm publish` take package.json as it lies in the folder. So `prepack` builds, keeps the repository's
 * package.json aside and writes the published one, and `postpack` puts the repository's back.
 *
 * The file that keeps it is the lock too: a second pack waits for it. An interrupted pack leaves it behind, which the
 * next pack finds out by the process id in it, and puts package.json back first. So does `node scripts/pack.mjs restore`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const kept = '.package.json.kept';

const commands = { prepack, restore };
await commands[process.argv[2]]();

async function prepack() {
  const manifest = await lock();
  try {
    // The tests pack what is built already.
    if (!process.env.PACK_WITHOUT_BUILD) execFileSync('npx', ['--no-install', 'tsup'], { stdio: 'inherit' });
    writeManifest(`${JSON.stringify(published(JSON.parse(manifest)), undefined, 2)}\n`);
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
  writeManifest(readKept().manifest);
  rmSync(kept);
}

/** Waits until no other pack is at work. Returns the repository's package.json, which is kept from now on. */
async function lock() {
  for (;;) {
    const manifest = readFileSync('package.json', 'utf8');
    try {
      // npm is the parent, and lives until `postpack` has run.
      writeFileSync(kept, JSON.stringify({ pid: process.ppid, manifest }), { flag: 'wx' });
      return manifest;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = readKept();
    if (owner && !isRunning(owner.pid)) restore();
    else await sleep(100);
  }
}

/** What is kept, or `undefined` while another pack writes or removes it. */
function readKept() {
  try {
    return JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    return undefined;
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

/** In one step, so that nobody reads half of it. */
function writeManifest(text) {
  writeFileSync('.package.json.new', text);
  renameSync('.package.json.new', 'package.json');
}
