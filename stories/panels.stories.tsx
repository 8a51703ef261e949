import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, type ReactNode } from 'react';
import { expect } from 'storybook/test';
import { type ZoomMeetingError, zoomErrorCodes } from 'react-zoom-meeting';
import { Panel } from '../src/react/panel/panels';
import { failed, PanelOf, panelStates } from './panel-of-state';
import type { PanelWords } from './panel-words';

/** The passcode panel takes the focus, and the page would start scrolled down to it. */
const fromTheTop: Decorator = (Story) => {
  useEffect(() => void scrollTo(0, 0), []);
  return <Story />;
};

/** All panels at once, without a meeting. With meetings this is not possible, because a page shows one meeting at a time. */
const meta = {
  title: 'Components/Panels',
  component: Panel,
  decorators: [fromTheTop],
  parameters: {
    bare: true,
    controls: { disable: true },
    docs: { story: { inline: false } },
    pictureHeight: '40rem',
  },
} satisfies Meta<typeof Panel>;

export default meta;
type Story = StoryObj<PanelWords>;

function Matrix({ widths, ...texts }: { widths: readonly number[] } & PanelWords): ReactNode {
  return (
    <div style={{ display: 'flex', gap: 24, flexWrap: 'wrap' }}>
      {widths.flatMap((width) =>
        Object.entries({ light: 'Light', dark: 'Dark' }).map(([scheme, title]) => (
          <section key={`${width} ${scheme}`} data-theme={scheme} style={{ width, maxWidth: '100%' }}>
            <h2 style={{ margin: '0.5rem 0 1rem', fontSize: '1.25rem', fontWeight: 650 }}>
              {title}, {width} px
            </h2>
            {Object.entries(panelStates).map(([name, state]) => (
              <div key={name} style={{ marginBlockEnd: 16 }}>
                <h3 style={{ margin: '0 0 4px', fontSize: 14 }}>{name}</h3>
                <PanelOf state={state} width={width} {...texts} title="Weekly sync" />
              </div>
            ))}
          </section>
        )),
      )}
    </div>
  );
}

/** Every state in light and dark, at the width of a phone and of a desktop. */
export const StateMatrix: Story = {
  render: ({ language, strings }) => <Matrix widths={[343, 1280]} language={language} strings={strings} />,
  play: async ({ canvasElement, globals }) => {
    const stage = canvasElement.querySelector<HTMLElement>('.stage')!;
    const background = (scheme: string) =>
      getComputedStyle(stage.querySelector(`section[data-theme='${scheme}'] .rzm-view`)!).backgroundColor;
    // The nearest data-theme applies, regardless of its surroundings.
    try {
      for (const around of ['light', 'dark']) {
        stage.dataset['theme'] = around;
        await expect(['light', 'dark'].map(background)).toEqual(['rgb(255, 255, 255)', 'rgb(36, 36, 36)']);
      }
    } finally {
      stage.dataset['theme'] = String(globals['theme']);
    }
  },
};

/** The text that a participant reads for each code of the catalogue. */
export const EveryErrorCode: Story = {
  render: ({ language, strings }) => (
    <div
      style={{
        display: 'grid',
        gap: 16,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
      }}
    >
      {Object.keys(zoomErrorCodes).map((code) => (
        <section key={code}>
          <h2 style={{ margin: '0 0 4px', fontSize: 14 }}>{code}</h2>
          <PanelOf
            state={failed((Number(code) || code) as ZoomMeetingError['code'])}
            width={600}
            height={320}
            language={language}
            strings={strings}
          />
        </section>
      ))}
    </div>
  ),
};
