import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from 'vitest';
import {
  useBreakoutRooms,
  useZoomActions,
  type ZoomBreakoutRoom,
  type ZoomBreakoutRooms,
} from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { pass, using } from './using';

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
});

const rooms: ZoomBreakoutRoom[] = ['r1', 'r2'].map((roomId) => ({
  roomId,
  name: `Room ${roomId}`,
  attendeeList: [],
}));

/** Ada is the host, Grace is in the meeting, and there are two rooms. */
async function withRooms() {
  const fake = createFakeZoomSdk();
  const grace = fake.addParticipant({ displayName: 'Grace' }).userId;
  fake.setBreakoutRooms(rooms);
  const used = using(
    fake,
    {
      all: () => useBreakoutRooms(),
      status: () => useBreakoutRooms((all) => all?.status),
      second: () => useBreakoutRooms((all) => all?.rooms[1]),
      own: () => useBreakoutRooms((all) => all?.currentRoom.roomId),
      actions: () => useZoomActions(),
    },
    1,
  );
  await used.join();
  return { fake, grace, ...used };
}

it('returns a value while joined or reconnecting, and undefined before and after', async () => {
  const { fake, last, values, reconnect } = await withRooms();
  expect(values.all[0]).toBeUndefined();
  expect(last('all')).toMatchObject({ status: 1, rooms, currentRoom: { roomId: '' } });
  await act(async () => fake.drop());
  expect(last('all')).toMatchObject({ status: 1, rooms });
  await act(async () => fake.recover());
  await pass(1000);
  await reconnect();
  expect(last('all')).toMatchObject({ status: 1, rooms });
  await act(async () => fake.end());
  expect(last('all')).toBeUndefined();
});

it('follows the rooms and the current room, and renders only when the selected value changes', async () => {
  const { fake, grace, last, rendersAfter } = await withRooms();
  const actions = last('actions');
  expect(await rendersAfter(() => void actions.openBreakoutRooms())).toMatchObject({ all: 1, status: 1 });
  expect(last('status')).toBe(2);
  expect(last('second')).toEqual(rooms[1]);
  const assigned = await rendersAfter(() => void actions.assignUserToRoom({ userId: grace, roomId: 'r1' }));
  expect(assigned).toEqual({ all: 1 });
  expect(last('all')?.rooms[0]?.attendeeList).toMatchObject([{ userId: grace }]);
  const moved = await rendersAfter(
    () => void actions.moveUserToBreakoutRoom({ userId: grace, roomId: 'r2' }),
  );
  expect(moved).toEqual({ all: 1, second: 1 });
  // The meeting is reconnecting.
  expect(await rendersAfter(() => void actions.joinBreakoutRoom('r1'))).toEqual({});
  await pass(2000);
  expect(last('own')).toBe('r1');
  expect(last('all')?.currentRoom).toEqual({ attendeeStatus: 'in room', name: 'Room r1', roomId: 'r1' });
  expect(await rendersAfter(() => fake.emit('main-session-user-updated', {}))).toEqual({});
  expect(await rendersAfter(() => void fake.addParticipant({ displayName: 'Alan' }))).toEqual({});
});

it('follows the actions of another participant', async () => {
  const { fake, last, rendersAfter } = await withRooms();
  expect(await rendersAfter(() => fake.setBreakoutRooms(rooms.slice(0, 1)))).toEqual({ all: 1, second: 1 });
  expect(last('all')?.rooms).toHaveLength(1);
});

it.each(['getBreakoutRoomStatus', 'getBreakoutRoomList'] as const)(
  'returns undefined when the SDK has no %s',
  async (method) => {
    const { fake, last, handle } = await withRooms();
    // An older SDK has none of these methods.
    Object.assign(handle().client!, { [method]: undefined });
    await act(async () => fake.emit('room-state-change', { status: 2 }));
    expect(last('all')).toBeUndefined();
  },
);

it('infers the types of selectors', () => {
  const Selected = () => {
    expectTypeOf(useBreakoutRooms()).toEqualTypeOf<ZoomBreakoutRooms | undefined>();
    expectTypeOf(useBreakoutRooms((all) => all?.rooms.length)).toEqualTypeOf<number | undefined>();
    return null;
  };
  expect(Selected).toBeDefined();
  expectTypeOf<ZoomBreakoutRooms['status']>().toEqualTypeOf<1 | 2 | 3 | 4>();
});
