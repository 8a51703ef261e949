import { create, type ThemeVars } from 'storybook/theming';
import type { Scheme } from './scheme';

/** The logo: a dot in a ring that is not closed yet. `.storybook/public/favicon.svg` is the same. */
const mark = `<rect width="32" height="32" rx="8" fill="#10231c"/><circle cx="16" cy="16" r="9.5" fill="none" stroke="#ffb454" stroke-width="3" stroke-linecap="round" stroke-dasharray="44 60" transform="rotate(-90 16 16)"/><circle cx="16" cy="16" r="4" fill="#5fe0a8"/>`;

const wordmark = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="232" height="32" viewBox="0 0 232 32">${mark}<text x="42" y="21.5" font-family="system-ui, sans-serif" font-size="16" font-weight="650" fill="${colour}">react-zoom-meeting</text></svg>`,
  )}`;

const shared = {
  brandTitle: 'react-zoom-meeting',
  brandUrl: './',
  brandTarget: '_self',
  fontBase: "system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontCode: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  appBorderRadius: 10,
  inputBorderRadius: 8,
} satisfies Partial<ThemeVars>;

/** The themes of Storybook and of the pages of the docs. `preview.css` has the same colours for the content of the stories. */
export const themes: Record<Scheme, ThemeVars> = {
  light: create({
    ...shared,
    base: 'light',
    brandImage: wordmark('#14201b'),
    colorPrimary: '#0b7a53',
    colorSecondary: '#0b7a53',
    appBg: '#f4f6f5',
    appContentBg: '#ffffff',
    appPreviewBg: '#ffffff',
    appBorderColor: '#dce2df',
    textColor: '#14201b',
    textMutedColor: '#56625c',
    barBg: '#ffffff',
    barTextColor: '#56625c',
    barHoverColor: '#0b7a53',
    barSelectedColor: '#0b7a53',
  }),
  dark: create({
    ...shared,
    base: 'dark',
    brandImage: wordmark('#eef3f0'),
    colorPrimary: '#3fbd8f',
    colorSecondary: '#3fbd8f',
    appBg: '#101412',
    appContentBg: '#161b19',
    appPreviewBg: '#161b19',
    appBorderColor: '#2c3531',
    textColor: '#eef3f0',
    textMutedColor: '#a7b3ad',
    barBg: '#161b19',
    barTextColor: '#a7b3ad',
    barHoverColor: '#3fbd8f',
    barSelectedColor: '#3fbd8f',
    inputBg: '#101412',
    inputBorder: '#3d4843',
    inputTextColor: '#eef3f0',
  }),
};
