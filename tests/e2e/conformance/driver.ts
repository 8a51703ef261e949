import { createMeetingSignature } from '../../../src/server';
import { type Opened, sdkKey, sdkSecret } from '../harness';
import type { Step } from '../page/conformance';
import { fakeWorld, slowJoinMs, standInWorld, type World } from './world';

/** One of the two SDKs on its own page, with everything around it. Records what happens. */
export interface Driver {
  /** Runs these steps in one tick. */
  now(...steps: Step[]): Promise<void>;
  /** A join with a signature that the stand-in accepts, unless a step replaces it. */
  join(options?: { signature?: string; userName?: string; customerKey?: string }): Step;
  /** The same as a host. */
  host(): Step;
  /** Creates and initialises a client, and adds listeners. */
  ready(): Promise<void>;
  /** `ready`, then joins. */
  joined(): Promise<void>;
  /** `joined`, then leaves: the client can join again at once. */
  warm(): Promise<void>;
  /** Waits until the trace has this many lines that contain this text. */
  until(words: string, times?: number): Promise<void>;
  /** Waits for this many ms, to check that nothing happens. */
  pass(ms: number): Promise<void>;
  readonly world: World;
}

export const steps = {
  createClient: { do: 'createClient' },
  init: { do: 'init' },
  on: { do: 'on' },
  leave: { do: 'leaveMeeting' },
  end: { do: 'endMeeting' },
  destroy: { do: 'destroyClient' },
  look: { do: 'look' },
} as const satisfies Record<string, Step>;

export interface Scenario {
  (driver: Driver): Promise<void>;
  /** Something happens during the join, so the fake takes as long as the real SDK. */
  isSlow?: true;
}

/** Runs a scenario on one of the two SDKs. Returns the trace. */
export async function runScenario(
  which: 'fake' | 'real',
  opened: Opened,
  scenario: Scenario,
): Promise<string[]> {
  const { page, standIn } = opened;
  await page.goto(new URL('/conformance.html', page.url()).href);
  await page.evaluate((given) => bench.load(given), [which, scenario.isSlow ? slowJoinMs : 300] as const);
  const sign = (role: 0 | 1) =>
    createMeetingSignature({ sdkKey, sdkSecret, meetingNumber: '123456789', role });
  const [signature, hostSignature] = await Promise.all([sign(0), sign(1)]);

  const driver: Driver = {
    world: which === 'fake' ? fakeWorld(page) : standInWorld(standIn),
    now: (...given) => page.evaluate((list) => bench.steps(list), given),
    join: (options) => ({ do: 'join', options: { signature, ...options } }),
    host: () => ({ do: 'join', options: { signature: hostSignature } }),
    async ready() {
      await driver.now(steps.createClient, steps.init, steps.on);
      await driver.until('init 2 resolves');
    },
    async joined() {
      await driver.ready();
      await driver.now(driver.join());
      await driver.until('join 4 resolves');
    },
    async warm() {
      await driver.joined();
      await driver.now(steps.leave);
      await driver.until('leaveMeeting 5 resolves');
    },
    async until(words, times = 1) {
      await page
        .waitForFunction(
          ([wanted, count]) => bench.trace.filter((line) => line.includes(wanted)).length >= count,
          [words, times] as const,
          { timeout: 45_000 },
        )
        .catch(async () => {
          const trace = await page.evaluate(() => bench.trace);
          throw new Error(`The ${which} SDK never came to '${words}' (${times}):\n${trace.join('\n')}`);
        });
    },
    pass: (ms) => page.waitForTimeout(ms),
  };
  await scenario(driver);
  const { trace, pending } = await page.evaluate(() => ({ trace: bench.trace, pending: bench.pending }));
  return [...trace, ...pending.map((call) => `${call} never settles`)];
}
