import type { CSSProperties } from 'react';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/cyrillic-400.css';
import '@fontsource/kosugi/400.css';

/** Fonts that npm installs on every machine. Kosugi has the Japanese glyphs that Inter lacks. */
export const font = { '--rzm-font-family': 'Inter, Kosugi' } as CSSProperties;

/** Loads the font files that these texts need. Kosugi is split into many files. */
export async function loadFonts(texts: readonly string[]): Promise<void> {
  const text = ['Weekly sync', ...texts].join(' ');
  await Promise.all(['Inter', 'Kosugi'].map((name) => document.fonts.load(`16px ${name}`, text)));
}
