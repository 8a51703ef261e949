import type { Decorator, Preview } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { languageNames } from '../src/languages/languages';
import { ComponentPage } from '../stories/docs/component-page';
import { keepPicturesStill } from '../stories/docs/picture';
import { pseudoStrings } from '../stories/pseudo-strings';
import '../src/react/styles.css';
import { ThemedDocs, useScheme } from './themed-docs';
import './preview.css';

keepPicturesStill();

const sizes: Record<string, { width: number | string; height: number | string }> = {
  phone: { width: 375, height: 600 },
  tablet: { width: 768, height: 480 },
  desktop: { width: 1280, height: 720 },
  // The pictures on a component's page.
  page: { width: '100%', height: '100vh' },
};

/** Shows the panels in the language set in the toolbar. */
const inLanguage: Decorator = (Story, { globals, args }) => {
  const language = globals['language'] as string;
  if (language === 'en-US') return Story({ args });
  return Story({ args: { ...args, ...(language === 'pseudo' ? { strings: pseudoStrings } : { language }) } });
};

/** The languages with their native names. */
const nameOf = (language: string) =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/** The page around a story, as set in the toolbar. */
function Stage({ theme, children, ...attributes }: Record<string, unknown> & { children: ReactNode }) {
  return (
    <div className="stage" data-theme={useScheme(theme)} {...attributes}>
      {children}
    </div>
  );
}

/** The box that contains a meeting, as set in the toolbar. */
const inBox: Decorator = (Story, { globals, parameters, viewMode }) => {
  const { theme, size, dir, motion } = globals as Record<string, string>;
  const box = sizes[size ?? ''] ?? { width: 640, height: 480 };
  const isBare = Boolean(parameters['bare']);
  return (
    <Stage
      theme={theme}
      dir={dir}
      data-motion={motion}
      data-size={isBare ? undefined : size}
      data-view={viewMode}
    >
      <div className="stage-box" style={isBare ? undefined : { ...box, maxWidth: '100%' }}>
        <Story />
      </div>
    </Stage>
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
  tags: ['autodocs'],
  decorators: [inBox, inLanguage],
  globalTypes: {
    theme: toolbar('Theme', 'contrast', { system: 'As the system', light: 'Light', dark: 'Dark' }),
    size: toolbar('Container', 'grow', {
      default: '640 × 480',
      phone: 'Phone',
      tablet: 'Tablet',
      desktop: 'Desktop',
      page: 'The whole page',
    }),
    language: toolbar('Language', 'globe', {
      ...Object.fromEntries(['en-US', ...languageNames].map((name) => [name, nameOf(name)])),
      pseudo: '50 % longer',
    }),
    dir: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    motion: toolbar('Motion', 'lightning', { full: 'Full motion', reduced: 'Reduced motion' }),
  },
  initialGlobals: { theme: 'system', size: 'default', language: 'en-US', dir: 'ltr', motion: 'full' },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    backgrounds: { disable: true },
    docs: { container: ThemedDocs, page: ComponentPage },
    options: {
      storySort: {
        // Storybook parses this without running it.
        order: [
          'Overview',
          ['Every state', 'Tokens', 'Texts'],
          'Components',
          ['Playground', 'ZoomMeeting', 'ZoomLobby', 'ZoomPanel', 'Panels'],
          'Hooks',
          ['Meeting', 'Participants', 'Actions', 'In the meeting'],
          'Live',
          ['Tour'],
          'Guides',
          ['Start here', 'Quick start', 'Retries', '*', 'Recipes', 'Changelog'],
          'Reference',
          [
            'All exports',
            'States',
            'Error codes',
            '*',
            'Components',
            'Hooks',
            'SDK sources',
            'Signature',
            'Errors',
            'Other types',
            'Server',
            'Testing',
          ],
        ],
      },
    },
  },
};

export default preview;
