import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { decodeSignature } from './decode-signature';
import { explainRefusal } from './explain-refusal';
import type { ZoomCredentials } from './signature-fetcher';

/**
 * Takes what a `SignatureFetcher` resolved with and gives it back as credentials. Rejects with `SIGNATURE_MALFORMED`,
 * with findings, when there is no signature in it, or one that makes the SDK crash before it asks Zoom (6.2.0).
 */
export async function checkCredentials(
  answer: unknown,
  asked: { meetingNumber: string; role: 0 | 1; now: number },
): Promise<ZoomCredentials> {
  const { signature, zak, obfToken, tk, recordingToken } = (
    typeof answer === 'object' && answer !== null ? answer : { signature: answer }
  ) as Partial<ZoomCredentials>;
  if (typeof signature !== 'string' || signature === '') {
    throw new ZoomMeetingError('SIGNATURE_MALFORMED', {
      reason: signature === '' ? 'The signature is empty.' : 'The answer holds no signature.',
    });
  }
  if (!isReadable(signature)) {
    const findings = await explainRefusal([signature], asked);
    throw new ZoomMeetingError('SIGNATURE_MALFORMED', {
      reason: findings[0]?.cause ?? 'The signature cannot be read.',
      findings,
    });
  }
  return { signature, zak, obfToken, tk, recordingToken };
}

function isReadable(signature: string): boolean {
  const { header, claims } = decodeSignature(signature) ?? {};
  return (
    header?.['alg'] === 'HS256' &&
    // An HMAC with SHA-256 has 43 characters.
    signature.split('.')[2]?.length === 43 &&
    Boolean(claims?.['appKey'] ?? claims?.['sdkKey']) &&
    /^[01]$/.test(String(claims?.['role']))
  );
}
