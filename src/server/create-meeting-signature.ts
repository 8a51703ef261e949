import { meetingDigits } from '../signature/meeting-number';
import { signHs256 } from './sign-hs256';
import {
  clockErrors,
  keyErrors,
  SignatureInputError,
  requestErrors,
  type RequestedSignature,
} from './signature-input';

/** A Meeting SDK app's key pair, from the Zoom App Marketplace. */
export interface SignatureKeys {
  /** The SDK key, or the client ID of an app created after February 2023. Public. */
  sdkKey: string;
  /** The SDK secret, or the client secret. Keep it on the server. */
  sdkSecret: string;
}

/** Options of `createMeetingSignature`. */
export interface MeetingSignatureOptions extends SignatureKeys, RequestedSignature {
  /** The clock, in ms since the epoch. Default `Date.now`. */
  now?: (() => number) | undefined;
}

/** How far `iat` is in the past, in s. Zoom refuses an `iat` that is ahead of its own clock, even slightly, with 3712. */
const backDating = 30;

/**
 * Creates a signature for the SDK's `join()`: an HS256 JWT with `appKey`, `mn`, `role`, `iat`, `exp` and `tokenExp`.
 *
 * The claims and ranges are Zoom's (https://developers.zoom.us/docs/meeting-sdk/auth/). `iat` is backdated by 30 s, so that a
 * server clock slightly ahead of Zoom's does no harm. `exp` is relative to `iat`.
 *
 * It does not check who may join. Check that before you call it, or use `createSignatureHandler`.
 *
 * Rejects with a `SignatureInputError` that names each invalid field and its rule, but no values.
 *
 * @param options The key pair, and what the signature is for.
 * @example
 * const signature = await createMeetingSignature({ sdkKey, sdkSecret, meetingNumber: '123 4567 890', role: 0 });
 */
export async function createMeetingSignature(options: MeetingSignatureOptions): Promise<string> {
  const {
    sdkKey,
    sdkSecret,
    meetingNumber,
    role,
    expirationSeconds = 7200,
    videoWebRtcMode,
    now = Date.now,
  } = options;
  const time = now();
  const errors = [...keyErrors(options), ...requestErrors(options), ...clockErrors(time)];
  if (errors.length > 0) throw new SignatureInputError(errors);

  const iat = Math.floor(time / 1000) - backDating;
  const exp = iat + expirationSeconds;
  const claims = { appKey: sdkKey, mn: meetingDigits(meetingNumber), role, iat, exp, tokenExp: exp };
  return signHs256(
    videoWebRtcMode === undefined ? claims : { ...claims, video_webrtc_mode: videoWebRtcMode },
    sdkSecret,
  );
}
