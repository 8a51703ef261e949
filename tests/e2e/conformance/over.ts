import { type Scenario, steps } from './driver';

const { leave, end, look } = steps;

const whileAsking = (scenario: Scenario): Scenario => Object.assign(scenario, { isSlow: true as const });

/** Meetings that end or are left in each phase, and calls that do not end them. */
export const overScenarios: Record<string, Scenario> = {
  'ended before `Connected`': whileAsking(async ({ warm, now, join, until, pass, world }) => {
    await warm();
    await world.next('accepts, then stays silent');
    await now(join());
    await world.answered(2);
    await pass(400);
    await world.over(8);
    await until('join 6 rejects');
    await pass(500);
    await now(look, join());
    await until('join 8 resolves');
    await now(look);
  }),
  'ended after `Connected`, before the user’s own row': async ({ ready, now, join, until, pass, world }) => {
    await ready();
    await world.next('connected without a row');
    await now(join());
    await until('Connected');
    await now(look);
    await world.over(8);
    await until('join 4 rejects');
    await pass(500);
    await now(look, join());
    await until('join 7 resolves');
    await now(look);
  },
  'ended in the waiting room': async ({ ready, now, join, until, pass, world }) => {
    await ready();
    await world.waitingRoom();
    await now(join());
    await until('join 4 resolves');
    await world.over(8);
    await until('Closed');
    await pass(500);
    await now(look);
  },
  'ended while reconnecting': async ({ joined, now, until, pass, world }) => {
    await joined();
    await world.overWhileDropped();
    await until('"errorCode":4004');
    await pass(500);
    await now(look);
  },
  'left while the connection is lost: fails anyway': async ({ joined, now, join, until, world }) => {
    await joined();
    await world.lose();
    await until('Reconnecting');
    await now(leave);
    await until('leaveMeeting 5 resolves');
    await world.giveUp();
    await until('"Fail"');
    await now(look);
    await world.restore();
    await now(join());
    await until('join 7 resolves');
    await now(look);
  },
  'left while the connection is lost: in the meeting again when it returns': async ({
    joined,
    now,
    join,
    until,
    world,
  }) => {
    await joined();
    await world.drop();
    await until('Reconnecting');
    await now(leave);
    await until('leaveMeeting 5 resolves');
    await world.reconnect();
    await until('user-added', 2);
    await now(look, join());
    await until('join 7 rejects');
    await now(leave);
    await until('leaveMeeting 8 resolves');
    await now(look);
  },
  'a host leaves with an absent new host: stays in the meeting': async ({
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
    await now({ do: 'leaveMeeting', newHostId: 1 });
    await until('leaveMeeting 5 rejects');
    await pass(500);
    await world.comes('Bob');
    await until('user-added [Bob');
    await now(look, leave);
    await until('leaveMeeting 7 resolves');
    await now(look);
  },
  'leaveMeeting() twice in one tick': async ({ joined, now, join, until }) => {
    await joined();
    await now(leave, leave);
    await until('leaveMeeting 5 ');
    await until('leaveMeeting 6 ');
    await now(look, join());
    await until('join 8 resolves');
  },
  'a guest calls endMeeting(), and the meeting continues': async ({ joined, now, join, until, world }) => {
    await joined();
    await now(end);
    await until('endMeeting 5 rejects');
    await world.comes('Bob');
    await until('user-added [Bob');
    await now(look, leave);
    await until('leaveMeeting 7 resolves');
    await now(join());
    await until('join 8 resolves');
  },
};
