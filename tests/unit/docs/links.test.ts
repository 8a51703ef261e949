import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/docs/entries';

const repository = 'react-zoom-meeting/react-zoom-meeting';

/** Every Markdown file. `docs` is a folder. */
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...['docs', '.changeset/README.md', '.github/pull_request_template.md'],
  ...['examples/app/README.md', 'tests/mutation/README.md'],
];

/** Rejects with the dead links of these files, or of a Markdown text for the root of the repository. */
async function validate(files: string[], text = ''): Promise<void> {
  // Links to the repository's main branch refer to files here.
  const use = ['--use', `remark-validate-links=repository:"${repository}"`];
  const running = promisify(execFile)(
    'npx',
    ['--no-install', 'remark', ...use, '--no-color', '--frail', '--quiet', ...files],
    { cwd: root },
  );
  running.child.stdin?.end(text);
  await running;
}
const validateText = (text: string) => validate(['--file-path', 'text.md'], text);

/** The addresses of files of this repository in the code, the forms and the pages. */
function addresses(): string[] {
  const below = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  const files = ['src', 'stories', 'docs', '.github', '.storybook'].flatMap(below);
  const address = new RegExp(`https://github\\.com/${repository}/(?:blob|tree)/main/[^\\s'"\`)<>]+`, 'g');
  const found = ['README.md', ...files]
    .filter((file) => /\.(?:tsx?|md|yml)$/.test(file))
    .flatMap((file) => readFileSync(join(root, file), 'utf8').match(address) ?? []);
  // GitHub uses another address for folders than for files.
  return [...new Set(found)].map((found) => found.replace('/tree/main/', '/blob/main/'));
}

describe('links', { timeout: 120_000 }, () => {
  it('on all pages lead to files and headings that exist', async () => {
    await validate(pages);
  });

  it('from the code and the forms lead to files and headings that exist', async () => {
    expect(addresses().length).toBeGreaterThan(20);
    await validateText(
      addresses()
        .map((address) => `<${address}>`)
        .join('\n\n'),
    );
  });

  it.each([
    ['a missing file', '[x](docs/none.md)', 'Cannot find file `docs/none.md`'],
    ['a missing heading', '[x](docs/cli.md#none)', 'Cannot find heading for `#none` in `docs/cli.md`'],
    ['a missing heading on the same page', '[x](#none)', 'Cannot find heading for `#none`'],
    [
      'a missing file by its address',
      `<https://github.com/${repository}/blob/main/docs/none.md>`,
      'Cannot find file `docs/none.md`',
    ],
  ])('to %s are reported, which shows that the tests above can fail', async (_, text, message) => {
    await expect(validateText(text)).rejects.toMatchObject({ stderr: expect.stringContaining(message) });
  });
});
