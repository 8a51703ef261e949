import { useEffect, useMemo, useReducer } from 'react';
import type { ZoomMeetingStrings } from '../../languages/english';
import { languageOf, loadedTexts, loadTexts, localeOf } from '../../languages/languages';

/**
 * The texts of a language with the app's own ones, and its name for `Intl`. `undefined` while they are loading, so that no
 * English shows in between.
 */
export function useStrings(
  language: string | undefined,
  ownTexts: Partial<ZoomMeetingStrings> | undefined,
): { strings: ZoomMeetingStrings; locale: string } | undefined {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const name = languageOf(language);
  const texts = loadedTexts(name);
  useEffect(() => {
    if (texts || name === undefined) return undefined;
    let isWanted = true;
    void loadTexts(name).then(() => isWanted && render());
    return () => {
      isWanted = false;
    };
  }, [name, texts]);
  return useMemo(
    () => texts && { strings: { ...texts, ...ownTexts }, locale: localeOf(name) },
    [texts, ownTexts, name],
  );
}
