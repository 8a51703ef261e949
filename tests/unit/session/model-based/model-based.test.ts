import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anything } from './commands';
import { play } from './play';

/** `npm run fuzz` asks for more; `FUZZ_SEED` and `FUZZ_PATH` repeat what it found. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const seed = process.env['FUZZ_SEED'] === undefined ? undefined : Number(process.env['FUZZ_SEED']);
const path = process.env['FUZZ_PATH'];

it(`whatever happens in whatever order, ${runs} times`, { timeout: 7_200_000 }, async () => {
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
