import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { zoomErrorCodes, ZoomPanel, ZoomPanelButton } from 'react-zoom-meeting';
import { createFakeSignature } from 'react-zoom-meeting/testing';
import { english } from '../src/languages/english';
import { MeetingStory, type MeetingStoryArgs } from './meeting-story';

/**
 * A meeting in each of its states, on a fake SDK that runs in real time: watch a retry happen. The callbacks are in the
 * actions panel.
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
    // What a control cannot make.
    ...Object.fromEntries(
      ['slots', 'sdk', 'queryClient', 'children', 'onceJoined'].map((prop) => [prop, { control: false }]),
    ),
  },
} satisfies Meta<MeetingStoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Waits for the state, then for what `then` expects of it. */
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

/** `autoJoin` is off: a person joins. */
export const Idle: Story = {
  args: { autoJoin: false },
  play: reaches('idle', (canvas) => canvas.findByRole('button', { name: english['button.join'] })),
};

/** The same, joined. */
export const JoinByHand: Story = {
  args: { autoJoin: false },
  play: reaches('idle', async (canvas) => {
    await userEvent.click(canvas.getByRole('button', { name: english['button.join'] }));
    await canvas.findByText(english['joining.title'], undefined, { timeout: 5000 });
  }),
};

export const Preparing: Story = {
  args: { fake: { loads: ['hang'] } },
  play: reaches('preparing'),
};

export const Joining: Story = {
  // Limited, because the next story's meeting waits until this one's join is over, as on any page.
  args: { fake: { joinMs: 5000 } },
  play: reaches('joining'),
};

export const Joined: Story = { play: reaches('joined') };

/** 3712: the signer is 20 s ahead. The signature is held until it is due. */
export const RetryingSignerAhead: Story = {
  args: {
    fake: { joins: [3712, 'ok'] },
    fetchSignature: async ({ meetingNumber, role }) =>
      createFakeSignature({ mn: meetingNumber, role, iat: Math.floor(Date.now() / 1000) + 20 }),
  },
  play: reaches('retrying', (canvas) => canvas.findByText(/in \d+ seconds/)),
};

/** Two bad connections, each backed off from, then joined. */
export const RetryingBadConnection: Story = {
  args: { fake: { joins: [-3000, -3000, 'ok'] } },
  play: reaches('joined'),
};

/** Pressing “Try now” does not wait any longer. */
export const RetryingTryNow: Story = {
  args: { fake: { joins: [3633, 'ok'] } },
  play: reaches('retrying', async (canvas) => {
    await userEvent.click(await canvas.findByRole('button', { name: english['button.tryNow'] }));
    await waitFor(() => expect(canvas.queryByRole('button')).toBeNull(), { timeout: 5000 });
  }),
};

export const WaitingForHost: Story = {
  args: { fake: { joins: [3008] } },
  play: reaches('waiting-for-host'),
};

export const WaitingRoom: Story = {
  args: { fake: { joins: ['waiting-room'] } },
  play: reaches('waiting-room'),
};

/** The passcode is wrong; any other one is right. */
export const Passcode: Story = {
  args: { fake: { joins: [3004, 'ok'] } },
  play: reaches('failed', async (canvas) => {
    await expect(await canvas.findByLabelText(english['passcode.label'])).toHaveFocus();
  }),
};

/** The same, entered. */
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

/** Zoom requires registration, and says where. */
export const Registration: Story = {
  args: { fake: { joins: [{ errorCode: 3099, url: 'https://zoom.us/webinar/register/WN_1' }] } },
  play: reaches('failed', (canvas) => canvas.findByRole('link', { name: english['button.register'] })),
};

export const Failed: Story = {
  args: { fake: { joins: [4011] } },
  play: reaches('failed'),
};

/** Findings are shown in development only: with `npm run storybook`, and not on the published site. */
export const FailedWithFindings: Story = {
  args: { fetchSignature: async () => '<!doctype html><p>Not found' },
  play: reaches('failed'),
};

export const Reconnecting: Story = {
  args: { onceJoined: (fake) => void setTimeout(() => fake.state === 'joined' && fake.drop(), 500) },
  play: reaches('reconnecting'),
};

export const Leaving: Story = {
  args: { fake: { leaveMs: 60_000 }, onceJoined: (_fake, meeting) => void meeting.leave() },
  play: reaches('leaving'),
};

export const EndedByHost: Story = {
  args: { onceJoined: (fake) => fake.end('ended by host') },
  play: reaches('ended'),
};

export const Left: Story = {
  args: { onceJoined: (_fake, meeting) => void meeting.leave() },
  play: reaches('ended', (canvas) => canvas.findByRole('button', { name: english['button.joinAgain'] })),
};

/** `slots`: panels of your own, made of the parts of the default ones. Each gets the meeting and its state. */
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
