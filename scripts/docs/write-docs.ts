import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { apiReference } from './api-reference';
import { root } from './entries';
import { errorCodes } from './error-codes';
import { faults } from './faults';
import { performance } from './performance';
import { states } from './states';

/** Writes all generated pages of `docs` into a folder. */
export async function writeDocs(folder: string): Promise<void> {
  const files = new Map([
    ['states.md', states()],
    ['error-codes.md', errorCodes()],
  ]);
  for (const [name, text] of await apiReference()) files.set(`reference/${name}`, text);

  // Wide tables are not formatted, because padding makes their lines many times longer.
  await writeFile(join(folder, 'faults.md'), faults());
  await writeFile(join(folder, 'performance.md'), performance());
  // Also removes the pages of removed exports.
  await rm(join(folder, 'reference'), { recursive: true, force: true });
  await mkdir(join(folder, 'reference'), { recursive: true });
  const style = await resolveConfig(join(root, 'docs/README.md'));
  for (const [name, text] of files) {
    await writeFile(join(folder, name), await format(text, { ...style, parser: 'markdown' }));
  }
}
