/**
 * How much is measured. `npm run bench -- --quick` measures less: enough to see whether a row works and roughly
 * where it stands, but not enough for a result.
 */
export const scale = process.env['BENCH_QUICK']
  ? { pairs: 3, cycles: 5, simulated: 2000, crowd: 10_000, real: 5, events: 20_000, soakMinutes: 3 }
  : { pairs: 20, cycles: 50, simulated: 20_000, crowd: 100_000, real: 30, events: 200_000, soakMinutes: 60 };
