import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeSignature } from '../../../src/testing';
import { pages } from './commands';
import { fencedBlocks } from './fenced-blocks';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const blocks = pages.flatMap((page) =>
  fencedBlocks(readFileSync(root + page, 'utf8'))
    .filter(({ language }) => /^(?:jsx?|mjs|cjs|javascript)$/.test(language))
    .map((block) => ({ page, ...block })),
);
const consumers = readdirSync(`${root}tests/consumers`)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(`${root}tests/consumers/${file}`, 'utf8'));

/** Whether an app in tests/consumers contains the files of a page. */
const isUsed = (page: string) =>
  consumers.some((test) => test.includes(`docPage('${page.replace('docs/', '')}')`));

interface Client {
  join(options: { signature: string }): Promise<unknown>;
}

describe('the JavaScript in the docs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const alone = blocks.filter(({ path, page }) => path === undefined || !isUsed(page));
  const byHand = alone.find(({ page }) => page === 'docs/signature-is-invalid.md')!;
  const join = new Function(`${byHand.code}; return join;`)() as (
    client: Client,
    options: { signature: string },
  ) => Promise<void>;
  const signature = (ahead: number) =>
    createFakeSignature({
      iat: Math.floor(Date.now() / 1000) + ahead,
      exp: Math.floor(Date.now() / 1000) + 7200,
    });

  it('is part of an app in tests/consumers, or tested here', () => {
    expect(alone.map(({ page }) => page)).toEqual(['docs/signature-is-invalid.md']);
    expect(blocks.length).toBeGreaterThan(5);
  });

  it('docs/signature-is-invalid.md: joins again with the same signature when it has become valid', async () => {
    const client = { join: vi.fn<Client['join']>(async () => '') };
    client.join.mockRejectedValueOnce({ errorCode: 3712 });
    const options = { signature: signature(20) };
    const joined = join(client, options);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(client.join).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2000);
    await joined;
    expect(client.join.mock.calls).toEqual([[options], [options]]);
  });

  it.each([
    ['another error', 3004, 20],
    ['a signature that is already valid', 3712, -30],
    ['a signature that becomes valid too late', 3712, 3600],
  ])('docs/signature-is-invalid.md: rejects with %s', async (_, errorCode, ahead) => {
    const client = { join: vi.fn<Client['join']>().mockRejectedValue({ errorCode }) };
    await expect(join(client, { signature: signature(ahead) })).rejects.toEqual({ errorCode });
    expect(client.join).toHaveBeenCalledTimes(1);
  });
});
