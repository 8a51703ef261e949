import type { Decorator, Preview } from '@storybook/react-vite';
import { strings } from '../src/react/panel-strings';
import '../src/react/styles.css';
import './preview.css';

const sizes: Record<string, { width: number; height: number }> = {
  phone: { width: 375, height: 600 },
  tablet: { width: 768, height: 480 },
  desktop: { width: 1280, height: 720 },
};

const english = structuredClone({ ...strings, nextTry: undefined });
const { nextTry } = strings;

/** Half as long again, with accents: what other languages do to a layout. */
const stretch = (text: string): string =>
  `${text.replace(/[aeiouy]/g, (vowel) => ({ a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', y: 'ÿ' })[vowel] ?? vowel)} ${'lörëm ïpsüm '.repeat(9).slice(0, Math.ceil(text.length / 2))}`;

function stretchAll<T>(words: T): T {
  if (typeof words === 'string') return stretch(words) as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, stretchAll(word)])) as T;
}

/** The panels take their words from one object; the toolbar writes others into it. */
const withWords: Decorator = (Story, { globals }) => {
  const isPseudo = globals['words'] === 'pseudo';
  Object.assign(strings, isPseudo ? stretchAll(english) : english, {
    nextTry: (seconds: number) => (isPseudo ? stretch(nextTry(seconds)) : nextTry(seconds)),
  });
  return <Story />;
};

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
  initialGlobals: { theme: 'light', size: 'default', words: 'english', dir: 'ltr', motion: 'full' },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    backgrounds: { disable: true },
  },
};

export default preview;
