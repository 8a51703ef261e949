import fc from 'fast-check';
import type { FakeJoin } from '../../../../src/testing';
import type { Command } from './app';
import { faultValues, type Faults } from './faults';
import type { World } from './world';

/** An event on the page. Its name is printed when a sequence fails. */
export interface Happening {
  name: string;
  happen(world: World): void | Promise<void>;
}

const happening = (name: string, happen: Happening['happen']): Happening => ({ name, happen });

const forEachMeeting = (name: string, happen: (meeting: World['meetings'][number], world: World) => void) =>
  [0, 1].map((i) => happening(`${name} of ${i}`, (world) => happen(world.meetings[i]!, world)));

const time = [0, 1, 20, 100, 160, 310, 600, 1200, 3100, 20_000, 61_000].map((ms) =>
  happening(`${ms} ms`, (world) => world.time.pass(ms)),
);

const commandNames: readonly Command[] = ['join', 'leave', 'end', 'cancel'];

const commands = [
  ...commandNames.flatMap((command) =>
    forEachMeeting(`${command}()`, (meeting, { call }) => call(command, meeting)),
  ),
  // The second one comes before the first one has done anything.
  ...commandNames.flatMap((first) =>
    commandNames.flatMap((second) =>
      forEachMeeting(`${first}() and ${second}()`, (meeting, { call }) => {
        call(first, meeting);
        call(second, meeting);
      }),
    ),
  ),
  ...forEachMeeting('join({ password })', (meeting, { call }) =>
    call('join', meeting, { password: 'secret' }),
  ),
  ...forEachMeeting('retryNow()', ({ session }) => session.commands.retryNow()),
];

const mounts = [
  ...forEachMeeting('mount', (meeting) => void meeting.mount()),
  ...forEachMeeting('unmount', (meeting) => void meeting.unmount()),
];

const forms = forEachMeeting('join({ userName, zak })', (meeting, { call }) =>
  call('join', meeting, meeting.typedDetails()),
);

const lobbies = [
  ...forEachMeeting('a lobby prepares', (meeting) => meeting.prepare()),
  ...forEachMeeting('the lobby goes', (meeting) => meeting.stopPreparing()),
];

const props = [
  ...['Ada', 'Bob'].map((user) => happening(`${user} signs in`, (world) => world.become({ user }))),
  ...(['there', 'blank', 'missing'] as const).map((name) =>
    happening(`the name is ${name}`, (world) => world.become({ name })),
  ),
  ...[undefined, 'ada@example.com'].map((email) =>
    happening(`the email is ${email}`, (world) => world.become({ email })),
  ),
  ...([0, 1] as const).map((role) => happening(`role ${role}`, (world) => world.become({ role }))),
];

const fetchers = forEachMeeting('another fetcher', (meeting) => {
  meeting.changeFetcher();
  meeting.update();
});

const joins: readonly FakeJoin[] = [
  'ok',
  'hang',
  'connected-only',
  'cancelled-then-connected',
  'waiting-room',
  3712,
  3712,
  3705,
  -3000,
  -3000,
  3136,
  3008,
  3004,
  4005,
  200,
  { errorCode: 3712, resolves: true },
  new TypeError('u is not a function'),
];
const outcomes = joins.map((join) =>
  happening(`the next joins: ${join instanceof Error ? join.message : JSON.stringify(join)}`, ({ fake }) =>
    fake.setJoins([join]),
  ),
);

/** The changes that the SDK can make on its own, with the states that allow them. In other states, they have no effect. */
const sdkDoes = {
  hostArrives: ['waiting-for-host'],
  admit: ['waiting-room'],
  hold: ['joined'],
  drop: ['joined', 'waiting-room'],
  recover: ['reconnecting'],
  fail: ['reconnecting', 'joined', 'waiting-room'],
  end: ['joined', 'waiting-room', 'reconnecting', 'joining', 'waiting-for-host'],
} as const;
const sdk = (Object.keys(sdkDoes) as (keyof typeof sdkDoes)[]).map((control) =>
  happening(`SDK: ${control}`, ({ fake }) => {
    if ((sdkDoes[control] as readonly string[]).includes(fake.state)) fake[control]();
  }),
);

const page = [
  ...[false, true].map((online) =>
    happening(online ? 'online' : 'offline', ({ connection }) => connection.setOnline(online)),
  ),
  ...[600_000, -3_600_000, 3_600_000].map((ms) =>
    happening(`the time of day jumps by ${ms}`, (world) => world.setClock(ms)),
  ),
  ...[5000, 600_000].flatMap((ms) => [
    happening(`a sleep of ${ms}`, (world) => world.sleep(ms)),
    happening(`a sleep of ${ms}, in which a clock stops`, (world) => world.sleep(ms, true)),
  ]),
];

const tab = [true, false].map((isHidden) =>
  happening(`the tab is ${isHidden ? 'hidden' : 'shown'}`, (world) => world.hideTab(isHidden)),
);

const cache = (
  ['clear', 'cancelQueries', 'removeQueries', 'resetQueries', 'invalidateQueries', 'refetchQueries'] as const
).map((method) =>
  happening(`the app calls queryClient.${method}()`, (world) => {
    world.app.cacheCalls += 1;
    void world.queryClient[method]();
  }),
);

const faultsOf = (fault: keyof Faults) =>
  faultValues[fault].map((value) =>
    happening(`${fault}: ${value}`, (world) => {
      Object.assign(world.faults, { [fault]: value });
      world.update();
    }),
  );
const fetchFaults = faultsOf('fetch');
const otherFaults = (Object.keys(faultValues) as (keyof Faults)[])
  .filter((fault) => fault !== 'fetch')
  .flatMap(faultsOf);

/** Each kind of event with its frequency. */
const kinds: readonly (readonly [readonly Happening[], weight: number])[] = [
  [time, 24],
  [commands, 11],
  [mounts, 6],
  [forms, 4],
  [lobbies, 3],
  [props, 8],
  [fetchers, 5],
  [outcomes, 6],
  [sdk, 7],
  [page, 4],
  [tab, 3],
  [cache, 3],
  [fetchFaults, 4],
  [otherFaults, 6],
];

export const anything: fc.Arbitrary<Happening> = fc.oneof(
  ...kinds.map(([happenings, weight]) => ({ arbitrary: fc.constantFrom(...happenings), weight })),
);

/** The event with this name in a sequence that failed. */
export function named(name: string): Happening {
  const found = kinds.flatMap(([happenings]) => happenings).find((one) => one.name === name);
  if (!found) throw new Error(`Nothing is called ${name}.`);
  return found;
}
