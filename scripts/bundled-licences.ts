import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** Writes the licences of bundled packages next to the command line, because they must be included. */
export const bundledLicences: Plugin = {
  name: 'bundled-licences',
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(async ({ metafile, errors }) => {
      if (errors.length > 0) return;
      const inputs = Object.values(metafile!.outputs).flatMap((output) => Object.keys(output.inputs));
      const folders = inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? '');
      const texts: string[] = [];
      for (const folder of [...new Set(folders)].filter(Boolean).sort()) texts.push(await licenceOf(folder));
      const title = 'The file cli in this folder contains:';
      await writeFile('dist/cli.licenses.txt', `${title}\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`);
    });
  },
};

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license: string;
  };
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name} has no licence file, so it cannot be bundled.`);
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
}
