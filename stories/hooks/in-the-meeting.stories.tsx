import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
import { useCaptions, useChat, useRecordingStatus, useStatistics, useZoomMeeting } from 'react-zoom-meeting';
import type { FakeZoomSdk } from 'react-zoom-meeting/testing';
import { Badge, Button, Card, Stimuli } from '../look/kit';
import { FakeMeeting, pictureHeight } from './fake-meeting';

/** Chat, captions, the recording, and the measurements of the SDK. */
const meta = {
  title: 'Hooks/In the meeting',
  parameters: { bare: true, pictureHeight },
} satisfies Meta;
export default meta;
type Story = StoryObj;

function ChatCard(): ReactNode {
  const { status } = useZoomMeeting();
  const { messages, send } = useChat();
  return (
    <Card title="Chat" code="useChat()">
      <ul className="kit-rows">
        {messages.length === 0 && <li>No message yet</li>}
        {messages.map(({ sender, message }, index) => (
          <li key={index}>
            <strong>{sender.name}</strong> <span>{message}</span>
          </li>
        ))}
      </ul>
      <Button primary disabled={status !== 'joined'} onClick={() => void send({ message: 'Hello' })}>
        Say hello
      </Button>
    </Card>
  );
}

/** `useChat`: the messages since the component was mounted, and a function that sends one. */
export const Chat: Story = {
  render: () => <FakeMeeting>{() => <ChatCard />}</FakeMeeting>,
  play: async ({ canvas, userEvent }) => {
    const hello = await canvas.findByRole('button', { name: 'Say hello' });
    await waitFor(() => expect(hello).toBeEnabled(), { timeout: 15_000 });
    await userEvent.click(hello);
    await canvas.findByText('Hello');
  },
};

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
      <Card title="Captions" code="useCaptions()">
        <ul className="kit-rows">
          {captions.length === 0 && <li>Nobody has spoken yet</li>}
          {captions.map(({ msgId, displayName, text, done }) => (
            <li key={msgId}>
              <strong>{displayName}</strong>{' '}
              <span>
                {text}
                {!done && ' …'}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Stimuli>
        <Button disabled={status !== 'joined'} onClick={() => say('Good', false)}>
          Grace begins a sentence
        </Button>
        <Button disabled={status !== 'joined'} onClick={() => say('Good morning', true)}>
          Grace ends it
        </Button>
      </Stimuli>
    </>
  );
}

/** `useCaptions`: a line is replaced by its longer text until it is complete. */
export const Captions: Story = {
  render: () => <FakeMeeting>{(sdk) => <CaptionLines sdk={sdk} />}</FakeMeeting>,
  play: async ({ canvas, userEvent }) => {
    const begins = await canvas.findByRole('button', { name: 'Grace begins a sentence' });
    await waitFor(() => expect(begins).toBeEnabled(), { timeout: 15_000 });
    await userEvent.click(begins);
    await canvas.findByText('Good …');
    await userEvent.click(canvas.getByRole('button', { name: 'Grace ends it' }));
    await canvas.findByText('Good morning');
  },
};

function Measured({ sdk }: { sdk: FakeZoomSdk }): ReactNode {
  const { status } = useZoomMeeting();
  const recording = useRecordingStatus();
  const fps = useStatistics(({ video }) => video.received?.fps);
  return (
    <>
      <Card title="Recording and statistics" code="useStatistics(select)">
        <dl className="kit-rows">
          <div>
            <dt>Recording</dt>
            <dd>
              <Badge tone={recording === 'Recording' ? 'good' : undefined}>{recording ?? 'not known'}</Badge>
            </dd>
          </div>
          <div>
            <dt>Video received</dt>
            <dd>{fps === undefined ? 'not measured yet' : `${fps} frames per second`}</dd>
          </div>
        </dl>
      </Card>
      <Stimuli>
        <Button disabled={status !== 'joined'} onClick={() => sdk.emit('recording-change', 'Recording')}>
          The host records
        </Button>
        <Button
          disabled={status !== 'joined'}
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
        </Button>
      </Stimuli>
    </>
  );
}

/**
 * `useRecordingStatus`, and `useStatistics` with a selector, so that the component re-renders only when the selected number
 * changes.
 */
export const RecordingAndStatistics: Story = {
  render: () => <FakeMeeting>{(sdk) => <Measured sdk={sdk} />}</FakeMeeting>,
  play: async ({ canvas, userEvent }) => {
    const records = await canvas.findByRole('button', { name: 'The host records' });
    await waitFor(() => expect(records).toBeEnabled(), { timeout: 15_000 });
    await userEvent.click(records);
    await canvas.findByText('Recording', { selector: '.kit-badge' });
    await userEvent.click(canvas.getByRole('button', { name: 'The SDK measures' }));
    await canvas.findByText('24 frames per second');
  },
};
