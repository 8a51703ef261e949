import { expect, it } from 'vitest';
import { countRenders } from '../../bench/renders';

const events = 1000;

it(
  'renders nothing while the SDK reports 1000 events and the app has selected nothing',
  { timeout: 30_000 },
  async () => {
    expect(await countRenders('nothing', events)).toMatchObject({ commits: 0 });
  },
);

it('renders only the changes of the one participant that is selected', { timeout: 30_000 }, async () => {
  const { commits, ownChanges } = await countRenders('one participant', events);
  expect(ownChanges).toBe(100);
  expect(commits).toBe(ownChanges);
});

it('a list that each event sets renders at each event', { timeout: 30_000 }, async () => {
  const { commits } = await countRenders('all, as usual', 100);
  expect(commits).toBeGreaterThan(75);
});
