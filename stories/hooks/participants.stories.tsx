import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import {
  useActiveSpeaker,
  useCurrentUser,
  useNetworkQuality,
  useParticipant,
  useParticipants,
} from 'react-zoom-meeting';
import type { FakeZoomSdk } from 'react-zoom-meeting/testing';
import { Badge, Button, Card, Stimuli } from '../look/kit';
import { FakeMeeting, pictureHeight } from './fake-meeting';

/** Who is in the meeting, who is speaking, and how good their connections are. */
const meta = {
  title: 'Hooks/Participants',
  parameters: { bare: true, pictureHeight },
} satisfies Meta;
export default meta;
type Story = StoryObj;

const guests = ['Grace', 'Katherine', 'Alan', 'Barbara'];

function People({ sdk }: { sdk: FakeZoomSdk }): ReactNode {
  const participants = useParticipants();
  const currentUser = useCurrentUser();
  const last = participants.at(-1);
  return (
    <>
      <Card title={`In the meeting: ${participants.length}`} code="useParticipants()">
        <ul className="kit-rows">
          {participants.map(({ userId, displayName, bVideoOn }) => (
            <li key={userId}>
              <span>
                {displayName}
                {userId === currentUser?.userId && ' (you)'}
              </span>
              <Badge tone={bVideoOn ? 'good' : undefined}>video {bVideoOn ? 'on' : 'off'}</Badge>
            </li>
          ))}
        </ul>
      </Card>
      <Stimuli>
        <Button
          onClick={() =>
            sdk.addParticipant({ displayName: guests[sdk.participants.length % guests.length] ?? '' })
          }
        >
          Somebody joins
        </Button>
        {last && (
          <Button onClick={() => sdk.updateParticipant(last.userId, { bVideoOn: !last.bVideoOn })}>
            {last.displayName} turns video {last.bVideoOn ? 'off' : 'on'}
          </Button>
        )}
        {last && last.userId !== currentUser?.userId && (
          <Button onClick={() => sdk.removeParticipant(last.userId)}>{last.displayName} leaves</Button>
        )}
      </Stimuli>
    </>
  );
}

/** `useParticipants` lists everyone, and `useCurrentUser` returns the user’s own row. */
export const Everybody: Story = {
  render: () => <FakeMeeting>{(sdk) => <People sdk={sdk} />}</FakeMeeting>,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('Ada (you)', undefined, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Somebody joins' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Grace turns video on' }));
    await canvas.findByText('video on');
    await userEvent.click(canvas.getByRole('button', { name: 'Grace leaves' }));
    await canvas.findByRole('heading', { name: 'In the meeting: 1' });
  },
};

function OneOfThem({ sdk }: { sdk: FakeZoomSdk }): ReactNode {
  const graceId = sdk.participants[0]?.userId ?? 0;
  const grace = useParticipant(graceId);
  const speaker = useActiveSpeaker();
  const quality = useNetworkQuality(graceId);
  return (
    <>
      <Card title="Grace" code="useParticipant(userId)">
        <dl className="kit-rows">
          <div>
            <dt>Presence</dt>
            <dd>{grace ? 'in the meeting' : 'not in the meeting'}</dd>
          </div>
          <div>
            <dt>Speaking</dt>
            <dd>{speaker ? speaker.displayName : 'nobody'}</dd>
          </div>
          <div>
            <dt>Quality of what Grace sends</dt>
            <dd>{quality?.uplink ?? 'not measured yet'}</dd>
          </div>
        </dl>
      </Card>
      <Stimuli>
        <Button
          disabled={!grace}
          onClick={() => sdk.emit('active-speaker', [{ userId: graceId, displayName: 'Grace Hopper' }])}
        >
          Grace speaks
        </Button>
        <Button
          disabled={!grace}
          onClick={() => sdk.emit('network-quality-change', { userId: graceId, type: 'uplink', level: 1 })}
        >
          Grace’s connection becomes poor
        </Button>
        <Button disabled={!grace} onClick={() => sdk.removeParticipant(graceId)}>
          Grace leaves
        </Button>
      </Stimuli>
    </>
  );
}

/** `useParticipant`, `useActiveSpeaker` and `useNetworkQuality`: one participant. */
export const OneParticipant: Story = {
  render: () => (
    <FakeMeeting prepare={(fake) => fake.addParticipant({ displayName: 'Grace' })}>
      {(sdk) => <OneOfThem sdk={sdk} />}
    </FakeMeeting>
  ),
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('in the meeting', undefined, { timeout: 15_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Grace speaks' }));
    await canvas.findByText('Grace Hopper');
    await userEvent.click(canvas.getByRole('button', { name: 'Grace’s connection becomes poor' }));
    await canvas.findByText('1');
    await userEvent.click(canvas.getByRole('button', { name: 'Grace leaves' }));
    await canvas.findByText('not in the meeting');
    await canvas.findByText('nobody');
  },
};
