import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { english as englishPanels, type ZoomMeetingStrings } from '../../../src/languages/english';
import { languageNames, panelLanguages } from '../../../src/languages/languages';
import { englishLobby } from '../../../src/languages/lobby/english';
import { lobbyLanguages } from '../../../src/languages/lobby/lobby-languages';
import { formatSeconds } from '../../../src/react/panel/countdown';
import { fill } from '../../../src/react/panel/panel-settings';

beforeAll(() =>
  Promise.all(languageNames.flatMap((name) => [panelLanguages.load(name), lobbyLanguages.load(name)])),
);

type Name = keyof ZoomMeetingStrings;
const english: ZoomMeetingStrings = { ...englishPanels, ...englishLobby };
const names = Object.keys(english) as Name[];
function textsOf(language: string): ZoomMeetingStrings {
  const name = languageNames.find((one) => one === language);
  return { ...panelLanguages.loaded(name)!.texts, ...lobbyLanguages.loaded(name)!.texts };
}

/** Sentences end with a full stop. Titles, labels and buttons do not. */
const isSentence = (name: Name) =>
  /^hint\.|^lobby\.(hint|microphone)\./.test(name) ||
  /\.(text|wrong|starting|speak|heard|joinedOff)$/.test(name);
const placeholders = (text: string) => text.match(/\{\w+\}/g) ?? [];
/** The names of the texts that break a rule. */
const breaking = (texts: ZoomMeetingStrings, breaks: (text: string, name: Name) => boolean) =>
  names.filter((name) => breaks(texts[name], name));

it('has the languages of the SDK', () => {
  const files = readdirSync('node_modules/@zoom/meetingsdk/dist/lib/lang').map((file) => file.slice(0, 5));
  expect(['en-US', ...languageNames].sort()).toEqual(files.sort());
});

describe.each(['en-US', ...languageNames])('%s', (language) => {
  it('has exactly the expected texts', () => {
    expect(Object.keys(textsOf(language)).sort()).toEqual([...names].sort());
  });

  it('has no empty text, and no extra spaces', () => {
    expect(breaking(textsOf(language), (text) => text === '' || /^\s|\s$|\s\s/.test(text))).toEqual([]);
  });

  it('has the placeholders for values', () => {
    const texts = textsOf(language);
    expect(names.map((name) => placeholders(texts[name]))).toEqual(
      names.map((name) => placeholders(english[name])),
    );
  });

  it('has no straight quotes and no three dots', () => {
    expect(breaking(textsOf(language), (text) => /['"`]|\.\.\./.test(text))).toEqual([]);
  });

  it('ends sentences with a full stop, but not titles, labels and buttons', () => {
    expect(breaking(textsOf(language), (text, name) => /[.。]$/.test(text) !== isSentence(name))).toEqual([]);
  });

  it('has one sentence per title', () => {
    expect(
      breaking(textsOf(language), (text, name) => !isSentence(name) && /[.。!！?？;；].*\S/.test(text)),
    ).toEqual([]);
  });
});

it.each(languageNames)('%s has no English text', (language) => {
  // “Camera” is the same in these languages.
  const same = ['nl-NL', 'vi-VN'].includes(language) ? ['lobby.camera'] : [];
  expect(breaking(textsOf(language), (text, name) => text === english[name])).toEqual(same);
  const word = /\b(the|you|your|this|with|has|have|can’t|isn’t|couldn’t|didn’t)\b/i;
  expect(breaking(textsOf(language), (text) => word.test(text))).toEqual([]);
});

it('uses the punctuation of each language', () => {
  expect(breaking(textsOf('fr-FR'), (text) => /[^\u202f][?!;:»]|«[^\u202f]/.test(text))).toEqual([]);
  expect(breaking(textsOf('es-ES'), (text) => text.includes('?') !== text.includes('¿'))).toEqual([]);
  // In German, a no-break space precedes the dots after a complete word.
  expect(breaking(textsOf('de-DE'), (text) => /[^\u00a0]…/.test(text))).toEqual([]);
  for (const language of ['ja-JP', 'zh-CN', 'zh-TW']) {
    expect(breaking(textsOf(language), (text) => /[.,?!;:]/.test(text))).toEqual([]);
  }
});

it.each([
  [
    'pt-PT',
    'Brazilian words',
    /você|câmera|aplicativo|\bapp\b|conexão|conectar|anônim|\bguia\b|contatar|\b(usando|entrando|saindo|tentando)\b/i,
  ],
  ['ja-JP', 'a spelling of “browser” that Zoom does not use', /ブラウザー/],
  ['zh-CN', 'words for account and email that Zoom does not use', /帐户|邮箱/],
  ['zh-TW', 'a word for participant that Zoom does not use', /參與者/],
  ['ko-KR', 'the word for keeping a record, where a video is recorded', /기록/],
])('%s does not have %s', (language, _, words) => {
  expect(breaking(textsOf(language), (text) => words.test(text))).toEqual([]);
});

describe('the time of the next attempt', () => {
  /** The sentence with normal spaces instead of those of `Intl`, which differ between versions. */
  const sentence = (language: string, seconds: number) =>
    fill(textsOf(language)['retrying.text'], { time: formatSeconds(seconds, language) });

  it.each([
    ['en-US', 'Trying again in 1 second.', 'Trying again in 12 seconds.', 'Trying again in 5 minutes.'],
    [
      'de-DE',
      'Nächster Versuch in 1 Sekunde.',
      'Nächster Versuch in 12 Sekunden.',
      'Nächster Versuch in 5 Minuten.',
    ],
    [
      'pl-PL',
      'Do następnej próby: 1 sekunda.',
      'Do następnej próby: 12 sekund.',
      'Do następnej próby: 5 minut.',
    ],
    [
      'ru-RU',
      'До следующей попытки: 1 секунда.',
      'До следующей попытки: 12 секунд.',
      'До следующей попытки: 5 минут.',
    ],
    [
      'tr-TR',
      '1 saniye sonra yeniden denenecek.',
      '12 saniye sonra yeniden denenecek.',
      '5 dakika sonra yeniden denenecek.',
    ],
    [
      'pt-PT',
      'Nova tentativa dentro de 1 segundo.',
      'Nova tentativa dentro de 12 segundos.',
      'Nova tentativa dentro de 5 minutos.',
    ],
    ['sv-SE', 'Försöker igen om 1 sekund.', 'Försöker igen om 12 sekunder.', 'Försöker igen om 5 minuter.'],
  ])('%s: uses the right plural form', (language, ...expected) => {
    const shown = [1, 12, 300].map((seconds) => sentence(language, seconds).replaceAll(/\s/g, ' '));
    expect(shown).toEqual(expected);
  });

  it.each(languageNames)('%s: contains the number and no placeholders', (language) => {
    expect(sentence(language, 12)).toMatch(/12/);
    expect(placeholders(sentence(language, 12))).toEqual([]);
  });
});
