import fc from 'fast-check';
import { expect } from 'vitest';
import { encodeName } from '../stand-in/wire';
import { ids } from './client-actions';
import { it, type Opened, reactVersion, useBrowser } from './harness';

useBrowser();

/** The seed of the random order. `ROSTER_SEED` sets another one. */
const seed = Number(process.env['ROSTER_SEED'] ?? 16);
const people = 200;
/** The first participant who joins. One component shows only this participant. */
const followed = ids.bob;

/** The participants in random order. Everyone joins, talks, is renamed, and leaves. */
function randomTurns(): number[] {
  const turns = Array.from({ length: people * 4 }, (_, index) => index % people);
  return fc.sample(fc.shuffledSubarray(turns, { minLength: turns.length }), { seed, numRuns: 1 })[0]!;
}

interface Person {
  id: number;
  name: string;
  talks: boolean;
}

/** The values of the hooks without a meeting. */
const nothing = {
  others: [],
  followed: null,
  activeSpeaker: null,
  networkQuality: null,
  recordingStatus: null,
  messages: [],
  currentUser: null,
  meetingNumber: null,
};

/** The meeting as Zoom knows it: its events, and the values that the hooks must return afterwards. */
function createMeeting({ standIn }: Opened) {
  const present = new Map<number, Person>();
  /** Events that the SDK reports only once, so that only hooks mounted at that time know them. */
  const heard = {
    activeSpeaker: undefined as Person | undefined,
    networkQuality: null as number | null,
    recordingStatus: null as string | null,
    messages: [] as string[],
  };
  let talks = 0;
  /** How often the row of the followed participant has changed. */
  let changes = 0;
  const followedOne = () => [...present.values()].find(({ id }) => id === followed);

  function join(who: number) {
    const name = `Person ${who}`;
    const id = standIn.addParticipant(name, { audio: 'computer' });
    present.set(who, { id, name, talks: false });
    if (id === followed) changes += 1;
  }

  function talk(person: Person) {
    person.talks = true;
    standIn.updateParticipant(person.id, { muted: false });
    if (standIn.openSockets === 0) return;
    talks += 1;
    standIn.send(12033, { asn1: person.id });
    heard.activeSpeaker = person;
    const level = talks % 6;
    standIn.send(8005, { nLevel: level, nUserID: followed, mediaType: 1 });
    heard.networkQuality = level;
    if (talks % 10 === 0) {
      const message = `Message ${talks}`;
      const text = encodeName(message);
      const sender = { attendeeNodeID: person.id, senderName: encodeName(person.name) };
      standIn.send(7944, {
        ...sender,
        text,
        destNodeID: 0,
        sn: encodeName(`zoom-${person.id}`),
        msgID: text,
      });
      heard.messages.push(message);
      const isPaused = talks % 20 === 0;
      standIn.send(7938, { cmrServerStatus: isPaused ? 3 : 2 });
      heard.recordingStatus = isPaused ? 'Paused' : 'Recording';
    }
  }

  function rename(person: Person) {
    person.name = person.name.replace('Person', 'Renamed');
    standIn.updateParticipant(person.id, { dn2: encodeName(person.name) });
  }

  function leave(who: number, person: Person) {
    present.delete(who);
    standIn.removeParticipant(person.id);
    if (heard.activeSpeaker === person) heard.activeSpeaker = undefined;
    if (person.id === followed) heard.networkQuality = null;
  }

  return {
    turn(who: number) {
      const person = present.get(who);
      if (person?.id === followed) changes += 1;
      if (!person) join(who);
      else if (!person.talks) talk(person);
      else if (!person.name.startsWith('Renamed')) rename(person);
      else leave(who, person);
    },
    /** After a reconnection, everything reported earlier is forgotten, except the messages. */
    reconnected() {
      Object.assign(heard, { activeSpeaker: undefined, networkQuality: null, recordingStatus: null });
    },
    rejoined() {
      Object.assign(heard, {
        activeSpeaker: undefined,
        networkQuality: null,
        recordingStatus: null,
        messages: [],
      });
    },
    changes: () => changes,
    /** The values that the hooks must return. */
    shows: () => ({
      others: [...present.values()].map(({ name, talks }) => `${name}${talks ? ' talks' : ''}`).sort(),
      followed: followedOne()?.name ?? null,
      ...heard,
      activeSpeaker: heard.activeSpeaker?.name ?? null,
      currentUser: 'Ada',
      meetingNumber: 123456789,
    }),
  };
}

it(`${people} participants join, talk, rename and leave: the hooks return what the client reports, on React ${reactVersion}`, async ({
  open,
}) => {
  const opened = await open();
  const { page, standIn } = opened;
  const meeting = createMeeting(opened);
  await opened.mount({ followed });
  await opened.waitFor('joined');

  const turns = randomTurns();
  let turn = 0;
  const take = (count: number) => {
    for (const who of turns.slice(turn, (turn += count))) meeting.turn(who);
  };
  async function settled() {
    const expected = meeting.shows();
    const shown = await page.evaluate(async (text) => {
      const start = performance.now();
      const isShown = () => JSON.stringify(harness.hooks.summary()) === text;
      while (!isShown() && performance.now() - start < 20_000) await new Promise((go) => setTimeout(go));
      return { summary: harness.hooks.summary(), differences: harness.hooks.differences };
    }, JSON.stringify(expected));
    const where = `ROSTER_SEED=${seed}, after turn ${turn}`;
    expect(shown, where).toEqual({ summary: expected, differences: [] });
  }

  async function takeUntil(end: number) {
    while (turn < end) {
      take(1 + (turn % 5));
      await settled();
    }
  }

  await takeUntil(turns.length / 3);
  standIn.dropSocket();
  take(40);
  await opened.waitFor('reconnecting');
  await opened.waitFor('joined');
  meeting.reconnected();
  await settled();

  await takeUntil((turns.length * 2) / 3);
  await page.evaluate(() => harness.meeting.current!.leave());
  expect(await page.evaluate(() => harness.hooks.summary())).toEqual(nothing);
  take(40);
  await page.evaluate(() => void harness.meeting.current!.join());
  await opened.waitFor('joined');
  meeting.rejoined();
  await settled();

  await takeUntil(turns.length);
  expect(standIn.openSockets).toBe(1);
  expect(opened.pageErrors()).toBe('');
  expect(await page.evaluate(() => harness.hooks.checks)).toBeGreaterThan(turns.length / 2);

  // The components that show only one participant.
  const { rows, names, cards } = await page.evaluate(() => ({
    rows: harness.hooks.rows.map((row) => JSON.stringify(row ?? null)),
    names: harness.hooks.names.map((name) => name ?? null),
    cards: harness.hooks.cards.map(([card]) => card?.name ?? null),
  }));
  const repeated = <Value>(list: Value[]) => list.filter((value, index) => value === list[index - 1]);
  expect(repeated(rows)).toEqual([]);
  expect(repeated(names)).toEqual([]);
  // New objects with the same content count as the same value.
  expect(cards).toEqual(names);
  // The first render and two more: leaving and joining again removes the participant and adds them again.
  expect(rows.length).toBeLessThanOrEqual(1 + meeting.changes() + 2);
  expect(new Set(names)).toEqual(new Set([null, `Person ${turns[0]}`, `Renamed ${turns[0]}`]));
});
