import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
import {
  useBreakoutRooms,
  useCurrentUser,
  useParticipants,
  useVirtualBackground,
  useZoomActions,
  ZoomMeetingError,
} from 'react-zoom-meeting';
import type { FakeZoomSdk } from 'react-zoom-meeting/testing';
import { Badge, Button, Buttons, Card, Stimuli } from '../look/kit';
import { FakeMeeting, pictureHeight } from './fake-meeting';

/** The actions of the user in the meeting. Each is a function that returns a promise. */
const meta = {
  title: 'Hooks/Actions',
  parameters: { bare: true, pictureHeight },
} satisfies Meta;
export default meta;
type Story = StoryObj;

function Controls(): ReactNode {
  const { muteAll, lockMeeting, makeHost } = useZoomActions();
  const mute = useMutation({ mutationFn: muteAll });
  const lock = useMutation({ mutationFn: lockMeeting });
  const isHost = useCurrentUser((user) => user?.isHost ?? false);
  const other = useParticipants((all) => all.find((one) => !one.isHost));
  const error = lock.error ?? mute.error;
  return (
    <Card title={`You are ${isHost ? 'the host' : 'a guest'}`} code="useZoomActions()">
      <Buttons>
        <Button disabled={mute.isPending} onClick={() => mute.mutate(true)}>
          Mute everyone
        </Button>
        <Button disabled={lock.isPending} onClick={() => lock.mutate(true)}>
          Lock the meeting
        </Button>
        {isHost && other && (
          <Button onClick={() => void makeHost(other.userId)}>Make {other.displayName} the host</Button>
        )}
      </Buttons>
      <p role="status" style={{ marginBlockStart: '1rem' }}>
        Lock: {lock.status}
        {error instanceof ZoomMeetingError && `, ${error.code}`}
      </p>
    </Card>
  );
}

function HostPage(): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <FakeMeeting role={1} prepare={(fake) => fake.addParticipant({ displayName: 'Grace' })}>
        {() => <Controls />}
      </FakeMeeting>
    </QueryClientProvider>
  );
}

/** `useZoomActions` with TanStack Query’s `useMutation`: the actions of a host. For a guest, they reject with `NOT_HOST`. */
export const HostControls: Story = {
  render: () => <HostPage />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('You are the host', undefined, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Lock the meeting' }));
    await canvas.findByText('Lock: success');
    await userEvent.click(canvas.getByRole('button', { name: 'Make Grace the host' }));
    await canvas.findByText('You are a guest');
    await userEvent.click(canvas.getByRole('button', { name: 'Lock the meeting' }));
    await canvas.findByText('Lock: error, NOT_HOST');
  },
};

function Rooms({ sdk }: { sdk: FakeZoomSdk }): ReactNode {
  const breakoutRooms = useBreakoutRooms();
  const { openBreakoutRooms, closeAllBreakoutRooms, joinBreakoutRoom } = useZoomActions();
  const rooms = breakoutRooms?.rooms ?? [];
  const isOpen = breakoutRooms?.status === 2;
  return (
    <>
      <Card title={`Breakout rooms: ${rooms.length}`} code="useBreakoutRooms()">
        <p>
          <Badge tone={isOpen ? 'good' : undefined}>{isOpen ? 'open' : 'closed'}</Badge> You are in{' '}
          {breakoutRooms?.currentRoom.name || 'the main session'}.
        </p>
        <Buttons>
          <Button
            primary
            disabled={rooms.length === 0}
            onClick={() => void (isOpen ? closeAllBreakoutRooms() : openBreakoutRooms()).catch(console.error)}
          >
            {isOpen ? 'Close' : 'Open'} all
          </Button>
          {isOpen &&
            rooms.map(({ roomId, name }) => (
              <Button key={roomId} onClick={() => void joinBreakoutRoom(roomId)}>
                Join {name}
              </Button>
            ))}
        </Buttons>
      </Card>
      <Stimuli>
        <Button
          onClick={() =>
            sdk.setBreakoutRooms([
              { roomId: 'r1', name: 'Room 1', attendeeList: [] },
              { roomId: 'r2', name: 'Room 2', attendeeList: [] },
            ])
          }
        >
          The host creates two rooms
        </Button>
      </Stimuli>
    </>
  );
}

/** `useBreakoutRooms` and the host’s actions. Rooms can be created only in Zoom’s interface. */
export const BreakoutRooms: Story = {
  render: () => <FakeMeeting role={1}>{(sdk) => <Rooms sdk={sdk} />}</FakeMeeting>,
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'The host creates two rooms' }));
    await canvas.findByText('Breakout rooms: 2', undefined, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Open all' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Join Room 2' }));
    // The meeting reconnects.
    await canvas.findByText('You are in Room 2.', { exact: false }, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Close all' }));
    await canvas.findByText('You are in the main session.', { exact: false });
    // The meeting has reconnected, and the panel has faded out.
    await waitFor(() => expect(canvasElement.querySelector('.rzm-panel')).toBeNull(), { timeout: 15_000 });
  },
};

const beach = { id: 'beach', fileName: 'beach.png', displayName: 'Beach', url: '/beach.png' };

function Backgrounds(): ReactNode {
  const background = useVirtualBackground();
  const { setVirtualBackground, updateVirtualBackgroundList } = useZoomActions();
  return (
    <Card title="Virtual background" code="useVirtualBackground()">
      {background?.isSupported ? (
        <Buttons>
          {background.vbList.map(({ id, displayName }) => (
            <Button
              key={id}
              aria-pressed={id === background.id}
              onClick={() => void setVirtualBackground(id)}
            >
              {displayName}
            </Button>
          ))}
          <Button disabled={background.isVbOn} onClick={() => void updateVirtualBackgroundList([beach])}>
            Replace with a beach
          </Button>
        </Buttons>
      ) : (
        <p>No virtual background.</p>
      )}
    </Card>
  );
}

/** `useVirtualBackground` and its actions. */
export const VirtualBackground: Story = {
  render: () => <FakeMeeting>{() => <Backgrounds />}</FakeMeeting>,
  play: async ({ canvas, userEvent }) => {
    const add = await canvas.findByRole('button', { name: 'Replace with a beach' }, { timeout: 15_000 });
    await userEvent.click(add);
    await userEvent.click(await canvas.findByRole('button', { name: 'Beach' }));
    await canvas.findByRole('button', { name: 'Beach', pressed: true });
  },
};
