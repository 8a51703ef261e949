import { beforeEach, expect, it, vi } from 'vitest';
import { english } from '../../../src/languages/english';

const importFresh = () => import('../../../src/languages/languages');

beforeEach(() => {
  vi.resetModules();
});

it('loads a language only when it is requested', async () => {
  const { panelLanguages } = await importFresh();
  expect(panelLanguages.loaded('de-DE')).toBeUndefined();
  await panelLanguages.load('de-DE');
  expect(panelLanguages.loaded('de-DE')?.texts['button.join']).toBe('Beitreten');
  expect(panelLanguages.loaded('fr-FR')).toBeUndefined();
});

it('loads the lobby texts separately from the panel texts', async () => {
  const { panelLanguages } = await importFresh();
  const { lobbyLanguages } = await import('../../../src/languages/lobby/lobby-languages');
  await panelLanguages.load('de-DE');
  expect(lobbyLanguages.loaded('de-DE')).toBeUndefined();
  await lobbyLanguages.load('de-DE');
  expect(lobbyLanguages.loaded('de-DE')?.texts['lobby.name']).toBe('Ihr Name');
  expect(Object.keys(panelLanguages.loaded('de-DE')!.texts).filter((name) => /^lobby/.test(name))).toEqual(
    [],
  );
});

it('shows English, with times in English, if a language cannot be loaded', async () => {
  vi.doMock('../../../src/languages/it-IT', () => {
    throw new Error('Failed to fetch dynamically imported module');
  });
  const { panelLanguages } = await importFresh();
  await panelLanguages.load('it-IT');
  expect(panelLanguages.loaded('it-IT')).toEqual({ texts: english, locale: 'en-US' });
  vi.doUnmock('../../../src/languages/it-IT');
});

it('loads nothing for English or for an unknown language, which is shown in English', async () => {
  const { languageOf, panelLanguages } = await importFresh();
  for (const name of ['en-US', 'xx-XX', 'de', '', 'constructor', '__proto__']) {
    expect(languageOf(name)).toBeUndefined();
  }
  expect(panelLanguages.loaded(undefined)).toEqual({ texts: english, locale: 'en-US' });
});

it('accepts the SDK’s former names for Japanese and Korean', async () => {
  const { languageOf } = await importFresh();
  expect(languageOf('jp-JP')).toBe('ja-JP');
  expect(languageOf('ko-KO')).toBe('ko-KR');
});
