import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as library from 'react-zoom-meeting';

const folder = 'stories/hooks';
const stories = readdirSync(folder)
  .filter((file) => file.endsWith('.stories.tsx'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
const readme = readFileSync('README.md', 'utf8');

const hooks = Object.keys(library).filter((name) => name.startsWith('use'));

it.each(hooks)(
  '%s has a story, which names it in its comment, a page in the reference, and a link in README.md',
  (name) => {
    const comments = stories.flatMap((text) => text.match(/\/\*\*(?:(?!\*\/).)*\*\/\nexport const/gs) ?? []);
    expect(stories.some((text) => text.includes(`${name}(`))).toBe(true);
    expect(comments.some((comment) => comment.includes(name))).toBe(true);
    expect(existsSync(`docs/reference/${name}.md`)).toBe(true);
    expect(readme).toContain(`docs/reference/${name}.md)`);
  },
);
