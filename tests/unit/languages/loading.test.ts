import { beforeEach, expect, it, vi } from 'vitest';
import { english } from '../../../src/languages/english';

const importFresh = () => import('../../../src/languages/languages');

beforeEach(() => {
  vi.resetModules();
});

it('loads a language when it is chosen', async () => {
  const { loadedLanguage, loadLanguage } = await importFresh();
  expect(loadedLanguage('de-DE')).toBeUndefined();
  await loadLanguage('de-DE');
  expect(loadedLanguage('de-DE')?.texts['button.join']).toBe('Beitreten');
  expect(loadedLanguage('fr-FR')).toBeUndefined();
});

it('shows English, with times in English, if a language cannot be loaded', async () => {
  vi.doMock('../../../src/languages/it-IT', () => {
    throw new Error('Failed to fetch dynamically imported module');
  });
  const { loadedLanguage, loadLanguage } = await importFresh();
  await loadLanguage('it-IT');
  expect(loadedLanguage('it-IT')).toEqual({ texts: english, locale: 'en-US' });
  vi.doUnmock('../../../src/languages/it-IT');
});

it('has English without loading, also for a language that the SDK does not have', async () => {
  const { languageOf, loadedLanguage } = await importFresh();
  for (const name of ['en-US', 'xx-XX', 'de', '', 'constructor', '__proto__']) {
    expect(languageOf(name)).toBeUndefined();
  }
  expect(loadedLanguage(undefined)).toEqual({ texts: english, locale: 'en-US' });
});

it('knows the names that the SDK gave to Japanese and Korean before', async () => {
  const { languageOf } = await importFresh();
  expect(languageOf('jp-JP')).toBe('ja-JP');
  expect(languageOf('ko-KO')).toBe('ko-KR');
});
