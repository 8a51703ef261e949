import { decodeSignature } from './decode-signature';
import { meetingDigits } from './meeting-number';
import { findingTexts, type SignatureFinding, type SignatureFindingId } from './signature-finding';

/** The values that the signature is compared with. */
export interface InspectSignatureOptions {
  /** The meeting number that `mn` has to match; spaces and dashes are ignored. If omitted, `mn` is not compared. */
  meetingNumber?: string | undefined;
  /** The requested role. If omitted, `role` is not compared. */
  role?: 0 | 1 | undefined;
  /** The time to compare `iat` and `exp` with, in ms since the epoch. Default `Date.now()`. */
  now?: number | undefined;
  /**
   * Whether Zoom refused the signature (3712). If it did and no claim is wrong, the finding is that the key pair is wrong.
   * Default false.
   */
  refused?: boolean | undefined;
}

/** The claims of a signature. A claim that is missing or malformed is `undefined`. */
export interface SignatureClaims {
  /** The SDK key or client ID. */
  appKey?: string | undefined;
  /** 9 to 11 digits. */
  mn?: string | undefined;
  /** 0: participant, 1: host. */
  role?: 0 | 1 | undefined;
  /** Seconds since the epoch. */
  iat?: number | undefined;
  /** Seconds since the epoch. */
  exp?: number | undefined;
}

/** The return value of `inspectSignature`. */
export interface SignatureInspection {
  /** `undefined` if the signature is not a JWT. */
  claims: SignatureClaims | undefined;
  /** Errors first. Empty if nothing is wrong. */
  findings: SignatureFinding[];
}

