import { focusManager, onlineManager } from '@tanstack/react-query';
import { createSignatureFetcher } from '../../../../src/signature/signature-fetcher';
import { createFakeSignature, type FakeJoin } from '../../../../src/testing';
import type { Faults } from '../model-based/faults';
import type { World } from '../model-based/world';

/** Something that goes wrong or happens unexpectedly. */
export interface Fault {
  name: string;
  strike(world: World): void | Promise<void>;
}

const fault = (name: string, strike: Fault['strike']): Fault => ({ name, strike });

const goes = <Name extends keyof Faults>(name: string, what: Name, how: Faults[Name]) =>
  fault(name, (world) => {
    Object.assign(world.faults, { [what]: how });
    world.update();
  });

/** The endpoint answers with a status and a body, through the library's own fetcher. */
const answers = (name: string, status: number, body: (world: World) => string = () => '') =>
  fault(name, (world) => {
    const ask = createSignatureFetcher('https://app.example/api/signature');
    world.app.endpoint = async (request) => {
      const before = globalThis.fetch;
      globalThis.fetch = async () => {
        const text = body(world);
        return { ok: status < 400, status, text: async () => text } as Response;
      };
      try {
        return await ask(request);
      } finally {
        globalThis.fetch = before;
      }
    };
  });

const signs = (name: string, claims: (now: number) => Record<string, unknown>) =>
  answers(name, 200, ({ app }) => {
    const now = Math.floor(app.zoomTime() / 1000);
    const usual = { mn: '111111111', role: 0, iat: now - 30, exp: now + 7170 };
    return JSON.stringify({ signature: createFakeSignature({ ...usual, ...claims(now) }) });
  });

const good = () => createFakeSignature({ mn: '111111111' });

/** Faults of the SDK's files, the endpoint, the clocks, and Zoom's answers. */
export const faultsOfTheWayIn: Readonly<Record<string, readonly Fault[]>> = {
  'The SDK’s files': [
    goes('do not load', 'load', 'fails'),
    goes('take 2 s', 'load', 'slow'),
    goes('never load', 'load', 'hangs'),
    goes('load, and `init()` rejects', 'init', 'rejects'),
    goes('load, in a browser that the SDK does not support', 'browser', 'unsupported'),
  ],
  'The endpoint': [
    ...[400, 401, 403, 404, 405, 408, 413, 422, 429, 500, 502, 503, 504].map((status) =>
      answers(`returns ${status}`, status),
    ),
    answers('returns an HTML page', 200, () => '<!doctype html><title>Sign in</title>'),
    answers('returns an empty body', 200),
    answers('returns JSON without a signature', 200, () => '{"ok":true}'),
    answers('returns a truncated signature', 200, () => good().slice(0, 60)),
    answers('returns a signature in quotes', 200, () => JSON.stringify({ signature: `"${good()}"` })),
    answers('returns a signature that starts with `Bearer`', 200, () =>
      JSON.stringify({ signature: `Bearer ${good()}` }),
    ),
    signs('signs without `appKey`', () => ({ appKey: undefined })),
    signs('signs without `role`', () => ({ role: undefined })),
    signs('signs with `iat` and `exp` in ms', (now) => ({ iat: now * 1000, exp: (now + 7200) * 1000 })),
    signs('returns an expired signature', (now) => ({ iat: now - 7200, exp: now - 60 })),
    signs('returns a signature that expires in 10 s', (now) => ({ exp: now + 10 })),
    fault('cannot be reached', ({ app }) => {
      app.endpoint = () => Promise.reject(new TypeError('Failed to fetch'));
    }),
  ],
  'The fetcher': [
    goes('throws at once', 'fetch', 'throws'),
    goes('rejects', 'fetch', 'rejects'),
    goes('never settles', 'fetch', 'hangs'),
    goes('takes 2 s, and ignores its signal', 'fetch', 'slow'),
  ],
  'The signer’s clock': [
    fault('20 s ahead', ({ app }) => void (app.signerAhead = () => 20_000)),
    fault('5 min ahead', ({ app }) => void (app.signerAhead = () => 300_000)),
    fault('10 min behind', ({ app }) => void (app.signerAhead = () => -600_000)),
    fault('3 h behind', ({ app }) => void (app.signerAhead = () => -10_800_000)),
    fault('jumps 40 s ahead and 40 s back', ({ app }) => {
      let count = 0;
      app.signerAhead = () => ((count += 1) % 2 ? 40_000 : -40_000);
    }),
  ],
  'The browser’s clock': [
    fault('an hour ahead', ({ time }) => time.jump(3_600_000)),
    fault('an hour behind', ({ time }) => time.jump(-3_600_000)),
    fault('an hour ahead, and the signer’s 20 s ahead', ({ time, app }) => {
      time.jump(3_600_000);
      app.signerAhead = () => 20_000;
    }),
    fault('an hour behind, and the signer’s 20 s ahead', ({ time, app }) => {
      time.jump(-3_600_000);
      app.signerAhead = () => 20_000;
    }),
  ],
  'The SDK’s `join()`': [
    ...(
      [
        ['never settles', 'hang'],
        ['connects, but does not list the participant', 'connected-only'],
        ['rejects, and connects later', 'cancelled-then-connected'],
        ['leads to the waiting room', 'waiting-room'],
        ['resolves with a refusal (3712)', { errorCode: 3712, resolves: true }],
        ['resolves with a refusal (4005)', { errorCode: 4005, resolves: true }],
        ['throws a `TypeError`', new TypeError('u is not a function')],
      ] satisfies [string, FakeJoin][]
    ).map(([name, join]) => fault(name, ({ fake }) => fake.setJoins([join]))),
  ],
};

