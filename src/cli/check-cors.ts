import { callEndpoint, isAnswer, type EndpointCall, type EndpointRequest } from './call-endpoint';
import { finding, type DoctorFinding } from './doctor-finding';

/**
 * Whether a page of `request.origin` may send the request and read the answer: sends the preflight that a browser sends
 * first, and checks the headers of all answers.
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
    return isOrigin
      ? [finding('endpoint-origin-refused', 'status 403 with this origin, 200 without an origin')]
      : [];
  }
  if (first.status >= 300) return [];

  const names = request.headers.map(([name]) => name.toLowerCase());
  const asked = ['content-type', ...names.filter((name) => !isFree(name))];
  const hasCookie = names.includes('cookie');
  const preflight = await askPreflight(url, origin, timeout, asked);
  const findings: DoctorFinding[] = [];
  if (!preflight?.ok) {
    findings.push(
      finding('cors-preflight', preflight ? `OPTIONS returned ${preflight.status}` : 'no response'),
    );
  } else {
    const lacking = notAllowed(preflight.headers, asked, hasCookie);
    const refusal = originFinding(preflight.headers, origin, hasCookie, 'the preflight');
    if (refusal) findings.push(refusal);
    else if (lacking.length > 0)
      findings.push(finding('cors-headers', `Access-Control-Allow-Headers lacks ${lacking.join(', ')}`));
  }
  const unreadable = originFinding(first.headers, origin, hasCookie, 'the response');
  if (unreadable && !findings.some(({ id }) => id === unreadable.id)) findings.push(unreadable);
  return findings;
}

/** With a cookie, `*` allows nothing. */
function originFinding(
  headers: Headers,
  origin: string,
  hasCookie: boolean,
  where: string,
): DoctorFinding | undefined {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed !== '*' && allowed !== origin)
    return finding('cors-origin', `${where} has no matching Access-Control-Allow-Origin`);
  if (!hasCookie) return undefined;
  if (allowed === '*') return finding('cors-credentials', `${where} has Access-Control-Allow-Origin: *`);
  if (headers.get('access-control-allow-credentials') === 'true') return undefined;
  return finding('cors-credentials', `${where} has no Access-Control-Allow-Credentials: true`);
}

/** `*` covers every header but `Authorization`, and none when a cookie is sent. */
function notAllowed(headers: Headers, asked: readonly string[], hasCookie: boolean): string[] {
  const list = headers.get('access-control-allow-headers') ?? '';
  const allowed = list.split(',').map((name) => name.trim().toLowerCase());
  const coversAll = allowed.includes('*') && !hasCookie;
  return asked.filter((name) => !allowed.includes(name) && !(coversAll && name !== 'authorization'));
}

/** Whether the browser sends this header itself, or lets a page send it without a preflight. */
function isFree(name: string): boolean {
  return /^(accept|(accept|content)-language|content-type|cookie|origin|referer|host|(sec|proxy)-.*)$/.test(
    name,
  );
}

async function askPreflight(
  url: URL,
  origin: string,
  timeout: number,
  asked: readonly string[],
): Promise<Response | undefined> {
  try {
    const response = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': [...new Set(asked)].sort().join(','),
      },
      // Browsers do not follow redirects of a preflight.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    return response;
  } catch {
    return undefined;
  }
}
