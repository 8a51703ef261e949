// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createPageClient } from '../../../../src/sdk/page-client';
import { follow, joined, never, pass, useFakePage } from './fake-page';

useFakePage();

describe('ending a meeting for everyone', () => {
  const refusal = { type: 'INSUFFICIENT_PRIVILEGES', reason: 'no', errorCode: 5007 };

  it('adds the listeners again, because the SDK removes them', async () => {
    const { page, client } = await joined();
    await page.endForAll();
    const asked = vi.mocked(client.on).mock.calls.map(([event]) => event);
    expect(asked).toEqual(['connection-change', 'connection-change']);
    await page.leave();
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it.each([
    ['rejects', () => Promise.reject(refusal)],
    ['resolves with the refusal', async () => refusal],
  ])('rejects and stays in the meeting when the SDK %s', async (_, endMeeting) => {
    const { page, client } = await joined({ endMeeting });
    await expect(page.endForAll()).rejects.toBe(refusal);
    expect(client.on).toHaveBeenCalledTimes(1);
    void page.leave();
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });

  it('rejects when refused while reconnecting, even without a roster row', async () => {
    const { page, say } = await joined({ endMeeting: () => Promise.reject(refusal) });
    say({ state: 'Reconnecting', reason: 'failover' });
    await expect(page.endForAll()).rejects.toBe(refusal);
  });

  it('resolves when refused because the meeting is already over', async () => {
    const { page, say } = await joined({ endMeeting: () => Promise.reject(refusal) });
    say({ state: 'Closed', reason: 'ended by host' });
    await page.endForAll();
  });

  it('rejects after three seconds without an answer, and adds the listeners again', async () => {
    const { page, client } = await joined({ endMeeting: never });
    const ended = page.endForAll();
    const seen = expect(ended).rejects.toThrow('in time');
    const state = follow(ended);
    await pass(2900);
    expect(state.is).toBe('pending');
    await pass(200);
    await seen;
    expect(client.on).toHaveBeenCalledTimes(2);
  });

  it('does not subscribe to a client that was destroyed in the meantime', async () => {
    let answer = (_: unknown) => {};
    const { page, client } = await joined({
      endMeeting: () => new Promise((resolve) => (answer = resolve)),
    });
    const ended = page.endForAll();
    void page.reset();
    await pass(2000);
    answer('');
    await ended;
    expect(client.on).toHaveBeenCalledTimes(1);
  });

  it('resolves when refused after the client was destroyed', async () => {
    let refuse = (_: unknown) => {};
    const { page } = await joined({
      endMeeting: () => new Promise((_, reject) => (refuse = reject)),
    });
    const ended = follow(page.endForAll());
    void page.reset();
    await pass(2000);
    refuse(refusal);
    await pass(1);
    expect(ended.is).toBe('resolved');
  });

  it('does nothing when there is no client', async () => {
    await createPageClient().endForAll();
  });
});
