import { callEndpoint, isAnswer, type EndpointCall, type EndpointRequest } from './call-endpoint';
import { finding, type DoctorFinding } from './doctor-finding';

/**
 * Whether a page of `request.origin` may ask and read: sends the preflight that a browser sends first, and looks at
 * the headers of the answers there were.
 */
export async function checkCors(
  request: EndpointRequest,
  calls: readonly EndpointCall[],
): Promise<DoctorFinding[]> {
  const { origin, url, timeout } = request;
  const first = calls.find(isAnswer);
  if (origin === undefined || origin === url.origin || !first) return [];
  if (first.status === 403) {
    const withoutOrigin = await callEndpoint({ ...request, origin: undefined });
    const isOrigin = isAnswer(withoutOrigin) && withoutOrigin.status < 300;
    return isOrigin ? [finding('endpoint-origin-refused', 'it answers 403, and 200 without an origin')] : [];
  }
  if (first.status >= 300) return [];

  const findings: DoctorFinding[] = [];
  const preflight = await askPreflight(url, origin, timeout);
  if (!preflight?.ok) {
    findings.push(finding('cors-preflight', preflight ? `OPTIONS answers ${preflight.status}` : 'no answer'));
  } else if (!allows(preflight.headers, origin)) {
    findings.push(finding('cors-origin', 'the preflight does not allow it'));
  } else if (!/content-type|\*/i.test(preflight.headers.get('access-control-allow-headers') ?? '')) {
    findings.push(finding('cors-headers', 'Access-Control-Allow-Headers has no content-type'));
  }
  const isReadable = allows(first.headers, origin);
  if (!isReadable && !findings.some(({ id }) => id === 'cors-origin'))
    findings.push(finding('cors-origin', 'the answer has no such Access-Control-Allow-Origin'));
  return findings;
}

function allows(headers: Headers, origin: string): boolean {
  const allowed = headers.get('access-control-allow-origin');
  return allowed === '*' || allowed === origin;
}

async function askPreflight(url: URL, origin: string, timeout: number): Promise<Response | undefined> {
  try {
    const response = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
      // A browser follows no redirect of a preflight.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    return response;
  } catch {
    return undefined;
  }
}
