import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeSignature } from '../../../src/testing';
import { openClient } from './open-client';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const own = expect.objectContaining({ displayName: 'Ada' });

async function joined(options: Parameters<typeof openClient>[0] = {}, role = 0) {
  const opened = await openClient(options);
  opened.join({ signature: createFakeSignature({ role }) });
  await later(300);
  opened.seen.length = 0;
  return opened;
}

describe('a dropped connection', () => {
  test('reconnects on command, and adds the user’s own row again', async () => {
    const { fake, client, seen } = await joined();
    const before = client.getCurrentUser();
    fake.drop();
    await later(600_000);
    expect(seen).toEqual([{ state: 'Reconnecting', reason: 'failover' }]);
    expect(fake.state).toBe('reconnecting');
    expect(client.getCurrentMeetingInfo().isInMeeting).toBe(false);
    fake.recover();
    await later(0);
    expect(seen.slice(1)).toEqual([{ state: 'Connected' }, ['user-added', [own]]]);
    expect(client.getCurrentUser()).toEqual(before);
  });

  test('can return automatically', async () => {
    const { fake, seen } = await joined();
    fake.drop({ recoverAfterMs: 5000 });
    await later(4999);
    expect(seen).toHaveLength(1);
    await later(1);
    expect(seen.slice(1)).toEqual([{ state: 'Connected' }, ['user-added', [own]]]);
  });

  test('can fail to return', async () => {
    const { fake, seen } = await joined();
    fake.drop({ recoverAfterMs: 5000 });
    fake.fail();
    await later(10_000);
    expect(seen.slice(1)).toEqual([{ state: 'Fail', reason: 'connection error', errorCode: -3000 }]);
    expect(fake.state).toBe('idle');
  });

  test('can be refused because the meeting has ended', async () => {
    const { fake, seen } = await joined();
    fake.drop();
    fake.fail(4004);
    await later(0);
    expect(seen.slice(1)).toEqual([{ state: 'Fail', reason: 'meeting ended', errorCode: 4004 }]);
  });

  test('continues to reconnect after leaving', async () => {
    const { fake, client, seen } = await joined();
    fake.drop({ recoverAfterMs: 5000 });
    const left = client.leaveMeeting();
    await later(5000);
    await left;
    expect(seen[1]).toEqual({ state: 'Connected' });
    expect(fake.state).toBe('joined');
  });

  test('returns to the waiting room', async () => {
    const { fake } = await joined({ joins: ['waiting-room'] });
    fake.drop({ recoverAfterMs: 10 });
    await later(10);
    expect(fake.state).toBe('waiting-room');
  });

  test('rejects a pending join', async () => {
    const { fake, seen } = await joined({ joins: ['connected-only'] });
    fake.drop();
    await later(0);
    expect(seen).toContainEqual([
      'rejected',
      { type: 'OPERATION_CANCELLED', reason: 'RECONNECTING_MEETING', errorCode: 3 },
    ]);
  });
});

test('moves the user back to the waiting room', async () => {
  const { fake, client, seen } = await joined();
  fake.hold();
  await later(1000);
  expect(seen).toEqual([
    { state: 'Reconnecting', reason: 'on hold' },
    { state: 'Connected' },
    ['user-added', [expect.objectContaining({ displayName: 'Ada', bHold: true })]],
  ]);
  expect(client.getCurrentMeetingInfo().isInMeeting).toBe(false);
});

