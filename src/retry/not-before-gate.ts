import type { SignatureCandidate } from '../signature/signature-candidate';

/*
 * Zoom refuses a signature whose `iat` lies ahead of Zoom's own clock with 3712. Two clocks may be wrong: the signer's,
 * which wrote `iat`, and the browser's, which we compare it with. We hold a signature until it is due by the browser's
 * clock; when it is refused even then, we stop believing the browser's clock and hold it for half a minute more.
 */

/** How far a browser's clock is expected to run ahead of Zoom's at most, in ms. */
export const clockTolerance = 30_000;
/** How much later than due we join, in ms: `iat` has whole seconds. */
const margin = 500;

/** What the refusals so far have taught about the clocks. */
export interface ClockKnowledge {
  /** How far the browser's clock is taken to run ahead of Zoom's, in ms. */
  correction: number;
  /** Whether a signature was refused although its `iat` was past by more than any clock explains. */
  clearlyPast: boolean;
}

export const nothingKnown: ClockKnowledge = { correction: 0, clearlyPast: false };

/** When a signature may be used, in ms since the epoch. */
export function dueAt(candidate: SignatureCandidate, { correction }: ClockKnowledge): number {
  return candidate.notBefore + correction + margin;
}

/** Of two signatures the one that falls due first: a fresh one is no better when the signer's clock runs ahead. */
export function firstDue(
  held: SignatureCandidate | undefined,
  fresh: SignatureCandidate,
): SignatureCandidate {
  return held !== undefined && held.notBefore < fresh.notBefore ? held : fresh;
}

/**
 * What a 3712 teaches.
 * @param age How long `iat` was past by the browser's clock when Zoom was asked, in ms; negative while it lies ahead.
 * @param attempts How many joins there were, this one included.
 */
export function learnFromRefusal(known: ClockKnowledge, age: number, attempts: number): ClockKnowledge {
  // Ahead of the clock: that explains it.
  if (age < 0) return known;
  // Past by more than a wrong clock explains: the signature itself is wrong, so the clock is taken as right again.
  if (age >= clockTolerance) return { correction: 0, clearlyPast: true };
  // Just past: the first time it may be chance, the second time the browser's clock is under suspicion.
  return attempts < 2 ? known : { ...known, correction: clockTolerance + margin };
}

/** Whether a refused signature can still become valid by waiting. */
export function isWorthHolding(candidate: SignatureCandidate, known: ClockKnowledge, now: number): boolean {
  return dueAt(candidate, known) > now;
}
