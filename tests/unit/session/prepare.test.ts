// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignatureFetcher, SignatureRequest } from '../../../src/signature/signature-fetcher';
import { createFakeSignature, createFakeZoomSdk } from '../../../src/testing';
import { freshPage, openSession, pass } from './open-session';

beforeEach(freshPage);
afterEach(() => vi.useRealTimers());

/** An endpoint that takes 300 ms, and counts. */
function countingFetcher(lifetime = 7200) {
  const signals: AbortSignal[] = [];
  const fetchSignature: SignatureFetcher = async ({ meetingNumber, role, signal }) => {
    signals.push(signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const iat = Math.floor(Date.now() / 1000) - 30;
    return createFakeSignature({ mn: meetingNumber, role, iat, exp: iat + lifetime });
  };
  return { fetchSignature, signals };
}

describe('a session that is prepared', () => {
  it('loads the SDK and fetches a signature, and the join uses both', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(3000);
    expect(signals).toHaveLength(1);
    expect(meeting.fake.loadCount).toBe(1);
    expect(meeting.fake.joinCalls).toEqual([]);
    expect(meeting.status).toBe('idle');

    void meeting.join({ userName: 'Grace' });
    await pass(0);
    // Without waiting for the endpoint.
    expect(meeting.fake.joinCalls).toMatchObject([{ userName: 'Grace' }]);
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(signals).toHaveLength(1);
  });

  it('joined while the signature is still being fetched: no second one is fetched', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    const giveUp = meeting.session.prepare();
    await pass(200);
    void meeting.join();
    // The lobby is gone as soon as the join has begun.
    giveUp();
    await pass(99);
    expect(meeting.fake.joinCalls).toHaveLength(0);
    await pass(1);
    expect(meeting.fake.joinCalls).toHaveLength(1);
    expect(signals).toHaveLength(1);
    expect(signals[0]?.aborted).toBe(false);
  });

  it('joined while the request for the signature hangs: another one is sent after 5 s, and the first one is aborted', async () => {
    const signals: AbortSignal[] = [];
    const answer = countingFetcher().fetchSignature;
    const fetchSignature: SignatureFetcher = (request) => {
      signals.push(request.signal);
      return signals.length === 1 ? new Promise(() => {}) : answer(request);
    };
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(60_000);
    void meeting.join();
    await pass(4999);
    expect(signals).toHaveLength(1);
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('given up in the same task, as in StrictMode: the endpoint is asked once', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.session.prepare()();
    meeting.session.prepare();
    await pass(3000);
    expect(signals).toHaveLength(1);
  });

  it('given up: the fetch is aborted, and the join fetches another one', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    const giveUp = meeting.session.prepare();
    await pass(100);
    giveUp();
    expect(signals[0]?.aborted).toBe(true);
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(signals).toHaveLength(2);
  });

  it('a signature that is about to expire is not used', async () => {
    const { fetchSignature, signals } = countingFetcher(1800);
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    // It has 59 s left.
    await pass((1800 - 30 - 59) * 1000);
    void meeting.join();
    await pass(3000);
    expect(signals).toHaveLength(2);
    expect(meeting.status).toBe('joined');
  });

  it.each([
    ['another name', { userName: 'Grace' }],
    ['another user', { customerKey: 'grace' }],
    ['another role', { role: 1 as const, zak: 'zak' }],
  ])('%s: the signature is discarded at once, and the join fetches another one', async (_what, change) => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(100);
    meeting.update(change);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await pass(1000);
    // Also if it changes back.
    meeting.update({ userName: 'Ada', customerKey: undefined, role: 0, zak: undefined });
    void meeting.join();
    await pass(3000);
    expect(signals).toHaveLength(2);
    expect(meeting.status).toBe('joined');
  });

  it('an inline fetcher, which is another function at each render: the signature is kept', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const inline = (): SignatureFetcher => (request) => fetchSignature(request);
    const meeting = openSession({ fetchSignature: inline(), autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    for (let render = 0; render < 10; render += 1) {
      await pass(100);
      meeting.update({ fetchSignature: inline() });
    }
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(signals).toHaveLength(1);
  });

  it('another fetcher, which may be the one of another user: tokens of the first one are not used', async () => {
    const fetcherOf =
      (zak: string): SignatureFetcher =>
      async ({ meetingNumber, role }) => ({
        signature: createFakeSignature({ mn: meetingNumber, role }),
        zak,
      });
    const meeting = openSession({ fetchSignature: fetcherOf('zak of Ada'), autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(1000);
    meeting.update({ fetchSignature: fetcherOf('zak of Grace') });
    void meeting.join();
    await pass(3000);
    expect(meeting.fake.joinCalls).toMatchObject([{ options: { zak: 'zak of Grace' } }]);
  });

  it('another fetcher, after an answer whose tokens are undefined: the signature is used', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const inline = (): SignatureFetcher => async (request) => ({
      signature: (await fetchSignature(request)) as string,
      zak: undefined,
    });
    const meeting = openSession({ fetchSignature: inline(), autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(1000);
    meeting.update({ fetchSignature: inline() });
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(signals).toHaveLength(1);
  });

  it('the same fetcher: its tokens are used', async () => {
    let count = 0;
    const meeting = openSession({
      fetchSignature: async ({ meetingNumber, role }) => {
        count += 1;
        return { signature: createFakeSignature({ mn: meetingNumber, role }), zak: `zak ${count}` };
      },
      autoJoin: false,
    });
    meeting.retain();
    meeting.session.prepare();
    await pass(1000);
    void meeting.join();
    await pass(3000);
    expect(meeting.fake.joinCalls).toMatchObject([{ options: { zak: 'zak 1' } }]);
  });

  it('it belongs to the fetcher that returned it: a later join with another one does not use it again', async () => {
    const first = countingFetcher();
    const second = countingFetcher();
    const sdk = createFakeZoomSdk({ joins: [4011, 'ok'] });
    const meeting = openSession({ fetchSignature: first.fetchSignature, sdk, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(1000);
    meeting.update({ fetchSignature: second.fetchSignature });
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('failed');
    expect([first.signals.length, second.signals.length]).toEqual([1, 0]);
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect([first.signals.length, second.signals.length]).toEqual([1, 1]);
  });

  it('options that are the same keep it', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(100);
    meeting.update({ language: 'de-DE', userName: 'Ada' });
    void meeting.join({ userName: 'Typed' });
    await pass(3000);
    expect(signals).toHaveLength(1);
    expect(meeting.fake.joinCalls.map(({ userName }) => userName)).toEqual(['Typed']);
  });

  it('an on-behalf-of token is sent once: the next join fetches another one', async () => {
    const requests: SignatureRequest[] = [];
    const fetchSignature: SignatureFetcher = async (request) => {
      requests.push(request);
      const signature = createFakeSignature({ mn: request.meetingNumber, role: request.role });
      return { signature, obfToken: `token ${requests.length}` };
    };
    const sdk = createFakeZoomSdk({ joins: [4011, 'ok'] });
    const meeting = openSession({ fetchSignature, sdk, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(1000);
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('failed');
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(sdk.joinCalls.map(({ options }) => options.obfToken)).toEqual(['token 1', 'token 2']);
    expect(requests).toHaveLength(2);
  });

  it('with a registrant’s token, the fetcher is told: what was prefetched without it is not used', async () => {
    const requests: SignatureRequest[] = [];
    const fetchSignature: SignatureFetcher = async (request) => {
      requests.push(request);
      const iat = Math.floor(Date.now() / 1000) - 30;
      const signature = createFakeSignature({ mn: request.meetingNumber, iat, exp: iat + 1800 });
      return { signature, ...(!request.hasTk && { tk: `tk ${requests.length}` }) };
    };
    const sdk = createFakeZoomSdk({ joins: [4011, 'ok'] });
    const meeting = openSession({ fetchSignature, sdk, autoJoin: false });
    meeting.retain();
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('failed');
    // The first signature expires.
    await pass(1800_000);
    meeting.session.prepare();
    await pass(1000);
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(requests.map(({ hasTk }) => hasTk)).toEqual([false, false, true]);
    expect(sdk.joinCalls.map(({ options }) => options.tk)).toEqual(['tk 1', 'tk 1']);
  });

  it('cancelled while the join waits for the signature: it is aborted, and none is fetched any more', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(100);
    void meeting.join();
    await pass(100);
    void meeting.cancel();
    await pass(5000);
    expect(meeting.status).toBe('ended');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('what fails is ignored, and the join reports it', async () => {
    const fetchSignature = vi.fn<SignatureFetcher>(async () => {
      throw new Error('no session');
    });
    const sdk = createFakeZoomSdk({ loads: ['fails', 'ok'] });
    const meeting = openSession({ fetchSignature, sdk, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(10_000);
    expect(meeting.status).toBe('idle');
    void meeting.join();
    await pass(200_000);
    expect(meeting.error?.code).toBe('SIGNATURE_FETCH_FAILED');
  });

  it('does nothing while a meeting is joined, or without a meeting number', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const joined = openSession({ fetchSignature });
    joined.retain();
    await pass(3000);
    joined.session.prepare();
    openSession({ fetchSignature, meetingNumber: '' }).session.prepare();
    await pass(3000);
    expect(signals).toHaveLength(1);
  });
});
