import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { UserChange, ZoomEventMap } from '../../../src/sdk/zoom-sdk';
import {
  createFakeSignature,
  type FakeAction,
  type FakeAnswer,
  type FakeParticipant,
} from '../../../src/testing';
import { asGuest, asHost, type ClientCall, ids } from '../../e2e/client-actions';
import { typedEvents, typedMethods } from '../../e2e/client-names';
import { openClient } from './open-client';

/** A fake meeting set up like the one in the end-to-end test on the real SDK. */
async function inMeeting(role: 0 | 1, self: object, others: FakeParticipant[]) {
  const opened = await openClient({ joinMs: 0, leaveMs: 0, reconnectMs: 0 });
  const { client, fake } = opened;
  await client.join({
    signature: createFakeSignature({ role }),
    meetingNumber: '1234567890',
    userName: 'Ada',
  });
  fake.updateParticipant(fake.currentUser!.userId, self);
  // The ids of the stand-in.
  for (const other of others) fake.addParticipant(other);
  return opened;
}

/** Replaces the real ids in a call and its outcome with those of the fake. */
function translate(text: string, own: number): string {
  return text.replaceAll(String(ids.ada), String(own)).replace(/message-\w+/, 'ID');
}

function plain(value: unknown): string {
  if (value instanceof Error) return value.message;
  const message = value as { message: string; sender?: { name: string }; receiver: { name: string } };
  return message?.sender
    ? `ID: "${message.message}" from ${message.sender.name} to ${message.receiver.name}`
    : JSON.stringify(value);
}

type Opened = Awaited<ReturnType<typeof inMeeting>>;

async function settles({ client, fake }: Opened, { method, args }: ClientCall, own: number): Promise<string> {
  const given = args.map((arg) => (arg === ids.ada ? own : arg));
  const calls = client as unknown as Record<string, (...values: unknown[]) => Promise<unknown>>;
  const before = fake.calls.length;
  const settled = calls[method]!(...given).then(
    (value) => `resolves ${plain(value)}`,
    (reason: unknown) => `rejects ${plain(reason)}`,
  );
  expect(fake.calls[before]).toMatchObject({ method, args: given });
  return settled;
}

/** The order of a failure's fields does not matter. */
const sorted = (text: string) => [...text].sort().join('');

describe('the fake answers like the real SDK', () => {
  // The fake cannot know whether a host key is correct.
  const guessed = asGuest.filter(({ args }) => !args.includes('000000'));

  it.each([
    { who: 'a guest', role: 0, calls: guessed, self: {}, others: [{ displayName: 'Bob', userId: ids.bob }] },
    {
      who: 'a host',
      role: 1,
      calls: asHost,
      self: { isOriginalHost: true },
      others: [
        { displayName: 'Bob', userId: ids.bob, audio: 'computer', muted: false },
        { displayName: 'Carol', userId: ids.carol, bHold: true },
        { displayName: 'Dan', userId: ids.dan, audio: 'computer', muted: false },
      ],
    },
  ] as const)('to $who', async ({ role, calls, self, others }) => {
    const opened = await inMeeting(role, self, [...others]);
    const own = opened.fake.currentUser!.userId;
    for (const call of calls) {
      const seen = await settles(opened, call, own);
      const name = `${call.method}(${JSON.stringify(call.args)}): ${seen}`;
      expect(sorted(seen), name).toBe(sorted(translate(call.settles, own)));
    }
  });
});

it('has every method of the client', async () => {
  const { client } = await openClient();
  expect(Object.keys(client).sort()).toEqual(Object.keys(typedMethods).sort());
});

it('emits every event', async () => {
  const { client, fake } = await inMeeting(0, {}, []);
  const seen: string[] = [];
  const events = Object.keys(typedEvents) as (keyof ZoomEventMap)[];
  for (const event of events) client.on(event, () => void seen.push(event));
  for (const event of events) fake.emit(event, {} as never);
  await Promise.resolve();
  expect(seen).toEqual(events);
  // An unknown event is a mistake in the test.
  expect(() => fake.emit('on-hold-change', {})).toThrow("no event 'on-hold-change'");
});

