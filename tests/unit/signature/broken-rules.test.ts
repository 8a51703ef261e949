import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectSignature, type InspectSignatureOptions } from '../../../src/signature/inspect-signature';
import type { SignatureFindingId } from '../../../src/signature/signature-finding';
import { signByHand } from '../server/sign-by-hand';

/** A signature that breaks no rule, and the time at which it is inspected, in s. */
interface Sound {
  iat: number;
  exp: number;
  mn: string;
  role: 0 | 1;
  clock: number;
}

const sound = fc
  .record({
    // From 2020 to 2035.
    iat: fc.integer({ min: 1_577_836_800, max: 2_051_222_400 }),
    seconds: fc.integer({ min: 1800, max: 172_800 }),
    mn: fc.bigInt({ min: 100_000_000n, max: 99_999_999_999n }).map(String),
    role: fc.constantFrom(0 as const, 1 as const),
    age: fc.nat(),
  })
  .map(({ iat, seconds, age, ...rest }): Sound => ({
    ...rest,
    iat,
    exp: iat + seconds,
    clock: iat + (age % seconds),
  }));

function claimsOf({ iat, exp, mn, role }: Sound): Record<string, unknown> {
  return { appKey: 'an-sdk-key', mn, role, iat, exp, tokenExp: exp };
}

/** A change to a valid signature. Omitted fields stay unchanged. */
interface Broken {
  claims?: Record<string, unknown>;
  alg?: unknown;
  /** A final change of the text. */
  spoil?: (signature: string) => string;
  clock?: number;
  asked?: InspectSignatureOptions;
  /** The `iat` of a signature that was fetched earlier. */
  before?: number;
  /** Additional findings, when a hint accompanies an error. */
  besides?: SignatureFindingId[];
}

const from = <Value>(...values: Value[]) => fc.constantFrom(...values);
const claim = (name: string, ...values: unknown[]) =>
  from(...values).map((value) => ({ claims: { [name]: value } }));

/** One or more ways to break each rule, and no other rule. A finding without one does not compile. */
const ways: Record<SignatureFindingId, (sound: Sound) => Arbitrary<Broken>> = {
  'not-a-jwt': () =>
    fc.oneof(
      fc.integer({ min: 1, max: 43 }).map((cut) => ({ spoil: (text: string) => text.slice(0, -cut) })),
      from<(text: string) => string>(
        (text) => `"${text}"`,
        (text) => `Bearer ${text}`,
        (text) => `${text}\n`,
        (text) => JSON.stringify({ signature: text }),
        (text) => text.split('.').slice(1).join('.'),
        () => '<!doctype html>',
        () => '',
      ).map((spoil) => ({ spoil })),
    ),
  'alg-not-hs256': () =>
    from<unknown>('none', 'HS384', 'RS256', 'hs256', '', null, 256).map((alg) => ({ alg })),
  'app-key-missing': () => claim('appKey', undefined, null, '', true),
  'sdk-key-claim': () => fc.constant({ claims: { appKey: undefined, sdkKey: 'an-sdk-key' } }),
  'mn-missing': () => claim('mn', undefined, null),
  'mn-format': ({ mn }) =>
    claim('mn', Number(mn), `${mn.slice(0, 3)} ${mn.slice(3)}`, `${mn}x`, `${mn}000`, mn.slice(3), '', true, [
      mn,
    ]),
  'mn-mismatch': ({ mn }) =>
    from(mn.length < 11 ? `${mn}0` : mn.slice(1), `${mn.slice(0, -1)}${9 - Number(mn.at(-1))}`).map(
      (other) => ({
        claims: { mn: other },
      }),
    ),
  'role-invalid': ({ role }) =>
    claim('role', undefined, null, 2, -1, 0.5, String(role), 'host', true, [role]),
  'role-mismatch': ({ role }) => claim('role', 1 - role),
  'iat-missing': () => claim('iat', undefined, null),
  'iat-format': ({ iat }) => claim('iat', String(iat), iat + 0.5, iat * 1e6, new Date(iat * 1000), true, {}),
  'iat-milliseconds': ({ iat }) => fc.nat(999).map((rest) => ({ claims: { iat: iat * 1000 + rest } })),
  'iat-ahead': ({ iat }) =>
    fc
      .integer({ min: 1, max: 1700 })
      .filter((ahead) => ahead > 128 || iat % 128 !== 0)
      .map((ahead) => ({ clock: iat - ahead })),
  'iat-time-zone': ({ iat }) =>
    fc
      .record({ halfHours: fc.integer({ min: 1, max: 28 }), skew: fc.integer({ min: 1, max: 45 }) })
      .map(({ halfHours, skew }) => ({ clock: iat - halfHours * 1800 + skew, besides: ['iat-ahead'] })),
  'iat-float': ({ iat, exp }) =>
    fc.integer({ min: 129, max: 900 }).map((pause) => {
      const rounded = Math.fround(iat + pause);
      const end = rounded + exp - iat;
      return {
        claims: { iat: rounded, exp: end, tokenExp: end },
        before: Math.fround(iat),
        clock: iat + pause + 64,
      };
    }),
  'exp-missing': () => claim('exp', undefined, null),
  'exp-format': ({ exp }) => claim('exp', String(exp), exp + 0.5, exp * 1e6, '2h', true),
  'exp-milliseconds': ({ exp }) => fc.nat(999).map((rest) => ({ claims: { exp: exp * 1000 + rest } })),
  'exp-past': ({ iat, exp }) =>
    fc
      .nat(1_000_000)
      .map((late) => ({ clock: exp + late }))
      // If it were off by whole half hours, it would also be reported as a time zone.
      .filter(({ clock }) => Math.abs(((clock - iat + 900) % 1800) - 900) > 60),
  'exp-too-near': ({ iat, clock }) =>
    fc.integer({ min: 1, max: 1799 }).map((seconds) => ({
      claims: { exp: iat + seconds, tokenExp: iat + seconds },
      clock: iat + (clock % seconds),
    })),
  'exp-too-far': ({ iat }) =>
    fc.integer({ min: 172_801, max: 9e9 }).map((seconds) => ({
      claims: { exp: iat + seconds, tokenExp: iat + seconds },
    })),
  'token-exp-mismatch': ({ exp }) => claim('tokenExp', exp + 1, exp - 1, 0, String(exp), exp * 1000, false),
  'video-webrtc-mode-invalid': () => claim('video_webrtc_mode', 2, -1, '1', true, 0.5),
  'secret-or-key': () => fc.constant({ asked: { refused: true } }),
};

describe('inspectSignature', () => {
  test.each(Object.entries(ways))('finds only %s', (id, waysOf) => {
    const cases = sound.chain((whole) => waysOf(whole).map((broken) => ({ whole, broken })));
    fc.assert(
      fc.property(cases, ({ whole, broken }) => {
        const { claims, alg = 'HS256', spoil, clock = whole.clock, asked, before, besides = [] } = broken;
        const signed = signByHand({ ...claimsOf(whole), ...claims }, { alg: alg as string });
        const earlier = before === undefined ? [] : [signByHand({ ...claimsOf(whole), iat: before })];
        const { findings } = inspectSignature([...earlier, spoil?.(signed) ?? signed], {
          meetingNumber: whole.mn,
          role: whole.role,
          now: clock * 1000,
          ...asked,
        });
        expect(findings.map((finding) => finding.id).sort()).toEqual([id, ...besides].sort());
      }),
    );
  });
});
