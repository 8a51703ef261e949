// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeSignature, createFakeZoomSdk } from '../../../src/testing';
import { freshPage, openSession, pass, sleep } from './open-session';

beforeEach(freshPage);
afterEach(() => void vi.useRealTimers());

const secondsNow = () => Math.floor(Date.now() / 1000);

/** Refuses an `iat` that is ahead, as Zoom does. */
const zoomVerifies = (signature: string) => {
  const { iat } = JSON.parse(atob(signature.split('.')[1]!)) as { iat: number };
  return iat > secondsNow() ? 3712 : undefined;
};

describe('time', () => {
  it('joins a lost meeting again at once after ten minutes of sleep', async () => {
    const opened = openSession({ fetchSignature: async () => createFakeSignature({ iat: secondsNow() }) });
    const release = opened.retain();
    await pass(2000);
    expect(opened.status).toBe('joined');
    sleep(600_000);
    opened.fake.drop();
    await pass(100);
    opened.fake.fail();
    await pass(5000);
    expect(opened.status).toBe('joined');
    expect(opened.fake.joinCalls).toHaveLength(2);
    release();
    await pass(5000);
  });

  it('judges a signature by the time of its join, not of the answer', async () => {
    const fake = createFakeZoomSdk({ joinMs: 8000, joins: [3712] });
    const opened = openSession({
      sdk: fake,
      retry: false,
      fetchSignature: async () => createFakeSignature({ iat: secondsNow() + 3 }),
    });
    const release = opened.retain();
    await pass(20_000);
    expect(opened.error?.code).toBe(3712);
    expect(opened.error?.findings.map(({ id }) => id)).toEqual(['iat-ahead']);
    release();
    await pass(5000);
  });

  it('waits until a signature is valid, and reports the signer’s clock', async () => {
    const fake = createFakeZoomSdk({ verify: zoomVerifies });
    const opened = openSession({
      sdk: fake,
      fetchSignature: async () => createFakeSignature({ iat: secondsNow() + 5 }),
    });
    const release = opened.retain();
    await pass(20_000);
    expect(opened.status).toBe('joined');
    const reasons = opened.states.flatMap((state) =>
      state.status === 'retrying' ? state.reason.findings.map(({ id }) => id) : [],
    );
    expect(new Set(reasons)).toEqual(new Set(['iat-ahead']));
    release();
    await pass(5000);
  });

  it('waits forever when joinTimeout is Infinity', async () => {
    const opened = openSession({
      sdk: createFakeZoomSdk({ joins: ['hang'] }),
      joinTimeout: Infinity,
    });
    const release = opened.retain();
    await pass(40 * 86_400_000);
    expect(opened.status).toBe('joining');
    opened.fake.end();
    release();
    await pass(30_000);
  });

  it('waits for a signature that becomes valid in 30 days without further state changes', async () => {
    const opened = openSession({
      sdk: createFakeZoomSdk({ verify: zoomVerifies }),
      retryBudget: Infinity,
      fetchSignature: async () => createFakeSignature({ iat: secondsNow() + 30 * 86_400 }),
    });
    const release = opened.retain();
    await pass(60_000);
    expect(opened.status).toBe('retrying');
    expect(opened.states.length).toBeLessThan(6);
    await pass(30 * 86_400_000);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });

  it.each(['retry', 'retryDelay'] as const)(
    'fails with the app’s error when %s throws after a lost connection, and does not reuse the signature',
    async (name) => {
      const fetchSignature = vi.fn(async () => createFakeSignature());
      const opened = openSession({
        fetchSignature,
        [name]: () => {
          throw new Error('a mistake of the app');
        },
      });
      const release = opened.retain();
      await pass(2000);
      opened.fake.drop();
      await pass(100);
      opened.fake.fail();
      await pass(100);
      expect(opened.error).toMatchObject({ code: 'UNKNOWN', reason: 'a mistake of the app' });
      void opened.join();
      await pass(2000);
      expect(opened.status).toBe('joined');
      expect(fetchSignature).toHaveBeenCalledTimes(2);
      release();
      await pass(5000);
    },
  );
});