it('changes the roster, and emits the events of the real SDK', async () => {
  const { client, fake } = await inMeeting(1, {}, [
    { displayName: 'Bob', userId: ids.bob, audio: 'computer', muted: false },
    { displayName: 'Carol', userId: ids.carol, bHold: true },
  ]);
  const told: [string, UserChange[]][] = [];
  for (const event of ['user-added', 'user-updated', 'user-removed'] as const) {
    client.on(event, (rows) => void told.push([event, rows]));
  }
  const names = () => client.getAttendeeslist().map(({ displayName }) => displayName);
  expect(names()).toEqual(['Ada', 'Bob']);
  await client.admit(ids.carol);
  expect(names()).toEqual(['Ada', 'Bob', 'Carol']);
  await client.mute(true, ids.bob);
  await client.rename('Bobby', ids.bob);
  await client.makeCoHost(ids.bob);
  expect(fake.participants[0]).toMatchObject({ displayName: 'Bobby', muted: true, isCoHost: true });
  await client.putOnHold(ids.carol);
  expect(names()).toEqual(['Ada', 'Bobby']);
  await client.makeHost(ids.bob);
  expect(client.isHost()).toBe(false);
  expect(fake.participants[0]).toMatchObject({ isHost: true });
  await Promise.resolve();
  expect(told).toMatchObject([
    ['user-removed', [{ userId: ids.carol, nUserStatus: 1 }]],
    ['user-added', [{ userId: ids.carol, bHold: false }]],
    ['user-updated', [{ userId: ids.bob, muted: true }]],
    ['user-updated', [{ userId: ids.bob, displayName: 'Bobby' }]],
    ['user-updated', [{ userId: ids.bob, bCoHost: true }]],
    ['user-updated', [{ userId: ids.carol, bHold: true }]],
    ['user-updated', [{ userId: ids.bob, isHost: true }]],
    ['user-updated', [{ isHost: false }]],
  ]);
});