describe('ending and leaving', () => {
  test.each(['ended by host', 'kicked by host', 'free meeting ended'])('reports %s', async (reason) => {
    const { fake, client, seen } = await joined();
    fake.end(reason);
    await later(0);
    expect(seen).toEqual([{ state: 'Closed', reason }]);
    expect(fake.state).toBe('idle');
    expect(client.getCurrentUser()).toBeNull();
  });

  test('emits Closed at once without a reason when leaving, and resolves after about 540 ms', async () => {
    const { fake, client, seen } = await joined();
    const left = vi.fn();
    void client.leaveMeeting().then(left);
    expect(fake.state).toBe('leaving');
    await later(0);
    expect(seen).toEqual([{ state: 'Closed' }]);
    await later(539);
    expect(left).not.toHaveBeenCalled();
    await later(1);
    expect(left).toHaveBeenCalledWith('');
    expect(fake.state).toBe('idle');
    expect(fake.leaveCalls).toHaveLength(1);
  });

  test.each([0, 100, 540])('the client can join again %i ms after it began to leave', async (ms) => {
    const { fake, client, seen, join } = await joined();
    void client.leaveMeeting();
    await later(ms);
    join();
    await later(300);
    expect(seen.at(-1)).toEqual(['resolved', '']);
    expect(fake.state).toBe('joined');
  });

  test('takes as long without a meeting, and emits nothing', async () => {
    const { client, seen } = await openClient();
    const left = vi.fn();
    void client.leaveMeeting().then(left);
    await later(540);
    expect(left).toHaveBeenCalled();
    expect(seen).toEqual([]);
  });

  test('continues to wait for the host after leaving', async () => {
    const { fake, client, seen } = await joined({ joins: [3008] });
    void client.leaveMeeting();
    await later(540);
    fake.hostArrives();
    await later(0);
    expect(seen.at(-1)).toEqual(['user-added', [own]]);
    expect(fake.state).toBe('joined');
  });

  test('stays in the leaving state until the second leave is done', async () => {
    const { fake, client, join } = await joined();
    void client.leaveMeeting();
    join();
    await later(310);
    void client.leaveMeeting();
    await later(240);
    expect(fake.state).toBe('leaving');
    await later(300);
    expect(fake.state).toBe('idle');
  });

  test('lets only a host end the meeting, and removes all listeners', async () => {
    const { fake, client, seen } = await joined({}, 1);
    expect(client.getCurrentUser()?.isHost).toBe(true);
    void client.endMeeting();
    await later(540);
    expect(seen).toEqual([{ state: 'Closed' }]);
    expect(fake.listenerCount()).toBe(0);
    expect(fake.endCalls).toHaveLength(1);
  });

  test('rejects endMeeting() if the user is not the host', async () => {
    const { fake, client } = await joined();
    await expect(client.endMeeting()).rejects.toEqual({
      type: 'INSUFFICIENT_PRIVILEGES',
      reason: 'only host can do the operation',
      errorCode: 5007,
    });
    expect(fake.state).toBe('joined');
  });
});

describe('participants', () => {
  test('join, change and leave', async () => {
    const { fake, client, seen } = await joined();
    const bob = fake.addParticipant({ displayName: 'Bob', isHost: true });
    fake.updateParticipant(bob.userId, { muted: false });
    await later(0);
    const { muted: _, ...unheard } = bob;
    expect(client.getAttendeeslist()).toEqual([own, unheard]);
    fake.updateParticipant(bob.userId, { audio: 'computer' });
    expect(client.getAttendeeslist()).toEqual([own, { ...bob, muted: false, audio: 'computer' }]);
    fake.removeParticipant(bob.userId);
    await later(0);
    const { userName: __, ...shown } = bob;
    expect(seen).toEqual([
      ['user-added', [shown]],
      ['user-updated', [{ userId: bob.userId, muted: false }]],
      ['user-updated', [{ userId: bob.userId, audio: 'computer' }]],
      ['user-removed', [expect.objectContaining({ userId: bob.userId, displayName: 'Bob' })]],
    ]);
    expect(fake.participants).toEqual([]);
  });

  test('have a new name everywhere after a rename', async () => {
    const { fake, client } = await joined();
    const { userId } = fake.addParticipant({ displayName: 'Bob' });
    fake.updateParticipant(userId, { displayName: 'Robert' });
    expect(client.getAttendeeslist()[1]).toMatchObject({ displayName: 'Robert', userName: 'Robert' });
  });

  test('are already present when the user joins', async () => {
    const { fake, client, seen, join } = await openClient();
    const bob = fake.addParticipant({ displayName: 'Bob' });
    join();
    await later(300);
    const { userName: _, ...shown } = bob;
    expect(seen.slice(1, 3)).toEqual([
      ['user-added', [own]],
      ['user-added', [shown]],
    ]);
    expect(client.getAttendeeslist()).toEqual([own, expect.objectContaining({ userName: 'Bob' })]);
  });

  test('include the user’s own row, which changes as well', async () => {
    const { fake, client, seen } = await joined();
    const { userId } = fake.currentUser ?? { userId: 0 };
    fake.updateParticipant(userId, { isHost: true });
    await later(0);
    expect(seen).toEqual([['user-updated', [{ userId, isHost: true }]]]);
    expect(client.getCurrentUser()?.isHost).toBe(true);
  });

  test('throw for an unknown id', async () => {
    const { fake } = await joined();
    expect(() => fake.removeParticipant(1)).toThrow('The fake meeting has no participant with the userId 1.');
  });
});

describe('controls that are impossible in the current state throw', () => {
  test.each(['hostArrives', 'admit', 'recover'] as const)('for %s', async (control) => {
    const { fake } = await joined();
    expect(() => fake[control]()).toThrow(`${control}() needs the fake to be '`);
  });

  test('when there is no client', async () => {
    const { fake } = await openClient();
    fake.reset();
    expect(() => fake.drop()).toThrow('needs a client');
  });
});
