import { isMeetingNumber, meetingDigits } from '../signature/meeting-number';
import { CliError } from './cli-io';

/** The options as commander passes them. */
export interface RawDoctorOptions {
  url?: string;
  meetingNumber?: string;
  meetingNumberEnv?: string;
  role?: string;
  header?: string[];
  origin?: string;
  envFile?: string;
  secretEnv?: string;
  secret?: string | true;
  json?: boolean;
  calls: string;
  timeout: string;
}

export interface DoctorOptions {
  signature: string | undefined;
  url: URL | undefined;
  meetingNumber: string | undefined;
  role: 0 | 1 | undefined;
  headers: (readonly [string, string])[];
  origin: string | undefined;
  secret: string | undefined;
  secretEnv: string | undefined;
  json: boolean;
  calls: number;
  timeout: number;
}

/** Throws a `CliError` for an invalid value. It never contains the value, which may be a misplaced secret. */
export function parseDoctorOptions(
  signature: string | undefined,
  raw: RawDoctorOptions,
  env: Readonly<Record<string, string | undefined>>,
): DoctorOptions {
  if (raw.secret !== undefined)
    throw new CliError(
      '--secret',
      'does not exist. Use --secret-env NAME. The secret you typed is now in your shell history: create a new one in the Marketplace',
    );
  if (/^\s*https?:\/\//i.test(signature ?? ''))
    throw new CliError('doctor', 'expected a signature and got a URL. Did you mean --url?');
  if ((signature === undefined) === (raw.url === undefined))
    throw new CliError('doctor', 'needs either a signature (- reads it from standard input) or --url');
  if (raw.role !== undefined && !/^[01]$/.test(raw.role)) throw new CliError('--role', 'must be 0 or 1');
  return {
    signature,
    url: raw.url === undefined ? undefined : parseUrl(raw.url),
    meetingNumber: readMeetingNumber(raw, env),
    role: raw.role === undefined ? undefined : (Number(raw.role) as 0 | 1),
    headers: (raw.header ?? []).map(parseHeader),
    origin: raw.origin === undefined ? undefined : parseOrigin(raw.origin),
    secret: raw.secretEnv === undefined ? undefined : readVariable('--secret-env', raw.secretEnv, env),
    secretEnv: raw.secretEnv,
    json: raw.json ?? false,
    calls: wholeNumber('--calls', raw.calls, 1, 50),
    timeout: wholeNumber('--timeout', raw.timeout, 1, 600_000),
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new CliError('--url', 'must be an absolute http or https URL');
  if (url.username || url.password)
    throw new CliError('--url', "must have no user name or password; use --header 'Authorization: …'");
  return url;
}

function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.origin !== text.replace(/\/$/, ''))
    throw new CliError('--origin', 'must be an origin such as https://app.example.com');
  return url.origin;
}

function parseHeader(text: string): readonly [string, string] {
  const [, name, value] = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*?)\s*$/s.exec(text) ?? [];
  try {
    if (name === undefined || value === undefined) throw new TypeError();
    new Headers([[name, value]]);
    return [name, value];
  } catch {
    throw new CliError('--header', "must have the form 'Name: value'");
  }
}

/** Digits only. */
function readMeetingNumber(
  { meetingNumber, meetingNumberEnv }: RawDoctorOptions,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (meetingNumber !== undefined && meetingNumberEnv !== undefined)
    throw new CliError('--meeting-number-env', 'cannot be combined with --meeting-number');
  const number =
    meetingNumberEnv === undefined
      ? meetingNumber
      : readVariable('--meeting-number-env', meetingNumberEnv, env);
  if (number === undefined) return undefined;
  const digits = meetingDigits(number);
  if (isMeetingNumber(digits)) return digits;
  throw meetingNumberEnv === undefined
    ? new CliError('--meeting-number', 'must be 9 to 11 digits, with or without spaces')
    : new CliError('--meeting-number-env', 'must name a variable that holds 9 to 11 digits');
}

function readVariable(
  option: string,
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const value = env[name];
  if (value?.trim()) return value;
  throw new CliError(
    option,
    'must name a variable that is set and not empty, in the environment or in the file that --env-file names',
  );
}

function wholeNumber(field: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most))
    throw new CliError(field, `must be a whole number from ${least} to ${most}`);
  return value;
}
