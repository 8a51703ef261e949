import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { TokensPage } from './tokens';

const meta = {
  title: 'Overview/Tokens',
  tags: ['!autodocs'],
  parameters: { bare: true, controls: { disable: true } },
} satisfies Meta;

export default meta;

/** Colours, type, spacing and radii, read from the stylesheet. */
export const Tokens: StoryObj = {
  render: () => <TokensPage />,
  play: async ({ canvas }) => {
    const row = canvas.getByText('--rzm-text').closest('tr');
    await expect(row).toHaveTextContent('#ffffff');
    await expect(row).toHaveTextContent('#131619');
    await expect(canvas.getByText('.rzm-title').closest('tr')).toHaveTextContent('20 / 28, 600');
    await expect(canvas.getByText('20px')).toBeVisible();
    await expect(canvas.getByText('--rzm-radius')).toBeVisible();
  },
};
