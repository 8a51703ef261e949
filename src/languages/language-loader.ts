import type { LanguageName } from './languages';

/** Texts, and the language they are in, for `Intl`. */
export interface Language<Texts> {
  readonly texts: Texts;
  readonly locale: string;
}

/** Texts in each language. Each is loaded on demand. */
export interface LanguageLoader<Texts> {
  /** The texts of a language, if they are loaded. Without a name, those in English. */
  loaded(name: LanguageName | undefined): Language<Texts> | undefined;
  /** Loads the texts of a language. Always resolves, with English if they could not be loaded. */
  load(name: LanguageName): Promise<void>;
}

/** @param files How each language is loaded. */
export function createLanguageLoader<Texts>(
  files: Readonly<Record<LanguageName, () => Promise<{ default: Texts }>>>,
  english: Texts,
): LanguageLoader<Texts> {
  const inEnglish: Language<Texts> = { texts: english, locale: 'en-US' };
  const languages = new Map<LanguageName, Language<Texts>>();
  return {
    loaded: (name) => (name === undefined ? inEnglish : languages.get(name)),

    async load(name) {
      // A chunk that a deployment has removed must not break the panels.
      const language = await files[name]().then(
        (file) => ({ texts: file.default, locale: name }),
        () => inEnglish,
      );
      languages.set(name, language);
    },
  };
}
