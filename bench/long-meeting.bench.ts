import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { test } from 'vitest';
import { holdLongMeeting } from './long-meeting';
import { scale } from './scale';
import { quantile } from './statistics';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const people = 500;
const { events } = scale;
/** A slope below this is noise, in bytes per event. */
const flat = 5;

test('long meeting', async ({ task }) => {
  const { heap, tasks: times } = await holdLongMeeting({ people, events }, collectGarbage);
  const tasks = [...times];
  // The stores fill up during the first tenth.
  const slope = (heap.at(-1)! - heap[0]!) / (0.9 * events);
  const longest = quantile(tasks, 1);
  task.meta.bench = [
    {
      measure: `long meeting: heap, ${people} people, ${events.toLocaleString('en')} events`,
      ours: `${slope.toFixed(2)} bytes an event`,
      rival: '',
      goal: `flat (≤ ${flat} bytes an event)`,
      isMet: slope <= flat,
    },
    {
      measure: 'long meeting: time until an event is in every store',
      ours: `median ${quantile(tasks, 0.5).toFixed(2)} ms, 99.9 % within ${quantile(tasks, 0.999).toFixed(2)} ms, longest ${longest.toFixed(2)} ms`,
      rival: '',
      goal: 'longest ≤ 4 ms',
      isMet: longest <= 4,
    },
  ];
});
