import { allow, refuse, toResponse, type Answer } from './answer';
import { corsHeaders } from './cors-headers';
import { createMeetingSignature, type SignatureKeys } from './create-meeting-signature';
import { judgeOrigin, toOrigins } from './judge-origin';
import { parseSignatureRequest } from './parse-signature-request';
import { pickCredentials, type AddedCredentials } from './pick-credentials';
import { createRateLimiter, type RateLimit } from './rate-limiter';
import { maxBodyMs, readLimitedText } from './read-limited-text';
import { isLifetime, SignatureInputError } from './signature-input';

/** The requested signature. */
export interface SignatureSubject {
  /** Digits only. */
  meetingNumber: string;
  /** 0: participant, 1: host. */
  role: 0 | 1;
  /** The requested lifetime, from `iat` to `exp`, in s: at most `maxExpirationSeconds`. */
  expirationSeconds: number;
  /** Whether the page still has the registrant's token (`tk`) of an earlier response. If so, do not register the person again. */
  hasTk: boolean;
  /** The `fields` of `createSignatureFetcher`. Anyone can send any fields, so check them. Empty if there are none. */
  fields: Readonly<Record<string, unknown>>;
}

/**
 * The result of `authorize`. `true`: sign as requested. `false`: not allowed (403). `'unauthenticated'`: not signed in (401).
 * `{ role }`: sign with this role instead. `{ expirationSeconds }`: sign for a shorter time, in s, 1800 or more. `{ userName }`:
 * the user's name in the meeting, not blank, which overrides the page's option. Any other value counts as `false`.
 */
export type SignatureDecision =
  | boolean
  | 'unauthenticated'
  | { role: 0 | 1; expirationSeconds?: number | undefined; userName?: string | undefined }
  | { role?: 0 | 1 | undefined; expirationSeconds: number; userName?: string | undefined }
  | { role?: 0 | 1 | undefined; expirationSeconds?: number | undefined; userName: string };

/** @inline */
type MaybePromise<Value> = Value | Promise<Value>;

/** @inline */
interface CommonOptions {
  /**
   * Decides who may join which meeting, and in which role. With role 1 and a ZAK, a user is a host. Required, because anyone
   * with a signature can join. The body of `request` has already been read, but its headers and cookies are available.
   */
  authorize: (request: Request, subject: SignatureSubject) => MaybePromise<SignatureDecision>;
  /**
   * Other origins whose pages may request signatures, such as `https://app.example.com`. They may send cookies, so list only
   * your own. Default: none, so that only the origin of the endpoint is allowed. List this origin, too, if a proxy changes
   * `Host` and you support browsers from before 2023, which do not send `Sec-Fetch-Site`.
   */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Adds tokens to the response, such as a ZAK for a host. `subject` has the role that `authorize` decided. Other properties
   * are not sent. Register a person for a `tk` only if `subject.hasTk` is false.
   */
  credentials?:
    ((request: Request, subject: SignatureSubject) => MaybePromise<AddedCredentials | undefined>) | undefined;
  /**
   * The longest time that a signature may be valid, in s: a whole number from 1800 to 172 800 (48 h). A request for a longer
   * time gets this one. Default 7200 (2 h).
   */
  maxExpirationSeconds?: number | undefined;
  /** Limits the requests of each user. The response to further requests is 429. Default: no limit. */
  rateLimit?: RateLimit | undefined;
  /**
   * Called with the thrown value when the response is a 500. Default: logs one line with `console.error`, which has only the
   * name of the error, because its message may contain private data.
   */
  onError?: ((error: unknown) => void) | undefined;
  /** The clock, in ms since the epoch. Default `Date.now`. */
  now?: (() => number) | undefined;
}

/**
 * Options of `createSignatureHandler`: the rules, and the key pair. Pass either `sdkKey` and `sdkSecret` (see
 * `SignatureKeys`), or `keys`, a function that returns both. It is called for each request, so that keys can be rotated.
 */
export type SignatureHandlerOptions = CommonOptions &
  (
    | (SignatureKeys & { keys?: undefined })
    | {
        /** Returns the key pair. Called for each request, so that keys can be rotated. */
        keys: () => MaybePromise<SignatureKeys>;
        sdkKey?: undefined;
        sdkSecret?: undefined;
      }
  );

const maxBodyBytes = 8192;

/**
 * Creates a signature endpoint for any server with `Request` and `Response`: Next.js, Remix, Hono, Bun, Deno, Workers. For
 * Express and plain Node, see `toNodeHandler`.
 *
 * It uses the protocol of Zoom's official sample: `POST {meetingNumber, role, expirationSeconds?, videoWebRtcMode?}` returns
 * `{signature, sdkKey}` and the properties that `credentials` adds. `createSignatureFetcher` also sends `hasTk` and `fields`.
 * The response to a failed request is `{errors: [{property, reason}]}` with 400 (bad input), 401, 403 (`authorize` or origin),
 * 405, 408 (a body that takes longer than 10 s), 413 (more than 8 kB), 415 (not JSON), 429 or 500. Thrown errors are passed to
 * `onError` and never sent. Responses have `Cache-Control: no-store`, and `Date`, which shows a client how far the server's
 * clock is off.
 *
 * Throws a `TypeError` if `authorize` is missing, or for an invalid origin in `allowedOrigins` or an invalid `rateLimit.store`.
 * Throws a `RangeError` for an invalid `rateLimit` or `maxExpirationSeconds`. The key pair is checked on each request, so that
 * a build without secrets does not fail. The handler itself never rejects.
 *
 * With `allowedOrigins`, the handler must also receive `OPTIONS`: in Next.js, export it as `OPTIONS`, too.
 *
 * @param options The rules, and the key pair.
 * @example
 * export const POST = createSignatureHandler({
 *   keys: () => ({ sdkKey: process.env.ZOOM_SDK_KEY!, sdkSecret: process.env.ZOOM_SDK_SECRET! }),
 *   authorize: async (request, { meetingNumber, role }) => {
 *     const user = await userOf(request); // yours: who sent the request, by its cookie
 *     if (!user) return 'unauthenticated';
 *     return role === 0 || user.hosts.includes(meetingNumber) || { role: 0 };
 *   },
 * });
 */
