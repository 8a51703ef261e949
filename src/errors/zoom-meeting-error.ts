import type { SignatureFinding } from '../signature/signature-finding';
import { errorCodeInfo, type ZoomErrorClass, type ZoomErrorCode, type ZoomUserAction } from './error-codes';
import { redact } from './redact';

/** The details that a `ZoomMeetingError` is created from. */
export interface ZoomMeetingErrorDetails {
  /** Overrides the catalogue's class, for example when a refused signature is the app's mistake. */
  class?: ZoomErrorClass | undefined;
  /** The text of the SDK, the server or the browser. May be localised or empty. */
  reason?: string | undefined;
  /** The URL of the page to sign in or register, if Zoom provided one. */
  url?: string | undefined;
  /** How many times `join()` was called before this error. */
  attempts?: number | undefined;
  /** What is wrong with the signature, if that is known. */
  findings?: readonly SignatureFinding[] | undefined;
  /** What was thrown. Only its redacted text is kept. */
  cause?: unknown;
}

/** The same symbol in each copy of this module: an app may load both the ES module and the CommonJS module. */
const brand = /* #__PURE__ */ Symbol.for('react-zoom-meeting.ZoomMeetingError');

/**
 * Why a meeting could not be joined, or why it was lost.
 *
 * Its `message` is for logs, and consists of the code and the reason. For a sentence for users, see `zoomErrorCodes`.
 *
 * Can be serialised with `JSON.stringify`. Signatures, tokens and passwords are removed from every text in it, except `url`.
 *
 * @example
 * const onError = ({ code, findings }: ZoomMeetingError) => console.error(code, findings.map(({ cure }) => cure));
 */
export class ZoomMeetingError extends Error {
  /** Zoom's number, or one of this library's names such as `NOT_HOST`. See `zoomErrorCodes`. */
  declare readonly code: ZoomErrorCode;
  /** The kind of error. It decides whether to retry. */
  declare readonly class: ZoomErrorClass;
  /** What the user can do. */
  declare readonly userAction: ZoomUserAction;
  /** The text of the SDK, the server or the browser. May be localised or empty. */
  declare readonly reason: string;
  /**
   * The URL of the page to sign in or register, if Zoom provided one. Use it for a link. It may contain a token, so it is not
   * enumerable, and is redacted in JSON.
   */
  declare readonly url: string | undefined;
  /** How many times `join()` was called before this error. */
  declare readonly attempts: number;
  /** What is wrong with the signature. Empty if that is not known. */
  declare readonly findings: readonly SignatureFinding[];

  constructor(code: ZoomErrorCode, details: ZoomMeetingErrorDetails = {}) {
    const info = errorCodeInfo(code);
    const reason = redact(details.reason ?? '');
    const cause = details.cause === undefined ? {} : { cause: describeCause(details.cause) };
    super(`${code}${reason && `: ${reason}`}`, cause);
    this.name = 'ZoomMeetingError';
    this.code = code;
    this.class = details.class ?? info.class;
    this.userAction = info.userAction;
    this.reason = reason;
    // Not redacted, because a redacted link would not open the page. Not enumerable, because loggers print enumerable properties.
    Object.defineProperty(this, 'url', { value: details.url });
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

  /** The same error with more details. */
  with(details: Pick<ZoomMeetingErrorDetails, 'class' | 'attempts' | 'findings'>): ZoomMeetingError {
    return new ZoomMeetingError(this.code, { ...this, url: this.url, cause: this.cause, ...details });
  }

  /** The error as plain data, without its cause and stack. */
  toJSON() {
    return { ...this, url: this.url && redact(this.url), message: this.message };
  }
}

/** The text of a cause. The object itself is not kept, because it may hold a whole server response. */
export function describeCause(cause: unknown): string {
  if (typeof cause === 'string') return redact(cause);
  const { stack, type } = Object(cause) as { stack?: unknown; type?: unknown };
  return redact(String(stack ?? type ?? typeof cause));
}
