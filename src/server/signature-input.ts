import { isMeetingNumber, meetingDigits } from '../signature/meeting-number';

/** An invalid field, in the format of Zoom's official sample endpoint. */
export interface InputError {
  /** The field's name. */
  property: string;
  /** The rule that the field breaks. It never contains the value. */
  reason: string;
}

/**
 * The error that `createMeetingSignature` rejects with. It names only fields and rules, so it is safe to log.
 *
 * @example
 * const signature = await createMeetingSignature({ sdkKey, sdkSecret, meetingNumber, role: 0 }).catch((error) => {
 *   if (error instanceof SignatureInputError) console.error(error.errors);
 *   throw error;
 * });
 */
export class SignatureInputError extends Error {
  /** Each invalid field, and the rule it breaks. */
  readonly errors: readonly InputError[];

  constructor(errors: readonly InputError[]) {
    super(errors.map(({ property, reason }) => `${property} ${reason}`).join('; '));
    this.name = 'SignatureInputError';
    this.errors = errors;
  }
}

/** The values that a signature is created for: the request body of Zoom's official sample endpoint. */
export interface RequestedSignature {
  /** 9 to 11 digits; spaces and dashes are ignored. */
  meetingNumber: string | number;
  /** 0: participant, 1: host or co-host. Starting a meeting also requires a ZAK. */
  role: 0 | 1;
  /** The time from `iat` to `exp`, in s: a whole number from 1800 (30 min) to 172 800 (48 h). Default 7200. */
  expirationSeconds?: number | undefined;
  /** Whether to use WebRTC for video: 0 or 1. Default: the claim is omitted, and Zoom decides. */
  videoWebRtcMode?: 0 | 1 | undefined;
}

/** Whether a signature may be valid for this many s: the range of Zoom's official sample. */
export function isLifetime(seconds: unknown): boolean {
  return Number.isInteger(seconds) && Number(seconds) >= 1800 && Number(seconds) <= 172_800;
}

/** The rules that a request breaks. The ranges are those of Zoom's official sample. */
export function requestErrors(requested: { [Key in keyof RequestedSignature]?: unknown }): InputError[] {
  const { meetingNumber, role, expirationSeconds = 7200, videoWebRtcMode = 0 } = requested;
  return [
    ...broken(
      isMeetingNumber(meetingDigits(meetingNumber)),
      'meetingNumber',
      'must be 9 to 11 digits, with or without spaces',
    ),
    ...broken(role === 0 || role === 1, 'role', 'must be 0 or 1'),
    ...broken(
      isLifetime(expirationSeconds),
      'expirationSeconds',
      'must be a whole number from 1800 to 172800',
    ),
    ...broken(videoWebRtcMode === 0 || videoWebRtcMode === 1, 'videoWebRtcMode', 'must be 0 or 1'),
  ];
}

/** The rules that a key pair breaks. Spaces around a pasted or mounted secret would make Zoom refuse the signature with 3712. */
export function keyErrors(keys: { sdkKey?: unknown; sdkSecret?: unknown }): InputError[] {
  return (['sdkKey', 'sdkSecret'] as const).flatMap((property) => {
    const value = keys[property];
    const isFine = typeof value === 'string' && value !== '' && value === value.trim();
    return broken(isFine, property, 'must be a non-empty string without spaces around it');
  });
}

/** Today is near 1.8e12 in ms. A clock that counts seconds would sign for 1970, which Zoom refuses with 3705. */
export function clockErrors(now: unknown): InputError[] {
  const isFine = typeof now === 'number' && now >= 1e11 && now < 1e14;
  return broken(isFine, 'now', 'must return milliseconds since the epoch');
}

/** The error of a property that breaks a rule; none if it does not. */
export function broken(isFine: boolean, property: string, reason: string): InputError[] {
  return isFine ? [] : [{ property, reason }];
}
