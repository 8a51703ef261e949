import type { CSSProperties } from 'react';
import '@fontsource/inter/latin-400.css';
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/react/styles.css';
import { PanelOf, panelStates } from '../../stories/panel-of-state';
import { english } from '../../src/languages/english';
import { pseudoStrings } from '../../stories/pseudo-strings';

const pictures = [
  { name: 'phone-light', theme: 'light', width: 343, dir: 'ltr', strings: english },
  { name: 'desktop-dark', theme: 'dark', width: 620, dir: 'ltr', strings: english },
  { name: 'phone-dark-long-rtl', theme: 'dark', width: 343, dir: 'rtl', strings: pseudoStrings },
] as const;

const font = { '--rzm-font-family': 'Inter' } as CSSProperties;

beforeAll(async () => {
  await page.viewport(700, 700);
  await document.fonts.load('16px Inter');
});
afterEach(cleanup);

describe.each(pictures)('$name', ({ name, theme, width, dir, strings }) => {
  it.each(Object.keys(panelStates))('%s', async (state) => {
    const { getByTestId } = render(
      <div data-testid="picture" data-theme={theme} dir={dir} style={{ width, ...font }}>
        <PanelOf
          state={panelStates[state]!}
          width={width}
          height={strings === english ? 360 : 420}
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
