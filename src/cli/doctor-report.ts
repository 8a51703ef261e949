import pc from 'picocolors';
import type { SignatureClaims } from '../signature/inspect-signature';
import { isAnswer, type EndpointCall } from './call-endpoint';
import type { DoctorFinding } from './doctor-finding';
import { formatOffset } from './judge-clock';
import type { ClockMeasurement } from './measure-clock';

export interface DoctorReport {
  url: URL | undefined;
  calls: readonly EndpointCall[];
  clock: ClockMeasurement | undefined;
  /** When the last signature arrived, in ms since the epoch. */
  judgedAt: number | undefined;
  /** Of the last signature. */
  claims: SignatureClaims | undefined;
  secretEnv: string | undefined;
  /** No meeting number was given, so an example number was requested. */
  isStandIn: boolean;
  /** Errors first. */
  findings: readonly DoctorFinding[];
  exitCode: 0 | 1 | 2;
}

/** The report for programs. Its fields are a public contract: add fields, but never rename them. */
export function reportAsJson(report: DoctorReport): string {
  const { url, calls, clock, claims, findings, exitCode } = report;
  const times = durations(calls);
  const json = {
    ok: exitCode === 0,
    exitCode,
    endpoint: url && {
      url: withoutQuery(url),
      calls: calls.length,
      answered: times.length,
      medianMs: median(times),
      longestMs: times.length > 0 ? Math.max(...times) : undefined,
    },
    clock:
      clock?.kind === 'measured'
        ? { offsetMs: Math.round(clock.offset), uncertaintyMs: Math.round(clock.uncertainty) }
        : undefined,
    claims: claims && { ...claims, appKey: shortKey(claims.appKey) },
    secret: secretState(report),
    findings,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The report for people. */
export function reportAsText(report: DoctorReport, colours: boolean): string {
  const c = pc.createColors(colours);
  const facts = factsOf(report).map(([name, value]) => `${c.dim(name.padEnd(10))} ${value}`);
  const findings = report.findings.flatMap(({ id, severity, cause, cure, evidence }) => [
    '',
    `${severity === 'error' ? c.red('✗') : c.yellow('!')} ${c.bold(cause)} ${c.dim(`(${id})`)}`,
    `  ${evidence}`,
    `  ${c.cyan('→')} ${cure}`,
  ]);
  const verdict = verdictOf(report);
  const paint = report.exitCode === 0 ? c.green : c.red;
  return `${[...facts, ...findings, '', paint(verdict)].join('\n').trimStart()}\n`;
}

function factsOf(report: DoctorReport): [name: string, value: string][] {
  const { url, calls, clock, claims, judgedAt, isStandIn } = report;
  const facts: [string, string][] = [];
  if (url) {
    const times = durations(calls);
    facts.push(['endpoint', `POST ${withoutQuery(url)}`]);
    if (isStandIn) facts.push(['meeting', 'an example number. Pass yours with --meeting-number']);
    if (times.length > 0) {
      const answered = times.length < calls.length ? `${times.length} of ${calls.length}` : `${calls.length}`;
      facts.push([
        'calls',
        `${answered} answered, median ${median(times)} ms, longest ${Math.max(...times)} ms`,
      ]);
      facts.push(['clock', describeClock(clock)]);
    }
  }
  if (claims && judgedAt !== undefined) facts.push(['signature', describeClaims(claims, judgedAt / 1000)]);
  const secret = {
    verified: `made with the secret in ${report.secretEnv}`,
    wrong: `not made with the secret in ${report.secretEnv}`,
    unchecked: 'not checked. Pass --secret-env NAME to check it',
  };
  const state = secretState(report);
  if (state) facts.push(['HMAC', secret[state]]);
  return facts;
}

function describeClock(clock: ClockMeasurement | undefined): string {
  if (!clock) return 'unknown: no usable Date header';
  if (clock.kind === 'inconsistent') return 'differs between responses';
  if (clock.low <= 0 && clock.high >= 0)
    return `agrees with this machine’s clock to within ${(clock.uncertainty / 1000).toFixed(1)} s`;
  return `${formatOffset(clock)} ${clock.offset > 0 ? 'ahead of' : 'behind'} this machine’s clock`;
}

function describeClaims({ appKey, mn, role, iat, exp }: SignatureClaims, clock: number): string {
  return [
    `appKey ${shortKey(appKey) ?? '?'}`,
    `mn ${mn ?? '?'}`,
    `role ${role ?? '?'}`,
    `iat ${iat === undefined ? '?' : relative(iat - clock)}`,
    `exp ${exp === undefined ? '?' : relative(exp - clock)}`,
  ].join(', ');
}

function relative(seconds: number): string {
  // Rounds towards the future, as the evidence of a finding does.
  const size = seconds > 0 ? Math.ceil(seconds) : Math.floor(-seconds);
  const minutes = Math.round(size / 60);
  const text =
    size < 120 ? `${size} s` : minutes < 120 ? `${minutes} min` : `${+(minutes / 60).toFixed(1)} h`;
  return seconds > 0 ? `in ${text}` : `${text} ago`;
}

function verdictOf(report: DoctorReport): string {
  const { findings, exitCode } = report;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const counts = [count(errors, 'error'), count(warnings, 'warning')].filter(Boolean).join(', ');
  if (exitCode === 2) return `${counts}. The endpoint could not be reached.`;
  if (exitCode === 1) return `${counts}. Fix what is marked with ✗, then run the doctor again.`;
  const fine = warnings > 0 ? `${counts}, no errors.` : 'No problems found.';
  const secret = secretState(report);
  if (secret === 'unchecked') return `${fine} The HMAC was not checked.`;
  // The secret that was passed to the doctor may also be wrong.
  return secret === 'verified' ? `${fine} Only Zoom can tell whether the secret belongs to this key.` : fine;
}

const count = (n: number, what: string) => (n === 0 ? '' : `${n} ${what}${n === 1 ? '' : 's'}`);

/** Checked only for signatures that could be read, and whose `alg` is the expected one. */
function secretState({ secretEnv, claims, findings }: DoctorReport) {
  if (!claims) return undefined;
  if (secretEnv === undefined) return 'unchecked';
  const has = (pattern: RegExp) => findings.some(({ id }) => pattern.test(id));
  if (has(/^secret-(?!leaked|or-key)/)) return 'wrong';
  return has(/^(alg-not-hs256|not-a-jwt)$/) ? undefined : 'verified';
}

function durations(calls: readonly EndpointCall[]): number[] {
  return calls.filter(isAnswer).map(({ sentAt, receivedAt }) => Math.round(receivedAt - sentAt));
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** A query may hold a token. */
function withoutQuery({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search && '?…'}`;
}

/** A key is public, but the field may contain a secret or an escape sequence instead. */
function shortKey(key: string | undefined): string | undefined {
  return key && /^[\w-]{4}/.exec(key)?.[0].concat('…');
}
