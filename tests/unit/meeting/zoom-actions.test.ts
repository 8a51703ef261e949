// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actionsOf, type ZoomActions } from '../../../src/meeting/zoom-actions';
import type { ZoomClient } from '../../../src/sdk/zoom-sdk';
import { createFakeZoomSdk } from '../../../src/testing';
import { freshPage, openSession, pass } from '../session/open-session';

beforeEach(freshPage);
afterEach(() => void vi.useRealTimers());

/** Ada has joined, Grace is in the meeting with audio, and Linus is in the waiting room. */
async function joined(role: 'guest' | 'co-host' | 'host') {
  const fake = createFakeZoomSdk();
  const grace = fake.addParticipant({ displayName: 'Grace', audio: 'computer', muted: false });
  const linus = fake.addParticipant({ displayName: 'Linus', bHold: true });
  const opened = openSession({ sdk: fake, role: role === 'host' ? 1 : 0 });
  const release = opened.retain();
  await pass(3000);
  const self = fake.currentUser!;
  if (role === 'co-host') fake.updateParticipant(self.userId, { isCoHost: true });
  await pass(10);
  const before = fake.calls.length;
  return {
    fake,
    self: self.userId,
    grace: grace.userId,
    linus: linus.userId,
    actions: actionsOf(opened.session),
    /** The calls to the SDK since then. */
    asked: () => fake.calls.slice(before).map(({ method, args }) => [method, ...args]),
    state: opened.session.getState,
    client: () => opened.session.getClient()!,
    async close() {
      release();
      await pass(25_000);
    },
  };
}

type Meeting = Awaited<ReturnType<typeof joined>>;

/** Every action of a host: how it is called, and the resulting call to the SDK. */
const ofManagers: [
  name: keyof ZoomActions,
  act: (actions: ZoomActions, meeting: Meeting) => Promise<unknown>,
  asks: (meeting: Meeting) => unknown[],
][] = [
  ['mute', (all, { grace }) => all.mute({ mute: true, userId: grace }), ({ grace }) => ['mute', true, grace]],
  ['muteAll', (all) => all.muteAll(true), () => ['muteAll', true]],
  [
    'rename',
    (all, { grace }) => all.rename({ name: 'Grace H', userId: grace }),
    ({ grace }) => ['rename', 'Grace H', grace],
  ],
  ['admit', (all, { linus }) => all.admit(linus), ({ linus }) => ['admit', linus]],
  ['admitAll', (all) => all.admitAll(), () => ['admitAll']],
  ['putOnHold', (all, { grace }) => all.putOnHold(grace), ({ grace }) => ['putOnHold', grace, true]],
  ['expel', (all, { grace }) => all.expel(grace), ({ grace }) => ['expel', grace]],
  ['record', (all) => all.record('start'), () => ['record', 'start']],
  ['lockMeeting', (all) => all.lockMeeting(true), () => ['lockMeeting', true]],
];
const ofHosts: typeof ofManagers = [
  ['makeHost', (all, { grace }) => all.makeHost(grace), ({ grace }) => ['makeHost', grace]],
  ['makeCoHost', (all, { grace }) => all.makeCoHost(grace), ({ grace }) => ['makeCoHost', grace]],
];

