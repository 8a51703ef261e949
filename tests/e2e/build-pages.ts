import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildPage, integrityManifest, sdkFiles } from './build-page';

/** Runs once before the files of a project, because several of them run at the same time. */
export default async function buildPages(project: TestProject): Promise<void> {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const root = new URL('../..', import.meta.url);
  // Our own command line lays the files out: no meeting here needs a file that it omits.
  execFileSync(process.execPath, [cli, 'copy-sdk', sdkFiles, '--integrity', integrityManifest], {
    cwd: root,
  });
  await buildPage(String(project.config.env['REACT']));
}
