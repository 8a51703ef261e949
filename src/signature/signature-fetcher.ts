import { ZoomMeetingError } from '../errors/zoom-meeting-error';

/** Why a signature is requested. */
export type SignatureRequestReason = 'initial' | 'rejected' | 'expired' | 'expiring' | 'credential' | 'used';

/** The argument of a `SignatureFetcher`. */
export interface SignatureRequest {
  /** Digits only. */
  meetingNumber: string;
  /** 0: participant, 1: host. Your server decides whether to grant it. */
  role: 0 | 1;
  /** The number of the join attempt that the signature is for, starting at 1. */
  attempt: number;
  /**
   * `initial`: the first signature. `rejected`: Zoom refused the last one (3712). `expired`: the last one had expired (3705).
   * `expiring`: the last one is about to expire. `credential`: a ZAK or token was refused, so send new ones. `used`: a join has
   * used the on-behalf-of token, so send a new one.
   */
  reason: SignatureRequestReason;
  /**
   * Whether the page still has the registrant's token (`tk`) of an earlier response for this user. If so, do not register the
   * user again, because Zoom limits registrations: send a response without `tk`, and the page keeps the token.
   */
  hasTk: boolean;
  /** Aborts when the signature is no longer needed, for example when the meeting is left, or after `joinTimeout`. */
  signal: AbortSignal;
}

/**
 * A signature, and join options from your server. They override the options of the same name. See `ZoomJoinDetails`. `null` and an
 * empty string count as omitted.
 */
export interface ZoomCredentials {
  /** The JWT for the SDK's `join()`, as `createMeetingSignature` creates it. */
  signature: string;
  /** The host's Zoom Access Key. */
  zak?: string | undefined;
  /** The on-behalf-of token. */
  obfToken?: string | undefined;
  /** The registrant's token. */
  tk?: string | undefined;
  /** The token that allows a bot to record. */
  recordingToken?: string | undefined;
  /** The meeting's passcode, so that it does not have to be in the page's code. */
  password?: string | undefined;
  /** The participant's name in the meeting. */
  userName?: string | undefined;
  /** The participant's email address. */
  userEmail?: string | undefined;
  /** Your id for the participant. */
  customerKey?: string | undefined;
}

/**
 * Fetches a signature from your server. Any rejection counts as a failure.
 *
 * The credentials belong to this function and to the user of the options (`userName`, `customerKey` and the others). For
 * another user, new credentials are requested at once. If you pass another function, it is called at the next retry, or after
 * waiting for another meeting or for the connection, unless the credentials are only a signature and a passcode. The first join
 * uses the credentials that were requested when it began. An inline function is a new function on each render, so each retry
 * may send one more request. When another user signs in, pass their `customerKey` or a new `key`.
 */
export type SignatureFetcher = (request: SignatureRequest) => Promise<string | ZoomCredentials>;

/** Options of `createSignatureFetcher`. */
export interface SignatureFetcherOptions {
  /** Additional headers. A function is called for each request, so that a session token is always current. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** The `credentials` option of `fetch`. Default `same-origin`. */
  credentials?: RequestCredentials;
  /** The time limit for a request, with `headers` and `fields`, in ms, 1 or more. Default 10 000. */
  timeout?: number;
  /**
   * Fields of your app for `authorize`, such as an invitation code: a plain object of JSON values. A function is called for
   * each request. Default: none.
   */
  fields?: SignatureFields | (() => SignatureFields | Promise<SignatureFields>);
}

/**
 * Fields of the app in a request for a signature.
 *
 * @inline
 */
type SignatureFields = Readonly<Record<string, unknown>>;

