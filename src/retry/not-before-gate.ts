import type { SignatureCandidate } from '../signature/signature-candidate';

/*
 * Zoom refuses a signature with 3712 while its `iat` is ahead of Zoom's clock. Two clocks may be wrong: the signer's clock, which
 * wrote `iat`, and the browser's clock, which `iat` is compared with. A signature is held until it is valid by the browser's
 * clock. If Zoom still refuses it, the browser's clock is assumed to be ahead: by a few seconds first, then by up to 30 s.
 */

/** The largest expected difference by which a browser's clock is ahead of Zoom's, in ms. */
export const clockTolerance = 30_000;
/** Nearly all fast clocks are ahead by no more than this, in ms. Few users have to wait for the whole `clockTolerance`. */
const usualClockError = 3000;
/** How long to wait after a signature has become valid, in ms: `iat` has whole seconds. */
const margin = 500;

/** The conclusions from all refusals so far about the clocks. */
export interface ClockKnowledge {
  /** How far the browser's clock is assumed to be ahead of Zoom's, in ms. */
  correction: number;
  /** Whether a signature was refused although its `iat` was further in the past than a wrong clock explains. */
  clearlyPast: boolean;
}

export const nothingKnown: ClockKnowledge = { correction: 0, clearlyPast: false };

/** When a signature may be used, in ms since the epoch. */
export function dueAt(candidate: SignatureCandidate, { correction }: ClockKnowledge): number {
  return candidate.notBefore + correction + margin;
}

/**
 * The signature that becomes valid first, with the other credentials of the new answer. A new signature is not better while the
 * signer's clock is ahead.
 */
export function firstDue(
  held: SignatureCandidate | undefined,
  fresh: SignatureCandidate,
): SignatureCandidate {
  if (held === undefined || held.notBefore >= fresh.notBefore || held.user !== fresh.user) return fresh;
  const { signature } = held.credentials;
  const { notBefore, expiresAt, signedBy = held.fetcher } = held;
  return { ...fresh, credentials: { ...fresh.credentials, signature }, notBefore, expiresAt, signedBy };
}

/**
 * The conclusions from a 3712 about the clocks.
 * @param age How far `iat` was in the past, by the browser's clock, when Zoom was asked, in ms. Negative if it was in the future.
 * @param attempts How many joins there were, including this one.
 */
export function learnFromRefusal(known: ClockKnowledge, age: number, attempts: number): ClockKnowledge {
  // `iat` is ahead of the clock, which explains the refusal.
  if (age < 0) return known;
  // A wrong clock cannot explain this: the signature itself is wrong, and the clock is assumed to be right again.
  if (age >= clockTolerance) return { correction: 0, clearlyPast: true };
  // `iat` is just past. The first time, it may be a coincidence. The second time, the browser's clock is assumed to be wrong by
  // more than `age`: otherwise Zoom would have accepted the signature.
  if (attempts < 2) return known;
  return { ...known, correction: (age < usualClockError ? usualClockError : clockTolerance) + margin };
}

/** Whether a refused signature can still become valid by waiting. */
export function isWorthHolding(candidate: SignatureCandidate, known: ClockKnowledge, now: number): boolean {
  return dueAt(candidate, known) > now;
}
