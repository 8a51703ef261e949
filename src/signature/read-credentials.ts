import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { decodeSignature } from './decode-signature';
import { explainRefusal } from './explain-refusal';
import type { SignatureCandidate } from './signature-candidate';
import type { ZoomCredentials } from './signature-fetcher';

/**
 * Takes what a `SignatureFetcher` resolved with, and reads what the retry has to know. Rejects with
 * `SIGNATURE_MALFORMED`, with findings, when there is no signature in it, or one that makes the SDK crash before it asks
 * Zoom (6.2.0).
 */
export async function readCredentials(
  answer: unknown,
  asked: { meetingNumber: string; role: 0 | 1 },
): Promise<SignatureCandidate> {
  const { signature, zak, obfToken, tk, recordingToken } = (
    typeof answer === 'object' && answer !== null ? answer : { signature: answer }
  ) as Partial<ZoomCredentials>;
  if (typeof signature !== 'string' || !signature) {
    throw malformed(signature === '' ? 'The signature is empty.' : 'The answer holds no signature.');
  }
  const { header, claims } = decodeSignature(signature) ?? {};
  const isReadable =
    header?.['alg'] === 'HS256' &&
    // An HMAC with SHA-256 has 43 characters.
    signature.split('.')[2]?.length === 43 &&
    Boolean(claims?.['appKey'] ?? claims?.['sdkKey']) &&
    /^[01]$/.test(String(claims?.['role']));
  if (!isReadable) {
    const findings = await explainRefusal([signature], asked);
    throw malformed(findings[0]?.cause ?? 'The signature cannot be read.', findings);
  }
  return {
    credentials: { signature, zak, obfToken, tk, recordingToken },
    meetingNumber: asked.meetingNumber,
    role: asked.role,
    notBefore: inMilliseconds(claims?.['iat']),
    expiresAt: inMilliseconds(claims?.['exp']),
  };
}

/** Whole seconds as ms; 0 for anything else: timestamps in milliseconds are near 1.8e12 today. */
function inMilliseconds(seconds: unknown): number {
  return Number.isInteger(seconds) && (seconds as number) < 1e11 ? (seconds as number) * 1000 : 0;
}

function malformed(reason: string, findings?: ZoomMeetingError['findings']): ZoomMeetingError {
  return new ZoomMeetingError('SIGNATURE_MALFORMED', { reason, findings });
}
