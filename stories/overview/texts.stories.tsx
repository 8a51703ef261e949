import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { PanelWords } from '../panel-words';
import { allTexts, TextsPage } from './texts';

const meta = {
  title: 'Overview/Texts',
  tags: ['!autodocs'],
  parameters: { bare: true, controls: { disable: true } },
} satisfies Meta;

export default meta;

/** Every text by name, in English and in another language. */
export const Texts: StoryObj<PanelWords> = {
  render: ({ language, strings }) => <TextsPage key={language} language={language} strings={strings} />,
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(Object.keys(allTexts).length);
    await userEvent.selectOptions(canvas.getByLabelText('Language'), 'fr-FR');
    await canvas.findByText('Participer');
    await canvas.findByText('Votre nom');
    await userEvent.type(canvas.getByLabelText('Find'), 'waitingRoom');
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(2);
    await userEvent.clear(canvas.getByLabelText('Find'));
  },
};