/** The patterns of texts that are not JWTs. The first match is used. */
const shapes: readonly { readonly shape: RegExp; readonly description: string }[] = [
  { shape: /^\s*$/, description: 'is empty' },
  { shape: /^\s*</, description: 'is HTML' },
  { shape: /^\s*[{[]/, description: 'is JSON' },
  { shape: /^\s*["'`]/, description: 'is in quotes' },
  { shape: /^\s*bearer\b/i, description: 'starts with Bearer' },
  { shape: /\s/, description: 'has spaces' },
  { shape: /[+/=]/, description: 'has + / or =' },
  { shape: /^[^.]*\.?[^.]*$/, description: 'has fewer than 3 parts' },
  { shape: /^/, description: 'cannot be decoded' },
];

/**
 * Finds out what is wrong with a signature, as far as possible without the secret. Pure. Never throws.
 *
 * The rules are Zoom's (https://developers.zoom.us/docs/meeting-sdk/auth/): HS256; `appKey`; `mn` in digits; `role` 0 or 1;
 * `iat` in whole seconds, not in the future; `exp` 1800 s to 48 h after `iat`. Violations that SDK 6.2.0 accepts are warnings:
 * `sdkKey` alone, `role` as a string, `mn` as a number, another `role` than requested.
 *
 * @param signature The signature, or all signatures fetched so far, oldest first. The last one is inspected, and the earlier
 * ones help to recognise a timestamp that was rounded to a 32-bit float.
 * @param options The values that the signature is compared with.
 *
 * @example
 * const { findings } = inspectSignature(signature, { meetingNumber: '123 4567 890', role: 0 });
 * for (const { cause, cure, evidence } of findings) console.warn(cause, cure, evidence);
 */
export function inspectSignature(
  signature: string | readonly string[],
  { meetingNumber, role, now = Date.now(), refused }: InspectSignatureOptions = {},
): SignatureInspection {
  const all = [signature].flat();
  const last = all.at(-1) ?? '';
  const clock = now / 1000;
  const findings: SignatureFinding[] = [];
  const add = (id: SignatureFindingId, evidence: string, severity?: SignatureFinding['severity']) => {
    const text = findingTexts[id];
    const { cause, cure } = text;
    findings.push({ id, severity: severity ?? text.severity ?? 'error', cause, cure, evidence });
  };
  /** A rule of Zoom's that SDK 6.2.0 does not enforce when the value can be understood. */
  const severityOf = (understood: unknown) => (understood ? 'warning' : 'error');

  const decoded = decodeSignature(last);
  if (!decoded) {
    add('not-a-jwt', `it ${shapes.find(({ shape }) => shape.test(last))!.description}`);
    return { claims: undefined, findings };
  }
  const { header, claims } = decoded;

  // An HMAC with SHA-256 has 32 bytes: 43 characters.
  const { length } = last.split('.')[2]!;
  if (header.alg !== 'HS256') add('alg-not-hs256', `alg is ${match(header.alg, /^[\w-]+$/)?.slice(0, 9)}`);
  else if (length !== 43) add('not-a-jwt', `its last part has ${length} characters instead of 43`);

  const appKey = match(claims.appKey, /./);
  if (!appKey) add(claims.sdkKey ? 'sdk-key-claim' : 'app-key-missing', describe(claims, 'appKey'));

  const mn = match(claims.mn, /^\d{9,11}$/);
  const asked = meetingDigits(meetingNumber);
  if (mn !== claims.mn || !mn)
    add(claims.mn == null ? 'mn-missing' : 'mn-format', describe(claims, 'mn'), severityOf(mn));
  if (mn && asked && mn !== asked) add('mn-mismatch', `mn is ${mn} instead of ${asked}`);

  const roleText = match(claims.role, /^[01]$/);
  const signedRole = roleText ? (Number(roleText) as 0 | 1) : undefined;
  if (!roleText || signedRole !== claims.role)
    add('role-invalid', describe(claims, 'role'), severityOf(roleText));
  if (roleText && signedRole !== (role ?? signedRole))
    add('role-mismatch', `role is ${roleText} instead of ${role}`);

  const readSeconds = (name: 'iat' | 'exp') => {
    const value = claims[name];
    if (isSeconds(value)) return value;
    if (value == null) add(`${name}-missing`, describe(claims, name));
    else if (isMilliseconds(value)) add(`${name}-milliseconds`, describe(claims, name));
    else add(`${name}-format`, describe(claims, name));
    return undefined;
  };
  const iat = readSeconds('iat');
  const exp = readSeconds('exp');

  if (iat !== undefined) {
    const ahead = iat - clock;
    if (ahead > 0) add('iat-ahead', `iat ${iat} is ${Math.ceil(ahead)} s ahead of ${Math.floor(clock)}`);

    // Apart from the time zone, a fresh signature is off by a minute at most. A signature that has not expired may simply be
    // several hours old.
    const halfHours = Math.round(ahead / 1800);
    const isOff = halfHours !== 0 && Math.abs(halfHours) < 30 && Math.abs(ahead - halfHours * 1800) <= 60;
    if (isOff && (ahead > 0 || (exp ?? NaN) < clock - 60))
      add('iat-time-zone', `iat is off by ${halfHours / 2} h`);

    // The step of a 32-bit float is 128 near today's timestamps. One in 128 correct signatures matches it by chance, so a single
    // signature is suspected only if it is ahead by an amount that rounding explains.
    const stamps = [...new Set(all.map((one) => decodeSignature(one)?.claims.iat).filter(isSeconds))];
    const isSeries = stamps.length > 1;
    if (stamps.every((stamp) => stamp % 128 === 0) && (isSeries || (ahead > 0 && ahead <= 128))) {
      add('iat-float', `multiples of 128: ${stamps}`, refused && isSeries ? 'error' : 'warning');
    }
  }

  if (exp !== undefined) {
    const lifetime = exp - (iat ?? NaN);
    const evidence = `exp is iat + ${lifetime}`;
    if (exp <= clock)
      add('exp-past', `exp ${exp} was ${Math.floor(clock - exp)} s before ${Math.floor(clock)}`);
    if (lifetime < 1800) add('exp-too-near', evidence);
    if (lifetime > 172_800) add('exp-too-far', evidence);
    if ((claims.tokenExp ?? exp) !== exp)
      add('token-exp-mismatch', `${describe(claims, 'tokenExp')} instead of ${exp}`);
  }

  const videoMode = claims.video_webrtc_mode ?? 0;
  if (videoMode !== 0 && videoMode !== 1)
    add('video-webrtc-mode-invalid', describe(claims, 'video_webrtc_mode'));

  if (refused && !findings.some(({ severity }) => severity === 'error')) {
    add('secret-or-key', 'Zoom refused the signature, although its claims are valid');
  }
  findings.sort((a, b) => a.severity.localeCompare(b.severity));
  return { claims: { appKey, mn, role: signedRole, iat, exp }, findings };
}

/** The value as text, if it is a string or a number of that form. */
function match(value: unknown, form: RegExp): string | undefined {
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText && form.test(`${value}`) ? `${value}` : undefined;
}

/** Today is near 1.8e9 in seconds, 1.8e12 in milliseconds and 1.8e15 in microseconds. */
function isSeconds(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) < 1e11;
}

function isMilliseconds(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) < 1e14;
}

/** Describes a claim by its number or its type, because any other value could be private. */
function describe(claims: Record<string, unknown>, name: string): string {
  const value = claims[name];
  const digits = match(value, /^\d{1,13}$/);
  return `${name} is ${
    value == null
      ? 'missing'
      : typeof value === 'number'
        ? value
        : digits
          ? `the text "${digits}"`
          : `a ${typeof value}${match(value, /\s/) ? ' with spaces' : ''}`
  }`;
}
