import { expect, it } from 'vitest';
import { countRenders } from '../../bench/renders';

const events = 1000;

it('renders nothing for 1000 SDK events when the app selects nothing', { timeout: 30_000 }, async () => {
  expect(await countRenders('nothing', events)).toMatchObject({ commits: 0 });
});

it('renders only for changes of the selected participant', { timeout: 30_000 }, async () => {
  const { commits, ownChanges } = await countRenders('one participant', events);
  expect(ownChanges).toBe(100);
  expect(commits).toBe(ownChanges);
});

it('renders a list on every event when the app stores it on every event', { timeout: 30_000 }, async () => {
  const { commits } = await countRenders('all, as usual', 100);
  expect(commits).toBeGreaterThan(75);
});
