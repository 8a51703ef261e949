import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
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
  ZoomMeetingError,
  ZoomMeetingProvider,
  ZoomMeetingView,
} from 'react-zoom-meeting';
import { createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';
import { fetchSignature } from './meeting-story';

const meta = { title: 'Components/Hooks and provider' } satisfies Meta;
export default meta;
type Story = StoryObj;

const options = { meetingNumber: '1234567890', userName: 'Ada', fetchSignature };

function HookPage(): ReactNode {
  const sdk = useMemo(() => createFakeZoomSdk({ joins: [-3000, 'ok'] }), []);
  const { status, attempt, error, containerRef, join, leave } = useZoomClient({ ...options, sdk });
  return (
    <>
      <p>
        <strong data-testid="status">{status}</strong> {attempt && `attempt ${attempt}`} {error?.message}{' '}
        <button type="button" onClick={() => void (status === 'joined' ? leave() : join())}>
          {status === 'joined' ? 'Leave' : 'Join'}
        </button>
      </p>
      <div ref={containerRef} style={{ height: 360, background: '#8882' }} />
    </>
  );
}

/** `useZoomClient`: the meeting is yours to show; nothing of ours is on the page. */
export const UseZoomClient: Story = {
  render: () => <HookPage />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('joined'), {
      timeout: 15_000,
    });
  },
};

function Toolbar(): ReactNode {
  const { status, leave } = useZoomMeeting();
  const [names, setNames] = useState<string[]>([]);
  useZoomEvent('user-added', (added) =>
    setNames((before) => [...before, ...[added].flat().map(({ displayName }) => displayName ?? '')]),
  );
  return (
    <p>
      {status}; came: {names.join(', ') || 'nobody yet'}{' '}
      <button type="button" onClick={() => void leave()}>
        Leave
      </button>
    </p>
  );
}

function RoutesPage(): ReactNode {
  const sdk = useMemo(() => createFakeZoomSdk(), []);
  const [route, setRoute] = useState<'lobby' | 'room'>('room');
  return (
    <ZoomMeetingProvider {...options} sdk={sdk}>
      <nav>
        <button type="button" onClick={() => setRoute(route === 'room' ? 'lobby' : 'room')}>
          Go to the {route === 'room' ? 'lobby' : 'room'}
        </button>{' '}
        <button type="button" onClick={() => sdk.addParticipant({ displayName: 'Grace' })}>
          Grace comes
        </button>
      </nav>
      <Toolbar />
      {route === 'room' ? (
        <ZoomMeetingView style={{ height: 320 }} />
      ) : (
        <p>The lobby: the meeting goes on, unseen.</p>
      )}
    </ZoomMeetingProvider>
  );
}

/** `ZoomMeetingProvider` above routes, `ZoomMeetingView` in one, `useZoomMeeting` and `useZoomEvent` beside it. */
export const ProviderAndRoutes: Story = {
  render: () => <RoutesPage />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText(/^joined/, undefined, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Go to the lobby' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Go to the room' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Grace comes' }));
    await canvas.findByText(/joined; came: .*Grace/);
  },
};

const guests = ['Grace', 'Katherine', 'Alan', 'Barbara'];

function People({ sdk }: { sdk: FakeZoomSdk }): ReactNode {
  const participants = useParticipants();
  const currentUser = useCurrentUser();
  const last = participants.at(-1);
  return (
    <aside style={{ padding: '0.75rem' }}>
      <h2 style={{ margin: 0, fontSize: '1rem' }}>In the meeting: {participants.length}</h2>
      <ul>
        {participants.map(({ userId, displayName, bVideoOn }) => (
          <li key={userId}>
            {displayName}
            {userId === currentUser?.userId && ' (you)'}
            {bVideoOn && ', with video'}
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() =>
          sdk.addParticipant({ displayName: guests[sdk.participants.length % guests.length] ?? '' })
        }
      >
        Somebody comes
      </button>{' '}
      {last && (
        <button
          type="button"
          onClick={() => sdk.updateParticipant(last.userId, { bVideoOn: !last.bVideoOn })}
        >
          {last.displayName} turns video {last.bVideoOn ? 'off' : 'on'}
        </button>
      )}{' '}
      {last && last.userId !== currentUser?.userId && (
        <button type="button" onClick={() => sdk.removeParticipant(last.userId)}>
          {last.displayName} goes
        </button>
      )}
    </aside>
  );
}

function ParticipantsPage(): ReactNode {
  const sdk = useMemo(() => createFakeZoomSdk(), []);
  return (
    <ZoomMeetingProvider {...options} sdk={sdk}>
      <ZoomMeetingView style={{ height: 240 }} />
      <People sdk={sdk} />
    </ZoomMeetingProvider>
  );
}

/** `useParticipants` and `useCurrentUser`: who is in the meeting, and who is you. */
export const Participants: Story = {
  render: () => <ParticipantsPage />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('Ada (you)', undefined, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Somebody comes' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Grace turns video on' }));
    await canvas.findByText('Grace, with video');
    await userEvent.click(canvas.getByRole('button', { name: 'Grace goes' }));
    await canvas.findByRole('heading', { name: 'In the meeting: 1' });
  },
};

