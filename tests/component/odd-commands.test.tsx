import { onlineManager } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { ZoomMeetingHandle } from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { fetchSignature, meetingOn, pass, settled, useVirtualTime, wait } from './odd-order-tools';

useVirtualTime();

async function hosting() {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake, { role: 1 });
  const { unmount } = render(one.element());
  await pass(3000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.currentUser?.isHost).toBe(true);
  return { fake, unmount, ...one };
}

/** The SDK refuses `endMeeting()` after a while. */
function refuseEnd({ client }: ZoomMeetingHandle) {
  vi.spyOn(client!, 'endMeeting').mockImplementation(() => wait(300).then(() => Promise.reject(refusal)));
}
const refusal = { type: 'INVALID', reason: 'no', errorCode: 1 };

it('leaves after leave(), join(), leave()', async () => {
  const { fake, meeting } = await hosting();
  const { leave, join } = meeting();
  void leave();
  void join();
  const last = settled(leave());
  await pass(10_000);
  expect(last.is).toBe('resolved');
  expect(fake.state).toBe('idle');
});

it('stays out after leave(), join(), cancel()', async () => {
  const { fake, meeting } = await hosting();
  const { leave, join, cancel } = meeting();
  void leave();
  void join();
  void cancel();
  await pass(10_000);
  expect(fake.state).toBe('idle');
});

it('rejects both calls when end() is called twice and refused', async () => {
  const { meeting } = await hosting();
  refuseEnd(meeting());
  const { end } = meeting();
  const first = settled(end());
  const second = settled(end());
  await pass(10_000);
  expect(meeting().status).toBe('joined');
  expect(first.is).toMatch(/rejected/);
  expect(second.is).toMatch(/rejected/);
});

it.each(['leave()', 'unmounting'])(
  'rejects end() when it gets no answer before %s, because the meeting continues',
  async (then) => {
    const { fake, meeting, unmount } = await hosting();
    fake.setAnswer('endMeeting', 'hang');
    const { end, leave } = meeting();
    const ended = settled(end());
    if (then === 'unmounting') unmount();
    else void leave();
    await pass(20_000);
    expect(fake.state).toBe('idle');
    expect(ended.is).toBe('rejected ACTION_TIMEOUT');
  },
);

it('resolves end() when it was refused before, and is accepted now', async () => {
  const { fake, meeting } = await hosting();
  refuseEnd(meeting());
  const refused = settled(meeting().end());
  await pass(5000);
  expect(refused.is).toMatch(/rejected/);
  vi.restoreAllMocks();
  const accepted = settled(meeting().end());
  await pass(5000);
  expect(accepted.is).toBe('resolved');
  expect(meeting().status).toBe('ended');
  expect(fake.state).toBe('idle');
});

it('resolves end() when the meeting was left after an earlier refused end()', async () => {
  const { meeting } = await hosting();
  refuseEnd(meeting());
  const { end, leave } = meeting();
  void end().catch(() => {});
  await pass(5000);
  void leave();
  await pass(5000);
  expect(meeting().status).toBe('ended');
  const again = settled(end());
  await pass(1000);
  expect(again.is).toBe('resolved');
});

it('leaves an hour after end() was refused during a join()', async () => {
  const { fake, meeting } = await hosting();
  refuseEnd(meeting());
  const { end, join, leave } = meeting();
  const ended = settled(end());
  const joined = settled(join());
  await pass(5000);
  expect(ended.is).toMatch(/rejected/);
  expect(meeting().status).toBe('joined');
  const joinedMeanwhile = joined.is;
  await pass(3_600_000);
  void leave();
  await pass(10_000);
  expect({ joinedMeanwhile, state: fake.state, joins: fake.joinCalls.length }).toEqual({
    joinedMeanwhile: 'resolved joined',
    state: 'idle',
    joins: 1,
  });
});

it('reports reconnecting when the connection drops while end() is being refused', async () => {
  const { fake, meeting } = await hosting();
  refuseEnd(meeting());
  const ended = settled(meeting().end());
  await pass(100);
  act(() => fake.drop());
  await pass(1000);
  expect(ended.is).toMatch(/rejected/);
  expect(fake.state).toBe('reconnecting');
  expect(meeting().status).toBe('reconnecting');
});

it('does not freeze the page when onError calls join() with invalid options', async () => {
  const fake = createFakeZoomSdk();
  let errors = 0;
  const one = meetingOn(fake, {
    meetingNumber: '',
    onError: () => {
      errors += 1;
      if (errors < 20_000) void one.meeting().join();
    },
  });
  render(one.element());
  // All of this happens in one task, so that nothing else on the page runs.
  const inOneTask = errors;

  await pass(1);
  expect(inOneTask).toBeLessThan(100);
});

it('uses the last of two joins with different passcodes while leaving', async () => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake);
  render(one.element());
  await pass(3000);
  const { leave, join } = one.meeting();
  void leave();
  void join({ password: 'old' });
  void join({ password: 'new' });
  await pass(10_000);
  expect(fake.joinCalls.at(-1)!.options.password).toBe('new');
});

