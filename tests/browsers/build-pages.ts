import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildPages as build, sdkFiles } from '../e2e/build-page';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The folder of the built pages. */
export const builtPages = path('../e2e/.built/browsers');

/** Runs once before the files of the project. */
export default async function buildPages(): Promise<void> {
  execFileSync(process.execPath, [path('../../dist/cli.js'), 'copy-sdk', sdkFiles], { cwd: path('../..') });
  await build(path('page'), ['index', 'panels'], builtPages, '19');
}
