import { type Scenario, steps } from './driver';
import { inTheMeetingScenarios } from './in-the-meeting';
import { onTheWayScenarios } from './on-the-way';
import { overScenarios } from './over';
import { refusals } from './world';

const { createClient, init, on, leave, end, destroy, look } = steps;

const refusalScenarios = Object.fromEntries(
  refusals.map((answer): [string, Scenario] => [
    `refused (${answer}), then joined with the same client`,
    async ({ ready, now, join, until, world }) => {
      await ready();
      await world.next(answer);
      await now(join());
      await until('join 4 rejects');
      await now(look, join());
      await until('join 6 resolves');
      await now(look);
    },
  ]),
);

/** What happens to both SDKs. The name describes the scenario, and the recording has the outcome. */
export const scenarios: Record<string, Scenario> = {
  'createClient() returns the same client twice': async ({ now, until }) => {
    await now(createClient, createClient, init, on);
    await until('init 3 resolves');
  },
  'on() before init()': async ({ now, until }) => {
    await now(createClient, on, init);
    await until('init 3 resolves');
  },
  'init() without an element': async ({ now, until }) => {
    await now(createClient, { do: 'init', root: false });
    await until('init 2 rejects');
  },
  'join() before init()': async ({ now, join, until }) => {
    await now(createClient, join());
    await until('join 2 rejects');
  },
  'getters before joining': async ({ ready, now }) => {
    await ready();
    await now(look);
  },
  'joins, leaves and joins again with the same client': async ({ joined, now, join, until, pass }) => {
    await joined();
    await now(look, leave);
    await until('leaveMeeting 6 resolves');
    await now(look, join());
    await until('join 8 resolves');
    await now(look);
    await pass(500);
  },
  'two joins in one tick, cold': async ({ ready, now, join, until, pass }) => {
    await ready();
    await now(join(), join());
    await until('join 4 resolves');
    await pass(500);
  },
  'two joins in one tick, warm': async ({ warm, now, join, until, pass }) => {
    await warm();
    await now(join(), join());
    await until('join 6 ');
    await pass(500);
  },
  'join() while joined': async ({ joined, now, join, until }) => {
    await joined();
    await now(join());
    await until('join 5 rejects');
    await now(look);
  },
  'join() without a name': async ({ ready, now, join, until }) => {
    await ready();
    await now(join({ userName: '' }));
    await until('join 4 rejects');
  },
  'invalid signatures': async ({ ready, now, join, until }) => {
    await ready();
    const part = (claims: object) => `e30.${btoa(JSON.stringify(claims))}.x`;
    const wrong = ['', 'nonsense', 'a.***.c', 'a.bm8=.c', part({ mn: '123456789', role: 0 })];
    for (const [index, signature] of wrong.entries()) {
      await now(join({ signature }));
      await until(`join ${index + 4} rejects`);
    }
  },
  ...refusalScenarios,
  ...onTheWayScenarios,
  ...overScenarios,
  ...inTheMeetingScenarios,
  'waiting for the host': async ({ ready, now, join, until, world }) => {
    await ready();
    await world.hostAbsent();
    await now(join());
    await until('join 4 rejects');
    await now(look);
    await world.hostArrives();
    await until('user-added');
    await now(look);
  },
  'waiting for the host as another user of the same client: joins as the first user': async ({
    joined,
    now,
    join,
    until,
    world,
  }) => {
    await joined();
    await now(leave);
    await until('leaveMeeting 5 resolves');
    await world.hostAbsent();
    await now(join({ userName: 'Bob' }));
    await until('join 6 rejects');
    await world.hostArrives();
    await until('user-added', 2);
    await now(look);
  },
  'left while waiting for the host: joins anyway when the host arrives': async ({
    ready,
    now,
    join,
    until,
    world,
  }) => {
    await ready();
    await world.hostAbsent();
    await now(join());
    await until('join 4 rejects');
    await now(leave);
    await until('leaveMeeting 5 resolves');
    await now(look);
    await world.hostArrives();
    await until('user-added');
    await now(look);
  },
  'destroyed while waiting for the host: joins anyway if the host arrives soon': async ({
    ready,
    now,
    join,
    until,
    world,
  }) => {
    await ready();
    await world.hostAbsent();
    await now(join());
    await until('join 4 rejects');
    await now(destroy);
    await world.hostArrives();
    await until('Connected');
  },
  // In this case the SDK stops polling, but the fake does not, so the host does not arrive.
  'the host is absent, reported immediately': async ({ ready, now, join, until, world }) => {
    await ready();
    await world.next('host absent, reported immediately');
    await now(join());
    await until('join 4 rejects');
    await now(look);
  },
  'waiting room': async ({ ready, now, join, until, world }) => {
    await ready();
    await world.waitingRoom();
    await world.comes('Bob');
    await now(join());
    await until('join 4 resolves');
    await now(look);
    await world.admit();
    await until('user-updated');
    await now(look);
  },
  'put on hold, then admitted': async ({ joined, now, until, world }) => {
    await joined();
    await world.hold();
    await until('Connected', 2);
    await until('user-added', 2);
    await now(look);
    await world.admit();
    await until('user-updated');
    await now(look);
  },
  'interrupted, but connects anyway': async ({ ready, now, join, until, world }) => {
    await ready();
    await world.next('interrupted');
    await now(join());
    await until('user-added');
    await now(look);
  },
  'the connection is lost and restored': async ({ joined, now, until, world }) => {
    await joined();
    await world.drop();
    await until('Reconnecting');
    await now(look);
    await world.reconnect();
    await until('user-added', 2);
    await now(look);
  },
  'the connection is lost permanently': async ({ joined, now, until, world }) => {
    await joined();
    await world.lose();
    await until('Reconnecting');
    await world.giveUp();
    await until('"Fail"');
    await now(look);
  },
  ...Object.fromEntries(
    [7, 8, 10, 14, 17].map((reason): [string, Scenario] => [
      `ended with reason ${reason}, then joined again`,
      async ({ joined, now, join, until, pass, world }) => {
        await joined();
        await world.over(reason);
        await until('Closed');
        await pass(1000);
        await now(look, join());
        await until('join 6 resolves');
        await now(look);
      },
    ]),
  ),
  'leaveMeeting() without joining': async ({ ready, now, until }) => {
    await ready();
    await now(leave);
    await until('leaveMeeting 4 resolves');
    await now(look);
  },
  'destroyed while joined': async ({ joined, now, pass }) => {
    await joined();
    await now(destroy);
    await pass(1500);
  },
  'destroyed, then a new client': async ({ joined, now, join, until, pass }) => {
    await joined();
    await now(destroy);
    await pass(1500);
    await now(createClient, init, on);
    await until('init 7 resolves');
    await now(join());
    await until('join 9 resolves');
    await now(look);
  },
  'destroyed, then a new client at once: its listeners are removed': async ({
    joined,
    now,
    join,
    until,
    pass,
  }) => {
    await joined();
    await now(destroy, createClient, init, on);
    await pass(1500);
    await now(join());
    await until('join 9 resolves');
    await now(look);
  },
  'a host ends the meeting: the listeners are removed': async ({ ready, now, host, join, until, pass }) => {
    await ready();
    await now(host());
    await until('join 4 resolves');
    await now(look, end);
    await until('endMeeting 6 resolves');
    await pass(500);
    await now(join());
    await until('join 7 resolves');
    await now(look);
  },
  'a guest calls endMeeting()': async ({ joined, now, until }) => {
    await joined();
    await now(end);
    await until('endMeeting 5 rejects');
    await now(look);
  },
  'participants join, change and leave': async ({ joined, now, until, world }) => {
    await joined();
    await world.comes('Bob');
    await until('user-added [Bob');
    await world.comes('Eve');
    await until('user-added [Eve');
    await now(look);
    await world.changes('Bob', false);
    await until('user-updated');
    await now(look);
    await world.renames('Eve', 'Eva');
    await until('user-updated', 2);
    await now(look);
    await world.goes('Bob');
    await until('user-removed');
    await now(look);
  },
  'participants are already in the meeting': async ({ ready, now, join, until, pass, world }) => {
    await ready();
    await world.comes('Bob');
    await now(join());
    await until('join 4 resolves');
    await pass(200);
    await now(look);
  },
};

