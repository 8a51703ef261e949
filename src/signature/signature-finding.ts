/** The stable ids of the findings. */
export type SignatureFindingId =
  | 'not-a-jwt'
  | 'alg-not-hs256'
  | 'app-key-missing'
  | 'sdk-key-claim'
  | 'mn-missing'
  | 'mn-format'
  | 'mn-mismatch'
  | 'role-invalid'
  | 'role-mismatch'
  | 'iat-missing'
  | 'iat-format'
  | 'iat-milliseconds'
  | 'iat-ahead'
  | 'iat-time-zone'
  | 'iat-float'
  | 'exp-missing'
  | 'exp-format'
  | 'exp-milliseconds'
  | 'exp-past'
  | 'exp-too-near'
  | 'exp-too-far'
  | 'token-exp-mismatch'
  | 'video-webrtc-mode-invalid'
  | 'secret-or-key';

/** Something that is wrong, or likely wrong, with a signature. Never holds the signature itself. */
export interface SignatureFinding {
  /** Stable. Look it up or count it. */
  id: SignatureFindingId;
  /** `error`: breaks a rule that Zoom enforces. `warning`: a deprecated form, or a hint at the cause of an error. */
  severity: 'error' | 'warning';
  /** One sentence: what is wrong. */
  cause: string;
  /** One sentence: what to change, and where. */
  cure: string;
  /** The claim and the difference that show it, e.g. `iat 1732450020 is 20 s ahead of 1732450000`. */
  evidence: string;
}

const setAppKey = 'Set appKey to the SDK key or client ID.';
const setMn = 'Set mn to the digits of the meeting number, as a string.';
const setRole = 'Set role to the number 0 or 1.';
const setIat = 'Set iat to whole seconds in UTC, 30 s in the past.';
const setExp = 'Set exp and tokenExp to iat + 7200.';

/** Cause and cure of each finding, and whether it is usually only a warning. */
export const findingTexts: Record<
  SignatureFindingId,
  readonly [cause: string, cure: string, isWarning?: boolean]
> = {
  'not-a-jwt': ['The signature is not a JWT.', 'Return the signature alone, in base64url.'],
  'alg-not-hs256': ['alg is not HS256.', 'Sign with HS256.'],
  'app-key-missing': ['appKey is missing.', setAppKey],
  'sdk-key-claim': ['sdkKey is deprecated.', setAppKey, true],
  'mn-missing': ['mn is missing.', setMn],
  'mn-format': ['mn is not a string of 9 to 11 digits.', setMn],
  'mn-mismatch': ['mn is not the requested meeting number.', setMn],
  'role-invalid': ['role is not 0 or 1.', setRole],
  'role-mismatch': ['role is not the requested role.', setRole, true],
  'iat-missing': ['iat is missing.', setIat],
  'iat-format': ['iat is not in whole seconds.', setIat],
  'iat-milliseconds': ['iat is in milliseconds.', setIat],
  'iat-ahead': ['iat is ahead of the clock.', `${setIat} Check the server clock.`],
  'iat-time-zone': ['iat is off by a time zone.', setIat, true],
  'iat-float': [
    'iat was rounded by a 32-bit float.',
    'Compute iat with integers. In Java, avoid Math.round.',
    true,
  ],
  'exp-missing': ['exp is missing.', setExp],
  'exp-format': ['exp is not in whole seconds.', setExp],
  'exp-milliseconds': ['exp is in milliseconds.', setExp],
  'exp-past': ['exp is in the past.', 'Fetch a fresh signature.'],
  'exp-too-near': ['exp is less than 1800 s after iat.', setExp],
  'exp-too-far': ['exp is more than 48 h after iat.', setExp],
  'token-exp-mismatch': ['tokenExp differs from exp.', setExp, true],
  'video-webrtc-mode-invalid': ['video_webrtc_mode is not 0 or 1.', 'Set it to the number 0 or 1.', true],
  'secret-or-key': [
    'The secret is wrong, or the key belongs to another type of app.',
    'Sign with key and secret of one Meeting SDK app.',
  ],
};
