import type { ZoomClient } from '../../../src/sdk/zoom-sdk';
import type { Step } from '../page/conformance';
import type { Scenario } from './driver';

const call = (method: keyof ZoomClient, ...args: unknown[]): Step => ({ do: 'call', method, args });
const bob = { somebody: 'Bob' };

const lookAtRooms = [
  call('getBreakoutRoomStatus'),
  call('getBreakoutRoomList'),
  call('getCurrentBreakoutRoom'),
  call('getBreakoutRoomOptions'),
];
const lookAtBackground = [call('isSupportVirtualBackground'), call('getVirtualBackgroundStatus')];

/** Everything that the library reads and does in a meeting, except the roster. */
export const inTheMeetingScenarios: Record<string, Scenario> = {
  'in the meeting: a participant speaks, and the host records and sends a message': async ({
    ready,
    now,
    host,
    until,
    world,
  }) => {
    await ready();
    await world.mayRecord();
    await now(host());
    await until('join 4 resolves');
    await world.comes('Bob');
    await until('user-added [Bob');
    await now({
      do: 'on',
      events: ['active-speaker', 'network-quality-change', 'recording-change', 'chat-on-message'],
    });
    await world.speaks('Bob');
    await until('active-speaker');
    await world.quality('Bob', 3);
    await until('network-quality-change');
    await now({ do: 'record', request: 'start' });
    await until('record 6 resolves');
    await until('recording-change');
    await now({ do: 'sendChat', message: 'Hello' });
    await until('sendChat 7 resolves');
    await until('chat-on-message');
  },
  'in the meeting: the box can be resized, which is impossible before': async ({
    ready,
    now,
    join,
    until,
  }) => {
    await ready();
    const resize = { do: 'updateVideoOptions', width: 600, height: 400 } as const;
    await now({ do: 'checkSystemRequirements' }, resize, join());
    await until('join 6 resolves');
    await now(resize);
  },
  'in the meeting: captions, and a removed listener': async ({ joined, now, until, pass, world }) => {
    await world.mayCaptionAndSplit();
    await joined();
    await world.comes('Bob');
    await until('user-added [Bob');
    await now({ do: 'on', events: ['caption-message'] });
    await world.says('Bob', 'line-1', 'Good', false);
    await until('caption-message');
    await world.says('Bob', 'line-1', 'Good morning.', true);
    await until('caption-message', 2);
    await now({ do: 'off' });
    await world.says('Bob', 'line-2', 'Hello', true);
    await pass(500);
  },
  'in the meeting: a host opens breakout rooms, and everyone returns': async ({
    ready,
    now,
    host,
    until,
    pass,
    world,
  }) => {
    const rooms = ['r1', 'r2'].map((roomId) => ({ roomId, name: `Room ${roomId}`, attendeeList: [] }));
    await ready();
    await world.mayCaptionAndSplit();
    await now(...lookAtRooms, host());
    await until('join 8 resolves');
    await now(...lookAtRooms);
    await world.comes('Bob');
    await until('user-added [Bob');
    await now({ do: 'on', events: ['room-state-change', 'broadcast-message'] });
    await world.rooms({ r1: [], r2: [] });
    await until('room-state-change');
    await now(...lookAtRooms, call('closeAllBreakoutRooms'), call('assignUserToRoom', bob, 'r1'));
    await until('assignUserToRoom 19 rejects');
    await now(call('openBreakoutRooms', rooms, {}));
    await until('openBreakoutRooms 20 resolves');
    await now(call('assignUserToRoom', bob, 'r1'));
    await until('assignUserToRoom 21 resolves');
    await now(call('moveUserToBreakoutRoom', bob, 'r2'));
    await until('moveUserToBreakoutRoom 22 resolves');
    await now(...lookAtRooms, { do: 'on', events: ['main-session-user-updated'] });
    await now(call('joinBreakoutRoom', 'r1'));
    await until('main-session-user-updated');
    await pass(500);
    await now(...lookAtRooms, call('leaveBreakoutRoom'));
    await until('Connected', 3);
    await until('user-added [Bob', 3);
    await now(...lookAtRooms, call('closeAllBreakoutRooms'));
    await until('closeAllBreakoutRooms 38 resolves');
    await now(...lookAtRooms);
  },
  'in the meeting: a host admits everyone, first while nobody waits': async ({
    ready,
    now,
    host,
    until,
    pass,
    world,
  }) => {
    await ready();
    await now(host());
    await until('join 4 resolves');
    await now(call('admitAll'));
    await pass(500);
    await world.waits('Carol');
    await until('user-added [Carol');
    await now(call('admitAll'));
    await until('admitAll 6 resolves');
    await until('user-added [Carol', 2);
    await now(call('admitAll'));
    await pass(500);
  },
  'in the meeting: pins': async ({ joined, now, until, pass, world }) => {
    await joined();
    await world.comes('Bob');
    await until('user-added [Bob');
    await now(call('getPinList'), call('removeAllPins'), call('addPin', bob));
    await until('addPin 7 resolves');
    await pass(500);
    await now(call('getPinList'), call('removeAllPins'));
    await until('removeAllPins 9 resolves');
    await pass(500);
    await now(call('getPinList'));
  },
  'in the meeting: virtual backgrounds': async ({ ready, now, join, until, pass }) => {
    await ready();
    await now(...lookAtBackground, join());
    await until('join 6 resolves');
    await now(...lookAtBackground, call('lockVirtualBackground', true));
    await until('lockVirtualBackground 9 rejects');
    await now(call('updateVirtualBackgroundList', []));
    await until('updateVirtualBackgroundList 10 resolves');
    await pass(500);
    await now(...lookAtBackground, call('setVirtualBackground', 'blur'));
    await until('setVirtualBackground 13 resolves');
    await pass(500);
    await now(
      ...lookAtBackground,
      call('updateVirtualBackgroundList', []),
      call('lockVirtualBackground', true),
    );
    await until('lockVirtualBackground 17 resolves');
    await pass(500);
    await now(...lookAtBackground, call('setVirtualBackground', 'blur'));
    await until('setVirtualBackground 20 rejects');
    await now(call('lockVirtualBackground', false));
    await until('lockVirtualBackground 21 resolves');
  },
  'in the meeting: statistics, without audio': async ({ joined, now, until }) => {
    await joined();
    await now(
      call('subscribeStatisticData', { video: true, share: true }),
      call('subscribeStatisticData', { audio: true }),
      call('subscribeStatisticData'),
      call('unSubscribeStatisticData', { video: true, share: true }),
      call('unSubscribeStatisticData', { audio: true }),
    );
    for (const number of [5, 6, 7, 8, 9]) await until(`StatisticData ${number} re`);
  },
};
