import { english, type ZoomMeetingStrings } from '../src/languages/english';
import { englishLobby } from '../src/languages/lobby/english';

const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', y: 'ÿ' };

const accented = (text: string) =>
  text
    .split(/(\{\w+\})/)
    .map((part) =>
      part.startsWith('{') ? part : part.replace(/[aeiouy]/g, (vowel) => accents[vowel] ?? vowel),
    )
    .join('');

/**
 * The texts of the panels and the lobby, 50 % longer and with accents, to show how other languages affect a
 * layout.
 */
export const pseudoStrings = Object.fromEntries(
  Object.entries({ ...english, ...englishLobby }).map(([name, text]) => [
    name,
    `${accented(text)} ${'lörëm ïpsüm '.repeat(9).slice(0, Math.ceil(text.length / 2))}`,
  ]),
) as ZoomMeetingStrings;
