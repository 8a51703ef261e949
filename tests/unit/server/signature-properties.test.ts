import fc from 'fast-check';
import { KJUR } from 'jsrsasign';
import { expect, test } from 'vitest';
import { createMeetingSignature } from '../../../src/server/index';
import { inspectSignature } from '../../../src/signature/inspect-signature';

/** All options of createMeetingSignature. */
const wishes = fc.record({
  sdkKey: fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter((key) => key === key.trim()),
  sdkSecret: fc.string({ minLength: 1, unit: 'grapheme' }).filter((secret) => secret === secret.trim()),
  meetingNumber: fc
    .tuple(fc.bigInt({ min: 100_000_000n, max: 99_999_999_999n }), fc.constantFrom('', ' ', '-', '\u00a0'))
    .map(([digits, space]) => String(digits).replace(/^(.{3})(.{3})/, `$1${space}$2${space}`)),
  role: fc.constantFrom(0 as const, 1 as const),
  expirationSeconds: fc.option(fc.integer({ min: 1800, max: 172_800 }), { nil: undefined }),
  videoWebRtcMode: fc.constantFrom(0 as const, 1 as const, undefined),
});
/** From 2001 to 2096, in ms. */
const moment = fc.integer({ min: 1_000_000_000_000, max: 4_000_000_000_000 });

test('creates signatures that jsrsasign verifies and that have no findings, at any time', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, moment, async (wish, now) => {
      const signature = await createMeetingSignature({ ...wish, now: () => now });
      const verify = (secret: string, time = now) =>
        KJUR.jws.JWS.verifyJWT(signature, { utf8: secret } as unknown as string, {
          alg: ['HS256'],
          verifyAt: Math.floor(time / 1000),
        });
      expect(verify(wish.sdkSecret)).toBe(true);
      expect(verify(`${wish.sdkSecret}!`)).toBe(false);
      const lifetime = wish.expirationSeconds ?? 7200;
      expect(verify(wish.sdkSecret, now + lifetime * 1000)).toBe(false);

      const { payloadObj } = KJUR.jws.JWS.parse(signature);
      expect(payloadObj).toMatchObject({ appKey: wish.sdkKey, role: wish.role });

      expect(inspectSignature(signature, { ...wish, now })).toEqual({
        findings: [],
        claims: {
          appKey: wish.sdkKey,
          mn: wish.meetingNumber.replace(/\D/g, ''),
          role: wish.role,
          iat: Math.floor(now / 1000) - 30,
          exp: Math.floor(now / 1000) - 30 + lifetime,
        },
      });
    }),
    { numRuns: 500 },
  );
});
