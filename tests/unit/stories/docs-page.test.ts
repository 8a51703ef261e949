import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import {
  hrefInStorybook,
  markdownInStorybook,
  pictureInStorybook,
  withoutBadges,
} from '../../../stories/docs/docs-page';

vi.mock('@storybook/addon-docs/blocks', () => ({
  AnchorMdx: 'a',
  CodeOrSourceMdx: 'code',
  HeadersMdx: {},
  Markdown: 'div',
}));

const pages = { 'docs/retry.md': 'docs-the-retry--docs', 'README.md': 'docs-start-here--docs' };

it.each([
  ['../retry.md#backoff', 'docs/recipes/vite.md', '?path=/docs/docs-the-retry--docs#backoff'],
  ['docs/retry.md', 'README.md', '?path=/docs/docs-the-retry--docs'],
  [
    'https://github.com/react-zoom-meeting/react-zoom-meeting/blob/main/docs/retry.md#backoff',
    'README.md',
    '?path=/docs/docs-the-retry--docs#backoff',
  ],
  ['../README.md', 'docs/retry.md', '?path=/docs/docs-start-here--docs'],
  [
    '../examples/signers',
    'docs/quick-start.md',
    expect.stringMatching(/^https:.*\/blob\/main\/examples\/signers$/),
  ],
  ['#backoff', 'docs/retry.md', '#backoff'],
  ['https://zoom.us/', 'docs/retry.md', 'https://zoom.us/'],
  ['mailto:ada@example.com', 'docs/retry.md', 'mailto:ada@example.com'],
])('%s in %s', (href, from, expected) => {
  expect(hrefInStorybook(href, from, pages)).toEqual(expected);
});

it.each([
  ['pictures/lobby.webp', 'docs/cli.md'],
  ['../pictures/lobby.webp', 'docs/recipes/lobby.md'],
  [
    'https://raw.githubusercontent.com/react-zoom-meeting/react-zoom-meeting/main/docs/pictures/lobby.webp',
    'README.md',
  ],
])('the picture %s in %s', (src, from) => {
  expect(pictureInStorybook(src, from)).toBe('pictures/lobby.webp');
});

it('changes links and pictures in text, but not in code blocks', () => {
  const code = ['```html', '<script src="/src/main.tsx"></script> [a](retry.md)', '```'].join('\n');
  const before = '[Retries](retry.md) ![A lobby](pictures/lobby.webp) <img src="pictures/lobby.webp" />';
  const shown = markdownInStorybook(`${before}\n\n${code}\n\n${before}\n`, 'docs/faq.md', pages);
  const after =
    '[Retries](?path=/docs/docs-the-retry--docs) ![A lobby](pictures/lobby.webp) <img src="pictures/lobby.webp" />';
  expect(shown).toBe(`${after}\n\n${code}\n\n${after}\n`);
});

it('shows the README without its badges, but with everything else', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain('[![');
  const shown = withoutBadges(readme);
  expect(shown).not.toContain('![');
  expect(readme.split('\n').filter((line) => !line.startsWith('[!['))).toEqual(shown.split('\n'));
});
