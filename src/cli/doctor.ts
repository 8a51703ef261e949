import { setTimeout as sleep } from 'node:timers/promises';
import { callEndpoint, isAnswer, steadyNow, type EndpointCall, type EndpointRequest } from './call-endpoint';
import { checkCors } from './check-cors';
import type { CliIo } from './cli-io';
import type { DoctorOptions } from './doctor-options';
import { exitCodeOf, type DoctorFinding } from './doctor-finding';
import { reportAsJson, reportAsText, type DoctorReport } from './doctor-report';
import { guardOutput } from './guard-output';
import { clockOf, judgeClock } from './judge-clock';
import { judgeEndpoint } from './judge-endpoint';
import { judgeSignatures, type ReceivedSignature } from './judge-signatures';
import { bareSecret } from './verify-secret';

/** The default meeting number: an endpoint that does not look up meetings signs it. */
const standInMeeting = '1234567890';
/** In ms. All calls together span more than a second, so that `iat` and `Date` have to change. */
const span = 1200;

/** Runs the doctor and resolves with the exit code. */
export async function runDoctor(options: DoctorOptions, io: CliIo): Promise<0 | 1 | 2> {
  let received: ReceivedSignature[] = [];
  const print = guardOutput(io.stdout, () => [
    ...received.map(({ signature }) => signature.trim()),
    ...(options.secret === undefined
      ? []
      : [options.secret, options.secret.trim(), bareSecret(options.secret)]),
    ...options.headers.map(([, value]) => value),
  ]);
  const asked = { meetingNumber: options.meetingNumber, role: options.role };
  const { url, secret } = options;

  let calls: EndpointCall[] = [];
  let endpointFindings: DoctorFinding[] = [];
  if (url) {
    asked.meetingNumber ??= standInMeeting;
    asked.role ??= 0;
    const wish = { meetingNumber: asked.meetingNumber, role: asked.role };
    const request = { ...options, ...wish, url };
    calls = await callSeveralTimes(request, options.calls);
    const cors = await checkCors(request, calls);
    ({ findings: endpointFindings, received } = judgeEndpoint(calls, wish, secret));
    // The reason for a 403 is known now.
    if (cors.some(({ id }) => id === 'endpoint-origin-refused'))
      endpointFindings = endpointFindings.filter(({ id }) => id !== 'endpoint-forbidden');
    endpointFindings.push(...cors);
  } else {
    // Copied or piped text often has white space around it that the answer did not have.
    const given = (options.signature === '-' ? await readAll(io) : options.signature!).trim();
    const at = steadyNow();
    received = [{ signature: given, askedAt: at, at }];
  }

  const judged = received.length > 0 ? judgeSignatures(received, asked, secret) : undefined;
  const clock = clockOf(calls);
  const last = received.at(-1);
  const ahead = (judged?.claims?.iat ?? 0) - (last?.at ?? 0) / 1000;
  let findings = [...endpointFindings, ...(judged?.findings ?? [])];
  findings.push(...judgeClock(clock, findings, ahead));
  findings = withoutExplained(findings);
  findings.sort((a, b) => a.severity.localeCompare(b.severity));

  const report: DoctorReport = {
    url,
    calls,
    clock,
    judgedAt: last?.at,
    claims: judged?.claims,
    secretEnv: options.secretEnv,
    isStandIn: url !== undefined && options.meetingNumber === undefined,
    findings,
    exitCode: exitCodeOf(findings),
  };
  print(options.json ? reportAsJson(report) : reportAsText(report, io.colours));
  return report.exitCode;
}

/** Omits findings that another one explains better. */
function withoutExplained(findings: readonly DoctorFinding[]): DoctorFinding[] {
  const has = (name: string) => findings.some(({ id }) => id === name);
  return findings.filter(
    ({ id }) =>
      !(id === 'signature-repeated' && has('answer-cached')) &&
      // An `iat` in milliseconds looks like a clock that runs a thousand times too fast.
      !(id === 'clock-drifts' && has('iat-milliseconds')) &&
      // In these cases, the clock or the code that computes iat has to be fixed first.
      !(
        id === 'iat-no-margin' &&
        (has('iat-ahead') || has('iat-float') || has('clock-ahead') || has('exp-past'))
      ),
  );
}

/** Stops after the first call if it failed permanently: more refusals would add nothing. */
async function callSeveralTimes(request: EndpointRequest, times: number): Promise<EndpointCall[]> {
  const calls: EndpointCall[] = [];
  while (calls.length < times) {
    if (calls.length > 0) await sleep(span / (times - 1));
    let call = await callEndpoint(request);
    // A server may close an idle connection just as it is reused. Browsers retry, too.
    if (calls.length > 0 && !isAnswer(call) && call.failure === 'unreachable')
      call = await callEndpoint(request);
    calls.push(call);
    const isBusy = isAnswer(call) && (call.status >= 500 || call.status < 300);
    if (calls.length === 1 && !isBusy) break;
    if (isAnswer(call) && call.status === 429) break;
  }
  return calls;
}

async function readAll({ stdin }: CliIo): Promise<string> {
  let text = '';
  for await (const chunk of stdin) text += String(chunk);
  return text;
}