describe('the actions of a host', () => {
  it.each([...ofManagers, ...ofHosts])('%s: calls the SDK once', async (_, act, asks) => {
    const meeting = await joined('host');
    await expect(act(meeting.actions, meeting)).resolves.toBeUndefined();
    expect(meeting.asked()).toEqual([asks(meeting)]);
    await meeting.close();
  });

  it.each([...ofManagers, ...ofHosts])(
    '%s: rejects with NOT_HOST for a guest without calling the SDK',
    async (_, act) => {
      const meeting = await joined('guest');
      await expect(act(meeting.actions, meeting)).rejects.toMatchObject({ code: 'NOT_HOST' });
      expect(meeting.asked()).toEqual([]);
      await meeting.close();
    },
  );

  it.each(ofManagers)('%s: works for a co-host', async (_, act, asks) => {
    const meeting = await joined('co-host');
    await expect(act(meeting.actions, meeting)).resolves.toBeUndefined();
    expect(meeting.asked()).toEqual([asks(meeting)]);
    await meeting.close();
  });

  it.each(ofHosts)('%s: rejects with NOT_HOST for a co-host', async (_, act) => {
    const meeting = await joined('co-host');
    await expect(act(meeting.actions, meeting)).rejects.toMatchObject({ code: 'NOT_HOST' });
    expect(meeting.asked()).toEqual([]);
    await meeting.close();
  });

  it('revokes the role of a co-host', async () => {
    const meeting = await joined('host');
    await meeting.actions.makeCoHost(meeting.grace);
    await meeting.actions.revokeCoHost(meeting.grace);
    expect(meeting.fake.participants[0]).toMatchObject({ displayName: 'Grace', isCoHost: false });
    await meeting.close();
  });

  it('starts, pauses, resumes and stops recording', async () => {
    const meeting = await joined('host');
    for (const request of ['start', 'pause', 'resume', 'stop'] as const)
      await meeting.actions.record(request);
    expect(meeting.asked()).toEqual([
      ['record', 'start'],
      ['record', 'pause'],
      ['record', 'start'],
      ['record', 'stop'],
    ]);
    await meeting.close();
  });

  it('makes another user the host, and reclaims the role if the SDK allows it', async () => {
    const meeting = await joined('host');
    await meeting.actions.makeHost(meeting.grace);
    await expect(meeting.actions.muteAll(true)).rejects.toMatchObject({ code: 'NOT_HOST' });
    await expect(meeting.actions.reclaimHost()).rejects.toMatchObject({
      code: 'NOT_HOST',
      reason: 'Only original host or alternative host can reclaim host',
    });
    meeting.fake.updateParticipant(meeting.self, { isOriginalHost: true });
    await meeting.actions.reclaimHost();
    expect(meeting.fake.currentUser).toMatchObject({ isHost: true });
    await meeting.close();
  });
});

describe('the actions of everyone', () => {
  it('let a guest rename and mute themselves, pin, change the view, and send chat messages', async () => {
    const meeting = await joined('guest');
    const { actions, self, grace, fake } = meeting;
    fake.updateParticipant(self, { audio: 'computer' });
    await actions.mute({ mute: true });
    await actions.mute({ mute: false, userId: self });
    await actions.rename({ name: 'Ada L' });
    await actions.addPin(grace);
    await actions.removeAllPins();
    await actions.setViewType('speaker');
    await expect(actions.sendChat({ message: 'Hello' })).resolves.toMatchObject({
      message: 'Hello',
      sender: { name: 'Ada L', userId: self },
      receiver: { userId: 0 },
    });
    await actions.sendChat({ message: 'Psst', userId: grace });
    expect(meeting.asked()).toEqual([
      ['mute', true, undefined],
      ['mute', false, self],
      ['rename', 'Ada L', self],
      ['addPin', grace],
      ['removeAllPins'],
      ['setViewType', 'speaker'],
      ['sendChat', 'Hello', undefined],
      ['sendChat', 'Psst', grace],
    ]);
    await meeting.close();
  });
});

describe('virtual backgrounds', () => {
  const beach = { id: 'beach', fileName: 'beach.png', displayName: 'Beach', url: '/beach.png' };

  it('let a guest replace the images, choose one, and lock it', async () => {
    const meeting = await joined('guest');
    const { actions } = meeting;
    await actions.updateVirtualBackgroundList([beach]);
    await actions.setVirtualBackground('beach');
    await actions.lockVirtualBackground(true);
    expect(meeting.asked()).toEqual([
      ['updateVirtualBackgroundList', [beach]],
      ['setVirtualBackground', 'beach'],
      ['lockVirtualBackground', true],
    ]);
    expect(meeting.client().getVirtualBackgroundStatus()).toMatchObject({ id: 'beach', isLock: true });
    await expect(actions.setVirtualBackground('blur')).rejects.toMatchObject({
      code: 'UNKNOWN',
      reason: 'Cannot change virtual background, virtual background is locked',
    });
    await meeting.close();
  });
});

