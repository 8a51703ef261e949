import { describe, expect, test } from 'vitest';
import { decodeSignature } from '../../../src/signature/decode-signature';
import { inspectSignature, type InspectSignatureOptions } from '../../../src/signature/inspect-signature';
import { signByHand } from '../server/sign-by-hand';

const clock = 1_732_450_001;
const healthy = {
  appKey: 'an-sdk-key',
  mn: '1234567890',
  role: 0,
  iat: clock - 30,
  exp: clock - 30 + 7200,
  tokenExp: clock - 30 + 7200,
};
const asked = { meetingNumber: '123 4567-890', role: 0, now: clock * 1000 } as const;

function findingsOf(claims: object, options: InspectSignatureOptions = {}) {
  return inspectSignature(signByHand(claims), { ...asked, ...options }).findings;
}
function idsOf(claims: object, options: InspectSignatureOptions = {}) {
  return findingsOf(claims, options).map(({ id, severity }) => `${severity} ${id}`);
}
/** A signature whose `iat` is `ahead` seconds ahead of the clock, and which is otherwise valid. */
function issued(ahead: number, lifetime = 7200) {
  const iat = clock + ahead;
  return { ...healthy, iat, exp: iat + lifetime, tokenExp: iat + lifetime };
}

describe('a valid signature', () => {
  test('has no findings, and its claims are returned', () => {
    const inspection = inspectSignature(signByHand(healthy), asked);
    expect(inspection.findings).toEqual([]);
    const { tokenExp: _, ...claims } = healthy;
    expect(inspection.claims).toEqual(claims);
  });

  test.each([
    ['the shortest lifetime', issued(-30, 1800)],
    ['the longest lifetime', issued(-30, 172_800)],
    ['an iat of the current second', issued(0)],
    ['sdkKey beside appKey, as in the official sample', { ...healthy, sdkKey: 'an-sdk-key' }],
    ['video over WebRTC', { ...healthy, video_webrtc_mode: 1 }],
    ['no tokenExp', { ...healthy, tokenExp: undefined }],
    ['an age of exactly one hour', issued(-3600)],
    ['an iat that is a multiple of 128', issued(-(clock % 128))],
  ])('can have %s', (_, claims) => {
    expect(findingsOf(claims)).toEqual([]);
  });

  test('is not compared with a request when none is given', () => {
    expect(inspectSignature(signByHand({ ...healthy, role: 1 }), { now: asked.now }).findings).toEqual([]);
  });

  test("is compared with this machine's clock by default", () => {
    expect(inspectSignature(signByHand(healthy)).findings.map(({ id }) => id)).toContain('exp-past');
  });
});