export function createSignatureHandler(
  options: SignatureHandlerOptions,
): (request: Request) => Promise<Response> {
  const { now = Date.now, rateLimit, maxExpirationSeconds = 7200, onError = logName } = options;
  if (typeof options.authorize !== 'function') {
    throw new TypeError(
      'authorize is required. It must be a function that decides who may join which meeting',
    );
  }
  if (!isLifetime(maxExpirationSeconds)) {
    throw new RangeError('maxExpirationSeconds must be a whole number from 1800 to 172800');
  }
  const listed = toOrigins(options.allowedOrigins ?? []);
  const secondsToWait = rateLimit && createRateLimiter(rateLimit);

  async function answer(request: Request, origin: ReturnType<typeof judgeOrigin>): Promise<Answer> {
    if (origin === 'foreign') return refuse(403, 'comes from an origin that is not allowed');
    if (request.method === 'OPTIONS') return { status: 204, headers: { Allow: allow } };
    if (request.method !== 'POST') return refuse(405, 'must be a POST', { Allow: allow });

    const wait = secondsToWait ? await secondsToWait(request, now()) : 0;
    if (wait > 0)
      return refuse(429, 'exceeds the rate limit, try again later', { 'Retry-After': String(wait) });

    const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
    if (!isJson) return refuse(415, 'must have the content type application/json');
    const body = await readLimitedText(request, maxBodyBytes);
    if (body === 'too long') return refuse(413, `must have no more than ${maxBodyBytes} bytes`);
    if (body === 'too slow') return refuse(408, `must arrive within ${maxBodyMs / 1000} s`);
    const { request: requested, errors } = parseSignatureRequest(body.text);
    if (errors) return { status: 400, body: { errors } };

    const asked: SignatureSubject = {
      meetingNumber: requested.meetingNumber,
      role: requested.role,
      expirationSeconds: Math.min(requested.expirationSeconds ?? 7200, maxExpirationSeconds),
      hasTk: requested.hasTk,
      fields: requested.fields,
    };
    const decision = await options.authorize(request, { ...asked });
    if (decision === 'unauthenticated') return refuse(401, 'is not signed in');
    const subject = decidedSubject(decision, asked);
    if (subject === undefined) return refuse(403, 'is not allowed');

    const { sdkKey, sdkSecret } = options.keys ? await options.keys() : options;
    const [signature, credentials] = await Promise.all([
      createMeetingSignature({ ...requested, ...subject, sdkKey, sdkSecret, now }),
      // Async, because a synchronous throw would leave an unhandled rejection of the signature, which ends a Node process.
      (async () => options.credentials?.(request, subject))(),
    ]);
    const userName = credentials?.userName ?? decidedName(decision);
    return { status: 200, body: { ...pickCredentials({ ...credentials, userName }), signature, sdkKey } };
  }

  return async (request) => {
    let cors = {};
    try {
      const origin = judgeOrigin(request, listed);
      if (origin === 'listed') cors = corsHeaders(request);
      return toResponse(await answer(request, origin), now(), cors);
    } catch (error) {
      // A report that fails, at once or later in an async function, must not affect the response.
      (async () => onError(error))().catch(() => {});
      return toResponse(refuse(500, 'failed on the server'), timeIn(now), cors);
    }
  };
}

/** The app's clock may be the part that failed. */
function timeIn(now: () => number): number {
  try {
    return now();
  } catch {
    return Date.now();
  }
}

/** Logs neither the stack nor the message, unless the error is ours and names only fields and rules. */
function logName(error: unknown): void {
  const isOurs = error instanceof SignatureInputError;
  const name = error instanceof Error ? error.name : `a thrown ${typeof error}`;
  const hint = isOurs ? error.message : 'pass onError to see it';
  console.error(`react-zoom-meeting: the signature endpoint failed: ${name} (${hint})`);
}

/** Fails closed: only an explicit permission counts. */
function decidedSubject(
  decision: Exclude<SignatureDecision, 'unauthenticated'>,
  asked: SignatureSubject,
): SignatureSubject | undefined {
  if (decision === true) return asked;
  if (typeof decision !== 'object' || decision === null) return undefined;
  const { role = asked.role, expirationSeconds = asked.expirationSeconds } = decision;
  const { userName } = decision;
  const saysSomething = [decision.role, decision.expirationSeconds, userName].some(
    (value) => value !== undefined,
  );
  const isName = userName === undefined || (typeof userName === 'string' && userName.trim() !== '');
  const isAllowed = saysSomething && isName && (role === 0 || role === 1) && isLifetime(expirationSeconds);
  return isAllowed
    ? { ...asked, role, expirationSeconds: Math.min(expirationSeconds, asked.expirationSeconds) }
    : undefined;
}

function decidedName(decision: SignatureDecision): string | undefined {
  return typeof decision === 'object' ? decision.userName : undefined;
}