describe('breakout rooms', () => {
  /** Two rooms that are not open. */
  async function withRooms(role: Parameters<typeof joined>[0]) {
    const meeting = await joined(role);
    const rooms = ['r1', 'r2'].map((roomId) => ({ roomId, name: `Room ${roomId}`, attendeeList: [] }));
    meeting.fake.setBreakoutRooms(rooms);
    return { ...meeting, rooms };
  }

  it.each(['host', 'co-host'] as const)(
    'let a %s open, assign, move, broadcast, visit and close',
    async (role) => {
      const meeting = await withRooms(role);
      const { actions, grace: userId, rooms } = meeting;
      const status = () => meeting.client().getBreakoutRoomStatus();
      const attendees = () =>
        meeting
          .client()
          .getBreakoutRoomList()
          ?.map(({ attendeeList }) => attendeeList.length);
      await actions.openBreakoutRooms({ options: { isAutoJoinRoom: true } });
      expect(status()).toBe(2);
      await actions.assignUserToRoom({ userId, roomId: 'r1' });
      expect(attendees()).toEqual([1, 0]);
      await actions.moveUserToBreakoutRoom({ userId, roomId: 'r2' });
      expect(attendees()).toEqual([0, 1]);
      await actions.broadcast('Five minutes');
      await actions.joinBreakoutRoom('r1');
      expect(meeting.state().status).toBe('reconnecting');
      await pass(2000);
      // The meeting has reconnected without the privilege.
      if (role === 'co-host') meeting.fake.updateParticipant(meeting.self, { isCoHost: true });
      await actions.leaveBreakoutRoom();
      await pass(2000);
      if (role === 'co-host') meeting.fake.updateParticipant(meeting.self, { isCoHost: true });
      await actions.closeAllBreakoutRooms();
      expect(status()).toBe(3);
      await pass(10);
      expect(status()).toBe(4);
      expect(meeting.asked()).toEqual([
        ['openBreakoutRooms', rooms, { isAutoJoinRoom: true }],
        ['assignUserToRoom', userId, 'r1'],
        ['moveUserToBreakoutRoom', userId, 'r2'],
        ['broadcast', 'Five minutes'],
        ['joinBreakoutRoom', 'r1'],
        ['leaveBreakoutRoom'],
        ['closeAllBreakoutRooms'],
      ]);
      await meeting.close();
    },
  );

  it('open only the requested rooms', async () => {
    const meeting = await withRooms('host');
    const [first] = meeting.rooms;
    await meeting.actions.openBreakoutRooms({ rooms: [first!] });
    expect(meeting.asked()).toEqual([['openBreakoutRooms', [first], undefined]]);
    await meeting.close();
  });

  it.each<[keyof ZoomActions, (actions: ZoomActions) => Promise<unknown>]>([
    ['openBreakoutRooms', (all) => all.openBreakoutRooms()],
    ['closeAllBreakoutRooms', (all) => all.closeAllBreakoutRooms()],
    ['assignUserToRoom', (all) => all.assignUserToRoom({ userId: 1, roomId: 'r1' })],
    ['moveUserToBreakoutRoom', (all) => all.moveUserToBreakoutRoom({ userId: 1, roomId: 'r1' })],
    ['broadcast', (all) => all.broadcast('Hello')],
  ])('%s: rejects with NOT_HOST for a guest without calling the SDK', async (_, act) => {
    const meeting = await withRooms('guest');
    await expect(act(meeting.actions)).rejects.toMatchObject({ code: 'NOT_HOST' });
    expect(meeting.asked()).toEqual([]);
    await meeting.close();
  });

  it('reject with the SDK’s error when a guest joins before the rooms are open', async () => {
    const meeting = await withRooms('guest');
    await expect(meeting.actions.joinBreakoutRoom('r1')).rejects.toMatchObject({ code: 7504 });
    expect(meeting.asked()).toEqual([['joinBreakoutRoom', 'r1']]);
    await meeting.close();
  });

  it('let a guest join the assigned room, and no other', async () => {
    const meeting = await withRooms('co-host');
    const { actions, fake, self } = meeting;
    await actions.openBreakoutRooms();
    await actions.assignUserToRoom({ userId: self, roomId: 'r1' });
    fake.updateParticipant(self, { isCoHost: false });
    await expect(actions.joinBreakoutRoom('r2')).rejects.toMatchObject({ code: 7502 });
    await actions.joinBreakoutRoom('r1');
    await pass(2000);
    expect(meeting.client().getCurrentBreakoutRoom()).toMatchObject({ roomId: 'r1' });
    await meeting.close();
  });
});

