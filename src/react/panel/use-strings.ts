import { useMemo } from 'react';
import type { ZoomMeetingStrings, ZoomPanelStrings } from '../../languages/english';
import { languageOf, panelLanguages } from '../../languages/languages';
import type { ZoomLobbyStrings } from '../../languages/lobby/english';
import { useLanguage } from './use-language';

/** The texts of the panels and their language. */
export interface PanelTexts {
  /** The lobby's texts are included only if the app provides them. The lobby loads the others. */
  strings: ZoomPanelStrings & Partial<ZoomLobbyStrings>;
  /** The language that times are written in. */
  locale: string;
  /** The language that the app chose, for screen readers and fonts. Without one, it is the page's. */
  lang?: string | undefined;
}

/** The texts of a language with the app's own ones. `undefined` until they are loaded. */
export function useStrings(
  chosen: string | undefined,
  ownTexts: Partial<ZoomMeetingStrings> | undefined,
): PanelTexts | undefined {
  const name = chosen === undefined ? undefined : languageOf(chosen);
  const language = useLanguage(panelLanguages, name);
  return useMemo(() => {
    if (!language) return undefined;
    // An app may provide the texts of a language that the SDK does not have.
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

/** Whether `Intl` supports a language. `Intl` throws for a text that is not a language tag. */
function isLocale(language: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
