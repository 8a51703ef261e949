import { describe, expect } from 'vitest';
import { runScenario } from './conformance/driver';
import { comparable, scenarios } from './conformance/scenarios';
import { it, useBrowser } from './harness';

useBrowser();

/**
 * The fake SDK is only worth testing against as far as it is like the real one. So both go through the same scenarios,
 * and what happens must be the same, line by line. The real one is the judge: where this fails, mend the fake.
 */
describe.concurrent('the fake does as SDK 6.2.0 does', () => {
  it.for(Object.entries(scenarios))('%s', async ([name, scenario], { open }) => {
    const real = await runScenario('real', await open(), scenario);
    const fake = await runScenario('fake', await open(), scenario);
    const compare = comparable[name] ?? ((trace: string[]) => trace);
    expect(compare(fake)).toEqual(compare(real));
  });
});
