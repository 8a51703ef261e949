// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ZoomParticipant } from '../../../src/sdk/zoom-participant';
import type { SignatureRequest } from '../../../src/signature/signature-fetcher';
import { createFakeSignature, createFakeZoomSdk } from '../../../src/testing';
import { freshPage, openSession, pass } from './open-session';

beforeEach(freshPage);
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});

describe('a session', () => {
  it('notifies its listeners of each state change until they unsubscribe', async () => {
    const opened = openSession({ autoJoin: false });
    const [listener, stopped] = [vi.fn(), vi.fn()];
    opened.session.subscribe(listener);
    opened.session.subscribe(stopped)();
    const release = opened.retain();
    void opened.join();
    await pass(2000);
    expect(opened.statuses()).toEqual(['preparing', 'joining', 'joined']);
    expect(listener).toHaveBeenCalledTimes(3);
    // Ignored in this state.
    opened.retryNow();
    opened.fake.addParticipant({ displayName: 'Bob' });
    await pass(100);
    expect(listener).toHaveBeenCalledTimes(3);
    expect(stopped).not.toHaveBeenCalled();
    release();
    await pass(5000);
  });

  it('can be left before joining, and has nothing to retry', async () => {
    const opened = openSession({ autoJoin: false });
    const release = opened.retain();
    await opened.leave();
    opened.retryNow();
    expect(opened.status).toBe('idle');
    release();
    await pass(1000);
  });

  it('returns to the waiting room when the participant’s own row is on hold', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(2000);
    const { userId } = opened.fake.currentUser!;
    opened.fake.updateParticipant(userId, { bHold: true });
    await pass(100);
    expect(opened.status).toBe('waiting-room');
    opened.fake.updateParticipant(userId, { bHold: false });
    await pass(100);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });

  it('requests a signature with the role, 0 by default', async () => {
    const requests: SignatureRequest[] = [];
    for (const role of [undefined, 1] as const) {
      const opened = openSession({
        role,
        fetchSignature: async (request) => {
          requests.push(request);
          return createFakeSignature({ role: request.role });
        },
      });
      const release = opened.retain();
      await pass(2000);
      expect(opened.status).toBe('joined');
      release();
      await pass(5000);
    }
    expect(requests.map(({ role }) => role)).toEqual([0, 1]);
  });

  it('has the SDK’s client while it has the page', async () => {
    const opened = openSession();
    expect(opened.session.getClient()).toBeUndefined();
    const release = opened.retain();
    await pass(2000);
    expect(opened.session.getClient()?.getCurrentUser()).toMatchObject({ displayName: 'Ada' });
    release();
    await pass(5000);
    expect(opened.session.getClient()).toBeUndefined();
  });

  it('fails with the number of joins when the SDK cannot be loaded', async () => {
    const opened = openSession({ sdk: createFakeZoomSdk({ loads: ['fails'] }), retry: false });
    const release = opened.retain();
    await pass(2000);
    expect(opened.error).toMatchObject({ code: 'SDK_LOAD_FAILED', attempts: 0 });
    expect(opened.statuses()).toEqual(['preparing', 'failed']);
    release();
    await pass(1000);
  });

  it('fails when there is no signature', async () => {
    const opened = openSession({ fetchSignature: () => Promise.reject(new Error('no')), retry: false });
    const release = opened.retain();
    await pass(20_000);
    expect(opened.error).toMatchObject({ code: 'SIGNATURE_FETCH_FAILED', reason: 'no' });
    release();
    await pass(1000);
  });

  it('fails when the options are invalid, without requesting the page', async () => {
    const opened = openSession({ userName: ' ' });
    const release = opened.retain();
    await pass(100);
    expect(opened.error).toMatchObject({ code: 'INVALID_OPTIONS' });
    expect(opened.fake.loadCount).toBe(0);
    release();
    await pass(1000);
  });
});

describe('joinTimeout', () => {
  it.each([
    { joinTimeout: undefined, limit: 60_000 },
    { joinTimeout: 5000, limit: 5000 },
  ])('is $limit ms when set to $joinTimeout', async ({ joinTimeout, limit }) => {
    const opened = openSession({ joinTimeout, fetchSignature: never, retry: false });
    const release = opened.retain();
    await pass(limit - 100);
    expect(opened.status).toBe('preparing');
    await pass(200);
    expect(opened.error?.code).toBe('JOIN_TIMEOUT');
    release();
    await pass(1000);
  });
});

describe('the session asks the SDK', () => {
  it('to leave a join that reports nothing, and to keep its client', async () => {
    const opened = openSession({ sdk: createFakeZoomSdk({ joins: ['hang'] }) });
    const release = opened.retain();
    await pass(21_000);
    expect(opened.fake.leaveCalls).toHaveLength(1);
    expect(opened.fake.destroyCalls).toHaveLength(0);
    release();
    await pass(60_000);
  });

  it('for a new client when it does not reconnect', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(2000);
    opened.fake.drop();
    await pass(59_000);
    expect(opened.fake.destroyCalls).toHaveLength(0);
    await pass(2000);
    expect(opened.fake.destroyCalls).toHaveLength(1);
    await pass(20_000);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });
});