describe('outside a meeting', () => {
  /** Every action except `leave` and `end`, which work in every state. */
  const calls: [keyof ZoomActions, (actions: ZoomActions) => Promise<unknown>][] = [
    ['mute', (all) => all.mute({ mute: true })],
    ['muteAll', (all) => all.muteAll(true)],
    ['rename', (all) => all.rename({ name: 'A' })],
    ['admit', (all) => all.admit(1)],
    ['admitAll', (all) => all.admitAll()],
    ['putOnHold', (all) => all.putOnHold(1)],
    ['expel', (all) => all.expel(1)],
    ['makeHost', (all) => all.makeHost(1)],
    ['makeCoHost', (all) => all.makeCoHost(1)],
    ['revokeCoHost', (all) => all.revokeCoHost(1)],
    ['reclaimHost', (all) => all.reclaimHost()],
    ['record', (all) => all.record('start')],
    ['lockMeeting', (all) => all.lockMeeting(true)],
    ['addPin', (all) => all.addPin(1)],
    ['removeAllPins', (all) => all.removeAllPins()],
    ['setViewType', (all) => all.setViewType('gallery')],
    ['sendChat', (all) => all.sendChat({ message: 'Hello' })],
    ['setVirtualBackground', (all) => all.setVirtualBackground('blur')],
    ['updateVirtualBackgroundList', (all) => all.updateVirtualBackgroundList([])],
    ['lockVirtualBackground', (all) => all.lockVirtualBackground(true)],
    ['openBreakoutRooms', (all) => all.openBreakoutRooms()],
    ['closeAllBreakoutRooms', (all) => all.closeAllBreakoutRooms()],
    ['assignUserToRoom', (all) => all.assignUserToRoom({ userId: 1, roomId: 'r1' })],
    ['moveUserToBreakoutRoom', (all) => all.moveUserToBreakoutRoom({ userId: 1, roomId: 'r1' })],
    ['broadcast', (all) => all.broadcast('Hello')],
    ['joinBreakoutRoom', (all) => all.joinBreakoutRoom('r1')],
    ['leaveBreakoutRoom', (all) => all.leaveBreakoutRoom()],
  ];

  it.each(calls)(
    '%s: rejects with NOT_JOINED before joining, while reconnecting and after the meeting',
    async (_, call) => {
      const opened = openSession();
      const actions = actionsOf(opened.session);
      await expect(call(actions)).rejects.toMatchObject({ code: 'NOT_JOINED' });
      const release = opened.retain();
      await pass(3000);
      const before = opened.fake.calls.length;
      opened.fake.drop();
      await pass(10);
      await expect(call(actions)).rejects.toMatchObject({ code: 'NOT_JOINED' });
      opened.fake.fail();
      await pass(10);
      await expect(call(actions)).rejects.toMatchObject({ code: 'NOT_JOINED' });
      expect(opened.fake.calls).toHaveLength(before);
      release();
      await pass(25_000);
    },
  );

  it.each<[string, (meeting: Meeting) => unknown]>([
    ['the host ends the meeting', ({ fake }) => fake.end()],
    ['the user leaves', ({ actions }) => void actions.leave()],
    ['the connection is lost permanently', ({ fake }) => fake.fail()],
  ])('rejects with NOT_JOINED when the meeting ends before Zoom answers: %s', async (_, isOver) => {
    const meeting = await joined('host');
    meeting.fake.setAnswer('lockMeeting', 'hang');
    const settled = vi.fn();
    meeting.actions.lockMeeting(true).catch(settled);
    await pass(1000);
    isOver(meeting);
    await pass(10);
    expect(settled.mock.calls).toMatchObject([
      [{ code: 'NOT_JOINED', reason: 'The meeting ended before Zoom responded.' }],
    ]);
    await meeting.close();
  });

  it('an action continues during a reconnection, and when the user is put on hold', async () => {
    const meeting = await joined('host');
    meeting.fake.setAnswer('lockMeeting', 'hang');
    const settled = vi.fn();
    meeting.actions.lockMeeting(true).catch(settled);
    meeting.fake.drop();
    await pass(10);
    meeting.fake.recover();
    await pass(10);
    meeting.fake.hold();
    await pass(5000);
    expect(settled).not.toHaveBeenCalled();
    await pass(10_000);
    expect(settled.mock.calls).toMatchObject([[{ code: 'ACTION_TIMEOUT' }]]);
    await meeting.close();
  });

  it('these tests cover every action except leave and end', () => {
    const names = Object.keys(actionsOf(openSession().session)).filter((name) => !/^(leave|end)$/.test(name));
    expect(calls.map(([name]) => name).sort()).toEqual(names.sort());
  });

  it('leave and end resolve and do nothing', async () => {
    const opened = openSession({ autoJoin: false });
    const release = opened.retain();
    const { leave, end } = actionsOf(opened.session);
    await expect(leave()).resolves.toBeUndefined();
    await expect(end()).resolves.toBeUndefined();
    await expect(leave({ newHostId: 1 })).rejects.toMatchObject({ code: 'NOT_JOINED' });
    release();
    await pass(25_000);
  });
});

