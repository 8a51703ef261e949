import { type Scenario, steps } from './driver';

const { leave, destroy, look } = steps;

const onTheWay = (scenario: Scenario): Scenario => Object.assign(scenario, { isSlow: true as const });

/** A join that is left, destroyed or repeated before it has finished, or that starts while the SDK is leaving. */
export const onTheWayScenarios: Record<string, Scenario> = {
  'left immediately, cold': onTheWay(async ({ ready, now, join, until, pass }) => {
    await ready();
    await now(join(), leave);
    await until('join 4 resolves');
    await until('leaveMeeting 5 resolves');
    await pass(500);
    await now(look);
  }),
  'left immediately, warm, then joined again': onTheWay(async ({ warm, now, join, until }) => {
    await warm();
    await now(join(), leave);
    await until('join 6 resolves');
    await until('leaveMeeting 7 resolves');
    await now(look, join());
    await until('join 9 rejects');
  }),
  'left immediately, then refused': onTheWay(async ({ ready, now, join, until, world }) => {
    await ready();
    await world.next('wrong signature');
    await now(join(), leave);
    await until('join 4 rejects');
    await until('leaveMeeting 5 resolves');
    await now(look);
  }),
  'a pending join is left and repeated in one tick': onTheWay(async ({ ready, now, join, until }) => {
    await ready();
    await now(join());
    await now(leave, join());
    for (const call of ['join 4', 'leaveMeeting 5', 'join 6']) await until(`${call} re`);
  }),
  'left after Zoom has answered': onTheWay(async ({ warm, now, join, until, pass, world }) => {
    await warm();
    await world.next('accepts, then stays silent');
    await now(join());
    await world.answered(2);
    await now(leave);
    await until('leaveMeeting 7 resolves');
    await pass(2000);
    await now(look);
  }),
  'join() again after Zoom has answered': onTheWay(async ({ warm, now, join, until, world }) => {
    await warm();
    await world.next('accepts, then stays silent');
    await now(join());
    await world.answered(2);
    await now(join());
    await until('join 7 rejects');
    await now(leave);
    await until('join 6 rejects');
  }),
  'leaves and joins again in one tick': async ({ joined, now, join, until }) => {
    await joined();
    await now(leave, join());
    await until('leaveMeeting 5 resolves');
    await until('join 6 resolves');
    await now(look);
  },
  'join() while leaving': async ({ joined, now, join, until, pass }) => {
    await joined();
    await now(leave);
    await pass(100);
    await now(join());
    await until('leaveMeeting 5 resolves');
    await until('join 6 resolves');
    await now(look);
  },
  'a hanging join is left': async ({ ready, now, join, until, pass, world }) => {
    await ready();
    await world.next('never settles');
    await now(join());
    await pass(4000);
    await now(look, leave);
    await until('leaveMeeting 6 resolves');
    await pass(500);
    await now(join());
    await until('join 7 resolves');
    await now(look);
  },
  'a hanging join is destroyed': async ({ ready, now, join, pass, world }) => {
    await ready();
    await world.next('never settles');
    await now(join());
    await pass(3000);
    await now(destroy);
    await pass(3000);
  },
  'destroyed immediately': async ({ warm, now, join, until, pass }) => {
    await warm();
    await now(join(), destroy);
    await until('join 6 resolves');
    await pass(2000);
  },
  'destroyed after Zoom has answered': onTheWay(async ({ warm, now, join, until, pass, world }) => {
    await warm();
    await world.next('accepts, then stays silent');
    await now(join());
    await world.answered(2);
    await now(destroy);
    await until('join 6 rejects');
    await pass(2000);
  }),
};
