import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { outcomes, Playground as PlaygroundPage } from './playground';

const meta = {
  title: 'Components/Playground',
  component: PlaygroundPage,
  tags: ['!autodocs'],
  args: {
    outcome: 'The signer is 20 s ahead',
    title: 'Weekly sync',
    userName: 'Ada',
    withLogo: true,
    autoJoin: true,
  },
  argTypes: {
    outcome: { control: 'select', options: Object.keys(outcomes) },
    language: { control: 'text' },
    strings: { control: 'object' },
  },
  parameters: { bare: true },
} satisfies Meta<typeof PlaygroundPage>;

export default meta;

/** A meeting on the fake SDK: choose its outcome, change its props, and watch the states that it goes through. */
export const Playground: StoryObj<typeof meta> = {
  play: async ({ canvasElement, canvas }) => {
    await waitFor(
      () => expect(canvasElement.querySelector('.rzm-view')).toHaveAttribute('data-status', 'retrying'),
      { timeout: 15_000 },
    );
    await expect(canvas.getByRole('list', { name: 'States so far' })).toHaveTextContent(
      /preparing.*joining.*retrying/,
    );
  },
};