describe('leaving with actions', () => {
  it('leaves the meeting', async () => {
    const meeting = await joined('guest');
    const left = meeting.actions.leave();
    await pass(3000);
    await left;
    expect(meeting.state()).toEqual({ status: 'ended', reason: 'left' });
    await meeting.close();
  });

  it('makes the new host the host before the SDK leaves', async () => {
    const meeting = await joined('host');
    const left = meeting.actions.leave({ newHostId: meeting.grace });
    await pass(3000);
    await left;
    expect(meeting.asked()).toEqual([['makeHost', meeting.grace], ['leaveMeeting']]);
    expect(meeting.state()).toEqual({ status: 'ended', reason: 'left' });
    await meeting.close();
  });

  it('rejects and stays when the new host is not in the meeting', async () => {
    const meeting = await joined('host');
    await expect(meeting.actions.leave({ newHostId: 5 })).rejects.toMatchObject({
      reason: 'no matching user',
    });
    expect(meeting.state().status).toBe('joined');
    await meeting.close();
  });

  it('rejects when a guest chooses a new host', async () => {
    const meeting = await joined('guest');
    await expect(meeting.actions.leave({ newHostId: meeting.grace })).rejects.toMatchObject({
      code: 'NOT_HOST',
    });
    expect(meeting.state().status).toBe('joined');
    await meeting.close();
  });

  it('ends the meeting for a host, and rejects for a guest', async () => {
    const guest = await joined('guest');
    await expect(guest.actions.end()).rejects.toMatchObject({ code: 'NOT_HOST' });
    await guest.close();
    freshPage();
    const host = await joined('host');
    const ended = host.actions.end();
    await pass(3000);
    await ended;
    expect(host.state()).toEqual({ status: 'ended', reason: 'ended' });
    await host.close();
  });
});

