import type { Decorator, Preview } from '@storybook/react-vite';
import { pseudoStrings } from '../stories/pseudo-strings';
import '../src/react/styles.css';
import './preview.css';

const sizes: Record<string, { width: number; height: number }> = {
  phone: { width: 375, height: 600 },
  tablet: { width: 768, height: 480 },
  desktop: { width: 1280, height: 720 },
};

/** The panels in the words that the toolbar asks for. */
const withWords: Decorator = (Story, { globals, args }) =>
  Story({ args: globals['words'] === 'pseudo' ? { ...args, strings: pseudoStrings } : args });

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
  decorators: [inBox, withWords],
  globalTypes: {
    theme: toolbar('Theme', 'contrast', { light: 'Light', dark: 'Dark', system: 'As the system' }),
    size: toolbar('Container', 'grow', {
      default: '640 × 480',
      phone: 'Phone',
      tablet: 'Tablet',
      desktop: 'Desktop',
    }),
    words: toolbar('Words', 'paragraph', { english: 'English', pseudo: 'Half as long again' }),
    dir: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    motion: toolbar('Motion', 'lightning', { full: 'Full motion', reduced: 'Reduced motion' }),
  },
  initialGlobals: { theme: 'dark', size: 'default', words: 'english', dir: 'ltr', motion: 'full' },
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
