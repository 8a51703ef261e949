import { useMemo } from 'react';
import type { ZoomMeetingStrings } from '../../languages/english';
import { languageOf } from '../../languages/languages';
import { lobbyLanguages } from '../../languages/lobby/lobby-languages';
import { usePanelSettings } from '../panel/panel-settings';
import { useLanguage } from '../panel/use-language';

/** The texts of the lobby, in the language of the view around it. `undefined` until they are loaded. */
export function useLobbyStrings(): ZoomMeetingStrings | undefined {
  const { strings, locale } = usePanelSettings();
  const language = useLanguage(lobbyLanguages, languageOf(locale));
  return useMemo(() => language && { ...language.texts, ...strings }, [language, strings]);
}
