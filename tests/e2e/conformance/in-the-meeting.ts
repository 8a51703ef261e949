import type { Scenario } from './driver';

/** What the library reads and does in a meeting, other than the roster. */
export const inTheMeetingScenarios: Record<string, Scenario> = {
  'in the meeting: somebody speaks, and the host records and writes': async ({
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
  'in the meeting: its box gets a size, which it cannot have before': async ({ ready, now, join, until }) => {
    await ready();
    const resize = { do: 'updateVideoOptions', width: 600, height: 400 } as const;
    await now({ do: 'checkSystemRequirements' }, resize, join());
    await until('join 6 resolves');
    await now(resize);
  },
};
