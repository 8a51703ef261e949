import type { CSSProperties } from 'react';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/cyrillic-400.css';
import '@fontsource/kosugi/400.css';

/** Fonts that every machine has, because npm installs them: Kosugi for what Inter does not have, which is Japanese. */
export const font = { '--rzm-font-family': 'Inter, Kosugi' } as CSSProperties;

/** Loads the files of the fonts that these texts need. Kosugi has many. */
export async function loadFonts(texts: readonly string[]): Promise<void> {
  const text = ['Weekly sync', ...texts].join(' ');
  await Promise.all(['Inter', 'Kosugi'].map((name) => document.fonts.load(`16px ${name}`, text)));
}
