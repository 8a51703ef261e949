import { onlineManager } from '@tanstack/react-query';
import fc from 'fast-check';
import type { FakeJoin } from '../../../../src/testing';
import type { Faults, World } from './world';

/** One thing that happens on the page. The name is what a failing sequence is printed as. */
export interface Happening {
  name: string;
  happen(world: World): void | Promise<void>;
}

const happening = (name: string, happen: Happening['happen']): Happening => ({ name, happen });
const which = fc.nat(1);

const joins = fc.constantFrom<FakeJoin>(
  'ok',
  'ok',
  'hang',
  'connected-only',
  'cancelled-then-connected',
  'waiting-room',
  3712,
  3705,
  -3000,
  3136,
  3008,
  3004,
  4005,
  200,
);

/** What the SDK may do by itself; nothing, where its state does not allow it. */
const sdkDoes = {
  hostArrives: ['waiting-for-host'],
  admit: ['waiting-room'],
  hold: ['joined'],
  drop: ['joined', 'waiting-room'],
  recover: ['reconnecting'],
  fail: ['reconnecting', 'joined', 'waiting-room'],
  end: ['joined', 'waiting-room', 'reconnecting', 'joining', 'waiting-for-host'],
} as const;

const faults: { [Name in keyof Faults]: readonly Faults[Name][] } = {
  leave: ['ok', 'rejects', 'hangs'],
  fetch: ['ok', 'rejects', 'hangs', 'throws', 'malformed', 'ahead', 'slow'],
  retry: ['default', 'throws', 'always', 'never'],
  callbacks: ['ok', 'throw'],
};

const user: fc.Arbitrary<Happening>[] = [
  which.map((i) => happening(`mount ${i}`, ({ sessions }) => sessions[i]!.mount())),
  which.map((i) => happening(`unmount ${i}`, ({ sessions }) => sessions[i]!.unmount())),
  fc
    .tuple(which, fc.constantFrom('join', 'leave', 'end', 'cancel'))
    .map(([i, command]) =>
      happening(`${command}() of ${i}`, ({ sessions, follow }) =>
        follow(sessions[i]!.session.commands[command as 'join']()),
      ),
    ),
  which.map((i) =>
    happening(`retryNow() of ${i}`, ({ sessions }) => sessions[i]!.session.commands.retryNow()),
  ),
  fc.constantFrom('Ada', 'Bob').map((name) => happening(`${name} signs in`, (world) => world.become(name))),
];

const outside: fc.Arbitrary<Happening>[] = [
  joins.map((join) =>
    happening(`the next joins go ${JSON.stringify(join)}`, ({ fake }) => fake.setJoins([join])),
  ),
  fc.constantFrom(...(Object.keys(sdkDoes) as (keyof typeof sdkDoes)[])).map((control) =>
    happening(`SDK: ${control}`, ({ fake }) => {
      if ((sdkDoes[control] as readonly string[]).includes(fake.state)) fake[control]();
    }),
  ),
  fc
    .boolean()
    .map((online) => happening(online ? 'online' : 'offline', () => onlineManager.setOnline(online))),
  fc
    .constantFrom(600_000, -3_600_000, 3_600_000)
    .map((ms) => happening(`the time of day jumps by ${ms}`, ({ time }) => time.jump(ms))),
  fc.constantFrom(...(Object.keys(faults) as (keyof Faults)[])).chain((fault) =>
    fc.constantFrom(...faults[fault]).map((value) =>
      happening(`${fault}: ${value}`, (world) => {
        Object.assign(world.faults, { [fault]: value });
        world.update();
      }),
    ),
  ),
];

const time = fc
  .constantFrom(0, 1, 20, 100, 160, 310, 600, 1200, 3100, 20_000, 61_000)
  .map((ms) => happening(`${ms} ms`, (world) => world.time.pass(ms)));

export const anything: fc.Arbitrary<Happening> = fc.oneof(
  { arbitrary: time, weight: 5 },
  { arbitrary: fc.oneof(...user), weight: 4 },
  { arbitrary: fc.oneof(...outside), weight: 3 },
);
