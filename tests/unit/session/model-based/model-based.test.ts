import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anything, type Happening } from './commands';
import { createWorld } from './world';

/** `npm run fuzz` asks for more; `FUZZ_SEED` and `FUZZ_PATH` repeat what it found. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const seed = process.env['FUZZ_SEED'] === undefined ? undefined : Number(process.env['FUZZ_SEED']);
const path = process.env['FUZZ_PATH'];

async function play(happenings: readonly Happening[]): Promise<void> {
  const world = createWorld();
  try {
    for (const { happen } of happenings) {
      await happen(world);
      await world.check();
    }
    await world.finish();
  } finally {
    world.stop();
  }
}

it(`whatever happens in whatever order, ${runs} times`, { timeout: 7_200_000 }, async () => {
  await import('../../../../src/signature/inspect-signature');
  const details = await fc.check(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 25 }), play),
    { numRuns: runs, ...(seed !== undefined && { seed }), ...(path !== undefined && { path }) },
  );
  const sequence = details.counterexample?.[0].map(({ name }) => name).join('\n  ');
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : '';
  expect(
    sequence && `${why}\n  ${sequence}\nFUZZ_SEED=${details.seed} FUZZ_PATH=${details.counterexamplePath}`,
  ).toBeUndefined();
});