describe('reports only the broken rule', () => {
  test.each<[string, object]>([
    ['error app-key-missing', { appKey: undefined }],
    ['error app-key-missing', { appKey: '' }],
    ['warning sdk-key-claim', { appKey: undefined, sdkKey: 'an-sdk-key' }],
    ['error mn-missing', { mn: undefined }],
    ['error mn-missing', { mn: null }],
    ['error mn-format', { mn: '123 4567 890' }],
    ['error mn-format', { mn: '' }],
    ['error mn-format', { mn: '12345678' }],
    ['error mn-format', { mn: '123456789012' }],
    ['error mn-format', { mn: 12345678 }],
    ['error mn-format', { mn: ['1234567890'] }],
    ['warning mn-format', { mn: 1234567890 }],
    ['error mn-mismatch', { mn: '1234567891' }],
    ['error role-invalid', { role: undefined }],
    ['error role-invalid', { role: 2 }],
    ['error role-invalid', { role: true }],
    ['warning role-invalid', { role: '0' }],
    ['warning role-mismatch', { role: 1 }],
    ['error iat-missing', { iat: undefined }],
    ['error iat-format', { iat: String(healthy.iat) }],
    ['error iat-format', { iat: healthy.iat + 0.25 }],
    ['error iat-format', { iat: healthy.iat * 1e6 }],
    ['error iat-milliseconds', { iat: healthy.iat * 1000 }],
    ['error exp-missing', { exp: undefined }],
    ['error exp-format', { exp: String(healthy.exp) }],
    ['error exp-milliseconds', { exp: healthy.exp * 1000 }],
    ['error exp-too-near', { exp: healthy.iat + 1799, tokenExp: healthy.iat + 1799 }],
    ['error exp-too-far', { exp: healthy.iat + 172_801, tokenExp: healthy.iat + 172_801 }],
    ['warning token-exp-mismatch', { tokenExp: healthy.exp + 1 }],
    ['warning video-webrtc-mode-invalid', { video_webrtc_mode: 2 }],
    ['error iat-ahead', issued(20)],
    ['error exp-past', issued(-7200)],
  ])('%s for %j', (finding, change) => {
    expect(idsOf({ ...healthy, ...change })).toEqual([finding]);
  });

  test('another algorithm than HS256', () => {
    const signature = signByHand(healthy, { alg: 'none' });
    expect(inspectSignature(signature, asked).findings).toMatchObject([
      { id: 'alg-not-hs256', severity: 'error', evidence: 'alg is none' },
    ]);
    const unsigned = signature.slice(0, signature.lastIndexOf('.') + 1);
    expect(inspectSignature(unsigned, asked).findings).toMatchObject([{ id: 'alg-not-hs256' }]);
  });

  test.each([' ', '\n', '\u001b[2J'])('an algorithm that is not a name, without repeating it: %j', (alg) => {
    expect(inspectSignature(signByHand(healthy, { alg }), asked).findings).toMatchObject([
      { id: 'alg-not-hs256', evidence: 'alg is undefined' },
    ]);
  });

  test('lists errors before warnings', () => {
    expect(idsOf({ ...issued(20), role: 1, tokenExp: 1 })).toEqual([
      'error iat-ahead',
      'warning role-mismatch',
      'warning token-exp-mismatch',
    ]);
  });
});

describe('evidence', () => {
  test.each<[string, object]>([
    [`iat ${clock + 20} is 20 s ahead of ${clock}`, issued(20)],
    [`exp ${clock - 5} was 5 s before ${clock}`, issued(-1805, 1800)],
    ['exp is iat + 60', issued(-30, 60)],
    ['mn is 987654321 instead of 1234567890', { ...healthy, mn: '987654321' }],
    ['iat is the text "1732450001"', { ...healthy, iat: '1732450001' }],
    ['iat is a string', { ...healthy, iat: '2024-11-24' }],
    ['iat is 1732450001000000', { ...healthy, iat: 1_732_450_001_000_000 }],
    ['role is the text "0"', { ...healthy, role: '0' }],
    ['role is a string', { ...healthy, role: 'host' }],
    ['mn is a string with spaces', { ...healthy, mn: '123 4567 890' }],
    ['mn is the text "12345678"', { ...healthy, mn: '12345678' }],
    ['appKey is missing', { ...healthy, appKey: undefined }],
    ['role is 7', { ...healthy, role: 7 }],
  ])('says: %s', (evidence, claims) => {
    expect(findingsOf(claims)[0]?.evidence).toBe(evidence);
  });

  test('rounds up a fraction of a second ahead', () => {
    const [finding] = findingsOf(issued(1), { now: clock * 1000 + 400 });
    expect(finding?.evidence).toBe(`iat ${clock + 1} is 1 s ahead of ${clock}`);
  });
});

describe('a time-zone bug', () => {
  test.each([
    [2 * 3600 - 30, '2 h'],
    [5.5 * 3600 - 3, '5.5 h'],
    [-5 * 3600 - 40, '-5 h'],
  ])('is detected when iat is off by %d s', (ahead, offset) => {
    const findings = findingsOf(issued(ahead));
    expect(findings).toHaveLength(2);
    expect(findings[0]?.id).toBe(ahead > 0 ? 'iat-ahead' : 'exp-past');
    expect(findings[1]).toMatchObject({
      id: 'iat-time-zone',
      severity: 'warning',
      evidence: `iat is off by ${offset}`,
    });
  });

  test.each([
    ['a clock that is 20 min ahead', 1200],
    ['a signature that expired a minute ago, two hours old', -7260],
    ['a clock that is days ahead', 3 * 86_400],
  ])('is not reported for %s', (_, ahead) => {
    expect(findingsOf(issued(ahead)).map(({ id }) => id)).not.toContain('iat-time-zone');
  });
});