describe('the participant’s own row', () => {
  it.each([
    ['is missing', () => null],
    [
      'cannot be read',
      () => {
        throw new Error('no');
      },
    ],
  ])('%s: changes of other participants do not count', async (_, getCurrentUser) => {
    const opened = openSession();
    const release = opened.retain();
    await pass(2000);
    const client = opened.session.getClient()!;
    const read = vi
      .spyOn(client, 'getCurrentUser')
      .mockImplementation(getCurrentUser as () => ZoomParticipant | null);
    opened.fake.drop();
    await pass(100);
    opened.fake.recover();
    opened.fake.addParticipant({ displayName: 'Bob' });
    await pass(1000);
    expect(opened.status).toBe('reconnecting');
    read.mockRestore();
    opened.fake.addParticipant({ displayName: 'Eve' });
    await pass(100);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });
});

describe('`end()` before the user has joined', () => {
  it.each([
    ['while the SDK is loading', { sdk: createFakeZoomSdk({ loads: ['hang'] }) }],
    ['while the signature is being fetched', { fetchSignature: never }],
    ['while it joins', { sdk: createFakeZoomSdk({ joins: ['hang'] }) }],
  ])('rejects %s', async (_, options) => {
    const opened = openSession({ role: 1, ...options });
    const release = opened.retain();
    await pass(1000);
    const { status } = opened;
    await expect(opened.end()).rejects.toMatchObject({ code: 'NOT_HOST' });
    expect(opened.status).toBe(status);
    release();
    await pass(30_000);
  });
});

describe('a session that no component retains', () => {
  it('is kept briefly, and delivers missed callbacks to a component that retains it in time', async () => {
    const onJoined = vi.fn();
    const opened = openSession({ sdk: createFakeZoomSdk({ joinMs: 1000 }), onJoined });
    const release = opened.retain();
    await pass(960);
    expect(opened.status).toBe('joining');
    release();
    await pass(90);
    expect(opened.status).toBe('joined');
    expect(opened.statuses()).toEqual(['preparing', 'joining']);
    expect(onJoined).not.toHaveBeenCalled();
    const releaseAgain = opened.retain();
    expect(opened.statuses()).toEqual(['preparing', 'joining', 'joined']);
    expect(onJoined).toHaveBeenCalledTimes(1);
    await pass(5000);
    expect(opened.status).toBe('joined');
    releaseAgain();
    await pass(5000);
  });

  it('is then left without callbacks, and joins again when retained', async () => {
    const onEnded = vi.fn();
    const opened = openSession({ onEnded });
    const release = opened.retain();
    await pass(2000);
    release();
    await pass(5000);
    expect(opened.state).toEqual({ status: 'ended', reason: 'left' });
    const releaseAgain = opened.retain();
    await pass(2000);
    expect(onEnded).not.toHaveBeenCalled();
    expect(opened.statuses()).toEqual(['preparing', 'joining', 'joined', 'preparing', 'joining', 'joined']);
    releaseAgain();
    await pass(5000);
  });

  it('stays failed', async () => {
    const opened = openSession({ sdk: createFakeZoomSdk({ joins: [4005] }) });
    const release = opened.retain();
    await pass(2000);
    expect(opened.error).toMatchObject({ code: 4005, attempts: 1 });
    release();
    await pass(1000);
    const releaseAgain = opened.retain();
    await pass(2000);
    expect(opened.status).toBe('failed');
    expect(opened.fake.joinCalls).toHaveLength(1);
    releaseAgain();
    await pass(1000);
  });

  it('releases the page at once when another session requests it', async () => {
    const fake = createFakeZoomSdk();
    const first = openSession({ sdk: fake, meetingNumber: '111111111', fetchSignature: never });
    const second = openSession({ sdk: fake, meetingNumber: '222222222' });
    first.retain()();
    const release = second.retain();
    expect(first.state).toEqual({ status: 'ended', reason: 'left' });
    await pass(2000);
    expect(second.status).toBe('joined');
    release();
    await pass(5000);
  });
});

describe('a session that has the page while another one waits', () => {
  it('keeps it while retained, and is not reported as busy while it leaves', async () => {
    const fake = createFakeZoomSdk({ leaveMs: 2000 });
    const first = openSession({ sdk: fake, meetingNumber: '111111111' });
    const second = openSession({ sdk: fake, meetingNumber: '222222222' });
    const third = openSession({ sdk: fake, meetingNumber: '333333333' });
    const releases = [first.retain(), second.retain()];
    await pass(2000);
    expect(first.status).toBe('joined');
    expect(second.state).toEqual({ status: 'busy', meetingNumber: '111111111' });
    void second.cancel();
    await pass(100);
    void first.leave();
    releases.push(third.retain());
    await pass(1000);
    expect(first.status).toBe('leaving');
    expect(third.statuses()).not.toContain('busy');
    await pass(5000);
    expect(third.status).toBe('joined');
    releases.forEach((release) => release());
    await pass(10_000);
  });
});
