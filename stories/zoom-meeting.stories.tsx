import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { zoomErrorCodes, ZoomPanel, ZoomPanelButton } from 'react-zoom-meeting';
import { createFakeSignature } from 'react-zoom-meeting/testing';
import { english } from '../src/languages/english';
import { MeetingStory, type MeetingStoryArgs } from './meeting-story';

/**
 * Joins a meeting and shows it. Each story has a meeting on its own fake SDK, in real time. Its callbacks appear
 * in the actions panel.
 */
const meta = {
  title: 'Components/ZoomMeeting',
  component: MeetingStory,
  args: {
    meetingNumber: '123 4567 890',
    userName: 'Ada',
    onStatusChange: fn(),
    onJoined: fn(),
    onRetry: fn(),
    onEnded: fn(),
    onError: fn(),
  },
  argTypes: {
    fake: { control: 'object' },
    role: { control: 'inline-radio', options: [0, 1] },
    retry: { control: 'number' },
    retryDelay: { control: 'number' },
    // Storybook would offer an object for options that may be undefined.
    ...Object.fromEntries(
      ['id', 'className', 'title', 'language', 'password', 'userEmail', 'tk', 'zak', 'obfToken'].map(
        (prop) => [prop, { control: 'text' }],
      ),
    ),
    // Values that a control cannot edit.
    ...Object.fromEntries(
      ['slots', 'sdk', 'queryClient', 'children', 'onceJoined'].map((prop) => [prop, { control: false }]),
    ),
  },
} satisfies Meta<MeetingStoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Waits for the state, and then for the expectations of `then`. */
const reaches =
  (
    status: string,
    then?: (canvas: ReturnType<typeof within>) => Promise<unknown>,
  ): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await waitFor(
      () => expect(canvasElement.querySelector('.rzm-view')).toHaveAttribute('data-status', status),
      { timeout: 15_000 },
    );
    await then?.(within(canvasElement));
  };

/** With `autoJoin={false}`, the user presses a button to join. */
export const Idle: Story = {
  args: { autoJoin: false },
  play: reaches('idle', (canvas) => canvas.findByRole('button', { name: english['button.join'] })),
};

/** The user has pressed the button. */
export const JoinByHand: Story = {
  args: { autoJoin: false },
  play: reaches('idle', async (canvas) => {
    await userEvent.click(canvas.getByRole('button', { name: english['button.join'] }));
    await canvas.findByText(english['joining.title'], undefined, { timeout: 5000 });
  }),
};

/** The SDK loads, and the signature is fetched. In this story, the SDK never finishes loading. */
export const Preparing: Story = {
  args: { fake: { loads: ['hang'] } },
  play: reaches('preparing'),
};

/** The SDK joins, which takes about a second. */
export const Joining: Story = {
  // Limited, because the next story's meeting waits until this join is over, as on any page.
  args: { fake: { joinMs: 5000 } },
  play: reaches('joining'),
};

/** In the meeting: the SDK’s own view, here that of the fake SDK, without a panel. */
export const Joined: Story = { play: reaches('joined') };

/** Code 3712: the signer’s clock is 20 s ahead. The signature is kept until it becomes valid. */
export const RetryingSignerAhead: Story = {
  args: {
    fake: { joins: [3712, 'ok'] },
    fetchSignature: async ({ meetingNumber, role }) =>
      createFakeSignature({ mn: meetingNumber, role, iat: Math.floor(Date.now() / 1000) + 20 }),
  },
  play: reaches('retrying', (canvas) => canvas.findByText(/in \d+ seconds/)),
};

/** Two joins fail because of the connection. The third one succeeds. */
export const RetryingBadConnection: Story = {
  args: { fake: { joins: [-3000, -3000, 'ok'] } },
  play: reaches('joined'),
};

/** “Try now” starts the next join at once. */
export const RetryingTryNow: Story = {
  args: { fake: { joins: [3633, 'ok'] } },
  play: reaches('retrying', async (canvas) => {
    await userEvent.click(await canvas.findByRole('button', { name: english['button.tryNow'] }));
    await waitFor(() => expect(canvas.queryByRole('button')).toBeNull(), { timeout: 5000 });
  }),
};