function Controls(): ReactNode {
  const { muteAll, lockMeeting, makeHost } = useZoomActions();
  const mute = useMutation({ mutationFn: muteAll });
  const lock = useMutation({ mutationFn: lockMeeting });
  const isHost = useCurrentUser((user) => user?.isHost ?? false);
  const other = useParticipants((all) => all.find((one) => !one.isHost));
  const error = lock.error ?? mute.error;
  return (
    <aside style={{ padding: '0.75rem' }}>
      <p>You are {isHost ? 'the host' : 'a guest'}.</p>
      <button type="button" disabled={mute.isPending} onClick={() => mute.mutate(true)}>
        Mute everyone
      </button>{' '}
      <button type="button" disabled={lock.isPending} onClick={() => lock.mutate(true)}>
        Lock the meeting
      </button>{' '}
      {isHost && other && (
        <button type="button" onClick={() => void makeHost(other.userId)}>
          Make {other.displayName} the host
        </button>
      )}
      <p role="status">
        Lock: {lock.status}
        {error instanceof ZoomMeetingError && `, ${error.code}`}
      </p>
    </aside>
  );
}

function ActionsPage(): ReactNode {
  const queryClient = useMemo(() => new QueryClient(), []);
  const sdk = useMemo(() => {
    const made = createFakeZoomSdk();
    made.addParticipant({ displayName: 'Grace' });
    return made;
  }, []);
  return (
    <QueryClientProvider client={queryClient}>
      <ZoomMeetingProvider {...options} role={1} sdk={sdk}>
        <ZoomMeetingView style={{ height: 240 }} />
        <Controls />
      </ZoomMeetingProvider>
    </QueryClientProvider>
  );
}

/** `useZoomActions`: what a host can do, with TanStack's `useMutation`. A guest gets `NOT_HOST`. */
export const Actions: Story = {
  render: () => <ActionsPage />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('You are the host.', undefined, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Lock the meeting' }));
    await canvas.findByText('Lock: success');
    await userEvent.click(canvas.getByRole('button', { name: 'Make Grace the host' }));
    await canvas.findByText('You are a guest.');
    await userEvent.click(canvas.getByRole('button', { name: 'Lock the meeting' }));
    await canvas.findByText('Lock: error, NOT_HOST');
  },
};

function Happenings({ sdk, graceId }: { sdk: FakeZoomSdk; graceId: number }): ReactNode {
  const grace = useParticipant(graceId);
  const info = useMeetingInfo();
  const speaker = useActiveSpeaker();
  const recording = useRecordingStatus();
  const quality = useNetworkQuality(graceId);
  const { messages, send } = useChat();
  return (
    <aside style={{ padding: '0.75rem' }}>
      <dl>
        <dt>In the meeting</dt>
        <dd>{info?.isInMeeting ? 'yes' : 'no'}</dd>
        <dt>Grace</dt>
        <dd>{grace ? `is here, with video ${grace.bVideoOn ? 'on' : 'off'}` : 'is not here'}</dd>
        <dt>Who is speaking</dt>
        <dd>{speaker ? `${speaker.displayName} is speaking` : 'nobody'}</dd>
        <dt>Recording</dt>
        <dd>{recording ?? 'not known'}</dd>
        <dt>What Grace sends</dt>
        <dd>{quality?.uplink === undefined ? 'not known' : `quality ${quality.uplink}`}</dd>
        <dt>Chat</dt>
        <dd>
          {messages.map(({ sender, message }) => `${sender.name}: ${message}`).join('; ') || 'no message'}
        </dd>
      </dl>
      <button
        type="button"
        onClick={() => sdk.emit('active-speaker', [{ userId: graceId, displayName: 'Grace' }])}
      >
        Grace speaks
      </button>{' '}
      <button type="button" onClick={() => sdk.emit('recording-change', 'Recording')}>
        The host records
      </button>{' '}
      <button
        type="button"
        onClick={() => sdk.emit('network-quality-change', { userId: graceId, type: 'uplink', level: 1 })}
      >
        Grace&apos;s connection gets poor
      </button>{' '}
      <button type="button" onClick={() => void send({ message: 'Hello' })}>
        Say hello
      </button>{' '}
      <button type="button" disabled={!grace} onClick={() => sdk.removeParticipant(graceId)}>
        Grace goes
      </button>
    </aside>
  );
}

