import { javaRounded } from '../tests/stand-in/signer-clock';
import { joinAsShipped, type SimulatedJoin } from './simulation/shipped-policy';
import { createSimulatedZoom, type SimulatedZoomOptions } from './simulation/simulated-zoom';
import { joinAsUsual } from './simulation/usual-policy';
import { quantile } from './statistics';

interface Signer {
  name: string;
  issue: SimulatedZoomOptions['issue'];
  /** No signature from it ever becomes valid, so the join must fail at once. */
  neverValid?: boolean;
}

const whole = Math.floor;

/** The ways in which a signer's clock can be wrong. */
export const signers: readonly Signer[] = [
  { name: 'right', issue: whole },
  { name: '1 s ahead', issue: (now) => whole(now + 1) },
  { name: '5 s ahead', issue: (now) => whole(now + 5) },
  { name: '20 s ahead', issue: (now) => whole(now + 20) },
  { name: '45 s ahead', issue: (now) => whole(now + 45) },
  { name: '90 s ahead', issue: (now) => whole(now + 90) },
  { name: '45 s behind', issue: (now) => whole(now - 45) },
  { name: '45 s ahead, backdated by 30 s', issue: (now) => whole(now + 45 - 30) },
  { name: 'one of two servers, 45 s ahead', issue: (now, random) => whole(now + (random() < 0.5 ? 45 : 0)) },
  { name: 'jumping by up to 60 s', issue: (now, random) => whole(now + (random() * 2 - 1) * 60) },
  { name: 'rounded by a 32-bit float', issue: javaRounded },
  { name: 'seconds with a fraction', issue: (now) => now + 0.5, neverValid: true },
  { name: 'milliseconds', issue: (now) => whole(now * 1000), neverValid: true },
];

/** The clients start one after another, so that they see every second of the signer's clock. In ms. */
const pause = 6007;

export interface Recovery {
  signer: string;
  neverValid: boolean;
  /** From 0 to 1. */
  joined: number;
  /** As a fraction of the clients that joined. */
  meanAttempts: number;
  maxAttempts: number;
  /**
   * The time from the moment a signature became usable until `joined`, in ms: the median, the 99th percentile and
   * the maximum.
   */
  delay: { median: number; p99: number; max: number };
  /** The longest time from the first refusal to the end, in ms. */
  longest: number;
}

/**
 * Simulates joins with a signer, using the shipped policy or the usual one.
 * @param browserError The maximum error of the browsers' clocks, in ms. Each clock has a different error.
 */
export async function simulateRecovery(
  { name, issue, neverValid = false }: Signer,
  policy: 'shipped' | 'usual',
  joins: number,
  browserError = 0,
): Promise<Recovery> {
  const zoom = createSimulatedZoom({ issue });
  const ends: SimulatedJoin[] = [];
  const onEnd = (end: SimulatedJoin) => void ends.push(end);
  for (let count = 0; count < joins; count += 1) {
    const browserAhead = (zoom.random() * 2 - 1) * browserError;
    zoom.queue.schedule(count * pause + zoom.random() * 1000, () =>
      policy === 'shipped' ? joinAsShipped(zoom, browserAhead, onEnd) : joinAsUsual(zoom, onEnd),
    );
  }
  await zoom.queue.run();
  if (ends.length !== joins) throw new Error(`${joins - ends.length} of ${joins} joins never ended.`);
  const joined = ends.filter(({ outcome }) => outcome === 'joined');
  const delays = joined.map(delayOf);
  return {
    signer: name,
    neverValid,
    joined: joined.length / joins,
    meanAttempts: joined.reduce((sum, { attempts }) => sum + attempts, 0) / joined.length,
    maxAttempts: Math.max(...ends.map(({ attempts }) => attempts)),
    delay: { median: quantile(delays, 0.5), p99: quantile(delays, 0.99), max: quantile(delays, 1) },
    longest: Math.max(...ends.map(({ endedAt, refusedAt }) => endedAt - (refusedAt ?? endedAt))),
  };
}

/** How long after the first of its signatures became valid a client joined the meeting. */
function delayOf({ endedAt, signatures }: SimulatedJoin): number {
  const usableAt = signatures.map(({ iat, arrivedAt }) => Math.max(arrivedAt, Math.ceil(iat) * 1000));
  return endedAt - Math.min(...usableAt);
}
