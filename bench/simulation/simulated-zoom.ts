import { createFakeSignature } from '../../src/testing/fake-signature';
import { createEventQueue, type EventQueue } from './event-queue';

/** A signature endpoint and Zoom in simulated time. Both answer halfway through a request. */
export interface SimulatedZoom {
  queue: EventQueue;
  /** A random number from 0 to 1, with the same sequence in each run. */
  random: () => number;
  /** When the requests arrived, in ms since the epoch. */
  requests: Record<'signer' | 'zoom', number[]>;
  /** Requests a signature. */
  sign(onAnswer: (signature: SimulatedSignature) => void | Promise<void>): void;
  /** Joins. The answer is the code of the refusal, or `undefined`. */
  join(signature: SimulatedSignature, onAnswer: (code: number | undefined) => void | Promise<void>): void;
}

export interface SimulatedSignature {
  /** The value that the signer wrote, in the signer's unit. */
  iat: number;
  /** A JWT with this `iat`. */
  jwt: string;
}

export interface SimulatedZoomOptions {
  /** The value that the signer writes as `iat` at a given time, in seconds since the epoch. */
  issue: (seconds: number, random: () => number) => number;
  /** Zoom's answer. Default: 3712 while `iat` is ahead of Zoom's clock. */
  judge?: (signature: SimulatedSignature, now: number) => number | undefined;
  seed?: number;
}

export const meetingNumber = '1234567890';
/** One of the seconds at which a 32-bit float rounds. */
const start = 1_760_000_050_000;
/** The duration of a request to the signature endpoint and of a join with a loaded SDK, in ms. */
const roundTrip = { signer: 300, zoom: 400 };

/** Zoom requires whole seconds, and refuses an `iat` that is ahead of its own clock. */
export function judgeIat({ iat }: SimulatedSignature, now: number): number | undefined {
  return Number.isInteger(iat) && iat <= Math.floor(now / 1000) ? undefined : 3712;
}

export function createSimulatedZoom({
  issue,
  judge = judgeIat,
  seed = 1,
}: SimulatedZoomOptions): SimulatedZoom {
  const queue = createEventQueue(start);
  const random = createRandom(seed);
  const requests: SimulatedZoom['requests'] = { signer: [], zoom: [] };

  function ask<Answer>(
    whom: 'signer' | 'zoom',
    answer: (now: number) => Answer,
    onAnswer: (answer: Answer) => void | Promise<void>,
  ) {
    queue.schedule(roundTrip[whom] / 2, () => {
      requests[whom].push(queue.now());
      const given = answer(queue.now());
      queue.schedule(roundTrip[whom] / 2, () => onAnswer(given));
    });
  }

  return {
    queue,
    random,
    requests,
    sign(onAnswer) {
      ask(
        'signer',
        (now) => {
          const iat = issue(now / 1000, random);
          return { iat, jwt: createFakeSignature({ mn: meetingNumber, iat }) };
        },
        onAnswer,
      );
    },
    join(signature, onAnswer) {
      ask('zoom', (now) => judge(signature, now), onAnswer);
    },
  };
}

/** Random numbers from 0 to 1 with the same sequence in each run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
