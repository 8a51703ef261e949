/**
 * How much is measured. `npm run bench -- --quick` measures less: enough to see whether a row works and roughly
 * where it stands, but not enough for a result.
 */
export const scale = process.env['BENCH_QUICK']
  ? {
      pairs: 3,
      slowPairs: 3,
      cycles: 5,
      simulated: 2000,
      crowd: 10_000,
      real: 5,
      events: 20_000,
      drops: 4,
      outages: 2,
    }
  : {
      pairs: 20,
      /** For the rows whose pairs take longer than ten seconds. The quartiles show whether they are enough. */
      slowPairs: 10,
      cycles: 50,
      simulated: 20_000,
      crowd: 100_000,
      real: 30,
      events: 200_000,
      drops: 100,
      outages: 10,
    };
