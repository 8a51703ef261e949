/** The outcome of one call of the endpoint. Times are ms since the epoch, by a clock that does not jump. */
export type EndpointCall = EndpointAnswer | EndpointFailure;

export interface EndpointAnswer {
  status: number;
  headers: Headers;
  /** `undefined` when it is larger than 64 kB. */
  body: string | undefined;
  /** The final URL, after redirects. */
  sentAt: number;
  receivedAt: number;
  /** Status and path of each redirect that was followed. */
  redirects: string[];
}

export interface EndpointFailure {
  failure:
    'refused' | 'unknown-host' | 'certificate' | 'not-https' | 'blocked-port' | 'unreachable' | 'timeout';
  /** The system's name for the error, never text from outside. */
  detail: string;
}

export interface EndpointRequest {
  url: URL;
  meetingNumber: string;
  role: 0 | 1;
  headers: readonly (readonly [name: string, value: string])[];
  /** The origin of the page that the request imitates. */
  origin?: string | undefined;
  /** In ms, for the whole call. */
  timeout: number;
}

export const isAnswer = (call: EndpointCall): call is EndpointAnswer => 'status' in call;

const maxRedirects = 5;
const maxBytes = 65_536;
/** Does not jump when the machine's clock is set. */
export const steadyNow = () => performance.timeOrigin + performance.now();

/** Sends the request that `createSignatureFetcher` sends, and follows redirects as a browser does. Never rejects. */
export async function callEndpoint(request: EndpointRequest): Promise<EndpointCall> {
  const signal = AbortSignal.timeout(request.timeout);
  const redirects: string[] = [];
  let { url } = request;
  let method = 'POST';
  try {
    for (;;) {
      const headers = new Headers();
      if (request.origin !== undefined) headers.set('origin', request.origin);
      if (method === 'POST') headers.set('content-type', 'application/json');
      // Credentials must be sent only to the host that they are for.
      if (url.origin === request.url.origin)
        for (const [name, value] of request.headers) headers.set(name, value);
      const body =
        method === 'POST'
          ? JSON.stringify({ meetingNumber: request.meetingNumber, role: request.role })
          : null;
      const sentAt = steadyNow();
      const response = await fetch(url, { method, headers, body, redirect: 'manual', signal });
      const receivedAt = steadyNow();
      const { status } = response;
      const location = status >= 300 && status < 400 ? response.headers.get('location') : null;
      if (location === null || redirects.length === maxRedirects || !URL.canParse(location, url)) {
        return {
          status,
          headers: response.headers,
          body: await readLimited(response),
          sentAt,
          receivedAt,
          redirects,
        };
      }
      await response.body?.cancel();
      url = new URL(location, url);
      redirects.push(`${status} to ${url.origin === request.url.origin ? '' : url.origin}${url.pathname}`);
      if (status !== 307 && status !== 308) method = 'GET';
    }
  } catch (error) {
    if (signal.aborted) return { failure: 'timeout', detail: `no response within ${request.timeout} ms` };
    return toFailure(error);
  }
}

/** The body as text. The timeout stops a body that never ends, and this limit stops one that is too large. */
async function readLimited(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function toFailure(error: unknown): EndpointFailure {
  const code = codeOf(error) ?? 'no code';
  if (code === 'ECONNREFUSED') return { failure: 'refused', detail: code };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { failure: 'unknown-host', detail: code };
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/.test(code))
    return { failure: 'not-https', detail: code };
  // `fetch` blocks the same ports as browsers do, and its error has no code.
  if (error instanceof Error && error.cause instanceof Error && error.cause.message === 'bad port')
    return { failure: 'blocked-port', detail: 'a port that fetch does not allow' };
  const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
  return { failure: isCertificate ? 'certificate' : 'unreachable', detail: code };
}

/** `fetch` puts the system's error code into `cause`, or into several errors if the host name has several addresses. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  if (typeof code === 'string') return code;
  return codeOf(cause) ?? (Array.isArray(errors) ? codeOf(errors[0]) : undefined);
}
