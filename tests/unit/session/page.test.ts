// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ZoomClient } from '../../../src/sdk/zoom-sdk';
import { createFakeZoomSdk, type FakeZoomSdk } from '../../../src/testing';
import { freshPage, openSession, pass } from './open-session';

beforeEach(freshPage);
afterEach(() => void vi.useRealTimers());

/** The fake, with a client in which some methods are replaced. */
function patched(fake: FakeZoomSdk, patch: (client: ZoomClient) => Partial<ZoomClient>): FakeZoomSdk {
  const loaded = fake.load().then((embedded) => ({
    destroyClient: () => embedded.destroyClient(),
    createClient() {
      const client = embedded.createClient();
      return { ...client, ...patch(client) };
    },
  }));
  return Object.create(fake, { load: { value: () => loaded } }) as FakeZoomSdk;
}

describe('leaving and ending', () => {
  it.each([
    ['fails', () => Promise.reject(new Error('no'))],
    ['hangs', () => new Promise<''>(() => {})],
  ])('destroys the client when leaving %s, and the next join uses a new one', async (_, leaveMeeting) => {
    const fake = createFakeZoomSdk();
    let broken = true;
    const opened = openSession({
      sdk: patched(fake, (client) => ({
        leaveMeeting: () => (broken ? leaveMeeting() : client.leaveMeeting()),
      })),
    });
    const release = opened.retain();
    await pass(2000);
    expect(opened.status).toBe('joined');
    const left = opened.leave();
    await pass(100);
    expect(opened.status).toBe('leaving');
    await pass(10_000);
    await left;
    expect(opened.status).toBe('ended');
    expect(fake.state).toBe('idle');
    expect(fake.destroyCalls).toHaveLength(1);
    broken = false;
    void opened.join();
    await pass(3000);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
    expect(fake.state).toBe('idle');
  });

  it('`leave()` resolves only when the SDK is out', async () => {
    const fake = createFakeZoomSdk({ leaveMs: 2500 });
    const opened = openSession({ sdk: fake });
    const release = opened.retain();
    await pass(2000);
    let isOut = false;
    void opened.leave().then(() => (isOut = true));
    await pass(2400);
    expect([isOut, opened.status]).toEqual([false, 'leaving']);
    await pass(200);
    expect([isOut, opened.status]).toEqual([true, 'ended']);
    release();
    await pass(5000);
  });

  it('`end()` rejects for a guest, who stays in the meeting', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(2000);
    await expect(opened.end()).rejects.toMatchObject({ code: 'NOT_HOST' });
    expect(opened.status).toBe('joined');
    expect(opened.fake.state).toBe('joined');
    expect(opened.statuses()).toEqual(['preparing', 'joining', 'joined']);
    release();
    await pass(5000);
    expect(opened.fake.state).toBe('idle');
  });

  it('`end()` rejects when the SDK refuses it for a host, and events still arrive', async () => {
    const fake = createFakeZoomSdk();
    const refusal = { type: 'INSUFFICIENT_PRIVILEGES', reason: 'only host can do the operation' };
    const opened = openSession({
      sdk: patched(fake, () => ({ endMeeting: () => Promise.reject({ ...refusal, errorCode: 5007 }) })),
      role: 1,
    });
    const release = opened.retain();
    await pass(2000);
    await expect(opened.end()).rejects.toMatchObject({ code: 'NOT_HOST', reason: refusal.reason });
    expect(opened.status).toBe('joined');
    fake.end('ended by host');
    await pass(100);
    expect(opened.state).toEqual({ status: 'ended', reason: 'ended by host' });
    release();
    await pass(5000);
  });

  it('`end()` rejects when the SDK refuses it inside a callback of the app, and the meeting continues', async () => {
    const refusal = { type: 'INSUFFICIENT_PRIVILEGES', reason: 'only host can do the operation' };
    const fake = createFakeZoomSdk();
    let ended: Promise<unknown> | undefined;
    const opened = openSession({
      sdk: patched(fake, () => ({ endMeeting: () => Promise.reject({ ...refusal, errorCode: 5007 }) })),
      role: 1,
      onJoined: () => void (ended ??= opened.end().catch((error: unknown) => error)),
    });
    const release = opened.retain();
    await pass(5000);
    await expect(ended).resolves.toMatchObject({ code: 'NOT_HOST', reason: refusal.reason });
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });

  it('a host ends the meeting for everybody and joins again', async () => {
    const opened = openSession({ role: 1 });
    const release = opened.retain();
    await pass(2000);
    const ended = opened.end();
    await pass(2000);
    await ended;
    expect(opened.state).toEqual({ status: 'ended', reason: 'ended' });
    expect(opened.fake.endCalls).toHaveLength(1);
    void opened.join();
    await pass(2000);
    opened.fake.end('kicked by host');
    await pass(100);
    expect(opened.state).toEqual({ status: 'ended', reason: 'kicked by host' });
    release();
    await pass(5000);
  });
});

