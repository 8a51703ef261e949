import '@fontsource/inter/latin-400.css';
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/react/styles.css';
import { PanelOf, panelStates } from '../../stories/panel-of-state';
import { speak } from '../../stories/panel-words';

const pictures = [
  { name: 'phone-light', theme: 'light', width: 343, dir: 'ltr', words: 'english' },
  { name: 'desktop-dark', theme: 'dark', width: 620, dir: 'ltr', words: 'english' },
  { name: 'phone-dark-long-rtl', theme: 'dark', width: 343, dir: 'rtl', words: 'pseudo' },
] as const;

beforeAll(async () => {
  await page.viewport(700, 700);
  await document.fonts.load('16px Inter');
});
beforeEach(() => speak('english'));
afterEach(cleanup);

describe.each(pictures)('$name', ({ name, theme, width, dir, words }) => {
  it.each(Object.keys(panelStates))('%s', async (state) => {
    speak(words);
    const { getByTestId } = render(
      <div
        data-testid="picture"
        data-theme={theme}
        dir={dir}
        style={{ width, font: '400 16px Inter', WebkitFontSmoothing: 'antialiased' }}
      >
        <PanelOf state={panelStates[state]!} width={width} height={words === 'pseudo' ? 340 : 240} />
      </div>,
    );
    await expect
      .element(page.elementLocator(getByTestId('picture')))
      .toMatchScreenshot(`${state.replaceAll(' ', '-')}-${name}`);
  });
});
