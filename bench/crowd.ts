import { joinAsShipped, type SimulatedJoin } from './simulation/shipped-policy';
import { createSimulatedZoom, judgeIat, type SimulatedZoomOptions } from './simulation/simulated-zoom';
import { joinAsUsual } from './simulation/usual-policy';
import { quantile } from './statistics';

/** Why Zoom refuses a crowd. */
interface CrowdRefusal {
  name: string;
  issue: SimulatedZoomOptions['issue'];
  /** Creates Zoom's answers to a crowd of clients. */
  judge: (crowd: number) => NonNullable<SimulatedZoomOptions['judge']>;
}

const whole = Math.floor;
/** How many clients Zoom accepts per second when too many join, as a fraction of the crowd. */
const capacity = 0.05;

export const tooManyJoining: CrowdRefusal = {
  name: 'too many are joining (3633): Zoom then accepts 5 % of them per second',
  issue: whole,
  judge(crowd) {
    let first: number | undefined;
    const taken = new Map<number, number>();
    return (_signature, now) => {
      const second = whole(now / 1000);
      first ??= second;
      const count = taken.get(second) ?? 0;
      if (second === first || count >= capacity * crowd) return 3633;
      taken.set(second, count + 1);
      return undefined;
    };
  },
};

export const connectionFails: CrowdRefusal = {
  name: 'the connection fails for a second (-3000)',
  issue: whole,
  judge() {
    let first: number | undefined;
    return (_signature, now) => (whole(now / 1000) === (first ??= whole(now / 1000)) ? -3000 : undefined);
  },
};

export const signerAhead: CrowdRefusal = {
  name: 'the signer’s clock is 20 s ahead (3712)',
  issue: (now) => whole(now + 20),
  judge: () => judgeIat,
};

export interface Crowd {
  /** As a fraction of all clients, from 0 to 1. */
  joined: number;
  /** The highest number of requests in one second after the refusal, as a fraction of the crowd. */
  peak: Record<'signer' | 'zoom', number>;
  /** Requests per client, in total. */
  requests: Record<'signer' | 'zoom', number>;
  /** The time from the first request until 99 % of all clients have joined, in ms. `undefined` if they never do. */
  almostAllAfter: number | undefined;
}

/** All clients start within this time, in ms, so that the last one is refused before the first one returns. */
const arrival = 200;

/** Simulates a crowd that Zoom refuses in the same second, with the shipped policy or the usual one. */
export async function simulateCrowd(
  { issue, judge }: CrowdRefusal,
  policy: 'shipped' | 'usual',
  clients: number,
): Promise<Crowd> {
  const zoom = createSimulatedZoom({ issue, judge: judge(clients) });
  const { queue, requests } = zoom;
  const start = queue.now();
  const ends: SimulatedJoin[] = [];
  const onEnd = (end: SimulatedJoin) => void ends.push(end);
  for (let count = 0; count < clients; count += 1) {
    queue.schedule(zoom.random() * arrival, () =>
      policy === 'shipped' ? joinAsShipped(zoom, 0, onEnd) : joinAsUsual(zoom, onEnd),
    );
  }
  await queue.run();
  const times = ends.map(({ outcome, endedAt }) => (outcome === 'joined' ? endedAt - start : Infinity));
  const almostAllAfter = quantile(times, 0.99);
  const retries = (whom: 'signer' | 'zoom') => requests[whom].slice(clients);
  return {
    joined: times.filter(Number.isFinite).length / clients,
    peak: {
      signer: busiestSecond(retries('signer')) / clients,
      zoom: busiestSecond(retries('zoom')) / clients,
    },
    requests: { signer: requests.signer.length / clients, zoom: requests.zoom.length / clients },
    almostAllAfter: Number.isFinite(almostAllAfter) ? almostAllAfter : undefined,
  };
}

/** The highest number of events within one second. @param times In ms, ascending. */
function busiestSecond(times: readonly number[]): number {
  let first = 0;
  let most = 0;
  times.forEach((time, last) => {
    while (times[first]! <= time - 1000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
