import { act, render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import {
  useActiveSpeaker,
  useBreakoutRooms,
  useCaptions,
  useChat,
  useCurrentUser,
  useMeetingInfo,
  useNetworkQuality,
  useParticipant,
  useParticipants,
  useRecordingStatus,
  useStatistics,
  useVirtualBackground,
  type ZoomClient,
} from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { useVirtualTime } from './odd-order-tools';
import { pass, using } from './using';

useVirtualTime();

const hooks = {
  participants: () => useParticipants(),
  participant: () => useParticipant(7),
  currentUser: () => useCurrentUser(),
  activeSpeaker: () => useActiveSpeaker(),
  meetingInfo: () => useMeetingInfo(),
  recordingStatus: () => useRecordingStatus(),
  networkQuality: () => useNetworkQuality(),
  chat: () => useChat(),
  captions: () => useCaptions(),
  breakoutRooms: () => useBreakoutRooms(),
  virtualBackground: () => useVirtualBackground(),
  statistics: () => useStatistics(),
};

/** Counts the calls of each method of the client. */
function countCalls(client: ZoomClient): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, method] of Object.entries(client) as [string, (...args: unknown[]) => unknown][]) {
    Object.assign(client, {
      [name]: (...args: unknown[]) => {
        counts[name] = (counts[name] ?? 0) + 1;
        return method(...args);
      },
    });
  }
  return counts;
}

it('no hook polls: an hour without events causes no timer, no call to the SDK and no render', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, hooks, 1);
  const { rerender } = render(used.content(null));
  await pass(5000);
  expect(used.handle().status).toBe('joined');
  const timers = vi.getTimerCount();
  rerender(used.content());
  await pass(100);
  expect(vi.getTimerCount()).toBeLessThanOrEqual(timers);
  const calls = countCalls(used.handle().client!);
  const renders = () => Object.values(used.values).map(({ length }) => length);
  const before = renders();
  await pass(3_600_000);
  expect(calls).toEqual({});
  expect(renders()).toEqual(before);
  // They still follow events, and the calls are counted.
  await act(async () => void fake.addParticipant({ userId: 7, displayName: 'Grace' }));
  await pass(10);
  expect(used.last('participant')).toMatchObject({ displayName: 'Grace' });
  expect(calls['getAttendeeslist']).toBeGreaterThan(0);
});
