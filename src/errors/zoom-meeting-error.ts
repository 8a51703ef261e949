import type { SignatureFinding } from '../signature/signature-finding';
import { errorCodeInfo, type ZoomErrorClass, type ZoomErrorCode, type ZoomUserAction } from './error-codes';
import { redact } from './redact';

/** What a `ZoomMeetingError` is made from. */
export interface ZoomMeetingErrorDetails {
  /** Overrides the catalogue's class: a refused signature turns out to be the app's mistake. */
  class?: ZoomErrorClass | undefined;
  /** What the SDK, the server or the browser said; may be localised or empty. */
  reason?: string | undefined;
  /** Where to sign in or register, when Zoom said so. */
  url?: string | undefined;
  /** How many times `join()` was called before this error; 0 when it never was. */
  attempts?: number | undefined;
  /** What is wrong with the signature, when that can be told. */
  findings?: readonly SignatureFinding[] | undefined;
  /** What was thrown. Only a redacted text of it is kept. */
  cause?: unknown;
}

/** The same in each copy of this module: an app may load the ES module and the CommonJS one. */
const brand = /* #__PURE__ */ Symbol.for('react-zoom-meeting.ZoomMeetingError');

/**
 * Why a meeting could not be joined or went on no longer.
 *
 * Its `message` is made of code and reason, for a log; `zoomErrorCodes` has a sentence for people.
 *
 * Serialisable with `JSON.stringify`; signatures, tokens and passwords are taken out of every text it holds.
 *
 * @example
 * const onError = ({ code, findings }: ZoomMeetingError) => report(code, findings.map(({ cure }) => cure));
 */
export class ZoomMeetingError extends Error {
  /** Zoom's number, or a name of this library's such as `BUSY`; see `zoomErrorCodes`. */
  declare readonly code: ZoomErrorCode;
  /** What kind of trouble it is; it decides about retries. */
  declare readonly class: ZoomErrorClass;
  /** What the person in front of the screen can do. */
  declare readonly userAction: ZoomUserAction;
  /** What the SDK, the server or the browser said; may be localised or empty. */
  declare readonly reason: string;
  /** Where to sign in or register, when Zoom said so. */
  declare readonly url: string | undefined;
  /** How many times `join()` was called; 0 when it never was. */
  declare readonly attempts: number;
  /** What is wrong with the signature, when that can be told; empty otherwise. */
  declare readonly findings: readonly SignatureFinding[];

  constructor(code: ZoomErrorCode, details: ZoomMeetingErrorDetails = {}) {
    const info = errorCodeInfo(code);
    const reason = redact(details.reason ?? '');
    const cause = details.cause === undefined ? {} : { cause: describe(details.cause) };
    super(`${code}${reason && `: ${reason}`}`, cause);
    this.name = 'ZoomMeetingError';
    this.code = code;
    this.class = details.class ?? info.class;
    this.userAction = info.userAction;
    this.reason = reason;
    this.url = details.url && redact(details.url);
    this.attempts = details.attempts ?? 0;
    this.findings = details.findings ?? [];
    Object.defineProperty(this, brand, { value: true });
  }

  /**
   * Recognises the errors of another copy of this library too.
   *
   * @hidden
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A subclass inherits this method, and has no brand of its own.
    return this === ZoomMeetingError ? brand in Object(value) : super[Symbol.hasInstance](value);
  }

  /** The same error with more said about it. */
  with(details: Pick<ZoomMeetingErrorDetails, 'class' | 'attempts' | 'findings'>): ZoomMeetingError {
    return new ZoomMeetingError(this.code, { ...this, cause: this.cause, ...details });
  }

  /** The error as plain data, without its cause and stack. */
  toJSON() {
    return { ...this, message: this.message };
  }
}

/** What a cause says, as a text: an error of somebody else's may hold a whole answer of a server. */
function describe(cause: unknown): string {
  const { stack, type } = Object(cause) as { stack?: unknown; type?: unknown };
  return redact(String(stack ?? type ?? typeof cause));
}
