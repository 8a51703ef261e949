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

/** Something that is wrong, or likely wrong, with a signature. It never contains the signature itself. */
export interface SignatureFinding {
  /** A stable id, for example to count findings. */
  id: SignatureFindingId;
  /**
   * `error`: the signature breaks a rule that Zoom enforces. `warning`: something deprecated, or a hint about the cause of an error.
   */
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

/** The texts of a kind of finding. */
export interface FindingText {
  readonly cause: string;
  readonly cure: string;
  /** If it is omitted, the finding is an error. */
  readonly severity?: SignatureFinding['severity'];
}

/** The texts of each finding, and its usual severity. */
export const findingTexts: Readonly<Record<SignatureFindingId, FindingText>> = {
  'not-a-jwt': { cause: 'The signature is not a JWT.', cure: 'Return the signature alone, in base64url.' },
  'alg-not-hs256': { cause: 'alg is not HS256.', cure: 'Sign with HS256.' },
  'app-key-missing': { cause: 'appKey is missing.', cure: setAppKey },
  'sdk-key-claim': { cause: 'sdkKey is deprecated.', cure: setAppKey, severity: 'warning' },
  'mn-missing': { cause: 'mn is missing.', cure: setMn },
  'mn-format': { cause: 'mn is not a string of 9 to 11 digits.', cure: setMn },
  'mn-mismatch': {
    cause: 'mn is not the requested meeting number.',
    cure: 'Sign the requested meeting number.',
  },
  'role-invalid': { cause: 'role is not 0 or 1.', cure: setRole },
  'role-mismatch': {
    cause: 'role is not the requested role.',
    cure: 'Sign the requested role, or request the other one.',
    severity: 'warning',
  },
  'iat-missing': { cause: 'iat is missing.', cure: setIat },
  'iat-format': { cause: 'iat is not in whole seconds.', cure: setIat },
  'iat-milliseconds': { cause: 'iat is in milliseconds.', cure: setIat },
  'iat-ahead': { cause: 'iat is ahead of the clock.', cure: `${setIat} Check the server clock.` },
  'iat-time-zone': { cause: 'iat is off by a time zone.', cure: setIat, severity: 'warning' },
  'iat-float': {
    cause: 'iat was rounded to a 32-bit float.',
    cure: 'Compute iat with integers. In Java, avoid Math.round.',
    severity: 'warning',
  },
  'exp-missing': { cause: 'exp is missing.', cure: setExp },
  'exp-format': { cause: 'exp is not in whole seconds.', cure: setExp },
  'exp-milliseconds': { cause: 'exp is in milliseconds.', cure: setExp },
  'exp-past': { cause: 'exp is in the past.', cure: 'Fetch a fresh signature.' },
  'exp-too-near': { cause: 'exp is less than 1800 s after iat.', cure: setExp },
  'exp-too-far': { cause: 'exp is more than 48 h after iat.', cure: setExp },
  'token-exp-mismatch': { cause: 'tokenExp differs from exp.', cure: setExp, severity: 'warning' },
  'video-webrtc-mode-invalid': {
    cause: 'video_webrtc_mode is not 0 or 1.',
    cure: 'Set it to the number 0 or 1.',
    severity: 'warning',
  },
  'secret-or-key': {
    cause: 'The secret is wrong, or the key belongs to another type of app.',
    cure: 'Sign with the key and the secret of the same Meeting SDK app.',
  },
};
