import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarios } from '../../../examples/demo/scenarios';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

test('README.md states the number of scenarios in the demo', () => {
  const [, count] = /a local stand-in for Zoom, (\w+) scenarios/.exec(readme) ?? [];
  expect([count, scenarios.length]).toEqual(['eleven', 11]);
});

test('README.md starts with a description, the installation, and both halves of the code', () => {
  const blocks = readme.split(/^```/m).filter((_, index) => index % 2 === 1);
  expect(blocks.slice(0, 3).map((block) => block.split('\n')[0])).toEqual(['sh', 'tsx', 'ts']);
  expect(blocks[0]).toContain('npm install react-zoom-meeting');
  expect(blocks[1]).toContain('<ZoomMeeting ');
  expect(blocks[2]).toContain('authorize:');
  expect(readme.split('\n## ')[0]!.match(/^```/gm)).toHaveLength(6);
});

test('README.md and the FAQ state the sizes that `npm run size` enforces', () => {
  const limits = readFileSync(new URL('../../../.size-limit.js', import.meta.url), 'utf8');
  const limitOf = (name: string) =>
    new RegExp(`entry\\('${name}', '[^']*', '([\\d.]+ kB)'`).exec(limits)?.[1];
  const sizes = [limitOf('ZoomMeeting with everything it needs'), limitOf('ZoomMeeting with ZoomLobby')];
  const faq = readFileSync(new URL('../../../docs/faq.md', import.meta.url), 'utf8');
  expect(/at most ([\d.]+ kB) with gzip, ([\d.]+ kB) with the lobby/.exec(readme)?.slice(1)).toEqual(sizes);
  expect(/is ([\d.]+ kB) \(gzip\) for `ZoomMeeting`[^]*?, and ([\d.]+ kB) with/.exec(faq)?.slice(1)).toEqual(
    sizes,
  );
});
