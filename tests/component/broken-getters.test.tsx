import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  useBreakoutRooms,
  useCurrentUser,
  useMeetingInfo,
  getZoomActions,
  useParticipants,
  useStatistics,
  useVirtualBackground,
  ZoomMeetingView,
  type ZoomClient,
} from 'react-zoom-meeting';
import { createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';
import { using } from './using';

const failure = new Error('the SDK broke');
const reported = vi.fn<(error: unknown) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  reported.mockClear();
  vi.stubGlobal('reportError', reported);
});
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const everything = {
  participants: () => useParticipants((all) => all.map(({ displayName }) => displayName).join()),
  currentUser: () => useCurrentUser((user) => user?.displayName),
  meetingInfo: () => useMeetingInfo()?.isInMeeting,
  breakoutRooms: () => useBreakoutRooms((all) => all?.status),
  virtualBackground: () => useVirtualBackground((background) => background?.isLock),
};

type Getter = 'getAttendeeslist' | 'getBreakoutRoomStatus' | 'getVirtualBackgroundStatus';

/** Throws once, at the next call. */
const breakOnce = (client: ZoomClient | undefined, getter: Getter) =>
  vi.spyOn(client as Record<Getter, () => unknown>, getter).mockImplementationOnce(() => {
    throw failure;
  });

const add = (fake: FakeZoomSdk, displayName: string) =>
  act(async () => {
    fake.addParticipant({ displayName });
    await vi.advanceTimersByTimeAsync(10);
  });

it.each<[Getter, keyof typeof everything]>([
  ['getAttendeeslist', 'participants'],
  ['getBreakoutRoomStatus', 'breakoutRooms'],
  ['getVirtualBackgroundStatus', 'virtualBackground'],
])(
  '%s throws once: the error is reported, the value stays, and the next event updates it',
  async (getter, name) => {
    const fake = createFakeZoomSdk();
    const used = using(fake, everything, 1);
    await used.join();
    const before = used.last(name);
    breakOnce(used.handle().client, getter);
    await act(async () => {
      fake.addParticipant({ displayName: 'Grace' });
      fake.emit('user-updated', []);
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(reported.mock.calls).toEqual([[failure]]);
    expect(used.last(name)).toBe(before);
    await act(async () => {
      fake.emit('user-updated', []);
      await vi.advanceTimersByTimeAsync(10);
    });
    await add(fake, 'Linus');
    expect(used.last('participants')).toBe('Ada,Grace,Linus');
    expect(used.last('breakoutRooms')).toBe(1);
    expect(used.last('virtualBackground')).toBe(false);
    expect(reported).toHaveBeenCalledTimes(1);
  },
);

it('returns the empty value until the next event when a getter throws in the first render of a hook', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, { late: () => useParticipants((all) => all.length) });
  const { rerender } = render(used.content(null));
  await act(() => vi.advanceTimersByTimeAsync(3000));
  expect(used.handle().status).toBe('joined');
  breakOnce(used.handle().client, 'getAttendeeslist');
  rerender(used.content());
  expect(used.last('late')).toBe(0);
  await add(fake, 'Grace');
  expect(used.last('late')).toBe(2);
  expect(reported.mock.calls).toEqual([[failure]]);
});

it('rejects with a ZoomMeetingError, and can leave, when the SDK cannot say who the user is', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, {}, 1);
  await used.join();
  vi.spyOn(used.handle().client!, 'getCurrentUser').mockImplementation(() => {
    throw failure;
  });
  await expect(getZoomActions(used.handle()).muteAll(true)).rejects.toMatchObject({
    name: 'ZoomMeetingError',
    code: 'UNKNOWN',
  });
  await expect(used.handle().end()).rejects.toMatchObject({ name: 'ZoomMeetingError', code: 'NOT_HOST' });
  const left = used.handle().leave();
  await act(() => vi.advanceTimersByTimeAsync(5000));
  await left;
  expect(fake.state).toBe('idle');
});

it.each(['getCurrentUser', 'subscribeStatisticData'] as const)(
  'useStatistics() returns nothing when %s throws, and no error is uncaught',
  async (method) => {
    const uncaught = vi.fn();
    process.on('uncaughtException', uncaught);
    const fake = createFakeZoomSdk();
    const used = using(fake, { statistics: () => useStatistics() });
    const { rerender } = render(used.content(null));
    await act(() => vi.advanceTimersByTimeAsync(3000));
    vi.spyOn(used.handle().client!, method).mockImplementation(() => {
      throw failure;
    });
    rerender(used.content());
    await act(() => vi.advanceTimersByTimeAsync(100));
    process.off('uncaughtException', uncaught);
    expect(uncaught).not.toHaveBeenCalled();
    expect(used.last('statistics')).toEqual({ audio: {}, video: {}, share: {} });
  },
);

it('shows the meeting in another view when the SDK cannot list the participants', async () => {
  const observer = { observe() {}, disconnect() {} };
  vi.stubGlobal('ResizeObserver', function ResizeObserver() {
    return observer;
  });
  const fake = createFakeZoomSdk();
  const used = using(fake, {});
  const { rerender, container } = render(used.content(<ZoomMeetingView key="first" />));
  await act(() => vi.advanceTimersByTimeAsync(3000));
  // As the SDK renders its view.
  const root = container.querySelector('.rzm-sdk-root')!;
  root.innerHTML = '<div class="react-resizable"></div>';
  await act(() => vi.advanceTimersByTimeAsync(100));
  vi.spyOn(used.handle().client!, 'getAttendeeslist').mockImplementation(() => {
    throw failure;
  });
  rerender(used.content(<ZoomMeetingView key="second" />));
  expect(container.querySelector('.rzm-view')).toContainElement(root as HTMLElement);
});