describe('an SDK that takes too long to end the meeting', () => {
  it('makes end() reject with ACTION_TIMEOUT instead of NOT_HOST, and stays in the meeting', async () => {
    const meeting = await joined('host');
    meeting.fake.setAnswer('endMeeting', 'hang');
    const settled = vi.fn();
    meeting.actions.end().then(settled, settled);
    await pass(2900);
    expect(settled).not.toHaveBeenCalled();
    await pass(200);
    expect(settled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'ACTION_TIMEOUT' }));
    expect(meeting.state().status).toBe('joined');
    await meeting.close();
  });

  it('makes end() reject with the code of another refusal', async () => {
    const meeting = await joined('host');
    meeting.fake.setAnswer('endMeeting', 2);
    await expect(meeting.actions.end()).rejects.toMatchObject({ code: 2 });
    expect(meeting.state().status).toBe('joined');
    await meeting.close();
  });
});

describe('refusals of the SDK', () => {
  /** Ada is the host, and the SDK's method behaves like this. */
  async function refusing(method: keyof ZoomClient, does: () => unknown) {
    const meeting = await joined('host');
    Object.assign(meeting.client(), { [method]: does });
    return meeting;
  }

  it.each([
    ['INSUFFICIENT_PRIVILEGES', 5006, 'NOT_HOST'],
    ['INSUFFICIENT_PRIVILEGES', 5007, 'NOT_HOST'],
    ['IMPROPER_MEETING_STATE', 5003, 'NOT_JOINED'],
    ['OPERATION_TIMEOUT', 1, 'ACTION_TIMEOUT'],
    ['INVALID_PARAMETERS', 5011, 5011],
    ['INVALID_PARAMETERS', undefined, 'UNKNOWN'],
    ['INTERNAL_ERROR', 2, 2],
  ])('%s %s: rejects with %s and its text', async (type, errorCode, code) => {
    const meeting = await refusing('lockMeeting', async () => {
      throw { type, reason: 'why', errorCode };
    });
    await expect(meeting.actions.lockMeeting(true)).rejects.toMatchObject({
      name: 'ZoomMeetingError',
      code,
      reason: 'why',
    });
    await meeting.close();
  });

  it.each<[string, () => unknown]>([
    ['resolves with a failure', async () => ({ type: 'INTERNAL_ERROR', reason: 'why', errorCode: 2 })],
    [
      'throws at once',
      () => {
        throw Object.assign(new Error('why'), { errorCode: 2 });
      },
    ],
  ])('rejects when the SDK %s', async (_, does) => {
    const meeting = await refusing('expel', does);
    await expect(meeting.actions.expel(meeting.grace)).rejects.toMatchObject({ code: 2, reason: 'why' });
    await meeting.close();
  });

  it('rejects with UNKNOWN and the error’s text for an Error without a code', async () => {
    const meeting = await joined('guest');
    await expect(meeting.actions.removeAllPins()).rejects.toMatchObject({
      code: 'UNKNOWN',
      reason: 'No user has been pinned',
    });
    await meeting.close();
  });

  it('rejects with ACTION_TIMEOUT after 15 s for admitAll while nobody is waiting, because the SDK never settles it', async () => {
    const meeting = await joined('host');
    meeting.fake.removeParticipant(meeting.linus);
    const settled = vi.fn();
    meeting.actions.admitAll().catch(settled);
    await pass(14_900);
    expect(settled).not.toHaveBeenCalled();
    await pass(200);
    expect(settled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'ACTION_TIMEOUT' }));
    await meeting.close();
  });

  it('resolves with undefined for a message that the meeting reviews first', async () => {
    const meeting = await refusing('sendChat', () => undefined);
    await expect(meeting.actions.sendChat({ message: 'Hello' })).resolves.toBeUndefined();
    await meeting.close();
  });
});

