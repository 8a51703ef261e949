import { setImmediate } from 'node:timers/promises';
import { QueryClient } from '@tanstack/react-query';
import { activeSpeakersOf } from '../src/meeting/active-speakers';
import { networkQualitiesOf } from '../src/meeting/network-quality';
import { rosterOf } from '../src/meeting/roster';
import { createSession } from '../src/session/session';
import { createFakeSignature, createFakeZoomSdk, resetPage } from '../src/testing';

export interface LongMeeting {
  /** The heap size after each tenth of the events and a garbage collection, in bytes. */
  heap: number[];
  /** For each event: how long it took until every store was up to date, in ms, without the time of the fake SDK. */
  tasks: Float64Array;
}

/**
 * Runs a meeting on the fake SDK without a DOM, with stores that follow the roster, the speakers and the networks.
 * @param events The number of events: changed participants, speakers and networks. In every fiftieth event, one
 * participant leaves and another one joins.
 * @param collectGarbage Needs `--expose-gc`.
 */
export async function holdLongMeeting(
  { people, events }: { people: number; events: number },
  collectGarbage: () => void,
): Promise<LongMeeting> {
  resetPage();
  const element = { style: {}, setAttribute() {}, replaceChildren() {}, append() {}, remove() {} };
  Object.assign(globalThis, {
    document: { createElement: () => element },
    sessionStorage: { removeItem() {} },
  });
  const fake = createFakeZoomSdk({ joinMs: 0, leaveMs: 0 });
  const ids = Array.from(
    { length: people },
    (_, n) => fake.addParticipant({ displayName: `Guest ${n}` }).userId,
  );
  const session = createSession(
    {
      sdk: fake,
      meetingNumber: '1234567890',
      userName: 'Ada',
      fetchSignature: async () => createFakeSignature(),
    },
    new QueryClient(),
  );
  const release = session.retain();
  const joined = await session.commands.join();
  if (joined.status !== 'joined') throw new Error(`The meeting is ${joined.status}.`);
  const stores = [rosterOf(session), activeSpeakersOf(session), networkQualitiesOf(session)];
  stores.forEach((store) => store.subscribe(() => void store.getSnapshot()));

  const heap: number[] = [];
  // It has its final length from the start, so that it does not count as growth.
  const tasks = new Float64Array(events);
  for (let event = 0; event < events; event += 1) {
    const place = event % people;
    const userId = ids[place]!;
    if (event % 50 === 49) {
      fake.removeParticipant(userId);
      ids[place] = fake.addParticipant({ displayName: `Guest ${event}` }).userId;
    } else if (event % 4 === 0) {
      fake.emit('active-speaker', [{ userId, displayName: `Guest ${place}` }]);
    } else if (event % 4 === 1) {
      fake.emit('network-quality-change', { userId, type: 'uplink', level: (event % 5) as 1 });
    } else {
      fake.updateParticipant(userId, { bVideoOn: event % 3 === 0 });
    }
    // The fake notifies its listeners one microtask later, and the stores notify theirs another microtask later.
    const start = performance.now();
    await Promise.resolve();
    await Promise.resolve();
    stores.forEach((store) => store.getSnapshot());
    tasks[event] = performance.now() - start;
    if ((event + 1) % (events / 10) !== 0) continue;
    await setImmediate();
    collectGarbage();
    heap.push(process.memoryUsage().heapUsed);
  }
  release();
  await session.commands.leave();
  return { heap, tasks };
}
