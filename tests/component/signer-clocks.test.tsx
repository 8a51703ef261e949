import { act, cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ZoomMeeting, type ZoomMeetingState } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk } from 'react-zoom-meeting/testing';

/** Refuses an `iat` that is ahead of the true clock, as Zoom does. */
function zoomAt(trueNow: () => number) {
  return (signature: string) => {
    const { iat } = JSON.parse(atob(signature.split('.')[1]!)) as { iat: number };
    return iat > Math.floor(trueNow() / 1000) ? 3712 : undefined;
  };
}

async function join(issuedAt: (now: number) => number, { browserOffset = 0, seconds = 130 } = {}) {
  const trueNow = () => Date.now() - browserOffset;
  const fake = createFakeZoomSdk({ verify: zoomAt(trueNow) });
  const states: ZoomMeetingState[] = [];
  render(
    <ZoomMeeting
      sdk={fake}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={async ({ meetingNumber, role }) =>
        createFakeSignature({ mn: meetingNumber, role, iat: issuedAt(trueNow()) })
      }
      onStatusChange={(state) => states.push(state)}
    />,
  );
  const start = trueNow();
  for (
    let elapsed = 0;
    elapsed < seconds && !/joined|failed/.test(states.at(-1)?.status ?? '');
    elapsed += 1
  ) {
    await act(() => vi.advanceTimersByTimeAsync(1000));
  }
  return { status: states.at(-1)?.status, joins: fake.joinCalls.length, took: trueNow() - start, states };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
});

describe('a signer that rounds to a 32-bit float (Java, Math.round(System.currentTimeMillis() / 1000))', () => {
  it.each(Array.from({ length: 50 }, (_, seed) => [seed]))('joins, case %i', async (seed) => {
    vi.setSystemTime(1_760_000_000_000 + seed * 7_919_333);
    const { status, joins } = await join((now) => Math.fround(Math.floor(now / 1000)));
    expect(status).toBe('joined');
    expect(joins).toBeLessThanOrEqual(3);
  });
});

describe('a signer whose clock is ahead', () => {
  it.each([20, 45, 90])(
    'by %i s: joins on the second attempt, when the signature becomes valid',
    async (ahead) => {
      const { status, joins, took } = await join((now) => Math.floor(now / 1000) + ahead);
      expect({ status, joins }).toEqual({ status: 'joined', joins: 2 });
      expect(took).toBeLessThan((ahead + 5) * 1000);
    },
  );

  it.each([
    [20, 30_000, 3],
    [20, -30_000, 2],
    [45, 30_000, 4],
    [45, -30_000, 2],
  ])(
    'by %i s, with a browser clock off by %i ms: needs at most %i joins',
    async (ahead, browserOffset, expected) => {
      const { status, joins } = await join((now) => Math.floor(now / 1000) + ahead, { browserOffset });
      expect(status).toBe('joined');
      expect(joins).toBeLessThanOrEqual(expected);
    },
  );

  it.each([20, 45, 90])(
    'by %i s, with a browser clock 2 s ahead: joins soon after the signature becomes valid',
    async (ahead) => {
      const { status, joins, took } = await join((now) => Math.floor(now / 1000) + ahead, {
        browserOffset: 2000,
      });
      expect({ status, joins }).toEqual({ status: 'joined', joins: 3 });
      expect(took).toBeLessThan((ahead + 6) * 1000);
    },
  );

  it('by two hours: fails without waiting', async () => {
    const { status, took, states } = await join((now) => Math.floor(now / 1000) + 7200);
    expect(status).toBe('failed');
    expect(took).toBeLessThan(10_000);
    const last = states.at(-1);
    const error = last?.status === 'failed' ? last.error : undefined;
    expect(error?.findings.map(({ id }) => id)).toContain('iat-time-zone');
  });

  it('joins with any clocks, and never tries more than five times', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: -30, max: 30 }),
        async (ahead, offset) => {
          const { status, joins } = await join((now) => Math.floor(now / 1000) + ahead, {
            browserOffset: offset * 1000,
          });
          cleanup();
          await vi.advanceTimersByTimeAsync(5000);
          expect(status).toBe('joined');
          expect(joins).toBeLessThanOrEqual(5);
        },
      ),
      { numRuns: 40, seed: 3712 },
    );
  });
});