describe('invalid arguments', () => {
  it.each<
    [
      string,
      (actions: Record<keyof ZoomActions, (argument?: unknown) => Promise<unknown>>) => unknown,
      string,
    ]
  >([
    ['no participant', ({ expel }) => expel(), 'userId must be a number'],
    ['a string as id', ({ admit }) => admit('16778240'), 'userId must be a number'],
    ['mute without an argument', ({ mute }) => mute(), 'mute must be true or false'],
    ['muteAll with an event', ({ muteAll }) => muteAll({}), 'mute must be true or false'],
    ['lockMeeting without an argument', ({ lockMeeting }) => lockMeeting(), 'lock must be true or false'],
    ['a blank name', ({ rename }) => rename({ name: ' ' }), 'name must be a name that is not blank'],
    ['an empty message', ({ sendChat }) => sendChat({ message: '' }), 'message must be a non-empty string'],
    [
      'no image',
      ({ setVirtualBackground }) => setVirtualBackground(''),
      'imageId must be the id of an image',
    ],
    [
      'no list',
      ({ updateVirtualBackgroundList }) => updateVirtualBackgroundList(),
      'images must be an array',
    ],
    [
      'lockVirtualBackground with an event',
      ({ lockVirtualBackground }) => lockVirtualBackground({}),
      'lock must be true or false',
    ],
    [
      'rooms as an object',
      ({ openBreakoutRooms }) => openBreakoutRooms({ rooms: {} }),
      'rooms must be an array',
    ],
    ['no room', ({ joinBreakoutRoom }) => joinBreakoutRoom(), 'roomId must be the id of a room'],
    [
      'an assignment without a room',
      ({ assignUserToRoom }) => assignUserToRoom({ userId: 1 }),
      'roomId must be the id of a room',
    ],
    [
      'a move without a participant',
      ({ moveUserToBreakoutRoom }) => moveUserToBreakoutRoom({ roomId: 'r1' }),
      'userId must be a number',
    ],
    // The SDK interprets `null` as everyone or as the user.
    [
      'a message to null',
      ({ sendChat }) => sendChat({ message: 'secret', userId: null }),
      'userId must be a number',
    ],
    [
      'a message to NaN',
      ({ sendChat }) => sendChat({ message: 'secret', userId: NaN }),
      'userId must be a number',
    ],
    ['renaming null', ({ rename }) => rename({ name: 'Bob', userId: null }), 'userId must be a number'],
    ['muting a string', ({ mute }) => mute({ mute: true, userId: '2' }), 'userId must be a number'],
    ['removing NaN', ({ expel }) => expel(NaN), 'userId must be a number'],
    [
      'a view that does not exist',
      ({ setViewType }) => setViewType('nonsense'),
      'view must be one of gallery, speaker, ribbon, active, minimized',
    ],
    ['an empty broadcast', ({ broadcast }) => broadcast(''), 'message must be a non-empty string'],
    [
      'an unknown recording command',
      ({ record }) => record('begin'),
      'record must be one of start, pause, resume, stop',
    ],
  ])('%s: rejects with INVALID_OPTIONS, which names field and rule', async (_, call, reason) => {
    const meeting = await joined('host');
    await expect(call(meeting.actions as never)).rejects.toMatchObject({ code: 'INVALID_OPTIONS', reason });
    expect(meeting.asked()).toEqual([]);
    await meeting.close();
  });
});

it('a session always returns the same actions object', () => {
  const { session } = openSession();
  expect(actionsOf(session)).toBe(actionsOf(session));
  expect(actionsOf(openSession().session)).not.toBe(actionsOf(session));
});
