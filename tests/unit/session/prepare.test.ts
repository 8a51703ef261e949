// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignatureFetcher, SignatureRequest } from '../../../src/signature/signature-fetcher';
import { createFakeSignature, createFakeZoomSdk } from '../../../src/testing';
import { freshPage, openSession, pass } from './open-session';

beforeEach(freshPage);
afterEach(() => vi.useRealTimers());

/** An endpoint that takes 300 ms and records each request's signal. */
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

describe('prepare()', () => {
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
    // The join does not wait for the endpoint.
    expect(meeting.fake.joinCalls).toMatchObject([{ userName: 'Grace' }]);
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(signals).toHaveLength(1);
  });

  it('the join uses a signature that is still being fetched, without a second fetch', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    const giveUp = meeting.session.prepare();
    await pass(200);
    void meeting.join();
    // The lobby is gone as soon as the join has started.
    giveUp();
    await pass(99);
    expect(meeting.fake.joinCalls).toHaveLength(0);
    await pass(1);
    expect(meeting.fake.joinCalls).toHaveLength(1);
    expect(signals).toHaveLength(1);
    expect(signals[0]?.aborted).toBe(false);
  });

  it('the join aborts a hanging fetch after 5 s and fetches again', async () => {
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

  it('fetches once when cancelled and called again in the same task, as in StrictMode', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.session.prepare()();
    meeting.session.prepare();
    await pass(3000);
    expect(signals).toHaveLength(1);
  });

  it('aborts the fetch when cancelled, and the join fetches again', async () => {
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

  it('the join does not use a signature that is about to expire', async () => {
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
  ])('discards the signature at once for %s, and the join fetches again', async (_what, change) => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.retain();
    meeting.session.prepare();
    await pass(100);
    meeting.update(change);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await pass(1000);
    // The signature is not used even if the option changes back.
    meeting.update({ userName: 'Ada', customerKey: undefined, role: 0, zak: undefined });
    void meeting.join();
    await pass(3000);
    expect(signals).toHaveLength(2);
    expect(meeting.status).toBe('joined');
  });

  it('keeps the signature when an inline fetcher is a new function at each render', async () => {
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

  it('does not use tokens with another fetcher, because it may belong to another user', async () => {
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

  it('uses the signature with another fetcher if the tokens are undefined', async () => {
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

  it('uses the tokens with the same fetcher', async () => {
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

  it('does not reuse a signature when a later join has another fetcher', async () => {
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

  it('keeps the signature when the relevant options are unchanged', async () => {
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

  it('uses an on-behalf-of token once, and the next join fetches another one', async () => {
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

  it('tells the fetcher about a registrant’s token, and discards what was fetched without it', async () => {
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

  it('aborts the fetch when the waiting join is cancelled, and fetches nothing more', async () => {
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

  it('ignores failures, which the join reports', async () => {
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

  it('goes offline while the request is repeated: it waits, and continues when the page is online', async () => {
    const online: boolean[] = [];
    const meeting = openSession({
      autoJoin: false,
      fetchSignature: async () => {
        online.push(onlineManager.isOnline());
        if (online.length === 1) throw new TypeError('Failed to fetch');
        return createFakeSignature();
      },
    });
    const release = meeting.retain();
    const giveUp = meeting.session.prepare();
    await pass(100);
    onlineManager.setOnline(false);
    await pass(60_000);
    expect(online).toEqual([true]);
    onlineManager.setOnline(true);
    await pass(100);
    expect(online).toEqual([true, true]);
    void meeting.join();
    await pass(3000);
    expect(meeting.status).toBe('joined');
    expect(online).toHaveLength(2);
    giveUp();
    release();
    await pass(5000);
  });

  it('given up while it waits for the page to be online: nothing is left', async () => {
    const fetchSignature = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
    const meeting = openSession({ autoJoin: false, fetchSignature });
    const giveUp = meeting.session.prepare();
    await pass(100);
    onlineManager.setOnline(false);
    await pass(5000);
    giveUp();
    onlineManager.setOnline(true);
    await pass(5000);
    expect(fetchSignature).toHaveBeenCalledTimes(1);
  });

  it('two lobbies: the request of the first one is aborted', async () => {
    const { fetchSignature, signals } = countingFetcher();
    const meeting = openSession({ fetchSignature, autoJoin: false });
    meeting.session.prepare();
    await pass(100);
    meeting.session.prepare();
    await pass(100);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});