describe('the handle of an unmounted component', () => {
  it('does not join, and resolves with the error', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(2000);
    release();
    await pass(5000);
    const joined = opened.join();
    await pass(5000);
    expect(await joined).toMatchObject({ status: 'failed', error: { code: 'GONE' } });
    await expect(opened.end()).rejects.toMatchObject({ code: 'GONE' });
    await opened.leave();
    expect(opened.fake.state).toBe('idle');
    expect(opened.fake.joinCalls).toHaveLength(1);
  });

  it('can join in an effect that runs before that of the component', async () => {
    const opened = openSession({ autoJoin: false });
    void opened.join();
    const release = opened.retain();
    await pass(2000);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });
});

describe('the queue for the page', () => {
  const number = (meetingNumber: string, sdk: FakeZoomSdk) => openSession({ meetingNumber, sdk });

  it('is served in order, and names the meeting that has the page', async () => {
    const fake = createFakeZoomSdk();
    const [first, second, third] = ['111111111', '222222222', '333333333'].map((one) => number(one, fake));
    const releases = [first!, second!, third!].map(({ retain }) => retain());
    await pass(2000);
    expect(third!.state).toEqual({ status: 'busy', meetingNumber: '111111111' });
    void first!.leave();
    await pass(3000);
    expect(second!.status).toBe('joined');
    expect(third!.state).toEqual({ status: 'busy', meetingNumber: '222222222' });
    void third!.cancel();
    await pass(100);
    expect(third!.state).toEqual({ status: 'ended', reason: 'cancelled' });
    releases[1]!();
    await pass(3000);
    expect(third!.statuses()).not.toContain('preparing');
    expect(fake.state).toBe('idle');
    releases.forEach((release) => release());
    await pass(5000);
  });

  it('releases the page at once, without callbacks, if no component retains the meeting', async () => {
    const fake = createFakeZoomSdk({ loadMs: 60_000 });
    const onEnded = vi.fn();
    const first = openSession({ sdk: fake, meetingNumber: '111111111', onEnded });
    first.retain()();
    const second = number('222222222', createFakeZoomSdk());
    const release = second.retain();
    await pass(1);
    expect(second.statuses()).not.toContain('busy');
    await pass(3000);
    expect(second.status).toBe('joined');
    expect(onEnded).not.toHaveBeenCalled();
    release();
    await pass(70_000);
  });

  it('reports that another version of this library has the page', async () => {
    const page = globalThis as Record<symbol, unknown>;
    const key = Symbol.for('react-zoom-meeting');
    const ours = page[key];
    page[key] = { host: {}, occupant: undefined };
    try {
      const opened = openSession();
      const release = opened.retain();
      await pass(100);
      expect(opened.error?.code).toBe('VERSION_CONFLICT');
      release();
      await pass(1000);
    } finally {
      page[key] = ours;
    }
  });
});

describe('listeners', () => {
  it('an error thrown by one is reported, and does not affect the session or the others', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const opened = openSession();
    const later = vi.fn();
    const mistake = new Error('a mistake of the app');
    // As in the effect of a child, before the session listens.
    const off = [
      opened.session.on('connection-change', () => {
        throw mistake;
      }),
      opened.session.on('connection-change', later),
    ];
    const release = opened.retain();
    await pass(2000);
    opened.fake.end('ended by host');
    await pass(100);
    expect(opened.state).toEqual({ status: 'ended', reason: 'ended by host' });
    expect(later).toHaveBeenLastCalledWith({ state: 'Closed', reason: 'ended by host' });
    expect(reported).toHaveBeenCalledWith(mistake);
    off.forEach((stop) => stop());
    release();
    await pass(1000);
    vi.unstubAllGlobals();
  });
});

describe('the host ends the meeting before the user has joined', () => {
  it.each(['connected-only', 'hang'] as const)('join: %s', async (join) => {
    const fake = createFakeZoomSdk({ joins: [join] });
    // With neither an answer nor a row, only the event reports it.
    const opened = openSession({
      sdk: patched(fake, (client) => ({
        join(options) {
          client.join(options).catch(() => {});
          return new Promise(() => {});
        },
      })),
    });
    const release = opened.retain();
    await pass(1000);
    expect(opened.status).toBe('joining');
    fake.end('ended by host');
    await pass(5000);
    expect(opened.state).toEqual({ status: 'ended', reason: 'ended by host' });
    release();
    await pass(30_000);
  });
});

describe('an SDK whose isInMeeting is always false (6.0.2)', () => {
  it('still reports the meeting as joined', async () => {
    const fake = createFakeZoomSdk({ joins: ['ok', 'waiting-room'] });
    const sdk = patched(fake, () => ({ getCurrentMeetingInfo: () => ({ isInMeeting: false }) }));
    const opened = openSession({ sdk });
    const release = opened.retain();
    await pass(2000);
    expect(opened.status).toBe('joined');
    void opened.leave();
    await pass(2000);
    void opened.join();
    await pass(2000);
    expect(opened.status).toBe('waiting-room');
    fake.admit();
    await pass(100);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });
});
