import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
import {
  useMeetingInfo,
  useZoomClient,
  useZoomEvent,
  useZoomMeeting,
  ZoomMeetingProvider,
  ZoomMeetingView,
} from 'react-zoom-meeting';
import { Badge, Button, Buttons, Card, Split, Stimuli } from '../look/kit';
import { options, pictureHeight, useFake } from './fake-meeting';

/** The meeting itself: joining without our components, above the routes of an app, and its events. */
const meta = {
  title: 'Hooks/Meeting',
  parameters: { bare: true, pictureHeight },
} satisfies Meta;
export default meta;
type Story = StoryObj;

function HookPage(): ReactNode {
  const sdk = useFake({ joins: [-3000, 'ok'] });
  const { status, attempt, error, containerRef, join, leave } = useZoomClient({ ...options, sdk });
  const isJoined = status === 'joined';
  return (
    <Split>
      <div className="kit-frame" ref={containerRef} />
      <Card title="Your own interface" code="useZoomClient()">
        <dl className="kit-rows">
          <div>
            <dt>Status</dt>
            <dd>
              <Badge data-testid="status" tone={isJoined ? 'good' : 'waiting'}>
                {status}
              </Badge>
            </dd>
          </div>
          <div>
            <dt>Attempt</dt>
            <dd>{attempt ?? '–'}</dd>
          </div>
          <div>
            <dt>Error</dt>
            <dd>{error?.message ?? '–'}</dd>
          </div>
        </dl>
        <Button primary onClick={() => void (isJoined ? leave() : join())}>
          {isJoined ? 'Leave' : 'Join'}
        </Button>
      </Card>
    </Split>
  );
}

/** `useZoomClient` joins and retries. It renders nothing: the app shows the meeting and everything around it. */
export const UseZoomClient: Story = {
  name: 'useZoomClient',
  render: () => <HookPage />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('joined'), {
      timeout: 15_000,
    });
  },
};

function MeetingBar(): ReactNode {
  const { status, leave } = useZoomMeeting();
  const info = useMeetingInfo();
  const [names, setNames] = useState<string[]>([]);
  useZoomEvent('user-added', (added) =>
    setNames((before) => [...before, ...[added].flat().map(({ displayName }) => displayName ?? '')]),
  );
  return (
    <Card title="On every route" code="useZoomMeeting()">
      <dl className="kit-rows">
        <div>
          <dt>Status</dt>
          <dd>
            <Badge tone={status === 'joined' ? 'good' : 'waiting'}>{status}</Badge>
          </dd>
        </div>
        <div>
          <dt>In the meeting</dt>
          <dd>{info?.isInMeeting ? 'yes' : 'no'}</dd>
        </div>
        <div>
          <dt>Joined since</dt>
          <dd data-testid="added">{names.join(', ') || 'nobody yet'}</dd>
        </div>
      </dl>
      <Button onClick={() => void leave()}>Leave</Button>
    </Card>
  );
}

function RoutesPage(): ReactNode {
  const sdk = useFake();
  const [route, setRoute] = useState<'room' | 'notes'>('room');
  return (
    <ZoomMeetingProvider {...options} sdk={sdk}>
      <nav aria-label="Routes" style={{ marginBlockEnd: '1rem' }}>
        <Buttons>
          {(['room', 'notes'] as const).map((name) => (
            <Button
              key={name}
              aria-current={route === name ? 'page' : undefined}
              primary={route === name}
              onClick={() => setRoute(name)}
            >
              {name === 'room' ? 'Room' : 'Notes'}
            </Button>
          ))}
        </Buttons>
      </nav>
      <Split>
        {route === 'room' ? (
          <ZoomMeetingView />
        ) : (
          <Card title="Notes">
            <p>The meeting continues while another route is shown.</p>
          </Card>
        )}
        <MeetingBar />
        <Stimuli>
          <Button onClick={() => sdk.addParticipant({ displayName: 'Grace' })}>Grace joins</Button>
        </Stimuli>
      </Split>
    </ZoomMeetingProvider>
  );
}

/**
 * `ZoomMeetingProvider` above the routes, and `ZoomMeetingView` in one of them. `useZoomMeeting`, `useMeetingInfo`
 * and `useZoomEvent` work on all routes.
 */
export const ProviderAndRoutes: Story = {
  render: () => <RoutesPage />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('joined', undefined, { timeout: 15_000 });
    await canvas.findByText('yes');
    await userEvent.click(canvas.getByRole('button', { name: 'Notes' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Room' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Grace joins' }));
    await waitFor(() => expect(canvas.getByTestId('added')).toHaveTextContent('Grace'));
  },
};
