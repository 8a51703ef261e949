import type { Meta, StoryObj } from '@storybook/react-vite';
import { needsRealSdk } from './needs-real-sdk';
import { Tour } from './tour';

/** A live comparison of what users see when the signer's clock is wrong. */
const meta = {
  title: 'Live/Tour',
  decorators: [needsRealSdk],
  // Its frames need the service worker; tests/e2e/storybook.e2e.ts runs it.
  tags: ['!test', '!autodocs'],
  parameters: { bare: true, controls: { disable: true } },
} satisfies Meta;

export default meta;

export const WhenTheSignerIsWrong: StoryObj<typeof meta> = {
  name: 'When the signer is wrong',
  render: (_args, { globals }) => <Tour theme={String(globals['theme'] ?? 'light')} />,
};
