import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ZoomPanel, ZoomPanelButton } from 'react-zoom-meeting';

/** The frame of the default panels, for panels of your own. Change its props below. */
const meta = {
  title: 'Components/ZoomPanel',
  component: ZoomPanel,
  decorators: [
    (Story) => (
      <div className="rzm-view" style={{ position: 'relative', height: '100%', minHeight: 320 }}>
        <Story />
      </div>
    ),
  ],
  args: {
    tone: 'waiting',
    icon: 'door',
    title: 'Dr. Lovelace will see you soon',
    text: 'You are next. Keep this page open.',
    actions: <ZoomPanelButton quiet>Leave</ZoomPanelButton>,
  },
  argTypes: {
    icon: {
      control: 'select',
      options: [
        ...[
          'app',
          'busy',
          'clock',
          'door',
          'ended',
          'lock',
          'mail',
          'offline',
          'person',
          'search',
          'video',
          'warning',
        ],
      ],
    },
    title: { control: 'text' },
    text: { control: 'text' },
    footer: { control: 'text' },
    actions: { control: false },
    children: { control: false },
  },
} satisfies Meta<typeof ZoomPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Something is in progress, and the user does not need to act. */
export const Waiting: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Dr. Lovelace will see you soon');
  },
};

/** The user needs to act. With `urgent`, a screen reader announces the text as well. */
export const Trouble: Story = {
  args: {
    tone: 'trouble',
    icon: 'warning',
    title: 'The visit was canceled',
    text: 'Choose another time, or call the practice.',
    urgent: true,
    footer: 'Error code 4011',
    actions: (
      <>
        <ZoomPanelButton>Choose another time</ZoomPanelButton>
        <ZoomPanelButton quiet>Call</ZoomPanelButton>
      </>
    ),
  },
};

/** A neutral message. Without an icon, a spinner is shown. */
export const Neutral: Story = {
  args: {
    tone: 'neutral',
    icon: 'ended',
    title: 'The visit is over',
    text: 'You will get a summary by email.',
  },
};
