import { expect, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { ZoomParticipant } from '../../../src/sdk/zoom-sdk';
import type { FakeJoin } from '../../../src/testing';
import type { ScriptedAnswer, StandIn } from '../../stand-in/stand-in';
import { encodeName } from '../../stand-in/wire';

/** The outcome of the next join: for the stand-in, and for the fake. */
const answers = {
  'wrong signature': [{ info: 3712 }, 3712],
  'expired signature': [{ info: 3705 }, 3705],
  'wrong key': [{ info: 3704 }, 3704],
  'unknown meeting': [{ info: 3707 }, 3707],
  'wrong role': [{ info: 3708 }, 3708],
  'wrong passcode': [{ info: 3004 }, 3004],
  'another meeting in progress': [
    { info: 3000, text: 'Already has other meetings in progress.' },
    { errorCode: 3000, reason: 'Already has other meetings in progress.' },
  ],
  'no such meeting': [
    { info: 3001, text: 'Meeting does not exist.' },
    { errorCode: 200, reason: 'Meeting does not exist.' },
  ],
  'needs a login': [
    { info: 3051, url: '/signin' },
    // The SDK turns it into the URL of a page of Zoom's.
    { errorCode: 3051, url: 'https://applications.zoom.us/sdkhelper/auth?sdkToken=/signin' },
  ],
  'needs registration': [
    { info: 3099, url: '/register' },
    { errorCode: 3099, url: '/register' },
  ],
  'needs an email address': [{ info: 3005 }, 3005],
  unreachable: [{ info: 'abort' }, -3000],
  'server error': [{ info: 'http-500' }, -3000],
  'host absent, reported immediately': [{ info: 3129 }, 3129],
  full: [{ res: 9 }, 4005],
  locked: [{ res: 12 }, 4006],
  ended: [{ res: 6 }, 4004],
  'no obfToken': [{ res: 13295 }, 4013],
  'anonymous users refused': [{ res: 13296 }, 4012],
  'another account': [{ res: 6601 }, 4011],
  removed: [{ res: 103039 }, 3009],
  'never settles': [{ info: 'never-settles' }, 'hang'],
  'accepts, then stays silent': [{ socket: 'silent' }, 'ok'],
  'connected without a row': [{ socket: 'no-row' }, 'connected-only'],
  interrupted: [{ socket: 'close-before-ready' }, 'cancelled-then-connected'],
} as const satisfies Record<string, readonly [ScriptedAnswer, FakeJoin]>;

export type Answer = keyof typeof answers;
export const refusals = (Object.keys(answers) as Answer[]).filter((answer) => {
  const [real] = answers[answer];
  return answer !== 'never settles' && answer !== 'host absent, reported immediately' && !('socket' in real);
});

const reasons: Record<number, string> = {
  7: 'kicked by host',
  8: 'ended by host',
  10: 'free meeting ended',
  14: 'archive failed',
  17: 'duplicated session',
};

/** How long a join on the fake takes, so that something can happen during it. */
export const slowJoinMs = 3000;

/** What happens around the SDK, the same for both. */
export interface World {
  next(answer: Answer): Promise<void> | void;
  /** Waits until Zoom has accepted this many joins, so that the last one is connecting. */
  answered(times: number): Promise<void> | void;
  waitingRoom(): Promise<void> | void;
  hostAbsent(): Promise<void> | void;
  hostArrives(): Promise<void> | void;
  admit(): Promise<void> | void;
  hold(): Promise<void> | void;
  /** The connection is lost. The real SDK reconnects after about a second, the fake at `reconnect`. */
  drop(): Promise<void> | void;
  /** After `drop`: the connection returns now, unless it has. */
  reconnect(): Promise<void> | void;
  /** The connection is lost, and does not return. The real SDK gives up after about 30 s, the fake at `giveUp`. */
  lose(): Promise<void> | void;
  /** After `lose`: the SDK gives up now, unless it has. */
  giveUp(): Promise<void> | void;
  /** After `lose`: the next join reaches Zoom again. */
  restore(): Promise<void> | void;
  /** The connection is lost, and the meeting ends before it returns. */
  overWhileDropped(): Promise<void> | void;
  /** Zoom ends the meeting with this numeric reason. */
  over(reason: number): Promise<void> | void;
  comes(name: string): Promise<void> | void;
  /** A participant enters the waiting room. */
  waits(name: string): Promise<void> | void;
  changes(name: string, muted: boolean): Promise<void> | void;
  renames(name: string, newName: string): Promise<void> | void;
  goes(name: string): Promise<void> | void;
  speaks(name: string): Promise<void> | void;
  /** The quality of a participant's connection, from 0 to 5. */
  quality(name: string, level: number): Promise<void> | void;
  /** The account may record in the cloud. */
  mayRecord(): Promise<void> | void;
  /** The account saves captions, and has breakout rooms. */
  mayCaptionAndSplit(): Promise<void> | void;
  /** A line of captions, which is repeated with a longer text until it is done. */
  says(name: string, line: string, text: string, done: boolean): Promise<void> | void;
  /** Creates the breakout rooms with these participants, without opening them. */
  rooms(rooms: Record<string, readonly string[]>): Promise<void> | void;
}

export function standInWorld(standIn: StandIn): World {
  const ids = new Map<string, number>();
  return {
    next: (answer) => standIn.next(answers[answer][0]),
    answered: (times) =>
      vi.waitFor(() => expect(standIn.log.filter(({ what }) => what === 'info').length).toBe(times), {
        timeout: 10_000,
        interval: 5,
      }),
    waitingRoom: () => void (standIn.meeting.waitingRoom = true),
    hostAbsent: () => void (standIn.meeting.hostPresent = false),
    hostArrives: () => standIn.hostArrives(),
    admit: () => standIn.admit(),
    hold: () => standIn.hold(),
    drop: () => standIn.dropSocket(),
    reconnect: () => {},
    lose: () => standIn.goOffline(),
    giveUp: () => {},
    restore: () => standIn.goOnline(),
    overWhileDropped() {
      standIn.next(answers.ended[0]);
      standIn.dropSocket();
    },
    over: (reason) => standIn.end(reason),
    comes: (name) => void ids.set(name, standIn.addParticipant(name)),
    waits: (name) => void ids.set(name, standIn.addParticipant(name, { bHold: true })),
    changes: (name, muted) => standIn.updateParticipant(ids.get(name)!, { muted }),
    renames: (name, newName) => standIn.updateParticipant(ids.get(name)!, { dn2: encodeName(newName) }),
    goes: (name) => standIn.removeParticipant(ids.get(name)!),
    speaks: (name) => standIn.send(12033, { asn1: ids.get(name)! }),
    quality: (name, level) => standIn.send(8005, { nLevel: level, nUserID: ids.get(name)!, mediaType: 1 }),
    mayRecord: () => void (standIn.meeting.canRecord = true),
    mayCaptionAndSplit: () =>
      void Object.assign(standIn.meeting.options, {
        isEnableSaveCaptions: true,
        isEnableBreakoutRoom: true,
        isEnableBOBroadcast: true,
      }),
    says: (name, line, text, done) => standIn.caption(ids.get(name)!, line, text, done),
    rooms: (rooms) =>
      standIn.setBreakoutRooms(
        Object.entries(rooms).map(([id, people]) => ({
          id,
          name: `Room ${id}`,
          userIds: people.map((name) => ids.get(name)!),
        })),
        1,
      ),
  };
}

export function fakeWorld(page: Page): World {
  const joins = (...list: FakeJoin[]) => page.evaluate((given) => bench.fake.setJoins(given), list);
  const update = (name: string, change: Partial<ZoomParticipant>) =>
    page.evaluate(
      ([who, changed]) => {
        const { userId } = bench.fake.participants.find(({ displayName }) => displayName === who)!;
        bench.fake.updateParticipant(userId, changed);
      },
      [name, change] as const,
    );
  const drop = () => page.evaluate(() => bench.fake.drop());
  return {
    next: (answer) => joins(answers[answer][1], 'ok'),
    // The fake answers halfway through a join.
    answered: () => page.waitForTimeout(slowJoinMs / 2 + 200),
    waitingRoom: () => joins('waiting-room'),
    hostAbsent: () => joins(3008),
    hostArrives: () => page.evaluate(() => bench.fake.hostArrives()),
    admit: () => page.evaluate(() => bench.fake.admit()),
    hold: () => page.evaluate(() => bench.fake.hold()),
    drop,
    reconnect: () => page.evaluate(() => bench.fake.recover()),
    lose: drop,
    giveUp: () => page.evaluate(() => bench.fake.fail(-3000)),
    restore: () => {},
    overWhileDropped: () =>
      page.evaluate(() => {
        bench.fake.drop();
        setTimeout(() => bench.fake.fail(4004), 1000);
      }),
    over: (reason) => page.evaluate((words) => bench.fake.end(words), reasons[reason]!),
    comes: (name) => page.evaluate((displayName) => void bench.fake.addParticipant({ displayName }), name),
    waits: (name) =>
      page.evaluate((displayName) => void bench.fake.addParticipant({ displayName, bHold: true }), name),
    changes: (name, muted) => update(name, { muted }),
    renames: (name, displayName) => update(name, { displayName }),
    goes: (name) =>
      page.evaluate((who) => {
        const { userId } = bench.fake.participants.find(({ displayName }) => displayName === who)!;
        bench.fake.removeParticipant(userId);
      }, name),
    speaks: (name) =>
      page.evaluate((who) => {
        const { userId } = bench.fake.participants.find(({ displayName }) => displayName === who)!;
        bench.fake.emit('active-speaker', [{ userId, displayName: who }]);
      }, name),
    quality: (name, level) =>
      page.evaluate(
        ([who, value]) => {
          const { userId } = bench.fake.participants.find(({ displayName }) => displayName === who)!;
          bench.fake.emit('network-quality-change', { userId, level: value, type: 'uplink' });
        },
        [name, level] as const,
      ),
    mayRecord: () => {},
    mayCaptionAndSplit: () => {},
    says: (name, msgId, text, done) =>
      page.evaluate(
        ([who, line]) => {
          const { userId } = bench.fake.participants.find(({ displayName }) => displayName === who)!;
          const from = { userId, displayName: who, source: 1, language: 0 };
          const type = line.done && { msgType: 1 };
          bench.fake.emit('caption-message', { ...from, ...line, ...type, timestamp: Date.now() });
        },
        [name, { msgId, text, done }] as const,
      ),
    rooms: (rooms) =>
      page.evaluate((given) => {
        const attendee = (name: string) => {
          const { userId } = bench.fake.participants.find(({ displayName }) => displayName === name)!;
          return { userId, displayName: name, isInRoom: false };
        };
        bench.fake.setBreakoutRooms(
          Object.entries(given).map(([roomId, people]) => ({
            roomId,
            name: `Room ${roomId}`,
            attendeeList: people.map(attendee),
          })),
        );
      }, rooms),
  };
}