function HappeningsPage(): ReactNode {
  const [{ sdk, graceId }] = useState(() => {
    const sdk = createFakeZoomSdk();
    return { sdk, graceId: sdk.addParticipant({ displayName: 'Grace' }).userId };
  });
  return (
    <ZoomMeetingProvider {...options} sdk={sdk}>
      <ZoomMeetingView style={{ height: 240 }} />
      <Happenings sdk={sdk} graceId={graceId} />
    </ZoomMeetingProvider>
  );
}

/**
 * `useParticipant`, `useMeetingInfo`, `useActiveSpeaker`, `useRecordingStatus`, `useNetworkQuality` and `useChat`: what happens in
 * the meeting.
 */
export const WhatHappens: Story = {
  render: () => <HappeningsPage />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('is here, with video off', undefined, { timeout: 15_000 });
    await canvas.findByText('yes');
    await userEvent.click(canvas.getByRole('button', { name: 'Grace speaks' }));
    await canvas.findByText('Grace is speaking');
    await userEvent.click(canvas.getByRole('button', { name: 'The host records' }));
    await canvas.findByText('Recording', { selector: 'dd' });
    await userEvent.click(canvas.getByRole('button', { name: "Grace's connection gets poor" }));
    await canvas.findByText('quality 1');
    await userEvent.click(canvas.getByRole('button', { name: 'Say hello' }));
    await canvas.findByText('Ada: Hello');
    await userEvent.click(canvas.getByRole('button', { name: 'Grace goes' }));
    await canvas.findByText('is not here');
    await canvas.findByText('nobody');
  },
};

function FakePage({
  role = 0,
  children,
}: {
  role?: 0 | 1;
  children: (sdk: FakeZoomSdk) => ReactNode;
}): ReactNode {
  const sdk = useMemo(() => createFakeZoomSdk(), []);
  return (
    <ZoomMeetingProvider {...options} role={role} sdk={sdk}>
      <ZoomMeetingView style={{ height: 240 }} />
      <aside style={{ padding: '0.75rem' }}>{children(sdk)}</aside>
    </ZoomMeetingProvider>
  );
}

function CaptionLines({ sdk }: { sdk: FakeZoomSdk }): ReactNode {
  const captions = useCaptions();
  const { status } = useZoomMeeting();
  const say = (text: string, done: boolean) =>
    sdk.emit('caption-message', {
      ...{ msgId: 'line', userId: 1, displayName: 'Grace', text, done },
      ...{ source: 4, language: 0, timestamp: Date.now() },
    });
  return (
    <>
      {captions.map(({ msgId, displayName, text, done }) => (
        <p key={msgId}>
          {displayName}: {text}
          {!done && ' …'}
        </p>
      ))}
      <button type="button" disabled={status !== 'joined'} onClick={() => say('Good', false)}>
        Grace begins
      </button>{' '}
      <button type="button" disabled={status !== 'joined'} onClick={() => say('Good morning', true)}>
        Grace ends
      </button>
    </>
  );
}

/** `useCaptions`: a line is replaced by its longer text until it is complete. */
export const Captions: Story = {
  render: () => <FakePage>{(sdk) => <CaptionLines sdk={sdk} />}</FakePage>,
  play: async ({ canvas, userEvent }) => {
    const begins = await canvas.findByRole('button', { name: 'Grace begins' });
    await waitFor(() => expect(begins).toBeEnabled(), { timeout: 15_000 });
    await userEvent.click(begins);
    await canvas.findByText('Grace: Good …');
    await userEvent.click(canvas.getByRole('button', { name: 'Grace ends' }));
    await canvas.findByText('Grace: Good morning');
  },
};

