import { strings } from '../src/react/panel-strings';

const english = { ...strings };

const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', y: 'ÿ' };

/** Half as long again, with accents: what other languages do to a layout. */
const stretch = (text: string): string =>
  `${text.replace(/[aeiouy]/g, (vowel) => accents[vowel] ?? vowel)} ${'lörëm ïpsüm '.repeat(9).slice(0, Math.ceil(text.length / 2))}`;

function stretchAll<T>(words: T): T {
  if (typeof words === 'string') return stretch(words) as T;
  if (typeof words === 'function') return ((...args: unknown[]) => stretch(String(words(...args)))) as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, stretchAll(word)])) as T;
}

/** Which words the panels speak from now on: they all come from one object, and this writes others into it. */
export function speak(language: 'english' | 'pseudo'): void {
  Object.assign(strings, language === 'pseudo' ? stretchAll(english) : english);
}
