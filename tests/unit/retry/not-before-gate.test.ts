import { describe, expect, it } from 'vitest';
import {
  clockTolerance,
  dueAt,
  firstDue,
  isWorthHolding,
  learnFromRefusal,
  nothingKnown,
} from '../../../src/retry/not-before-gate';
import type { SignatureCandidate } from '../../../src/signature/signature-candidate';

const validFrom = (notBefore: number): SignatureCandidate => ({
  credentials: { signature: `from ${notBefore}` },
  user: 'Ada',
  fetcher: async () => '',
  isSingleUse: false,
  notBefore,
  expiresAt: notBefore + 7_200_000,
});
const slightlySuspected = { correction: 3500, clearlyPast: false };
const suspected = { correction: 30_500, clearlyPast: false };

describe('dueAt', () => {
  it('is half a second after iat, which is in whole seconds', () => {
    expect(dueAt(validFrom(20_000), nothingKnown)).toBe(20_500);
  });

  it('is half a minute later when the browser’s clock is ahead', () => {
    expect(dueAt(validFrom(20_000), suspected)).toBe(51_000);
  });

  it('is in the past without an iat', () => {
    expect(dueAt(validFrom(0), nothingKnown)).toBeLessThan(1_760_000_000_000);
  });
});

describe('firstDue', () => {
  it('keeps the one that becomes valid first, in either order', () => {
    const early = validFrom(10_000);
    const late = validFrom(11_000);
    expect(firstDue(early, late)).toEqual({ ...early, fetcher: late.fetcher, signedBy: early.fetcher });
    expect(firstDue(late, early)).toBe(early);
  });

  it('prefers the new one when both are valid: it lasts longer, and its tokens are newer', () => {
    const fresh = validFrom(10_000);
    expect(firstDue(validFrom(10_000), fresh)).toBe(fresh);
  });

  it('adds the other credentials of the new answer to the one that becomes valid first', () => {
    const held = { ...validFrom(10_000), credentials: { signature: 'held', zak: 'old', obfToken: 'used' } };
    const fresh = { ...validFrom(11_000), credentials: { signature: 'fresh', zak: 'new' } };
    expect(firstDue(held, fresh)).toMatchObject({
      notBefore: 10_000,
      expiresAt: held.expiresAt,
      credentials: { signature: 'held', zak: 'new' },
    });
    expect(firstDue(held, fresh).credentials).not.toHaveProperty('obfToken');
  });

  it('keeps the fetcher of the signature, because a later join with another fetcher must not reuse it', () => {
    const [first, second, third] = [async () => '', async () => '', async () => ''];
    const mixed = firstDue(
      { ...validFrom(10_000), fetcher: first },
      { ...validFrom(11_000), fetcher: second },
    );
    expect(mixed).toMatchObject({ fetcher: second, signedBy: first });
    expect(firstDue(mixed, { ...validFrom(12_000), fetcher: third })).toMatchObject({
      fetcher: third,
      signedBy: first,
    });
  });

  it('prefers the new one when the other one belongs to another user', () => {
    const fresh = validFrom(11_000);
    expect(firstDue({ ...validFrom(10_000), user: 'Bob' }, fresh)).toBe(fresh);
  });

  it('takes the new one when none is held', () => {
    const fresh = validFrom(10_000);
    expect(firstDue(undefined, fresh)).toBe(fresh);
  });
});

describe('learnFromRefusal', () => {
  it('learns nothing when iat was ahead, which explains the refusal', () => {
    expect(learnFromRefusal(nothingKnown, -1, 1)).toEqual(nothingKnown);
    expect(learnFromRefusal(suspected, -1, 3)).toEqual(suspected);
  });

  it('learns nothing the first time that iat was only just in the past', () => {
    expect(learnFromRefusal(nothingKnown, 0, 1)).toEqual(nothingKnown);
    expect(learnFromRefusal(nothingKnown, clockTolerance - 1, 1)).toEqual(nothingKnown);
  });

  it('suspects the second time that the browser’s clock is a few seconds ahead', () => {
    expect(learnFromRefusal(nothingKnown, 0, 2)).toEqual(slightlySuspected);
    expect(learnFromRefusal(nothingKnown, 500, 2)).toEqual(slightlySuspected);
    expect(learnFromRefusal(nothingKnown, 2999, 2)).toEqual(slightlySuspected);
  });

  it('suspects that the browser’s clock is further ahead when iat was more than a few seconds in the past', () => {
    expect(learnFromRefusal(nothingKnown, 3000, 2)).toEqual(suspected);
    expect(learnFromRefusal(slightlySuspected, 4000, 3)).toEqual(suspected);
  });

  it('concludes that the signature itself is wrong when iat was clearly in the past', () => {
    expect(learnFromRefusal(suspected, clockTolerance, 1)).toEqual({ correction: 0, clearlyPast: true });
  });

  it('concludes the same when a signature held for each suspicion is refused again', () => {
    const ageWhenDue = (known: typeof suspected) => dueAt(validFrom(20_000), known) - 20_000;
    const second = learnFromRefusal(slightlySuspected, ageWhenDue(slightlySuspected), 3);
    expect(second).toEqual(suspected);
    expect(learnFromRefusal(second, ageWhenDue(second), 4).clearlyPast).toBe(true);
  });
});

describe('isWorthHolding', () => {
  it('is true until the signature becomes valid', () => {
    expect(isWorthHolding(validFrom(20_000), nothingKnown, 20_499)).toBe(true);
    expect(isWorthHolding(validFrom(20_000), nothingKnown, 20_500)).toBe(false);
  });

  it('is true for longer when the browser’s clock may be ahead', () => {
    expect(isWorthHolding(validFrom(20_000), suspected, 50_999)).toBe(true);
  });
});
