import { expect, test } from 'vitest';
import { decodeSignature } from '../../../src/signature/decode-signature';
import { createFakeSignature } from '../../../src/testing';

test('has the claims that Zoom requires', () => {
  const signature = createFakeSignature({ mn: '42', role: 1, iat: 1000 });
  expect(decodeSignature(signature)).toEqual({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: { appKey: 'fake-app-key', mn: '42', role: 1, iat: 1000, exp: 8200, tokenExp: 8200 },
  });
});

test('is backdated by 30 s, and claims can be omitted', () => {
  const decoded = decodeSignature(createFakeSignature({ appKey: undefined }));
  expect(Number(decoded?.claims['iat'])).toBeLessThanOrEqual(Date.now() / 1000 - 30);
  expect(decoded?.claims).not.toHaveProperty('appKey');
});
