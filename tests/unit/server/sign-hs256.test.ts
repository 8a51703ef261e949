import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signHs256 } from '../../../src/server/sign-hs256';
import { verifyByHand } from './sign-by-hand';

const claims = { appKey: 'Schlüssel 🔑', mn: '1234567890', role: 0 };

test('signs with node:crypto where it exists', async () => {
  const sign = vi.spyOn(crypto.subtle, 'sign');
  const signature = await signHs256(claims, 'a secret');
  expect(sign).not.toHaveBeenCalled();
  sign.mockRestore();
  expect(signature).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{43}$/);
  expect(verifyByHand(signature, 'a secret')).toEqual(claims);
});

test('signs where the runtime throws on access to built-in modules, as the edge runtime of Next.js does', async () => {
  vi.resetModules();
  vi.stubGlobal('process', {
    get getBuiltinModule() {
      throw new Error('not supported in the Edge Runtime');
    },
  });
  const onTheEdge = await import('../../../src/server/sign-hs256');
  vi.unstubAllGlobals();
  expect(verifyByHand(await onTheEdge.signHs256(claims, 'a secret'), 'a secret')).toEqual(claims);
});

describe('without node:crypto', () => {
  let onTheEdge: typeof signHs256;
  const importKey = vi.spyOn(crypto.subtle, 'importKey');

  beforeEach(async () => {
    vi.resetModules();
    vi.stubGlobal('process', { env: {} });
    onTheEdge = (await import('../../../src/server/sign-hs256')).signHs256;
    vi.unstubAllGlobals();
    importKey.mockClear();
  });
  afterEach(() => vi.unstubAllGlobals());

  test.each(['a secret', 'ein Geheimnis mit Ü', 'x'.repeat(100)])(
    'produces the same signature with WebCrypto: %s',
    async (secret) => {
      const signature = await onTheEdge(claims, secret);
      expect(importKey).toHaveBeenCalledOnce();
      expect(signature).toBe(await signHs256(claims, secret));
      expect(verifyByHand(signature, secret)).toEqual(claims);
    },
  );

  test('imports a secret once', async () => {
    for (const secret of ['new-1', 'new-2', 'new-1', 'new-1'])
      expect(verifyByHand(await onTheEdge(claims, secret), secret)).toEqual(claims);
    expect(importKey).toHaveBeenCalledTimes(2);
  });

  test('keeps at most the last hundred secrets', async () => {
    for (let n = 0; n <= 100; n += 1) await onTheEdge(claims, `many-${n}`);
    importKey.mockClear();
    await onTheEdge(claims, 'many-100');
    expect(importKey).not.toHaveBeenCalled();
    await onTheEdge(claims, 'many-0');
    expect(importKey).toHaveBeenCalledOnce();
  });
});
