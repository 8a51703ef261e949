import { english, type ZoomMeetingStrings } from './english';

/** The SDK's languages but English (6.2.0), each a chunk of its own. The names are locales, which `Intl` knows, too. */
const languages = {
  'de-DE': () => import('./de-DE'),
  'es-ES': () => import('./es-ES'),
  'fr-FR': () => import('./fr-FR'),
  'id-ID': () => import('./id-ID'),
  'it-IT': () => import('./it-IT'),
  'ja-JP': () => import('./ja-JP'),
  'ko-KR': () => import('./ko-KR'),
  'nl-NL': () => import('./nl-NL'),
  'pl-PL': () => import('./pl-PL'),
  'pt-PT': () => import('./pt-PT'),
  'ru-RU': () => import('./ru-RU'),
  'sv-SE': () => import('./sv-SE'),
  'tr-TR': () => import('./tr-TR'),
  'vi-VN': () => import('./vi-VN'),
  'zh-CN': () => import('./zh-CN'),
  'zh-TW': () => import('./zh-TW'),
} satisfies Record<string, () => Promise<{ default: ZoomMeetingStrings }>>;

/** A language that has to be loaded. */
export type LanguageName = keyof typeof languages;

/** All of them. */
export const languageNames = /* #__PURE__ */ Object.keys(languages) as LanguageName[];

/** What the SDK called them before 4.0.0. It accepts these names until 7.0.0. */
const formerNames: Readonly<Record<string, LanguageName>> = { 'jp-JP': 'ja-JP', 'ko-KO': 'ko-KR' };

/** The language to load. `undefined` for English, and for a language that the SDK does not have. */
export function languageOf(language: string): LanguageName | undefined {
  const name = formerNames[language] ?? language;
  return Object.hasOwn(languages, name) ? (name as LanguageName) : undefined;
}

/** Texts, and the language they are in, for `Intl`. */
export interface Language {
  readonly texts: ZoomMeetingStrings;
  readonly locale: string;
}

const inEnglish: Language = /* #__PURE__ */ Object.freeze({ texts: english, locale: 'en-US' });
const loaded = /* #__PURE__ */ new Map<LanguageName, Language>();

/** The texts of a language, if they are there. */
export const loadedLanguage = (name: LanguageName | undefined): Language | undefined =>
  name === undefined ? inEnglish : loaded.get(name);

/** Loads the texts of a language. Resolves in any case: with English, if they could not be loaded. */
export async function loadLanguage(name: LanguageName): Promise<void> {
  // A chunk that is gone after a deployment must not take the panels with it.
  const language = await languages[name]().then(
    (file) => ({ texts: file.default, locale: name }),
    () => inEnglish,
  );
  loaded.set(name, language);
}
