import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anything } from './commands';
import { play } from './play';

const { FUZZ_RUNS, FUZZ_SEED, FUZZ_PATH } = process.env;
/** `npm run fuzz` sets a higher number. */
const runs = Number(FUZZ_RUNS ?? 20_000);
/**
 * `npm test` runs the same sequences each time, so that the same code has the same result. `npm run fuzz` runs new
 * ones each time. `FUZZ_SEED` and `FUZZ_PATH` repeat a failure.
 */
const seed = FUZZ_SEED ?? (FUZZ_RUNS === undefined ? 1 : undefined);

it(
  `keeps all invariants for random events in random order, ${runs} times`,
  { timeout: 7_200_000 },
  async () => {
    const details = await fc.check(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 25 }), play),
      {
        numRuns: runs,
        ...(seed !== undefined && { seed: Number(seed) }),
        ...(FUZZ_PATH !== undefined && { path: FUZZ_PATH }),
      },
    );
    const sequence = details.counterexample?.[0].map(({ name }) => name).join('\n  ');
    const why = details.errorInstance instanceof Error ? details.errorInstance.message : '';
    expect(
      sequence && `${why}\n  ${sequence}\nFUZZ_SEED=${details.seed} FUZZ_PATH=${details.counterexamplePath}`,
    ).toBeUndefined();
  },
);
