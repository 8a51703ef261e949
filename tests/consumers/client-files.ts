import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { sdkSecret } from '../e2e/harness';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Strings that appear only in the SDK, only in the signer, and only in our client code. Minifiers keep them. */
const marks = { sdk: 'JsMediaSDK_Instance', signer: 'must be a whole number from 1800', ours: 'rzm-view' };

/** Expects that the browser files of an app contain our client code, without the SDK, the signer and the secret. */
export async function expectCleanClient(folder: string): Promise<void> {
  await expectMarksToBeTrue();
  const files = await readdir(folder, { recursive: true, encoding: 'utf8' });
  const texts = await Promise.all(
    files
      .filter((file) => /\.(m?js|html|map|rsc)$/.test(file))
      .map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })),
  );
  const filesWith = (mark: string) => texts.filter(({ text }) => text.includes(mark)).map(({ file }) => file);
  expect(filesWith(marks.ours), `${folder} has our client`).not.toEqual([]);
  expect(filesWith(marks.sdk), 'has the SDK').toEqual([]);
  expect(filesWith(marks.signer), 'has the signer').toEqual([]);
  expect(filesWith(sdkSecret), 'has the secret').toEqual([]);
}

/** If none of the files contained such a string, this check would always pass. */
async function expectMarksToBeTrue(): Promise<void> {
  const has = async (file: string, mark: string) => (await readFile(join(root, file), 'utf8')).includes(mark);
  expect(await has('node_modules/@zoom/meetingsdk/dist/zoomus-websdk-embedded.umd.min.js', marks.sdk)).toBe(
    true,
  );
  expect(await has('dist/server.js', marks.signer)).toBe(true);
  expect(await has('dist/client.js', marks.ours)).toBe(true);
}
