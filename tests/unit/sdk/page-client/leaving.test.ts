// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createPageClient } from '../../../../src/sdk/page-client';
import { createSdk, follow, joined, never, opened, options, pass, useFakePage } from './fake-page';

useFakePage();

describe('leaving a meeting', () => {
  it('does nothing when there is none', async () => {
    await createPageClient().leave();
    const { page, client, embedded } = await opened();
    await page.leave();
    expect(client.leaveMeeting).not.toHaveBeenCalled();
    expect(embedded.destroyClient).not.toHaveBeenCalled();
  });

  it('keeps the client', async () => {
    const { page, client, embedded, say } = await joined({
      leaveMeeting: vi.fn(async () => void say({ state: 'Closed' })),
    });
    await page.leave();
    await page.leave();
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    expect(page.client()).toBe(client);
  });

  it('leaves when only `join()` has reported that the SDK is in the meeting', async () => {
    const { page, client, embedded } = await opened(
      createSdk({ leaveMeeting: vi.fn(async () => ''), getCurrentUser: () => null }),
    );
    await page.join(options);
    await page.leave();
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
  });

  it('leaves no timer behind', async () => {
    const { page } = await joined({ getCurrentUser: () => null });
    await page.leave();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('relies on the roster row when the event is missing', async () => {
    let isIn = true;
    const { page, embedded } = await joined({
      getCurrentUser: () => (isIn ? ({ userId: 1 } as never) : null),
      leaveMeeting: async () => (isIn = false),
    });
    await page.leave();
    expect(embedded.destroyClient).not.toHaveBeenCalled();
  });

  it('destroys a client that reports nothing and whose roster cannot be read', async () => {
    const { page, embedded } = await joined({
      getCurrentUser: () => {
        throw new TypeError('no roster');
      },
    });
    void page.leave();
    await pass(1);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it('leaves at once when the event reports it and `join()` never settles', async () => {
    const { page, client, say } = await opened(createSdk({ join: never }));
    void page.join(options);
    say({ state: 'Connected' });
    void page.leave();
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });

  it.each(['resolves', 'rejects'])('leaves when `join()` %s after the event', async (how) => {
    let settle = () => {};
    const { page, client, say } = await opened(
      createSdk({
        join: () =>
          new Promise((resolve, reject) => {
            settle = () => (how === 'resolves' ? resolve('') : reject(new Error('no')));
          }),
      }),
    );
    page.join(options).catch(() => {});
    say({ state: 'Connected' });
    settle();
    await pass(1);
    void page.leave();
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });

  it('does nothing when the meeting is over before `join()` resolves', async () => {
    let finish = (_: unknown) => {};
    const { page, client, say } = await opened(
      createSdk({ join: () => new Promise((resolve) => (finish = resolve)) }),
    );
    void page.join(options);
    say({ state: 'Connected' });
    say({ state: 'Closed', reason: 'ended by host' });
    finish('');
    await pass(1);
    await page.leave();
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it('leaves at once when an earlier client was destroyed during a reconnection', async () => {
    const { page, embedded, client, say } = await joined();
    say({ state: 'Reconnecting', reason: 'failover' });
    void page.reset();
    await pass(1200);
    await page.open(embedded, {}, () => true);
    await page.join(options);
    void page.leave();
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });

  it('destroys the client when leaving fails, even if the SDK reports that it is out', async () => {
    const { page, embedded, say } = await joined({
      leaveMeeting() {
        say({ state: 'Closed' });
        return Promise.reject(new Error('no'));
      },
    });
    void page.leave();
    await pass(1);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is still in', async () => ''],
    ['rejects', () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['resolves with a failure', async () => ({ type: 'X', reason: 'no', errorCode: 1 })],
  ])('destroys the client when the SDK %s', async (_, leaveMeeting) => {
    const { page, embedded } = await joined({ leaveMeeting });
    const left = follow(page.leave());
    await pass(1100);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
    expect(page.client()).toBeUndefined();
    expect(left.is).toBe('pending');
    await pass(100);
    expect(left.is).toBe('resolved');
  });

  it('destroys the client after three seconds without an answer', async () => {
    const { page, embedded } = await joined({ leaveMeeting: never });
    void page.leave();
    await pass(2900);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    await pass(200);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it('waits for a join in progress, which the SDK cannot leave', async () => {
    let finish = (_: unknown) => {};
    const { page, client, say } = await opened(
      createSdk({
        join: () => new Promise((resolve) => (finish = resolve)),
        leaveMeeting: vi.fn(async () => void say({ state: 'Closed' })),
      }),
    );
    void page.join(options);
    const left = follow(page.leave());
    await pass(10_000);
    expect(client.leaveMeeting).not.toHaveBeenCalled();
    finish('');
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(left.is).toBe('resolved');
  });

  it('waits for a reconnection in progress, which the SDK cannot leave either', async () => {
    const sdk = await joined({ leaveMeeting: vi.fn(async () => void sdk.say({ state: 'Closed' })) });
    sdk.say({ state: 'Reconnecting', reason: 'failover' });
    const left = follow(sdk.page.leave());
    await pass(4000);
    expect(sdk.client.leaveMeeting).not.toHaveBeenCalled();
    sdk.say({ state: 'Connected' });
    await pass(1);
    expect(sdk.client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(left.is).toBe('resolved');
    expect(sdk.embedded.destroyClient).not.toHaveBeenCalled();
  });

  it('does not call the SDK when the reconnection fails', async () => {
    const { page, client, say } = await joined();
    say({ state: 'Reconnecting', reason: 'failover' });
    const left = follow(page.leave());
    say({ state: 'Fail', errorCode: -3000, reason: 'connection error' });
    await pass(1);
    expect(left.is).toBe('resolved');
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it('destroys the client when a reconnection takes longer than 5 s', async () => {
    const { page, embedded, say } = await joined();
    say({ state: 'Reconnecting', reason: 'failover' });
    const left = follow(page.leave());
    await pass(4900);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    await pass(200);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
    await pass(1200);
    expect(left.is).toBe('resolved');
  });

  it('does not call the SDK when the join is refused', async () => {
    let refuse = (_: unknown) => {};
    const { page, client } = await opened(
      createSdk({ join: () => new Promise((_, reject) => (refuse = reject)) }),
    );
    page.join(options).catch(() => {});
    const left = follow(page.leave());
    refuse({ type: 'JOIN_MEETING_FAILED', reason: 'no', errorCode: 3712 });
    await pass(1);
    expect(left.is).toBe('resolved');
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it('destroys the client when a join takes longer than 15 s', async () => {
    const { page, embedded } = await opened(createSdk({ join: never }));
    void page.join(options);
    const left = follow(page.leave());
    await pass(14_900);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    await pass(200);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
    await pass(1200);
    expect(left.is).toBe('resolved');
  });

  it('destroys the client when the SDK gave up the join, because it may still connect', async () => {
    const { page, embedded } = await opened(
      createSdk({ join: () => Promise.reject({ type: 'OPERATION_CANCELLED', reason: 'X', errorCode: 3 }) }),
    );
    await page.join(options).catch(() => {});
    void page.leave();
    await pass(1);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it('ignores an earlier join that settles late', async () => {
    const settles: ((result: unknown) => void)[] = [];
    const { page, client } = await opened(
      createSdk({ join: () => new Promise((resolve, reject) => settles.push(resolve, reject)) }),
    );
    void page.join(options);
    page.join(options).catch(() => {});
    settles[3]!({ type: 'JOIN_MEETING_FAILED', reason: 'no', errorCode: 3712 });
    await pass(1);
    settles[0]!('');
    await pass(1);
    await page.leave();
    expect(client.leaveMeeting).not.toHaveBeenCalled();
  });

  it.each(['resolves', 'rejects'])('waits for the latest join when an earlier one %s', async (how) => {
    const settles: ((result: unknown) => void)[] = [];
    const { page, client } = await opened(
      createSdk({ join: () => new Promise((resolve, reject) => settles.push(resolve, reject)) }),
    );
    page.join(options).catch(() => {});
    void page.join(options);
    settles[how === 'resolves' ? 0 : 1]!(new Error('no'));
    await pass(1);
    void page.leave();
    await pass(1000);
    expect(client.leaveMeeting).not.toHaveBeenCalled();
    settles[2]!('');
    await pass(1);
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
  });
});

describe('leaving a pending join', () => {
  it('calls the SDK and keeps the client', async () => {
    const { page, client, embedded } = await opened(createSdk({ join: never }));
    void page.join(options);
    await page.leaveJoin();
    expect(client.leaveMeeting).toHaveBeenCalledTimes(1);
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    expect(page.client()).toBe(client);
  });

  it('delays the next client until the SDK answers, at most three seconds', async () => {
    const { page, embedded, client } = await opened(createSdk({ leaveMeeting: never }));
    const left = follow(page.leaveJoin());
    const opening = follow(page.open(embedded, {}, () => true));
    await pass(2900);
    expect([left.is, opening.is]).toEqual(['pending', 'pending']);
    await pass(200);
    expect([left.is, opening.is]).toEqual(['resolved', 'resolved']);
    expect(client.init).toHaveBeenCalledTimes(2);
  });

  it('resolves when the SDK throws, and when there is no client', async () => {
    const leaveMeeting = () => {
      throw new Error('no');
    };
    const { page } = await opened(createSdk({ leaveMeeting }));
    await page.leaveJoin();
    await createPageClient().leaveJoin();
  });
});
