import { isAnswer, type EndpointCall } from './call-endpoint';
import { finding, type DoctorFinding } from './doctor-finding';
import { measureClock, type ClockMeasurement } from './measure-clock';

/** A difference that does no harm, because signatures are backdated by 30 s and are valid for two hours. */
const harmless = 5000;

/** The difference between the signer's clock and this machine's, from the `Date` of its answers. */
export function clockOf(calls: readonly EndpointCall[]): ClockMeasurement | undefined {
  const samples = calls.filter(isAnswer).flatMap(({ headers, sentAt, receivedAt }) => {
    const date = Date.parse(headers.get('date') ?? '');
    // A cache passes on the Date that it received.
    const isFresh = Number(headers.get('age') ?? 0) === 0;
    return Number.isNaN(date) || !isFresh ? [] : [{ sentAt, receivedAt, date }];
  });
  return measureClock(samples);
}

/** The findings that the clocks add to those about `iat` and `exp`. */
export function judgeClock(
  clock: ClockMeasurement | undefined,
  found: readonly DoctorFinding[],
  secondsAhead: number,
): DoctorFinding[] {
  if (!clock) return [];
  const has = (...ids: string[]) => found.some(({ id }) => ids.includes(id));
  if (clock.kind === 'inconsistent') {
    // The signatures may already have shown that there is only one clock.
    if (has('clock-drifts')) return [];
    return [finding('clocks-differ', `by ${(clock.spread / 1000).toFixed(0)} s or more`)];
  }
  const { low, high } = clock;
  const evidence = `by ${formatOffset(clock)}`;
  if (low > (has('iat-ahead') ? 0 : harmless)) return [finding('clock-ahead', evidence)];
  if (high < -(has('exp-past') ? 0 : harmless)) return [finding('clock-behind', evidence)];
  const isExplained = has('iat-float', 'iat-time-zone') || high / 1000 > secondsAhead - 2;
  if (has('iat-ahead') && !isExplained)
    return [finding('iat-not-the-clock', `the clocks agree to within ${seconds(Math.max(-low, high))}`)];
  return [];
}

/** `20.1 s ± 0.3 s`, without the direction. */
export function formatOffset({ offset, uncertainty }: { offset: number; uncertainty: number }): string {
  return `${seconds(Math.abs(offset))} ± ${seconds(uncertainty)}`;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
