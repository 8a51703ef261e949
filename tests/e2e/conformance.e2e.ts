import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect } from 'vitest';
import { runScenario } from './conformance/driver';
import { comparable, scenarios } from './conformance/scenarios';
import { it, useBrowser } from './harness';

useBrowser();

const file = fileURLToPath(new URL('conformance/sdk-6.2.0.json', import.meta.url));
/** What SDK 6.2.0 did in each scenario. The SDK is pinned, so this changes only when the scenarios or the stand-in do. */
const recorded = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, string[]>;
const all = Object.entries(scenarios);
const compared = (name: string, trace: string[] = []) =>
  (comparable[name] ?? ((same: string[]) => same))(trace);

/**
 * Tests on the fake SDK prove something only if it behaves like the real one. Both run the same scenarios, and
 * their traces must match line by line. The real SDK is right: if this fails, change the fake.
 */
describe.concurrent('the fake behaves like SDK 6.2.0', () => {
  it.for(all)('%s', async ([name, scenario], { open }) => {
    expect(compared(name, await runScenario('fake', await open({ isLight: true }), scenario))).toEqual(
      compared(name, recorded[name]),
    );
  });
});

/** `record` records the behaviour of the real SDK again. The nightly run checks that it has not changed. */
const realSdk = process.env['CONFORMANCE'] ?? (process.env['NIGHTLY'] && 'check');
if (realSdk) {
  describe.concurrent('SDK 6.2.0 behaves as recorded', () => {
    const traces: Record<string, string[]> = {};
    it.for(all)('%s', async ([name, scenario], { open }) => {
      traces[name] = await runScenario('real', await open(), scenario);
      if (realSdk === 'check') expect(compared(name, traces[name])).toEqual(compared(name, recorded[name]));
    });
    afterAll(() => {
      if (realSdk !== 'record') return;
      // With `-t`, the other scenarios keep their recording.
      const sorted = Object.fromEntries(all.map(([name]) => [name, traces[name] ?? recorded[name]]));
      writeFileSync(file, `${JSON.stringify(sorted, undefined, 2)}\n`);
    });
  });
}
