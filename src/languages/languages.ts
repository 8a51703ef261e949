import { english, type ZoomPanelStrings } from './english';
import { createLanguageLoader } from './language-loader';

/** The SDK's languages except English (6.2.0), each in a separate chunk. The names are locales that `Intl` also accepts. */
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
} satisfies Record<string, () => Promise<{ default: ZoomPanelStrings }>>;

/** A language that has to be loaded. */
export type LanguageName = keyof typeof languages;

/** The names of all languages that have to be loaded. */
export const languageNames = /* #__PURE__ */ Object.keys(languages) as LanguageName[];

/** The SDK's names for languages before 4.0.0. It accepts these names until 7.0.0. */
const formerNames: Readonly<Record<string, LanguageName>> = { 'jp-JP': 'ja-JP', 'ko-KO': 'ko-KR' };

/** The language to load. `undefined` for English, and for a language that the SDK does not have. */
export function languageOf(language: string): LanguageName | undefined {
  const name = formerNames[language] ?? language;
  return Object.hasOwn(languages, name) ? (name as LanguageName) : undefined;
}

/** The texts of the panels. */
export const panelLanguages = /* #__PURE__ */ createLanguageLoader<ZoomPanelStrings>(languages, english);
