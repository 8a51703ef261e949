import { errorCodeInfo, type ZoomErrorClass, type ZoomErrorCode } from '../errors/error-codes';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { SignatureRequestReason } from '../signature/signature-fetcher';
import type { SignatureFindingId } from '../signature/signature-finding';
import { backoffWhenLost, fullJitter } from './backoff';
import type { ClockKnowledge } from './not-before-gate';

/** Whether to join again, like TanStack Query's `retry`. `failureCount` is the number of earlier failures. */
export type RetryValue = boolean | number | ((failureCount: number, error: ZoomMeetingError) => boolean);
/** The delay before the next join, in ms, like TanStack Query's `retryDelay`. */
export type RetryDelayValue = number | ((failureCount: number, error: ZoomMeetingError) => number);

/** The options for retries. */
export interface RetryOptions {
  /**
   * `undefined`: decided by the class of the error. `false`: never. A number: up to that many retries of errors of the classes
   * `signature`, `credential` and `transient`. `true`: as many of them as the budget allows. In any case, there are at most
   * five joins.
   *
   * A function replaces the default rules. `(failureCount) => failureCount < 3` also retries a wrong passcode or a wrong
   * option, which cannot succeed. Check the class: `(failureCount, error) => error.class === 'transient' && failureCount < 3`.
   */
  retry?: RetryValue | undefined;
  /**
   * The delay before the next join, in ms. Default: none after an expired signature (3705), a signature that is not valid yet,
   * or a refused credential. Otherwise exponential backoff with full jitter, up to 30 s. It is longer after a joined meeting was
   * lost. The next join also waits until the signature is valid.
   */
  retryDelay?: RetryDelayValue | undefined;
  /**
   * The time within which a retry may start, in ms: 0 or more. It begins with the call to `join()`, or when a wait for another
   * meeting or for the connection is over. It includes the time to load the SDK and to fetch the signature. Default 100 000.
   */
  retryBudget?: number | undefined;
}

/** The progress of this join. */
export interface RetryHistory {
  /** How many times `join()` was called. */
  attempts: number;
  /** The codes of the failures before this one, oldest first. */
  failures: readonly ZoomErrorCode[];
  /** When the first try began, in ms. */
  startedAt: number;
  /** The conclusions from the refusals about the clocks. */
  clock: ClockKnowledge;
  /** Whether this join has reached `joined`: `onJoined` is called once, and a failure means that the meeting was lost. */
  hasJoined: boolean;
}

/** When and how to join again. */
export interface Retry {
  /** In ms. */
  delay: number;
  /** Why a new signature has to be fetched. `undefined`: the signature can be used again. */
  refetch: SignatureRequestReason | undefined;
}

/** Each join takes three WebGL contexts that the page never gets back; Chromium keeps 16 (observed with 6.2.0). */
const maxAttempts = 5;
/** The limit if a signature is refused although its `iat` is clearly past: that is a mistake of the app. */
const maxAttemptsClearlyPast = 4;
const defaultBudget = 100_000;
/** How much longer than the minimum delay of a code a delay may be, as a fraction of it. */
const spread = 0.4;

const retryable: readonly ZoomErrorClass[] = ['signature', 'credential', 'transient'];

/** The findings that a later signature may not have. The signer would repeat any other mistake. */
const temporaryFindings: readonly SignatureFindingId[] = [
  'iat-ahead',
  'iat-float',
  'exp-past',
  'exp-too-near',
  'exp-too-far',
  'secret-or-key',
];

/** Decides when and how to join again after a failure. `undefined`: not at all. Pure. */
export function decideRetry(
  error: ZoomMeetingError,
  history: RetryHistory,
  options: RetryOptions,
  now: number,
  random: number,
): Retry | undefined {
  const delay = delayFor(error, history, options, now, random);
  return isAllowed(error, history, options) && isInBudget(now + delay, history, options)
    ? { delay, refetch: refetchReason(error) }
    : undefined;
}

/** Whether a retry may still start at `at`. */
export function isInBudget(at: number, history: RetryHistory, options: RetryOptions): boolean {
  return at <= budgetEnd(history, options);
}

function budgetEnd({ startedAt }: RetryHistory, { retryBudget = defaultBudget }: RetryOptions): number {
  return startedAt + retryBudget;
}

function isAllowed(error: ZoomMeetingError, history: RetryHistory, { retry }: RetryOptions): boolean {
  const { attempts, failures, clock } = history;
  if (attempts >= maxAttempts || retry === false) return false;
  if (typeof retry === 'function') return retry(failures.length, error);
  if (!retryable.includes(error.class)) return false;
  if (typeof retry === 'number') return failures.length < retry;
  if (retry === true) return true;

  if (error.class === 'signature') {
    if (clock.clearlyPast && attempts >= maxAttemptsClearlyPast) return false;
    const errors = error.findings.filter(({ severity }) => severity === 'error');
    if (errors.some(({ id }) => !temporaryFindings.includes(id))) return false;
  }
  return failures.filter((code) => code === error.code).length < errorCodeInfo(error.code).maxRetries;
}

function delayFor(
  error: ZoomMeetingError,
  history: RetryHistory,
  options: RetryOptions,
  now: number,
  random: number,
): number {
  const { failures } = history;
  const { retryDelay } = options;
  const wanted = typeof retryDelay === 'function' ? retryDelay(failures.length, error) : retryDelay;
  // A value that is not a number, or is negative, is a mistake of the app. The retry is immediate.
  if (wanted !== undefined) return wanted > 0 ? wanted : 0;
  if (error.code === 3705 || error.class === 'credential') return 0;
  // The next join waits until the signature is valid, and that is enough.
  if (error.findings.some(({ id }) => id === 'iat-ahead')) return 0;
  const { minDelay } = errorCodeInfo(error.code);
  // Zoom refuses many clients at the same time with such a code. They must not come back at the same time.
  const room = Math.min(spread * minDelay, budgetEnd(history, options) - now - minDelay);
  const isLost = history.hasJoined && error.class === 'transient';
  const backoff = isLost ? backoffWhenLost : fullJitter;
  return Math.max(minDelay + random * Math.max(0, room), backoff(failures.length, random));
}

function refetchReason(error: ZoomMeetingError): SignatureRequestReason | undefined {
  if (error.class === 'credential') return 'credential';
  if (error.class !== 'signature') return undefined;
  return error.code === 3705 ? 'expired' : 'rejected';
}
