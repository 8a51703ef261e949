import { useState, type ReactNode } from 'react';
import { english } from '../../src/languages/english';
import { languageNames, languageOf } from '../../src/languages/languages';
import { englishLobby } from '../../src/languages/lobby/english';
import { lobbyLanguages } from '../../src/languages/lobby/lobby-languages';
import { useLanguage } from '../../src/react/panel/use-language';
import { useStrings } from '../../src/react/panel/use-strings';
import { PageHead } from '../look/kit';
import type { PanelWords } from '../panel-words';
import './overview.css';

const nameOf = (language: string) =>
  new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** The part of a name before its dot: the panel or the kind of text. */
const chapterOf = (name: string) => (name.includes('.') ? name.slice(0, name.indexOf('.')) : 'other');

/** The texts of the panels and of the lobby, by name. */
export const allTexts: Readonly<Record<string, string>> = { ...english, ...englishLobby };

/** All texts, in English and in another language. */
export function TextsPage({ language: chosen, strings }: PanelWords): ReactNode {
  const [language, setLanguage] = useState(chosen ?? 'de-DE');
  const [wanted, setWanted] = useState('');
  const panels = useStrings(language, strings);
  const lobby = useLanguage(lobbyLanguages, languageOf(language));
  const translated: Readonly<Record<string, string>> = { ...lobby?.texts, ...panels?.strings };
  const rows = Object.entries(allTexts).filter(([name, text]) =>
    `${name} ${text} ${translated[name]}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  const chapters = [...new Set(rows.map(([name]) => chapterOf(name)))];
  return (
    <main className="overview">
      <PageHead title="Texts">
        All {Object.keys(allTexts).length} texts of the panels and the lobby by name, in{' '}
        {languageNames.length + 1} languages. The prop <code>strings</code> replaces any of them:{' '}
        <code>{"strings={{ 'waitingRoom.title': '…' }}"}</code>
      </PageHead>
      <div className="deck-tools">
        <label>
          Language
          <select value={language} onChange={(event) => setLanguage(event.target.value)}>
            {languageNames.map((name) => (
              <option key={name} value={name}>
                {nameOf(name)} ({name})
              </option>
            ))}
          </select>
        </label>
        <label>
          Find
          <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </label>
      </div>
      {chapters.map((chapter) => (
        <section key={chapter}>
          <h2>{chapter}</h2>
          <table className="deck">
            <colgroup>
              <col />
              <col />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">English</th>
                <th scope="col">{nameOf(language)}</th>
              </tr>
            </thead>
            <tbody>
              {rows
                .filter(([name]) => chapterOf(name) === chapter)
                .map(([name, text]) => (
                  <tr key={name}>
                    <th scope="row">
                      <code>{name}</code>
                    </th>
                    <td lang="en">{withSlots(text)}</td>
                    <td lang={panels?.lang}>{withSlots(translated[name] ?? '…')}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
      {chapters.length === 0 && <p role="status">No text contains “{wanted}”.</p>}
    </main>
  );
}

/** Highlights placeholders such as `{time}`. */
const withSlots = (text: string): ReactNode =>
  text.split(/(\{\w+\})/).map((part, index) => (index % 2 ? <mark key={index}>{part}</mark> : part));
