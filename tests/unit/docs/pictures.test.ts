import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { hashOf, pictures, picturesFolder, type Picture } from '../../../scripts/pictures/sources';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const raw = 'https://raw.githubusercontent.com/react-zoom-meeting/react-zoom-meeting/main/';

/** The pictures on all pages: their path, and their alternative text. */
const shown = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
].flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const place = (url: string) =>
    url.startsWith(raw) ? join(root, url.slice(raw.length)) : join(root, dirname(page), url);
  return [
    ...[...text.matchAll(/!\[([^\]]*)\]\(([^)]*pictures\/[^)]+)\)/g)].map(([, alt, url]) => ({
      page,
      alt,
      url: url!,
    })),
    ...[...text.matchAll(/<source [^>]*srcset="([^"]+)"/g)].map(([, url]) => ({
      page,
      alt: 'of the img',
      url: url!,
    })),
    ...[...text.matchAll(/<img alt="([^"]*)" src="([^"]+)"/g)].map(([, alt, url]) => ({
      page,
      alt,
      url: url!,
    })),
  ].map((picture) => ({ ...picture, file: place(picture.url) }));
});

describe('docs/pictures', () => {
  const sources = JSON.parse(readFileSync(join(picturesFolder, 'sources.json'), 'utf8')) as Record<
    string,
    string
  >;

  it.each(Object.keys(pictures) as Picture[])(
    '%s is up to date (otherwise run `npm run pictures` and look at the result)',
    (name) => {
      expect(sources[name]).toBe(hashOf(name));
    },
  );

  test('each file is used on a page, and each picture on a page exists and has alternative text', () => {
    const files = readdirSync(picturesFolder).filter((file) => file !== 'sources.json');
    expect(
      files.filter((file) => !shown.some((picture) => picture.file === join(picturesFolder, file))),
    ).toEqual([]);
    expect(shown.filter(({ file }) => !existsSync(file))).toEqual([]);
    expect(shown.filter(({ alt }) => (alt ?? '').length < 5)).toEqual([]);
  });

  test('README.md has absolute URLs, which also work on npm', () => {
    const ofReadme = shown.filter(({ page }) => page === 'README.md');
    expect(ofReadme.length).toBeGreaterThan(0);
    expect(ofReadme.filter(({ url }) => !url.startsWith(raw))).toEqual([]);
  });

  test('the pictures are small: 600 kB at most', () => {
    const sizes = readdirSync(picturesFolder).map((file) => [
      file,
      statSync(join(picturesFolder, file)).size,
    ]);
    expect(sizes.filter(([, size]) => Number(size) > 600_000)).toEqual([]);
  });
});
