import { describe, expect, it } from 'vitest';
import { standingAfter, standingAfterRefusal, type Standing } from '../../../src/sdk/standing';

const all: readonly Standing[] = ['out', 'joining', 'may-join', 'in', 'reconnecting'];

describe('the status of the SDK', () => {
  it.each(all)('follows `Connected`, `Reconnecting` and `Closed` from %s', (before) => {
    expect(standingAfter({ state: 'Connected' }, before)).toBe('in');
    expect(standingAfter({ state: 'Reconnecting', reason: 'failover' }, before)).toBe('reconnecting');
    expect(standingAfter({ state: 'Closed' }, before)).toBe('out');
    expect(standingAfter({ state: 'Connecting' }, before)).toBe(before);
  });

  it('ignores `Fail` while joining, because the rejection says more', () => {
    expect(standingAfter({ state: 'Fail', errorCode: -3000 }, 'joining')).toBe('joining');
    for (const before of ['out', 'may-join', 'in', 'reconnecting'] as const)
      expect(standingAfter({ state: 'Fail', errorCode: -3000 }, before)).toBe('out');
    expect(standingAfter({ state: 'Fail', errorCode: 3008 }, 'in')).toBe('may-join');
  });

  it.each([
    [{ errorCode: 3712 }, 'out'],
    [new TypeError('u is not a function'), 'out'],
    [{ errorCode: 3008 }, 'may-join'],
    [{ errorCode: 3 }, 'may-join'],
  ] as const)('after the rejection %j: %s', (reason, standing) => {
    expect(standingAfterRefusal(reason)).toBe(standing);
  });
});
