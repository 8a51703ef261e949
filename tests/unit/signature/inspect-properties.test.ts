import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectSignature } from '../../../src/signature/inspect-signature';
import { signByHand } from '../server/sign-by-hand';

/** Times from 2020 to 2035, in s. */
const moment = fc.integer({ min: 1_577_836_800, max: 2_051_222_400 });
const wholeMultiple = moment.map((second) => second - (second % 128));
const lifetime = fc.integer({ min: 1800, max: 172_800 });
const digits = fc.bigInt({ min: 100_000_000n, max: 99_999_999_999n }).map(String);
const role = fc.constantFrom(0 as const, 1 as const);

function claimsOf(iat: number, seconds: number, mn: string, signedRole: 0 | 1) {
  return { appKey: 'an-sdk-key', mn, role: signedRole, iat, exp: iat + seconds, tokenExp: iat + seconds };
}
function idsOf(claims: object, clock: number) {
  return inspectSignature(signByHand(claims), { now: clock * 1000 }).findings.map(({ id }) => id);
}

describe('inspectSignature', () => {
  test('finds nothing wrong with a valid signature during its lifetime, unless Zoom refused it', () => {
    fc.assert(
      fc.property(
        fc.oneof(moment, wholeMultiple),
        lifetime,
        digits,
        role,
        fc.nat(),
        (iat, seconds, mn, signedRole, age) => {
          const now = (iat + (age % seconds)) * 1000;
          const signature = signByHand(claimsOf(iat, seconds, mn, signedRole));
          const asked = { meetingNumber: mn, role: signedRole, now };
          expect(inspectSignature(signature, asked).findings).toEqual([]);
          expect(inspectSignature(signature, { ...asked, refused: true }).findings).toMatchObject([
            { id: 'secret-or-key' },
          ]);
        },
      ),
    );
  });

  test('says by how much iat is ahead', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 129, max: 1700 }), lifetime, (clock, ahead, seconds) => {
        const claims = claimsOf(clock + ahead, seconds, '123456789', 0);
        const { findings } = inspectSignature(signByHand(claims), { now: clock * 1000 });
        expect(findings.map(({ id }) => id)).toEqual(['iat-ahead']);
        expect(findings[0]?.evidence).toContain(`is ${ahead} s ahead of ${clock}`);
      }),
    );
  });

  test("detects Java's Math.round(long) in any signature that is ahead", () => {
    fc.assert(
      fc.property(moment, (clock) => {
        const iat = Math.fround(clock);
        const expected = iat > clock ? ['iat-ahead', 'iat-float'] : [];
        expect(idsOf(claimsOf(iat, 7200, '123456789', 0), clock)).toEqual(expected);
      }),
    );
  });

  test("detects Java's Math.round(long) in two signatures, neither of which is ahead", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 129, max: 900 }), (clock, pause) => {
        const signatures = [clock, clock + pause].map((time) =>
          signByHand(claimsOf(Math.fround(time), 7200, '123456789', 0)),
        );
        const { findings } = inspectSignature(signatures, { now: (clock + pause + 64) * 1000 });
        expect(findings.map(({ id }) => id)).toEqual(['iat-float']);
      }),
    );
  });

  test('detects time zones, east and west', () => {
    const halfHours = fc.integer({ min: -24, max: 28 }).filter((count) => Math.abs(count) > 2);
    fc.assert(
      fc.property(moment, halfHours, fc.integer({ min: -45, max: -1 }), (clock, count, skew) => {
        const iat = clock + count * 1800 + skew;
        const ids = idsOf(claimsOf(iat, 1800, '123456789', 0), clock);
        expect(ids).toEqual([count > 0 ? 'iat-ahead' : 'exp-past', 'iat-time-zone']);
      }),
    );
  });

  test('never throws for any claims, and returns its findings', () => {
    const name = fc.constantFrom(
      'appKey',
      'sdkKey',
      'mn',
      'role',
      'iat',
      'exp',
      'tokenExp',
      'video_webrtc_mode',
    );
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.jsonValue()),
        fc.jsonValue(),
        fc.boolean(),
        (claims, alg, refused) => {
          const signature = signByHand(claims, { alg: alg as string });
          const { findings } = inspectSignature(signature, { meetingNumber: '1', role: 1, refused });
          expect(findings.length).toBeGreaterThan(0);
          for (const { cause, cure, evidence } of findings) {
            expect([cause, cure, evidence].every((text) => /^\S.+\S$/.test(text))).toBe(true);
          }
        },
      ),
      { examples: [[{}, ' ', false]] },
    );
  });

  test('never throws for any text, and never repeats it', () => {
    const prefix = fc.constantFrom('', '{', '<', '"', 'Bearer ', 'a.', 'eyJ.', '\n');
    const secret = fc.stringMatching(/^[\w-]{24,60}$/);
    fc.assert(
      fc.property(prefix, fc.array(secret, { minLength: 1, maxLength: 4 }), (start, parts) => {
        const { findings } = inspectSignature(start + parts.join('.'));
        expect(findings).toMatchObject([{ id: 'not-a-jwt' }]);
        for (const part of parts) expect(JSON.stringify(findings)).not.toContain(part.slice(0, 12));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(inspectSignature(text).findings).toHaveLength(1);
      }),
    );
  });

  test('never repeats a signature or a text from its claims', () => {
    const secret = fc.stringMatching(/^[\w-]{24,40}$/);
    const name = fc.constantFrom(
      'sdkKey',
      'mn',
      'role',
      'iat',
      'exp',
      'tokenExp',
      'video_webrtc_mode',
      'zak',
    );
    fc.assert(
      fc.property(secret, name, (value, claim) => {
        const signature = signByHand(
          { ...claimsOf(1_732_450_000, 7200, '123456789', 0), [claim]: value },
          { alg: value },
        );
        const told = JSON.stringify(
          inspectSignature(signature, { meetingNumber: '987654321', refused: true }).findings,
        );
        for (const part of [value.slice(0, 12), ...signature.split('.')]) expect(told).not.toContain(part);
      }),
    );
  });
});