it('resolves join() for a caller who joins, leaves and joins in one tick', async () => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake, { autoJoin: false });
  render(one.element());
  await pass(10);
  const { join, leave, cancel } = one.meeting();
  const a = settled(join());
  const b = settled(leave());
  const c = settled(join());
  const d = settled(cancel());
  const e = settled(join());
  await pass(10_000);
  expect([a, b, c, d, e].map(({ is }) => is)).toEqual([
    'resolved ended',
    'resolved',
    'resolved ended',
    'resolved',
    'resolved joined',
  ]);
  expect(fake.joinCalls).toHaveLength(1);
});

it('settles cancel() when cancel() and join() are called in one tick while preparing', async () => {
  const fake = createFakeZoomSdk({ loadMs: 500 });
  const one = meetingOn(fake);
  render(one.element());
  await pass(100);
  expect(one.meeting().status).toBe('preparing');
  const cancelled = settled(one.meeting().cancel());
  void one.meeting().join();
  await pass(60_000);
  expect([cancelled.is, one.meeting().status]).toEqual(['resolved', 'joined']);
});

it('settles leave() while preparing when the app joins in onEnded', async () => {
  const fake = createFakeZoomSdk({ loadMs: 500 });
  const one = meetingOn(fake, { onEnded: () => void one.meeting().join() });
  render(one.element());
  await pass(100);
  const left = settled(one.meeting().leave());
  await pass(60_000);
  expect([left.is, one.meeting().status]).toEqual(['resolved', 'joined']);
});

it.each(['busy', 'preparing', 'retrying', 'offline'] as const)(
  'join({ userName, password }) while the meeting is %s: that join uses them',
  async (when) => {
    const fake = createFakeZoomSdk({ joins: when === 'retrying' ? [-3000, 'ok'] : ['ok'] });
    const other = meetingOn(fake, { meetingNumber: '999999999' });
    if (when === 'busy') {
      render(other.element());
      await pass(2000);
    }
    if (when === 'offline') act(() => onlineManager.setOnline(false));
    const one = meetingOn(fake, {
      retryDelay: 5000,
      fetchSignature: async (request) => {
        await wait(500);
        return fetchSignature(request);
      },
    });
    render(one.element());
    await pass(when === 'preparing' ? 100 : 2000);
    expect(one.meeting().status).toBe(when === 'offline' ? 'retrying' : when);
    const joined = settled(one.meeting().join({ password: 'right', userName: 'Grace' }));
    await pass(1000);
    if (when === 'busy') void other.meeting().leave();
    if (when === 'offline') act(() => onlineManager.setOnline(true));
    await pass(20_000);
    expect(joined.is).toBe('resolved joined');
    expect(fake.joinCalls.at(-1)).toMatchObject({ userName: 'Grace', options: { password: 'right' } });
  },
);

it('join(changes) while joined: an automatic join after a lost connection uses them, with those of the first join()', async () => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake, { autoJoin: false });
  render(one.element());
  await pass(100);
  void one.meeting().join({ password: 'right', userName: 'typed' });
  await pass(3000);
  expect(settled(one.meeting().join()).is).toBe('pending');
  expect(settled(one.meeting().join({ userName: 'Grace' })).is).toBe('pending');
  await pass(100);
  expect(one.meeting().status).toBe('joined');
  act(() => fake.fail());
  await pass(10_000);
  expect(fake.joinCalls).toHaveLength(2);
  expect(fake.joinCalls[1]).toMatchObject({ userName: 'Grace', options: { password: 'right' } });
});

it('join() with invalid changes while preparing: resolves with the error, and the join continues', async () => {
  const fake = createFakeZoomSdk({ loadMs: 500 });
  const one = meetingOn(fake);
  render(one.element());
  await pass(100);
  expect(one.meeting().status).toBe('preparing');
  const joined = await one.meeting().join({ userName: ' ' });
  expect(joined).toMatchObject({ status: 'failed', error: { code: 'INVALID_OPTIONS' } });
  await pass(5000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.joinCalls).toMatchObject([{ userName: 'Ada' }]);
});

it('join(changes) waits for leave(), and another person signs in: joins without the name and the ZAK', async () => {
  const fake = createFakeZoomSdk({ leaveMs: 2000 });
  const one = meetingOn(fake);
  const { rerender } = render(one.element());
  await pass(3000);
  void one.meeting().leave();
  void one.meeting().join({ userName: 'typed', zak: 'zak of Ada', password: 'right' });
  await pass(100);
  rerender(one.element({ userName: 'Grace', customerKey: 'Grace' }));
  await pass(10_000);
  expect(fake.joinCalls).toHaveLength(2);
  const { userName, options } = fake.joinCalls[1]!;
  expect(userName).toBe('Grace');
  expect(options).toMatchObject({ customerKey: 'Grace', password: 'right' });
  expect(options.zak).toBeUndefined();
});
