// @vitest-environment jsdom
import { test } from 'vitest';
import { countRenders } from './renders';

const events = 1000;

test('renders', async ({ task }) => {
  const nothing = await countRenders('nothing', events);
  const one = await countRenders('one participant', events);
  const usual = await countRenders('all, as usual', events);
  const commits = (count: number) => `${count} commits`;
  task.meta.bench = [
    {
      measure: `renders over ${events} events, nothing selected`,
      ours: commits(nothing.commits),
      rival: commits(usual.commits),
      goal: '0',
      isMet: nothing.commits === 0,
    },
    {
      measure: `renders over ${events} events, one participant selected, who changes ${one.ownChanges} times`,
      ours: commits(one.commits),
      rival: commits(usual.commits),
      goal: String(one.ownChanges),
      isMet: one.commits === one.ownChanges,
    },
  ];
});