/**
 * Creates a `SignatureFetcher` for an endpoint with the protocol of Zoom's official sample: `POST {meetingNumber, role}` →
 * `{signature, …}`. `createSignatureHandler` creates such an endpoint. The body also has `fields`, if you pass some, and
 * `hasTk: true` while the page has the registrant's token.
 *
 * Rejects with a `ZoomMeetingError`: `SIGNATURE_UNAUTHORIZED` for 401 and 403, `SIGNATURE_REJECTED` for another 4xx,
 * `SIGNATURE_TIMEOUT`, and `SIGNATURE_FETCH_FAILED` for 408, 429, 5xx and network failures. Only these failures are repeated.
 * The body of a response is never part of the error. If a field is not a JSON value, the code is `INVALID_OPTIONS`, and the
 * error names the field.
 *
 * @param endpoint The URL of your endpoint, absolute or relative to the page.
 * @param options Headers, cookies, the time limit and fields of your app.
 * @example
 * const fetchSignature = createSignatureFetcher('/api/zoom/signature', {
 *   fields: () => ({ invitationCode: new URLSearchParams(location.search).get('invitation') }),
 * });
 */
export function createSignatureFetcher(
  endpoint: string | URL,
  { headers, credentials = 'same-origin', timeout = 10_000, fields }: SignatureFetcherOptions = {},
): SignatureFetcher {
  return async ({ meetingNumber, role, hasTk, signal }) => {
    const deadline = AbortSignal.timeout(timeout);
    const end = anySignal(signal, deadline);
    try {
      const allHeaders = new Headers(typeof headers === 'function' ? await abortable(end, headers) : headers);
      allHeaders.set('content-type', 'application/json');
      const ownFields = typeof fields === 'function' ? await abortable(end, fields) : fields;
      if (ownFields !== undefined) checkFields(ownFields);
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: allHeaders,
        credentials,
        cache: 'no-store',
        body: JSON.stringify({ meetingNumber, role, hasTk: hasTk || undefined, fields: ownFields }),
        signal: end,
      });
      if (!response.ok) throw statusError(response.status);
      return parseBody(await response.text());
    } catch (error) {
      if (error instanceof ZoomMeetingError) throw error;
      if (deadline.aborted) {
        throw new ZoomMeetingError('SIGNATURE_TIMEOUT', {
          reason: `The signature endpoint did not respond within ${timeout} ms.`,
        });
      }
      signal.throwIfAborted();
      throw new ZoomMeetingError('SIGNATURE_FETCH_FAILED', {
        reason: 'The signature endpoint could not be reached.',
        cause: error,
      });
    }
  };
}

/** The result of the app's function. Rejects when the signal aborts, because a refresh of a session may hang. */
async function abortable<T>(signal: AbortSignal, read: () => T | Promise<T>): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    void (async () => resolve(await read()))().catch(reject);
  });
}

/** Throws an error that names the field that is not JSON. Its value is not part of the error. */
function checkFields(fields: unknown): void {
  const invalid = isPlainObject(fields)
    ? Object.keys(fields)
        .filter((name) => !isJson(fields[name]))
        .map((name) => `fields.${name}: must be a JSON value.`)
    : ['fields: must be a plain object.'];
  if (invalid.length) throw new ZoomMeetingError('INVALID_OPTIONS', { reason: invalid.join(' ') });
}

/** `JSON.stringify` would leave out or change any other value. */
function isJson(value: unknown, parents: readonly unknown[] = []): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (parents.includes(value) || !(Array.isArray(value) || isPlainObject(value))) return false;
  return Object.values(value).every((item) => isJson(item, [...parents, value]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function statusError(status: number): ZoomMeetingError {
  const reason = `The signature endpoint returned ${status}.`;
  if (status === 401 || status === 403) return new ZoomMeetingError('SIGNATURE_UNAUTHORIZED', { reason });
  const worthRepeating = status >= 500 || status === 408 || status === 429;
  return new ZoomMeetingError(worthRepeating ? 'SIGNATURE_FETCH_FAILED' : 'SIGNATURE_REJECTED', { reason });
}

/** JSON as the official sample sends it, or the signature as text. `readCredentials` checks it. */
function parseBody(body: string): string | ZoomCredentials {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return parsed as ZoomCredentials;
  } catch {
    // Not JSON: the signature as text, or a wrong answer.
  }
  return body;
}

/** `AbortSignal.any`, which browsers before 2023 do not have. */
function anySignal(...signals: AbortSignal[]): AbortSignal {
  if ('any' in AbortSignal) return AbortSignal.any(signals);
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
}
