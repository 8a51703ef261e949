import { nothingKnown } from '../../../src/retry/not-before-gate';
import { describe, expect, it } from 'vitest';
import { ZoomMeetingError } from '../../../src/errors/zoom-meeting-error';
import type { SignatureFindingId } from '../../../src/signature/signature-finding';
import { decideRetry, type RetryHistory, type RetryOptions } from '../../../src/retry/retry-policy';

const decide = (
  code: ConstructorParameters<typeof ZoomMeetingError>[0],
  history: Partial<RetryHistory> = {},
  options: RetryOptions = {},
  random = 0.5,
) =>
  decideRetry(
    new ZoomMeetingError(code),
    { attempts: 1, failures: [], startedAt: 0, clock: nothingKnown, hasJoined: false, ...history },
    options,
    1000,
    random,
  );

describe('retryable errors', () => {
  it.each([
    3704,
    3707,
    3004,
    4005,
    4006,
    4011,
    3051,
    4004,
    'VERSION_CONFLICT',
    'SIGNATURE_MALFORMED',
  ] as const)('%s is not retried', (code) => expect(decide(code)).toBeUndefined());

  it('3712 fetches a new signature and backs off', () => {
    expect(decide(3712)).toEqual({ delay: 500, refetch: 'rejected' });
  });

  it('3712 with an iat that was ahead fetches a new signature, and waits only until one is valid', () => {
    const ahead = { id: 'iat-ahead', severity: 'error', cause: '', cure: '', evidence: '' } as const;
    const error = new ZoomMeetingError(3712, { findings: [ahead] });
    const history = { attempts: 1, failures: [], startedAt: 0, clock: nothingKnown, hasJoined: false };
    expect(decideRetry(error, history, {}, 1000, 0.5)).toEqual({ delay: 0, refetch: 'rejected' });
    expect(decideRetry(error, history, { retryDelay: 42 }, 1000, 0.5)).toMatchObject({ delay: 42 });
  });

  it('3712 with another finding backs off', () => {
    const wrongKey = { id: 'secret-or-key', severity: 'error', cause: '', cure: '', evidence: '' } as const;
    const error = new ZoomMeetingError(3712, { findings: [wrongKey] });
    const history = { attempts: 1, failures: [], startedAt: 0, clock: nothingKnown, hasJoined: false };
    expect(decideRetry(error, history, {}, 1000, 0.5)).toMatchObject({ delay: 500 });
  });

  it('3705 fetches a new signature and joins at once, only once', () => {
    expect(decide(3705)).toEqual({ delay: 0, refetch: 'expired' });
    expect(decide(3705, { failures: [3705] })).toBeUndefined();
  });

  it('a refused ZAK fetches all credentials again, only once', () => {
    expect(decide(3136)).toEqual({ delay: 0, refetch: 'credential' });
    expect(decide(3136, { failures: [3136] })).toBeUndefined();
  });

  it('a bad connection keeps the signature', () => {
    expect(decide(-3000)).toEqual({ delay: 500, refetch: undefined });
  });

  it('a lost meeting: waits for longer after each failure, because the network may be down for a minute', () => {
    const delays = (code: -3000 | 3712, hasJoined: boolean) =>
      [0, 1, 2, 3].map((count) => decide(code, { hasJoined, failures: Array(count).fill(code) })?.delay);
    expect(delays(-3000, false)).toEqual([500, 1000, 2000, 4000]);
    expect(delays(-3000, true)).toEqual([500, 6000, 12_000, 22_500]);
    // A refused signature is not a network problem.
    expect(delays(3712, true)).toEqual([500, 1000, 2000, 4000]);
  });

  it('too many joins: waits for about a minute with jitter', () => {
    const delayAt = (random: number, startedAt = 0) => decide(3633, { startedAt }, {}, random)?.delay;
    expect([0, 0.5, 1].map((random) => delayAt(random))).toEqual([60_000, 72_000, 84_000]);
    // Within the rest of the budget.
    expect(delayAt(1, -29_000)).toBe(70_000);
    expect(delayAt(1, -39_000)).toBe(60_000);
    expect(delayAt(0, -39_001)).toBeUndefined();
  });

  it('an unlisted code is retried once', () => {
    expect(decide(99_999)).toBeDefined();
    expect(decide(99_999, { failures: [99_999] })).toBeUndefined();
  });
});