describe('a timestamp rounded to a 32-bit float', () => {
  const step = clock - (clock % 128);
  const at = (iat: number) => signByHand({ ...healthy, iat, exp: iat + 7200, tokenExp: iat + 7200 });

  test('is detected when a single iat is in the future and a multiple of 128', () => {
    expect(idsOf(issued(step + 128 - clock))).toEqual(['error iat-ahead', 'warning iat-float']);
  });

  test('is detected in a series of multiples of 128, even if the last one is not ahead', () => {
    const { findings } = inspectSignature([at(step - 256), at(step)], asked);
    expect(findings).toMatchObject([{ id: 'iat-float', severity: 'warning' }]);
    expect(findings[0]?.evidence).toContain(String(step - 256));
  });

  test.each([
    ['a repeated signature', [at(step), at(step)]],
    ['a series with a different iat', [at(step - 300), at(step)]],
    ['a signature further ahead than rounding explains', [at(step + 256)]],
  ])('is not reported for %s', (_, signatures) => {
    const ids = inspectSignature(signatures, asked).findings.map(({ id }) => id);
    expect(ids).not.toContain('iat-float');
  });

  test('explains a refusal', () => {
    const { findings } = inspectSignature([at(step - 128), at(step)], { ...asked, refused: true });
    expect(findings).toMatchObject([{ id: 'iat-float', severity: 'error' }]);
  });
});

describe('a refused signature', () => {
  test('has the wrong secret or key when its claims are correct', () => {
    expect(idsOf(healthy, { refused: true })).toEqual(['error secret-or-key']);
    expect(idsOf({ ...healthy, tokenExp: 1 }, { refused: true })[0]).toBe('error secret-or-key');
  });

  test('does not report the secret when something else explains the refusal', () => {
    expect(idsOf(issued(20), { refused: true })).toEqual(['error iat-ahead']);
  });
});

describe('a text that is not a JWT', () => {
  const signature = signByHand(healthy);

  test.each([
    ['is empty', ''],
    ['is empty', ' \n'],
    ['is HTML', '\n<!doctype html><title>404</title>'],
    ['is JSON', `{"signature":"${signature}"}`],
    ['is in quotes', `"${signature}"`],
    ['starts with Bearer', `Bearer ${signature}`],
    ['has spaces', `${signature}\n`],
    ['has fewer than 3 parts', signature.slice(0, 50)],
    ['has fewer than 3 parts', 'undefined'],
    ['cannot be decoded', `e${signature}`],
    ['has + / or =', `${signature}=`],
    ['has + / or =', signature.replace(/.$/, '/')],
  ])('%s', (shape, text) => {
    const { claims, findings } = inspectSignature(text, asked);
    expect(claims).toBeUndefined();
    expect(findings).toMatchObject([{ id: 'not-a-jwt', severity: 'error', evidence: `it ${shape}` }]);
  });

  test('can be cut short in its last part', () => {
    expect(inspectSignature(signature.slice(0, -3), asked).findings).toMatchObject([
      { id: 'not-a-jwt', evidence: 'its last part has 40 characters instead of 43' },
    ]);
  });

  test('can be an empty list', () => {
    expect(inspectSignature([]).findings).toMatchObject([{ id: 'not-a-jwt' }]);
  });
});

describe('decodeSignature', () => {
  test('returns the header and the claims', () => {
    const claims = { appKey: '>>>???~~~???' };
    const signature = signByHand(claims);
    // Both characters in which base64url differs from base64.
    expect(signature.split('.')[1]).toMatch(/-.*_/);
    expect(decodeSignature(signature)).toEqual({ header: { alg: 'HS256', typ: 'JWT' }, claims });
  });

  test.each(['', 'a.b', 'a.b.c', 'a.b.c.d', 'MQ.MQ.MQ', 'bnVsbA.bnVsbA.', '!.!.!'])(
    'returns undefined for %j',
    (text) => {
      expect(decodeSignature(text)).toBeUndefined();
    },
  );
});
