import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/react/styles.css';
import { PanelOf, panelStates } from '../../stories/panel-of-state';
import { panelLanguages } from '../../src/languages/languages';
import { pseudoStrings } from '../../stories/pseudo-strings';
import { font, loadFonts } from './fonts';

const pictures = [
  { name: 'phone-light', theme: 'light', width: 343, dir: 'ltr', strings: undefined },
  { name: 'desktop-dark', theme: 'dark', width: 620, dir: 'ltr', strings: undefined },
  { name: 'phone-dark-long-rtl', theme: 'dark', width: 343, dir: 'rtl', strings: pseudoStrings },
] as const;

/** The longest texts, and a different script. */
const languages = ['de-DE', 'ru-RU', 'fr-FR', 'ja-JP'] as const;
const inLanguages = ['waiting-room', 'retrying', 'passcode', 'failed'];

beforeAll(async () => {
  await page.viewport(700, 700);
  await Promise.all(languages.map(panelLanguages.load));
  await loadFonts(languages.flatMap((name) => Object.values(panelLanguages.loaded(name)!.texts)));
});
afterEach(cleanup);

describe.each(pictures)('$name', ({ name, theme, width, dir, strings }) => {
  it.each(Object.keys(panelStates))('%s', async (state) => {
    const { getByTestId } = render(
      <div data-testid="picture" data-theme={theme} dir={dir} style={{ width, ...font }}>
        <PanelOf
          state={panelStates[state]!}
          width={width}
          height={strings ? 420 : 360}
          strings={strings}
          title="Weekly sync"
        />
      </div>,
    );
    await expect
      .element(page.elementLocator(getByTestId('picture')))
      .toMatchScreenshot(`${state.replaceAll(' ', '-')}-${name}`);
  });
});

describe.each(languages)('%s on a phone', (language) => {
  it.each(inLanguages)('%s', async (state) => {
    const { getByTestId } = render(
      <div data-testid="picture" data-theme="dark" style={{ width: 343, ...font }}>
        <PanelOf
          state={panelStates[state]!}
          width={343}
          height={420}
          language={language}
          title="Weekly sync"
        />
      </div>,
    );
    await expect
      .element(page.elementLocator(getByTestId('picture')))
      .toMatchScreenshot(`${state}-phone-dark-${language}`);
  });
});
