import { act, cleanup, render } from '@testing-library/react';
import { StrictMode, useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as library from 'react-zoom-meeting';
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
  useZoomActions,
  useZoomClient,
  useZoomEvent,
  useZoomMeeting,
  ZoomMeeting,
  ZoomMeetingProvider,
  type UseZoomClientOptions,
  type ZoomActions,
} from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';
import { pass } from './using';

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
});

const graceId = 7;

/** The value of each hook, in a form that can be recorded. */
const hooks = {
  useActiveSpeaker: () => useActiveSpeaker()?.displayName,
  useBreakoutRooms: () => useBreakoutRooms((all) => all?.rooms.map(({ name }) => name)),
  useCaptions: () => useCaptions((all) => all.map(({ text }) => text)),
  useChat: () => useChat().messages.map(({ message }) => message),
  useCurrentUser: () => useCurrentUser()?.displayName,
  useMeetingInfo: () => useMeetingInfo()?.isInMeeting,
  useNetworkQuality: () => useNetworkQuality(graceId)?.uplink,
  useParticipant: () => useParticipant(graceId)?.displayName,
  useParticipants: () => useParticipants((all) => all.length),
  useRecordingStatus: () => useRecordingStatus(),
  useStatistics: () => useStatistics(({ video }) => video.sent?.fps),
  useVirtualBackground: () => useVirtualBackground((background) => background?.id),
  useZoomActions: () => useZoomActions(),
  useZoomEvent: () => useZoomEvent('active-speaker', () => (heard += 1)),
  useZoomMeeting: () => useZoomMeeting().status,
};

let heard = 0;
type Values = { [Name in keyof typeof hooks]?: ReturnType<(typeof hooks)[Name]> };
const last: Values = {};

/** Renders each hook in its own component. */
function componentsOf(rendered: (name: string, value: unknown) => void) {
  const components = Object.entries(hooks).map(([name, useHook]) => {
    const Hook = () => {
      rendered(name, useHook());
      return null;
    };
    return <Hook key={name} />;
  });
  return <>{components}</>;
}
const below = componentsOf((name, value) => Object.assign(last, { [name]: value }));

let mountLate = () => {};
/** Mounts its children during the meeting. */
function Later({ children }: { children: ReactNode }) {
  const [isMounted, setIsMounted] = useState(false);
  mountLate = () => setIsMounted(true);
  return isMounted && children;
}

const optionsOf = (sdk: FakeZoomSdk): UseZoomClientOptions => ({
  sdk,
  role: 1,
  meetingNumber: '1234567890',
  userName: 'Ada',
  fetchSignature: async ({ meetingNumber, role }) => createFakeSignature({ mn: meetingNumber, role }),
});

function Client({ sdk, children }: { sdk: FakeZoomSdk; children: ReactNode }) {
  const { containerRef, ...meeting } = useZoomClient(optionsOf(sdk));
  return (
    <>
      <div ref={containerRef} />
      <ZoomMeetingProvider meeting={meeting}>{children}</ZoomMeetingProvider>
    </>
  );
}

it('every hook that reads a meeting has a test here', () => {
  const exported = Object.keys(library).filter((name) => name.startsWith('use') && name !== 'useZoomClient');
  expect(Object.keys(hooks).sort()).toEqual(exported.sort());
});

const nothing = {
  useActiveSpeaker: undefined,
  useBreakoutRooms: undefined,
  useCaptions: [],
  useChat: [],
  useCurrentUser: undefined,
  useMeetingInfo: undefined,
  useNetworkQuality: undefined,
  useParticipant: undefined,
  useParticipants: 0,
  useRecordingStatus: undefined,
  useStatistics: undefined,
  useVirtualBackground: undefined,
};

/** Emits an event of each kind. */
const everything = {
  useActiveSpeaker: 'Grace',
  useBreakoutRooms: ['Room 1'],
  useCaptions: ['Good morning'],
  useChat: ['Hi'],
  useCurrentUser: 'Ada',
  useMeetingInfo: true,
  useNetworkQuality: 4,
  useParticipant: 'Grace',
  useParticipants: 2,
  useRecordingStatus: 'Recording',
  useStatistics: 24,
  useVirtualBackground: 'blur',
  useZoomMeeting: 'joined',
};

/** Lets everything that is due happen. */
async function happen(fake: FakeZoomSdk, actions: ZoomActions) {
  await act(async () => {
    fake.addParticipant({ userId: graceId, displayName: 'Grace' });
    fake.setBreakoutRooms([{ roomId: 'r1', name: 'Room 1', attendeeList: [] }]);
    fake.emit('active-speaker', [{ userId: graceId, displayName: 'Grace' }]);
    fake.emit('network-quality-change', { userId: graceId, type: 'uplink', level: 4 });
    fake.emit('recording-change', 'Recording');
    const line = { userId: graceId, displayName: 'Grace', source: 1, language: 0, timestamp: 1, done: true };
    fake.emit('caption-message', { ...line, msgId: 'line-1', text: 'Good morning' });
    const network = { avg_loss: 0, max_loss: 0, jitter: 3, rtt: 40 };
    const video = { ...network, encoding: true, fps: 24, width: 640, height: 360 };
    fake.emit('video-statistic-data-change', { type: 'VIDEO_QOS_DATA', data: video });
    void actions.sendChat({ message: 'Hi' });
    void actions.setVirtualBackground('blur');
    await vi.advanceTimersByTimeAsync(10);
  });
}

describe.each<[string, (fake: FakeZoomSdk, children: ReactNode) => ReactNode]>([
  ['ZoomMeeting', (fake, children) => <ZoomMeeting {...optionsOf(fake)}>{children}</ZoomMeeting>],
  [
    'ZoomMeetingProvider',
    (fake, children) => <ZoomMeetingProvider {...optionsOf(fake)}>{children}</ZoomMeetingProvider>,
  ],
  ['a provider for the meeting of useZoomClient', (fake, children) => <Client sdk={fake}>{children}</Client>],
])('below %s', (_, content) => {
  it.each([
    ['', ({ children }: { children: ReactNode }) => <>{children}</>],
    [' in StrictMode', StrictMode],
  ])('all hooks follow the meeting%s', async (_mode, Mode) => {
    heard = 0;
    const fake = createFakeZoomSdk();
    render(<Mode>{content(fake, below)}</Mode>);
    expect(last).toMatchObject(nothing);
    await pass(3000);
    const actions = last.useZoomActions!;
    await happen(fake, actions);
    expect(last).toMatchObject(everything);
    expect(heard).toBe(1);
    await act(async () => fake.end());
    await pass(10);
    expect(last).toMatchObject({ ...nothing, useZoomMeeting: 'ended' });
    expect(last.useZoomActions).toBe(actions);
  });

  it('every hook returns the value on its first render, even in a component mounted later', async () => {
    const fake = createFakeZoomSdk();
    const seen: Record<string, unknown[]> = {};
    const late = componentsOf((name, value) => (seen[name] ??= []).push(value));
    render(
      content(
        fake,
        <>
          {below}
          <Later>{late}</Later>
        </>,
      ),
    );
    await pass(3000);
    await happen(fake, last.useZoomActions!);
    act(() => mountLate());
    const first = Object.fromEntries(Object.entries(seen).map(([name, values]) => [name, values[0]]));
    expect(first).toMatchObject(everything);
    expect(Object.keys(first)).toEqual(Object.keys(hooks));
    // There is no second render.
    await pass(1000);
    expect(Object.values(seen).filter((values) => values.length > 1)).toEqual([]);
  });
});
