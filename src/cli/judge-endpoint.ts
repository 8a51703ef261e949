import { decodeSignature } from '../signature/decode-signature';
import { isAnswer, type EndpointAnswer, type EndpointCall } from './call-endpoint';
import { finding, type DoctorFinding } from './doctor-finding';
import type { ReceivedSignature } from './judge-signatures';
import { leakInBody } from './leaked-secret';
import { readAnswer, type AnswerReading } from './read-answer';
import { bareSecret } from './verify-secret';

export interface EndpointJudgement {
  findings: DoctorFinding[];
  received: ReceivedSignature[];
}

/** Checks the calls themselves, and extracts the signatures from those that were answered. */
export function judgeEndpoint(
  calls: readonly EndpointCall[],
  asked: { meetingNumber: string; role: 0 | 1 },
  secret?: string,
): EndpointJudgement {
  const findings = new Map<string, DoctorFinding>();
  const add = (one: DoctorFinding | undefined) => one && findings.set(one.id, findings.get(one.id) ?? one);
  const received: ReceivedSignature[] = [];
  const troubles: DoctorFinding[] = [];

  for (const call of calls) {
    if (!isAnswer(call)) {
      troubles.push(finding(`endpoint-${call.failure}`, call.detail));
      continue;
    }
    const reading = call.status >= 200 && call.status < 300 ? readAnswer(call.body) : undefined;
    add(leakInBody(call.body ?? '', secret === undefined ? undefined : bareSecret(secret)));
    const trouble = reading ? reading.trouble : statusFinding(call, asked);
    if (trouble) {
      troubles.push(call.redirects.length > 0 ? redirected(call, trouble) : trouble);
    } else if (reading?.signature !== undefined) {
      received.push({ signature: reading.signature, askedAt: call.sentAt, at: call.receivedAt });
      for (const one of headerFindings(call, reading)) add(one);
      add(keyMismatch(reading.signature, reading.fields?.sdkKey));
    }
  }

  // A rate limit is not a fault if any call was answered, because the doctor sends more requests than a meeting does.
  const faults = received.length > 0 ? troubles.filter(({ id }) => id !== 'endpoint-rate-limited') : troubles;
  if (received.length > 0 && faults[0]) {
    const what = `${faults[0].cause.replace(/\.$/, '')}, ${faults[0].evidence}`;
    add(finding('endpoint-flaky', `${faults.length} of ${calls.length} calls failed: ${what}`));
  } else for (const fault of faults) add(fault);
  return { findings: [...findings.values()], received };
}

function redirected({ redirects, status }: EndpointAnswer, trouble: DoctorFinding): DoctorFinding {
  return finding('endpoint-redirect', `${redirects.join(', ')}, then ${status}: ${trouble.evidence}`);
}

function statusFinding(
  { status, headers, body }: EndpointAnswer,
  asked: { meetingNumber: string; role: 0 | 1 },
): DoctorFinding {
  const evidence = `status ${status}`;
  if (status >= 300 && status < 400)
    return finding('endpoint-redirect', `${evidence} without a usable Location`);
  if (status === 401) return finding('endpoint-unauthorized', evidence);
  if (status === 403)
    return finding(
      'endpoint-forbidden',
      `${evidence} for meeting ${asked.meetingNumber}, role ${asked.role}`,
    );
  if (status === 404 || status === 410) return finding('endpoint-not-found', evidence);
  if (status === 405 || status === 501) {
    const methods = headers.get('allow')?.match(/\b[A-Z]{3,7}\b/g);
    return finding('endpoint-method', methods ? `${evidence}, allowed: ${methods.join(', ')}` : evidence);
  }
  if (status === 415) return finding('endpoint-media-type', evidence);
  if (status === 429) return finding('endpoint-rate-limited', evidence);
  if (status === 400 || status === 422) return finding('endpoint-bad-request', evidence + fieldsBlamed(body));
  return finding(status >= 500 ? 'endpoint-server-error' : 'endpoint-status', evidence);
}

/** The names in `{"errors": [{"property": …}]}`, the form of Zoom's sample. */
function fieldsBlamed(body = ''): string {
  const names = [...body.matchAll(/"property"\s*:\s*"([$\w]{1,24})"/g)].map(([, name]) => name);
  return names.length > 0 ? `, invalid: ${[...new Set(names)].join(', ')}` : '';
}

function headerFindings({ headers }: EndpointAnswer, { isJson, fields }: AnswerReading): DoctorFinding[] {
  const type = (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  const saysJson = /^application\/([\w.-]+\+)?json$/.test(type);
  // Express' `send` sends a bare signature as text/html, which does no harm.
  const isFine = fields ? saysJson : !saysJson || isJson;
  const cacheControl = headers.get('cache-control')?.toLowerCase() ?? '';
  const age = Number(headers.get('age') ?? 0);
  const isHit =
    age > 0 || /(^|[^a-z])hit/i.test(`${headers.get('x-cache')} ${headers.get('cf-cache-status')}`);
  const isCacheable =
    !/no-store|no-cache|private/.test(cacheControl) && /public|(max-age|s-maxage)=0*[1-9]/.test(cacheControl);
  return [
    ...(isFine
      ? []
      : [
          finding(
            'answer-content-type',
            `Content-Type is ${/^[\w/+.-]{1,60}$/.exec(type)?.[0] ?? 'missing'}`,
          ),
        ]),
    ...(isHit ? [finding('answer-cached', age > 0 ? `Age is ${age} s` : 'a cache reports a hit')] : []),
    ...(isCacheable && !isHit ? [finding('answer-cacheable', 'Cache-Control allows caching')] : []),
  ];
}

/** SDKs before 5.0 take the key from the page. */
function keyMismatch(signature: string, sdkKey: unknown): DoctorFinding | undefined {
  const claims = decodeSignature(signature)?.claims;
  const signed = claims?.appKey ?? claims?.sdkKey;
  const differs = typeof sdkKey === 'string' && typeof signed === 'string' && sdkKey !== signed;
  return differs ? finding('key-mismatch', 'the two differ') : undefined;
}
