import { compactVerify, decodeJwt } from 'jose';

/** What a join asks for: the fields of the web front's form that decide. */
export interface JoinRequest {
  signature: string;
  meetingNumber: string;
  passcode: string;
}

/** The app that Zoom knows, and Zoom's clock. */
export interface SignatureRules {
  sdkKey: string;
  sdkSecret: string;
  /** Zoom's clock, in ms since the epoch. */
  now: number;
}

/** What the meeting asks of those who join. */
export interface MeetingRules {
  /** Empty: anyone may join. */
  passcode: string;
  hostPresent: boolean;
}

const shortest = 1800;
const longest = 48 * 3600;

/** Decides from the JWT itself, as Zoom does, and returns the code that `join()` is to reject with. */
export async function judgeSignature(request: JoinRequest, rules: SignatureRules): Promise<number | undefined> {
  const claims = readClaims(request.signature);
  if (claims === undefined || typeof claims['appKey'] !== 'string') return 3712;
  if (claims['appKey'] !== rules.sdkKey) return 3704;
  if (!(await isSignedWith(rules.sdkSecret, request.signature))) return 3712;

  const { iat, exp, mn, role } = claims;
  if (!isSeconds(iat) || !isSeconds(exp)) return 3712;
  if (iat * 1000 > rules.now) return 3712;
  if (exp * 1000 <= rules.now) return 3705;
  if (exp - iat < shortest || exp - iat > longest) return 3712;
  if (mn !== request.meetingNumber) return 3712;
  return role === 0 || role === 1 ? undefined : 3708;
}

/** Decides from the meeting: the passcode before the host, so that a wrong one is not found out only later. */
export function judgeMeeting(request: JoinRequest, meeting: MeetingRules): number | undefined {
  if (meeting.passcode !== '' && request.passcode !== meeting.passcode) return 3004;
  return meeting.hostPresent || roleOf(request.signature) === 1 ? undefined : 3008;
}

/** The role that a signature asks for; 0 when it cannot be read. */
export function roleOf(signature: string): 0 | 1 {
  return readClaims(signature)?.['role'] === 1 ? 1 : 0;
}

function readClaims(signature: string): Record<string, unknown> | undefined {
  try {
    return decodeJwt<Record<string, unknown>>(signature);
  } catch {
    return undefined;
  }
}

async function isSignedWith(secret: string, signature: string): Promise<boolean> {
  try {
    // Imported by hand: jose refuses secrets shorter than 256 bits, and Zoom's are shorter than that.
    const name = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), name, false, ['verify']);
    await compactVerify(signature, key, { algorithms: ['HS256'] });
    return true;
  } catch {
    return false;
  }
}

function isSeconds(value: unknown): value is number {
  // A clock in ms is not seconds either; no real `iat` has more than ten digits before 2286.
  return Number.isInteger(value) && (value as number) < 1e10;
}
