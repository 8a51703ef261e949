import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { inspectSignature } from './inspect-signature';
import type { ZoomCredentials } from './signature-fetcher';

/** Findings that make a join pointless, or that crash the SDK before it can ask Zoom (observed with 6.2.0). */
const fatal = /^(not-a-jwt|alg-not-hs256|app-key-missing|role-invalid)$/;

/**
 * Takes what a `SignatureFetcher` resolved with and gives it back as credentials.
 * Throws `SIGNATURE_MALFORMED`, with findings, when there is no usable signature in it.
 */
export function checkCredentials(
  answer: unknown,
  asked: { meetingNumber: string; role: 0 | 1; now: number },
): ZoomCredentials {
  const { signature, zak, obfToken, tk, recordingToken } = (
    typeof answer === 'object' && answer !== null ? answer : { signature: answer }
  ) as Partial<ZoomCredentials>;
  if (typeof signature !== 'string' || signature === '') {
    throw new ZoomMeetingError('SIGNATURE_MALFORMED', {
      reason: signature === '' ? 'The signature is empty.' : 'The answer holds no signature.',
    });
  }
  const { findings } = inspectSignature(signature, asked);
  if (findings.some(({ id, severity }) => severity === 'error' && fatal.test(id))) {
    throw new ZoomMeetingError('SIGNATURE_MALFORMED', { reason: findings[0]?.cause, findings });
  }
  return { signature, zak, obfToken, tk, recordingToken };
}