/** Zoom refuses each join with this code. */
export const refusal = (code: number): Fault => fault(String(code), ({ fake }) => fake.setJoins([code]));

const hide = async ({ time }: World) => {
  focusManager.setFocused(false);
  // A browser limits the timers of a hidden tab to once a second, and after five minutes to once a minute.
  for (let second = 0; second < 300; second += 1) await time.sleep(1000);
  for (let minute = 0; minute < 5; minute += 1) await time.sleep(60_000);
  focusManager.setFocused(undefined);
};

const becomes = (name: string, changes: Parameters<World['become']>[0]) =>
  fault(name, (world) => world.become(changes));

const isIn = (world: World) => ['joined', 'waiting-room'].includes(world.fake.state);

/** Faults that can happen to a meeting at any time. */
export const faultsOfAnyTime: Readonly<Record<string, readonly Fault[]>> = {
  'The connection': [
    fault('drops and returns after 5 s', async (world) => {
      if (isIn(world)) world.fake.drop({ recoverAfterMs: 5000 });
      else if (world.fake.state === 'reconnecting') world.fake.recover();
    }),
    fault('drops, and the SDK never gives up', (world) => {
      if (isIn(world)) world.fake.drop();
    }),
    fault('is lost', ({ fake }) => {
      if (['joined', 'waiting-room', 'reconnecting'].includes(fake.state)) fake.fail();
    }),
    fault('the page is offline for a minute', async ({ fake, time }) => {
      onlineManager.setOnline(false);
      if (['joined', 'waiting-room'].includes(fake.state)) fake.drop();
      await time.pass(30_000);
      if (fake.state === 'reconnecting') fake.fail();
      await time.pass(30_000);
      onlineManager.setOnline(true);
    }),
    fault('the host ends the meeting', ({ fake }) => {
      if (['joining', 'waiting-for-host', 'waiting-room', 'joined', 'reconnecting'].includes(fake.state))
        fake.end();
    }),
    fault('the host puts the participant on hold', ({ fake }) => {
      if (fake.state === 'joined') fake.hold();
    }),
  ],
  'The computer': [
    fault('sleeps for ten minutes', ({ time }) => time.sleep(600_000)),
    fault('sleeps for ten minutes, while `performance.now()` stops', ({ time }) => time.sleep(600_000, true)),
    fault('sets its clock an hour ahead', ({ time }) => time.jump(3_600_000)),
    fault('sets its clock an hour back', ({ time }) => time.jump(-3_600_000)),
    fault('the tab is hidden for ten minutes', hide),
  ],
  'The props': [
    becomes('another user', { user: 'Bob' }),
    becomes('another role', { role: 1 }),
    fault('another fetcher', ({ meetings }) => {
      meetings[0]!.changeFetcher();
      meetings[0]!.update();
    }),
    goes('a short `joinTimeout`', 'joinTimeout', 'short'),
    goes('`retry: false`', 'retry', 'never'),
  ],
  'The app': [
    goes('its callbacks and listeners throw', 'callbacks', 'throw'),
    goes('its `retry` throws', 'retry', 'throws'),
    goes('its `retryDelay` throws', 'retryDelay', 'throws'),
    goes('its `retryDelay` is not a number', 'retryDelay', 'not a number'),
    fault('unmounts, and mounts again at once', ({ meetings }) => {
      meetings[0]!.unmount();
      meetings[0]!.mount();
    }),
    fault('unmounts, and mounts again a second later', async ({ meetings, time }) => {
      meetings[0]!.unmount();
      await time.pass(1000);
      meetings[0]!.mount();
    }),
    fault('unmounts', ({ meetings }) => meetings[0]!.unmount()),
  ],
  'The SDK refuses to leave': [
    ...(['rejects', 'hangs'] as const).map((how) =>
      fault(`\`leaveMeeting()\` ${how}`, async (world) => {
        world.faults.leave = how;
        void world.meetings[0]!.session.commands.leave();
      }),
    ),
    fault('`leaveMeeting()` rejects and `destroyClient()` throws', async (world) => {
      Object.assign(world.faults, { leave: 'rejects', destroy: 'throws' });
      void world.meetings[0]!.session.commands.leave();
    }),
  ],
};