/** The host has not started the meeting. The SDK joins automatically when the host starts it. */
export const WaitingForHost: Story = {
  args: { fake: { joins: [3008] } },
  play: reaches('waiting-for-host'),
};

/** The host lets participants in one by one. */
export const WaitingRoom: Story = {
  args: { fake: { joins: ['waiting-room'] } },
  play: reaches('waiting-room'),
};

/** Zoom asks for the passcode. The form has the focus. In this story, any passcode is accepted. */
export const Passcode: Story = {
  args: { fake: { joins: [3004, 'ok'] } },
  play: reaches('failed', async (canvas) => {
    await expect(await canvas.findByLabelText(english['passcode.label'])).toHaveFocus();
  }),
};

/** A passcode was entered, and the meeting is joined with it. */
export const PasscodeEntered: Story = {
  args: { fake: { joins: [3004, 'ok'] } },
  play: reaches('failed', async (canvas) => {
    const input = await canvas.findByLabelText(english['passcode.label']);
    await userEvent.type(input, 'zoom42');
    await userEvent.click(canvas.getByRole('button', { name: english['button.join'] }));
    await canvas.findByText(english['joining.title'], undefined, { timeout: 5000 });
  }),
};

/** Zoom requires an email address. */
export const Email: Story = {
  args: { fake: { joins: [3005, 'ok'] } },
  play: reaches('failed', async (canvas) => {
    const input = await canvas.findByLabelText(english['email.label']);
    await expect(input).toHaveFocus();
    await userEvent.type(input, 'ada@example.com');
    await userEvent.click(canvas.getByRole('button', { name: english['button.join'] }));
    await canvas.findByText(english['joining.title'], undefined, { timeout: 5000 });
  }),
};

/** Zoom requires registration, and provides a link. */
export const Registration: Story = {
  args: { fake: { joins: [{ errorCode: 3099, url: 'https://zoom.us/webinar/register/WN_1' }] } },
  play: reaches('failed', (canvas) => canvas.findByRole('link', { name: english['button.register'] })),
};

/** Trying again does not help, because the host removed the user earlier. The button is therefore less prominent. */
export const Failed: Story = {
  args: { fake: { joins: [4011] } },
  play: reaches('failed'),
};

/** The panel explains what is wrong with the setup, and what to do about it. An app shows this in development only. */
export const FailedWithFindings: Story = {
  args: { fetchSignature: async () => '<!doctype html><p>Not found' },
  play: reaches('failed', async (canvas) => {
    await userEvent.click(await canvas.findByText(english.forDevelopers));
    await expect(canvas.getByRole('listitem')).toBeVisible();
  }),
};

/** The connection was lost, and the SDK reconnects. The panel covers the SDK’s card. */
export const Reconnecting: Story = {
  args: { onceJoined: (fake) => void setTimeout(() => fake.state === 'joined' && fake.drop(), 500) },
  play: reaches('reconnecting'),
};

/** Leaving takes about half a second. Here it takes a minute. */
export const Leaving: Story = {
  args: { fake: { leaveMs: 60_000 }, onceJoined: (_fake, meeting) => void meeting.leave() },
  play: reaches('leaving'),
};

/** The host ended the meeting. */
export const EndedByHost: Story = {
  args: { onceJoined: (fake) => fake.end('ended by host') },
  play: reaches('ended'),
};

/** The user left, and can join again. */
export const Left: Story = {
  args: { onceJoined: (_fake, meeting) => void meeting.leave() },
  play: reaches('ended', (canvas) => canvas.findByRole('button', { name: english['button.joinAgain'] })),
};

/**
 * `slots` contains your own panels, here built with `ZoomPanel` and `ZoomPanelButton`. Each gets the meeting and
 * its state.
 */
export const OwnPanels: Story = {
  args: {
    fake: { joins: [4011] },
    slots: {
      Failed: ({ state, meeting }) => (
        <ZoomPanel
          urgent
          tone="trouble"
          icon="warning"
          title="We couldn’t let you in"
          text={zoomErrorCodes[state.error.code]?.message}
          actions={<ZoomPanelButton onClick={() => meeting.join()}>Ask again</ZoomPanelButton>}
        />
      ),
    },
  },
  play: reaches('failed', (canvas) => canvas.findByRole('button', { name: 'Ask again' })),
};