describe('retries end', () => {
  it('after five joins, whatever the options say', () => {
    expect(decide(3712, { attempts: 4 })).toBeDefined();
    for (const retry of [undefined, true, 100, () => true]) {
      expect(decide(3712, { attempts: 5 }, { retry })).toBeUndefined();
    }
  });

  it('after four joins when the signature was clearly valid', () => {
    expect(decide(3712, { attempts: 3, clock: { ...nothingKnown, clearlyPast: true } })).toBeDefined();
    expect(decide(3712, { attempts: 4, clock: { ...nothingKnown, clearlyPast: true } })).toBeUndefined();
  });

  it('after the budget', () => {
    expect(decide(-3000, { startedAt: -98_600 })).toBeUndefined();
    expect(decide(-3000, { startedAt: -98_500 })).toBeDefined();
    expect(decide(-3000, {}, { retryBudget: 1000 })).toBeUndefined();
  });

  it('at once when every new signature would have the same mistake', () => {
    const mistake = { id: 'mn-mismatch', severity: 'error', cause: '', cure: '', evidence: '' } as const;
    const error = new ZoomMeetingError(3712, { findings: [mistake] });
    const history = { attempts: 1, failures: [], startedAt: 0, clock: nothingKnown, hasJoined: false };
    expect(decideRetry(error, history, {}, 1000, 0.5)).toBeUndefined();
  });

  const judge = (code: 3712 | -3000, id: SignatureFindingId, severity: 'error' | 'warning' = 'error') => {
    const finding = { id, severity, cause: '', cure: '', evidence: '' };
    const history = {
      attempts: 4,
      failures: [],
      startedAt: 0,
      clock: { ...nothingKnown, clearlyPast: true },
      hasJoined: false,
    };
    const first = { ...history, attempts: 1 };
    const error = new ZoomMeetingError(code, { findings: [finding] });
    return decideRetry(error, code === 3712 ? first : history, {}, 1000, 0.5);
  };

  it.each(['iat-ahead', 'iat-float', 'exp-past', 'exp-too-near', 'exp-too-far', 'secret-or-key'] as const)(
    'but not when a new signature may succeed: %s',
    (id) => expect(judge(3712, id)).toBeDefined(),
  );

  it('but not because of a warning', () => {
    expect(judge(3712, 'role-mismatch', 'warning')).toBeDefined();
  });

  it('but not because of findings about a signature that Zoom did not refuse', () => {
    expect(judge(-3000, 'mn-mismatch')).toBeDefined();
  });

  it('after a separate limit for each code', () => {
    expect(decide(3705, { failures: [-3000, -3000, 3712] })).toBeDefined();
  });
});

describe('the options, as in TanStack Query', () => {
  it('retry can be false, a number or a function', () => {
    expect(decide(3712, {}, { retry: false })).toBeUndefined();
    expect(decide(3712, { failures: [3712] }, { retry: 1 })).toBeUndefined();
    expect(decide(3712, { failures: [] }, { retry: 1 })).toBeDefined();
    expect(decide(3004, {}, { retry: (count, { code }) => count === 0 && code === 3004 })).toBeDefined();
    expect(decide(3004, {}, { retry: true })).toBeUndefined();
  });

  it('retryDelay can be a number or a function of failures and error', () => {
    expect(decide(3712, {}, { retryDelay: 42 })).toMatchObject({ delay: 42 });
    expect(decide(3712, {}, { retryDelay: -1 })).toMatchObject({ delay: 0 });
    expect(decide(3712, {}, { retryDelay: NaN })).toMatchObject({ delay: 0 });
    expect(decide(3712, { failures: [3712, 3712] }, { retryDelay: (count) => count * 10 })).toMatchObject({
      delay: 20,
    });
  });
});
