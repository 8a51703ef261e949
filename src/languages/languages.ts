import { english, type ZoomMeetingStrings } from './english';

/** The SDK's languages but English (6.2.0), each a chunk of its own, with its name for `Intl`. */
const languages = {
  'de-DE': { locale: 'de-DE', load: () => import('./de-DE') },
} satisfies Record<string, { locale: string; load: () => Promise<{ default: ZoomMeetingStrings }> }>;

/** A language that has to be loaded, by the SDK's name. */
export type LanguageName = keyof typeof languages;

const loaded = /* #__PURE__ */ new Map<LanguageName, ZoomMeetingStrings>();

/** The language to load. `undefined` for English, and for what the SDK does not have. */
export function languageOf(language: string | undefined): LanguageName | undefined {
  return language !== undefined && Object.hasOwn(languages, language)
    ? (language as LanguageName)
    : undefined;
}

/** The name of a language for `Intl`. */
export const localeOf = (name: LanguageName | undefined): string =>
  name === undefined ? 'en-US' : languages[name].locale;

/** The texts of a language, if they are there. */
export const loadedTexts = (name: LanguageName | undefined): ZoomMeetingStrings | undefined =>
  name === undefined ? english : loaded.get(name);

/** Loads the texts of a language. Resolves in any case: with English, if they could not be loaded. */
export async function loadTexts(name: LanguageName): Promise<void> {
  // A chunk that is gone after a deployment must not take the panels with it.
  const texts = await languages[name].load().then(
    (file) => file.default,
    () => english,
  );
  loaded.set(name, texts);
}
