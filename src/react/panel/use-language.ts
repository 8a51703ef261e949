import { useEffect, useReducer, useState } from 'react';
import type { Language, LanguageLoader } from '../../languages/language-loader';
import type { LanguageName } from '../../languages/languages';

/**
 * The texts of a language. While they load, it returns the texts of the previous language, or `undefined` the first time, so that English
 * does not flash.
 *
 * @param name Without it, English.
 */
export function useLanguage<Texts>(
  loader: LanguageLoader<Texts>,
  name: LanguageName | undefined,
): Language<Texts> | undefined {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const found = loader.loaded(name);
  const [language, setLanguage] = useState(found);
  if (found && found !== language) setLanguage(found);
  useEffect(() => {
    if (found || name === undefined) return undefined;
    let isWanted = true;
    void loader.load(name).then(() => isWanted && render());
    return () => {
      isWanted = false;
    };
  }, [loader, name, found]);
  return language;
}