function Rooms({ sdk }: { sdk: FakeZoomSdk }): ReactNode {
  const breakoutRooms = useBreakoutRooms();
  const { openBreakoutRooms, closeAllBreakoutRooms, joinBreakoutRoom } = useZoomActions();
  const isOpen = breakoutRooms?.status === 2;
  return (
    <>
      <p>
        {breakoutRooms?.rooms.length ?? 0} rooms, {isOpen ? 'open' : 'not open'}. You are in:{' '}
        {breakoutRooms?.currentRoom.name || 'the main session'}
      </p>
      <button
        type="button"
        onClick={() =>
          sdk.setBreakoutRooms([
            { roomId: 'r1', name: 'Room 1', attendeeList: [] },
            { roomId: 'r2', name: 'Room 2', attendeeList: [] },
          ])
        }
      >
        Zoom creates rooms
      </button>{' '}
      <button
        type="button"
        onClick={() => void (isOpen ? closeAllBreakoutRooms() : openBreakoutRooms()).catch(console.error)}
      >
        {isOpen ? 'Close' : 'Open'}
      </button>{' '}
      {isOpen &&
        breakoutRooms.rooms.map(({ roomId, name }) => (
          <button key={roomId} type="button" onClick={() => void joinBreakoutRoom(roomId)}>
            Join {name}
          </button>
        ))}
    </>
  );
}

/** `useBreakoutRooms`, and the actions of a host. Only Zoom's interface can create rooms. */
export const BreakoutRooms: Story = {
  render: () => <FakePage role={1}>{(sdk) => <Rooms sdk={sdk} />}</FakePage>,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Zoom creates rooms' }));
    await canvas.findByText(/^2 rooms, not open/, undefined, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Open' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Join Room 2' }));
    await canvas.findByText('2 rooms, open. You are in: Room 2');
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }));
    await canvas.findByText('2 rooms, not open. You are in: the main session');
  },
};

const beach = { id: 'beach', fileName: 'beach.png', displayName: 'Beach', url: '/beach.png' };

function Backgrounds(): ReactNode {
  const background = useVirtualBackground();
  const { setVirtualBackground, updateVirtualBackgroundList } = useZoomActions();
  if (!background?.isSupported) return <p>No virtual background.</p>;
  return (
    <>
      {background.vbList.map(({ id, displayName }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === background.id}
          onClick={() => void setVirtualBackground(id)}
        >
          {displayName}
        </button>
      ))}{' '}
      <button
        type="button"
        disabled={background.isVbOn}
        onClick={() => void updateVirtualBackgroundList([beach])}
      >
        Add a beach
      </button>
    </>
  );
}

/** `useVirtualBackground`, and its actions. */
export const VirtualBackground: Story = {
  render: () => <FakePage>{() => <Backgrounds />}</FakePage>,
  play: async ({ canvas, userEvent }) => {
    const add = await canvas.findByRole('button', { name: 'Add a beach' }, { timeout: 15_000 });
    await userEvent.click(add);
    await userEvent.click(await canvas.findByRole('button', { name: 'Beach' }));
    await canvas.findByRole('button', { name: 'Beach', pressed: true });
  },
};

function Measured({ sdk }: { sdk: FakeZoomSdk }): ReactNode {
  const fps = useStatistics(({ video }) => video.received?.fps);
  return (
    <>
      <p>{fps === undefined ? 'Not measured yet' : `${fps} frames per second`}</p>
      <button
        type="button"
        onClick={() =>
          sdk.emit('video-statistic-data-change', {
            type: 'VIDEO_QOS_DATA',
            data: {
              ...{ encoding: false, avg_loss: 0, max_loss: 0, jitter: 3, rtt: 40 },
              ...{ width: 640, height: 360, fps: 24 },
            },
          })
        }
      >
        The SDK measures
      </button>
    </>
  );
}

/** `useStatistics`, with a selector. */
export const Statistics: Story = {
  render: () => <FakePage>{(sdk) => <Measured sdk={sdk} />}</FakePage>,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('In the meeting', { exact: false }, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'The SDK measures' }));
    await canvas.findByText('24 frames per second');
  },
};