/** The number of different outcomes of these calls: 1 if they were all the same. */
const howJoinsEnd =
  (...calls: number[]) =>
  (trace: string[]) =>
    new Set(
      calls.map((call) =>
        trace.find((line) => line.startsWith(`join ${call} re`))?.slice(`join ${call} `.length),
      ),
    ).size;
const inAnyOrder = (trace: string[]) => [...trace].sort();

/** Zoom sends 0 and 1 for some booleans. */
const asBooleans = (trace: string[]) =>
  trace.map((line) =>
    line.startsWith('getBreakoutRoomOptions')
      ? line.replace(/:0\b/g, ':false').replace(/:1\b/g, ':true')
      : line,
  );

/** The part of the trace that is compared, where the SDK itself varies. */
export const comparable: Record<string, (trace: string[]) => unknown> = {
  // Which of the two calls settles first is a matter of milliseconds.
  'left immediately, cold': inAnyOrder,
  'left immediately, warm, then joined again': inAnyOrder,
  'left immediately, then refused': inAnyOrder,
  'leaves and joins again in one tick': inAnyOrder,
  'join() while leaving': inAnyOrder,
  'in the meeting: statistics, without audio': inAnyOrder,
  'in the meeting: a host opens breakout rooms, and everyone returns': asBooleans,
  // Whether the browser supports it depends on the computer.
  'in the meeting: virtual backgrounds': (trace) =>
    trace.map((line) =>
      line.replace(/^(isSupportVirtualBackground \d+ returns) (true|false)$/, '$1 a boolean'),
    ),
  // Whether the user's own row is still reported is a matter of milliseconds.
  'destroyed while waiting for the host: joins anyway if the host arrives soon': (trace) =>
    trace.slice(0, trace.findIndex((line) => line.includes('Connected')) + 1),
  // The SDK opens two connections, and either joins or fails with a connection error. Both joins have the same
  // outcome.
  'two joins in one tick, warm': howJoinsEnd(6, 7),
  'a pending join is left and repeated in one tick': howJoinsEnd(4, 6),
};
