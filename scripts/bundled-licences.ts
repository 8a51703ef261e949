import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Metafile {
  inputs: Record<string, unknown>;
}

/** The licences of what was bundled ask to be passed on: writes them beside the bundle, out of esbuild's metafile. */
export async function writeBundledLicences(metafile: string, target: string): Promise<void> {
  const { inputs } = JSON.parse(await readFile(metafile, 'utf8')) as Metafile;
  await rm(metafile);
  const folders = Object.keys(inputs).map(
    (path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? '',
  );
  const texts: string[] = [];
  for (const folder of [...new Set(folders)].filter(Boolean).sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      license: string;
    };
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${name} has no licence file, so it cannot be bundled.`);
    texts.push(`${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`);
  }
  await writeFile(target, `dist/cli.js contains:\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`);
}
