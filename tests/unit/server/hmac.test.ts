import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { hmacSha256, webHmacSha256 } from '../../../src/server/hmac';

afterEach(() => {
  vi.restoreAllMocks();
});

test("Node's own HMAC and Web Crypto's agree", async () => {
  const secret = fc.string({ minLength: 1, unit: 'grapheme' });
  await fc.assert(
    fc.asyncProperty(secret, fc.string({ unit: 'binary-ascii' }), async (key, text) => {
      expect(await webHmacSha256(key, text)).toBe(await hmacSha256(key, text));
    }),
  );
});

describe('with Web Crypto', () => {
  test('a secret is imported once', async () => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    for (const secret of ['new-1', 'new-2', 'new-1', 'new-1']) await webHmacSha256(secret, 'text');
    expect(importKey).toHaveBeenCalledTimes(2);
  });

  test('no more than the last hundred secrets are kept', async () => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    for (let n = 0; n <= 100; n += 1) await webHmacSha256(`many-${n}`, 'text');
    importKey.mockClear();
    await webHmacSha256('many-100', 'text');
    expect(importKey).not.toHaveBeenCalled();
    await webHmacSha256('many-0', 'text');
    expect(importKey).toHaveBeenCalledOnce();
  });
});
