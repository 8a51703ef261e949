import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { StandIn } from '../../tests/stand-in/stand-in';
import { StoryList } from '../docs/component-page';
import { needsRealSdk } from './needs-real-sdk';
import { RealMeeting, type RealMeetingArgs } from './real-meeting';

/**
 * The real Zoom Meeting SDK, loaded from the installed package, with a stand-in for Zoom on the page, which checks
 * the signature as Zoom does. It carries no audio or video.
 */
const meta = {
  title: 'Live/With the real SDK',
  component: RealMeeting,
  decorators: [needsRealSdk],
  // Vitest runs all stories of a file on one page, where its own service worker and frames conflict with MSW's, and
  // each of the SDK's joins takes three of the page's sixteen WebGL contexts. tests/e2e/storybook.e2e.ts runs these.
  tags: ['!test'],
  args: {
    signer: 'right',
    onStatusChange: fn(),
    onJoined: fn(),
    onRetry: fn(),
    onEnded: fn(),
    onError: fn(),
  },
  argTypes: {
    signer: { control: false },
    prepare: { control: false },
    stimuli: { control: false },
    slots: { control: false },
    sdk: { control: false },
  },
  // Violations in Zoom's own elements cannot be fixed here.
  parameters: { docs: { page: StoryList }, a11y: { context: { exclude: ['.rzm-sdk-root'] } } },
} satisfies Meta<RealMeetingArgs>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const reach = (canvasElement: HTMLElement, status: string, timeout = 30_000) =>
  waitFor(() => expect(canvasElement.querySelector('.rzm-view')).toHaveAttribute('data-status', status), {
    timeout,
  });
/** There is nothing to play where the SDK's files are omitted. */
const withSdk =
  (play: Play): Play =>
  async (context) => {
    if (context.canvasElement.querySelector('[data-testid=no-sdk]')) return;
    await play(context);
  };
const press = (canvasElement: HTMLElement, name: string) =>
  userEvent.click(within(canvasElement).getByRole('button', { name }));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const company = () => {
  const names = ['Grace', 'Alan', 'Katherine', 'Edsger', 'Barbara'];
  const present: number[] = [];
  let next = 0;
  return {
    'Somebody joins': (standIn: StandIn) =>
      void present.push(standIn.addParticipant(names[next++ % names.length] ?? 'Somebody')),
    'Somebody leaves': (standIn: StandIn) => {
      const id = present.pop();
      if (id !== undefined) standIn.removeParticipant(id);
    },
  };
};

/** The SDK is loaded, and the meeting is joined. */
export const Join: Story = {
  play: withSdk(({ canvasElement }) => reach(canvasElement, 'joined')),
};

/**
 * The signer's clock is 8 s ahead: its `iat` is in the future, and the stand-in refuses it with 3712, as Zoom
 * does. The signature is held until it becomes valid.
 */
export const SignerAhead: Story = {
  args: { signer: 'ahead-8' },
  play: withSdk(async ({ canvasElement }) => {
    await reach(canvasElement, 'retrying');
    await reach(canvasElement, 'joined');
  }),
};

/** Connected, but not in the meeting until the host admits the participant. Press “Admit”. */
export const WaitingRoom: Story = {
  args: {
    prepare: ({ meeting }) => void (meeting.waitingRoom = true),
    stimuli: { Admit: (standIn) => standIn.admit(), 'Put on hold': (standIn) => standIn.hold() },
  },
  play: withSdk(({ canvasElement }) => reach(canvasElement, 'waiting-room')),
};

/** Three participants join and one leaves, a second apart. Then you can try it yourself. */
export const Participants: Story = {
  args: { stimuli: company() },
  play: withSdk(async ({ canvasElement }) => {
    await reach(canvasElement, 'joined');
    for (const what of ['Somebody joins', 'Somebody joins', 'Somebody joins', 'Somebody leaves']) {
      await pause(1000);
      await press(canvasElement, what);
    }
  }),
};

/** The host ends the meeting two seconds after it is joined. */
export const HostEnds: Story = {
  args: { stimuli: { 'The host ends the meeting': (standIn) => standIn.end(8) } },
  play: withSdk(async ({ canvasElement }) => {
    await reach(canvasElement, 'joined');
    await pause(2000);
    await press(canvasElement, 'The host ends the meeting');
    await reach(canvasElement, 'ended');
  }),
};

/** The passcode is “zoom42”. */
export const WrongPasscode: Story = {
  args: { password: 'guess', prepare: ({ meeting }) => void (meeting.passcode = 'zoom42') },
  play: withSdk(async ({ canvasElement }) => {
    await reach(canvasElement, 'failed');
    await within(canvasElement).findByLabelText('Meeting passcode');
  }),
};
