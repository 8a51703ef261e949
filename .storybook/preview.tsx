import type { Decorator, Preview } from '@storybook/react-vite';
import { languageNames } from '../src/languages/languages';
import { pseudoStrings } from '../stories/pseudo-strings';
import '../src/react/styles.css';
import './preview.css';

const sizes: Record<string, { width: number; height: number }> = {
  phone: { width: 375, height: 600 },
  tablet: { width: 768, height: 480 },
  desktop: { width: 1280, height: 720 },
};

/** The panels in the language of the toolbar. */
const inLanguage: Decorator = (Story, { globals, args }) => {
  const language = globals['language'] as string;
  if (language === 'en-US') return Story({ args });
  return Story({ args: { ...args, ...(language === 'pseudo' ? { strings: pseudoStrings } : { language }) } });
};

/** As people call them in their own language. */
const nameOf = (language: string) =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/** The box that a meeting is shown in, as the toolbar wants it. */
const inBox: Decorator = (Story, { globals, parameters }) => {
  const { theme, size, dir, motion } = globals as Record<string, string>;
  const box = sizes[size ?? ''] ?? { width: 640, height: 480 };
  return (
    <div className="stage" dir={dir} data-motion={motion} data-theme={theme}>
      <div style={parameters['bare'] ? undefined : { ...box, maxWidth: '100%' }}>
        <Story />
      </div>
    </div>
  );
};

const toolbar = (name: string, icon: string, values: Record<string, string>) => ({
  name,
  toolbar: {
    title: name,
    icon,
    dynamicTitle: true,
    items: Object.entries(values).map(([value, title]) => ({ value, title })),
  },
});

const preview: Preview = {
  decorators: [inBox, inLanguage],
  globalTypes: {
    theme: toolbar('Theme', 'contrast', { light: 'Light', dark: 'Dark', system: 'As the system' }),
    size: toolbar('Container', 'grow', {
      default: '640 × 480',
      phone: 'Phone',
      tablet: 'Tablet',
      desktop: 'Desktop',
    }),
    language: toolbar('Language', 'globe', {
      ...Object.fromEntries(['en-US', ...languageNames].map((name) => [name, nameOf(name)])),
      pseudo: 'Half as long again',
    }),
    dir: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    motion: toolbar('Motion', 'lightning', { full: 'Full motion', reduced: 'Reduced motion' }),
  },
  initialGlobals: { theme: 'dark', size: 'default', language: 'en-US', dir: 'ltr', motion: 'full' },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    backgrounds: { disable: true },
    options: {
      storySort: {
        order: [
          'Docs',
          [
            'Start here',
            'Quick start',
            'Retries',
            'States',
            'Error codes',
            '*',
            'Recipes',
            'Reference',
            ['All exports'],
            'Architecture',
            'Contributing',
            'Changelog',
          ],
          'Components',
          'Panels',
          'Live',
          ['Tour'],
        ],
      },
    },
  },
};

export default preview;