it('admitAll: Zoom does not answer while nobody waits, and answers all calls when it has admitted somebody', async () => {
  const { client, fake } = await inMeeting(1, {}, []);
  const settled: string[] = [];
  void client.admitAll().then(() => settled.push('first'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(settled).toEqual([]);
  fake.addParticipant({ displayName: 'Carol', bHold: true });
  await client.admitAll().then(() => settled.push('second'));
  expect(settled).toEqual(['first', 'second']);
  expect(client.getAttendeeslist().map(({ displayName }) => displayName)).toEqual(['Ada', 'Carol']);
});

it('opens, assigns, joins and closes existing breakout rooms', async () => {
  const { client, fake } = await inMeeting(1, {}, [{ displayName: 'Bob', userId: ids.bob }]);
  const states: number[] = [];
  client.on('room-state-change', ({ status }) => void states.push(status));
  const rooms = [{ roomId: 'r1', name: 'Room 1', attendeeList: [] }];
  fake.setBreakoutRooms(rooms);
  await client.openBreakoutRooms(rooms);
  await client.assignUserToRoom(ids.bob, 'r1');
  expect(client.getBreakoutRoomList()).toMatchObject([{ attendeeList: [{ displayName: 'Bob' }] }]);
  await client.joinBreakoutRoom('r1');
  await vi.waitFor(() => expect(fake.state).toBe('joined'));
  expect(client.getCurrentBreakoutRoom()).toEqual({
    attendeeStatus: 'in room',
    name: 'Room 1',
    roomId: 'r1',
  });
  await client.leaveBreakoutRoom();
  await vi.waitFor(() => expect(fake.state).toBe('joined'));
  await client.closeAllBreakoutRooms();
  await vi.waitFor(() => expect(client.getBreakoutRoomStatus()).toBe(4));
  await Promise.resolve();
  // The rooms exist, are open, Bob is assigned, the connection is restored in the room (twice) and outside, the
  // rooms are closed.
  expect(states).toEqual([1, 2, 2, 2, 2, 2, 3, 4]);
});

it('rejects actions outside the meeting, as the real SDK does', async () => {
  const { client, fake } = await inMeeting(0, {}, []);
  const reason = () => client.sendChat('hi')!.catch((failure: unknown) => failure);
  fake.drop();
  expect(await reason()).toMatchObject({ reason: 'reconnecting', errorCode: 5003 });
  fake.recover();
  fake.end();
  expect(await reason()).toMatchObject({ reason: 'closed', errorCode: 5002 });
});

it('drops a captions listener added before the meeting, as the real SDK does', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { client, fake } = await openClient();
  client.on('caption-message', () => {});
  expect(fake.listenerCount('caption-message')).toBe(0);
  expect(warn.mock.calls[0]?.[0]).toMatch(/save captions/);
  warn.mockRestore();
});

describe('answers set by a test', () => {
  it.each<[FakeAnswer, object]>([
    [6015, { type: 'INVALID_OPERATION', reason: 'no audio joined', errorCode: 6015 }],
    [5006, { type: 'INSUFFICIENT_PRIVILEGES', errorCode: 5006 }],
    [1, { type: 'OPERATION_TIMEOUT', errorCode: 1 }],
    [7200, { errorCode: 7200 }],
    [new Error('why'), new Error('why')],
  ])('%s: rejects, and nothing happens', async (answer, failure) => {
    const { client, fake } = await inMeeting(1, {}, [{ displayName: 'Bob', userId: ids.bob }]);
    fake.setAnswer('expel', answer);
    await expect(client.expel(ids.bob)).rejects.toMatchObject(failure);
    expect(fake.participants).toHaveLength(1);
    expect(fake.calls.at(-1)).toMatchObject({ method: 'expel', args: [ids.bob] });
    fake.setAnswer('expel', 'ok');
    await expect(client.expel(ids.bob)).resolves.toBe('');
    expect(fake.participants).toHaveLength(0);
  });

  it('hang: never settles, and nothing happens', async () => {
    const { client, fake } = await inMeeting(1, {}, [{ displayName: 'Bob', userId: ids.bob }]);
    fake.setAnswer('expel', 'hang');
    const settled = vi.fn();
    client.expel(ids.bob).then(settled, settled);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(settled).not.toHaveBeenCalled();
    expect(fake.participants).toHaveLength(1);
  });

  it('leaveCalls and endCalls include calls with an answer set by the test', async () => {
    const { client, fake } = await inMeeting(1, {}, []);
    fake.setAnswer('endMeeting', 5007);
    fake.setAnswer('leaveMeeting', 'hang');
    await expect(client.endMeeting()).rejects.toMatchObject({ errorCode: 5007 });
    void client.leaveMeeting();
    expect([fake.endCalls.length, fake.leaveCalls.length]).toEqual([1, 1]);
    fake.setAnswer('leaveMeeting', 'ok');
    await client.leaveMeeting();
    await client.endMeeting().catch(() => {});
    expect([fake.endCalls.length, fake.leaveCalls.length]).toEqual([2, 2]);
    expect(fake.calls.slice(-4).map(({ method, at }) => [method, at])).toEqual([
      ['endMeeting', fake.endCalls[0]],
      ['leaveMeeting', fake.leaveCalls[0]],
      ['leaveMeeting', fake.leaveCalls[1]],
      ['endMeeting', fake.endCalls[1]],
    ]);
  });

  it('are cleared by reset()', async () => {
    const { fake } = await openClient();
    fake.setAnswer('setViewType', new Error('why'));
    fake.reset();
    const client = (await fake.load()).createClient();
    await expect(client.setViewType('speaker')).resolves.toBe('');
  });

  it('can be set only for actions', () => {
    expectTypeOf<FakeAction>().extract<'join' | 'init' | 'on' | 'getAttendeeslist'>().toBeNever();
    expectTypeOf<'mute' | 'sendChat' | 'endMeeting' | 'leaveMeeting'>().toExtend<FakeAction>();
  });
});
