// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rosterOf } from '../../../src/meeting/roster';
import { freshPage, openSession, pass } from '../session/open-session';

beforeEach(freshPage);
afterEach(() => void vi.useRealTimers());

const names = (opened: ReturnType<typeof openSession>) =>
  rosterOf(opened.session)
    .getSnapshot()
    .participants.map(({ displayName }) => displayName)
    .join(' ');

describe('the roster', () => {
  it('is shared within a session', () => {
    const one = openSession();
    const other = openSession({ meetingNumber: '9876543210' });
    expect(rosterOf(one.session)).toBe(rosterOf(one.session));
    expect(rosterOf(other.session)).not.toBe(rosterOf(one.session));
  });

  it('is empty before joining and after leaving, and filled as soon as the state is `joined`', async () => {
    const opened = openSession();
    opened.fake.addParticipant({ displayName: 'Grace' });
    const seen: string[] = [];
    opened.session.subscribe(() => seen.push(`${opened.status}: ${names(opened)}`));
    const release = opened.retain();
    await pass(3000);
    const left = opened.leave();
    await pass(3000);
    await left;
    expect(seen).toEqual(['preparing: ', 'joining: ', 'joined: Ada Grace', 'leaving: ', 'ended: ']);
    release();
    await pass(5000);
  });

  it('is current on the first read, even if created during the meeting', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(3000);
    opened.fake.addParticipant({ displayName: 'Grace' });
    await pass(10);
    expect(names(opened)).toBe('Ada Grace');
    // It follows changes even without a subscriber.
    opened.fake.addParticipant({ displayName: 'Alan' });
    await pass(10);
    expect(names(opened)).toBe('Ada Grace Alan');
    release();
    await pass(5000);
  });

  it('notifies once for all changes in a microtask, and not when nothing has changed', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(3000);
    const listener = vi.fn();
    const stop = rosterOf(opened.session).subscribe(listener);
    await pass(10);
    listener.mockClear();
    for (let count = 0; count < 50; count += 1) opened.fake.addParticipant({ displayName: `P${count}` });
    expect(listener).not.toHaveBeenCalled();
    await pass(10);
    expect(listener).toHaveBeenCalledTimes(1);
    opened.fake.emit('user-updated', []);
    await pass(10);
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    opened.fake.addParticipant({ displayName: 'Alan' });
    await pass(10);
    expect(listener).toHaveBeenCalledTimes(1);
    release();
    await pass(5000);
  });

  it('notifies when the meeting is over, even if nothing happened after the first read', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(3000);
    expect(names(opened)).toBe('Ada');
    const seen: string[] = [];
    rosterOf(opened.session).subscribe(() => seen.push(names(opened)));
    opened.fake.end('ended by host');
    await pass(10);
    expect(seen).toEqual(['']);
    release();
    await pass(5000);
  });

  it('keeps the row of an unchanged participant, wherever it is in the list', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(3000);
    const alan = opened.fake.addParticipant({ displayName: 'Alan' });
    const grace = opened.fake.addParticipant({ displayName: 'Grace' });
    await pass(10);
    const rowOf = (userId: number) =>
      rosterOf(opened.session)
        .getSnapshot()
        .participants.find((row) => row.userId === userId);
    const before = rosterOf(opened.session).getSnapshot();
    const row = rowOf(grace.userId);
    opened.fake.removeParticipant(alan.userId);
    await pass(10);
    expect(rowOf(grace.userId)).toBe(row);
    expect(rosterOf(opened.session).getSnapshot().currentUser).toBe(before.currentUser);
    opened.fake.updateParticipant(grace.userId, { bVideoOn: true });
    await pass(10);
    expect(rowOf(grace.userId)).not.toBe(row);
    expect(rowOf(grace.userId)).toMatchObject({ displayName: 'Grace', bVideoOn: true });
    release();
    await pass(5000);
  });

  it('stays unchanged while reconnecting, even if it was not read before', async () => {
    const opened = openSession();
    opened.fake.addParticipant({ displayName: 'Grace' });
    rosterOf(opened.session);
    const release = opened.retain();
    await pass(3000);
    opened.fake.drop();
    await pass(10);
    expect(opened.status).toBe('reconnecting');
    expect(names(opened)).toBe('Ada Grace');
    opened.fake.recover();
    await pass(1000);
    expect(names(opened)).toBe('Ada Grace');
    release();
    await pass(5000);
  });

  it('leaves no listeners on the page, and follows the next join', async () => {
    const opened = openSession();
    const listening = vi.spyOn(opened.session, 'on');
    rosterOf(opened.session);
    expect(listening).not.toHaveBeenCalled();
    const release = opened.retain();
    await pass(3000);
    expect(listening).toHaveBeenCalledTimes(3);
    const left = opened.leave();
    await pass(3000);
    await left;
    void opened.join();
    await pass(3000);
    expect(listening).toHaveBeenCalledTimes(6);
    opened.fake.addParticipant({ displayName: 'Grace' });
    await pass(10);
    expect(names(opened)).toBe('Ada Grace');
    release();
    await pass(5000);
  });
});
