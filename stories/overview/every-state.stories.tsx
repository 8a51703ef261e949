import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { panelStates } from '../panel-of-state';
import type { PanelWords } from '../panel-words';
import { EveryState } from './every-state';

const meta = {
  title: 'Overview/Every state',
  tags: ['!autodocs'],
  parameters: { bare: true, controls: { disable: true } },
} satisfies Meta;

export default meta;

/** Everything that the user can see in a meeting, side by side. Each picture is the real component. */
export const Overview: StoryObj<PanelWords> = {
  name: 'Every state',
  render: ({ language, strings }) => <EveryState language={language} strings={strings} />,
  play: async ({ canvasElement }) => {
    const pictures = [...canvasElement.querySelectorAll('.states figure')].map(
      (picture) => picture.querySelector('figcaption strong')?.textContent,
    );
    await expect(pictures.sort()).toEqual([...Object.keys(panelStates), 'joined'].sort());
  },
};
