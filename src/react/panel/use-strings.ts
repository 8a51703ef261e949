import { useEffect, useMemo, useReducer, useState } from 'react';
import type { ZoomMeetingStrings } from '../../languages/english';
import { languageOf, loadedLanguage, loadLanguage } from '../../languages/languages';

/** The texts of the panels and their language. */
export interface PanelTexts {
  strings: ZoomMeetingStrings;
  /** The language that times are written in. */
  locale: string;
  /** The language that the app chose, for screen readers and fonts. Without one, it is the page's. */
  lang?: string | undefined;
}

/**
 * The texts of a language with the app's own ones. While they are loading, those of the language before, and `undefined` at
 * first, so that no English shows in between.
 */
export function useStrings(
  chosen: string | undefined,
  ownTexts: Partial<ZoomMeetingStrings> | undefined,
): PanelTexts | undefined {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const name = chosen === undefined ? undefined : languageOf(chosen);
  const found = loadedLanguage(name);
  const [language, setLanguage] = useState(found);
  if (found && found !== language) setLanguage(found);
  useEffect(() => {
    if (found || name === undefined) return undefined;
    let isWanted = true;
    void loadLanguage(name).then(() => isWanted && render());
    return () => {
      isWanted = false;
    };
  }, [name, found]);
  return useMemo(() => {
    if (!language) return undefined;
    // An app may bring the texts of a language that the SDK does not have.
    const locale =
      chosen !== undefined && !name && ownTexts?.['retrying.text'] && isLocale(chosen)
        ? chosen
        : language.locale;
    return {
      strings: { ...language.texts, ...ownTexts },
      locale,
      lang: chosen === undefined ? undefined : locale,
    };
  }, [language, ownTexts, chosen, name]);
}

/** Whether `Intl` can write in a language. It throws for what is not the name of a language at all. */
function isLocale(language: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
