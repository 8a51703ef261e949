import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { sdkFiles } from '../tests/e2e/build-page';
import { buildApp, builtApp, builtApps } from './build-app';

/**
 * Runs once before the benchmarks: builds the apps, copies the SDK's files, and compresses both as a server would.
 */
export default async function buildApps(): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  execFileSync(process.execPath, [`${root}dist/cli.js`, 'copy-sdk', sdkFiles], { cwd: root });
  for (const app of builtApps) await buildApp(app, true);
  for (const folder of [sdkFiles, ...builtApps.map(builtApp)]) compress(folder);
}

function compress(folder: string) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|wasm)$/.test(name)) continue;
    writeFileSync(`${folder}/${name}.gz`, gzipSync(readFileSync(`${folder}/${name}`), { level: 6 }));
  }
}
