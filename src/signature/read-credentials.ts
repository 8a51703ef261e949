import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { decodeSignature } from './decode-signature';
import { explainRefusal } from './explain-refusal';
import type { DatedCredentials } from './signature-candidate';
import type { ZoomCredentials } from './signature-fetcher';

/**
 * Reads the answer of a `SignatureFetcher`, and when its signature is valid. Rejects with `SIGNATURE_MALFORMED`, with findings, if
 * the answer has no signature, or one that makes the SDK crash before it asks Zoom (6.2.0).
 */
export async function readCredentials(
  answer: unknown,
  asked: { meetingNumber: string; role: 0 | 1 },
): Promise<DatedCredentials> {
  const given = (Object(answer) === answer ? answer : { signature: answer }) as Partial<ZoomCredentials>;
  const text = String(given.signature ?? '');
  const claims = decodeSignature(text)?.claims;
  if (!(claims?.['appKey'] ?? claims?.['sdkKey']) || !/^[01]$/.test(String(claims?.['role']))) {
    const findings = text ? await explainRefusal([text], asked) : [];
    const [first] = findings;
    const reason = first ? `${first.cause} (${first.evidence})` : 'The response has no signature.';
    throw new ZoomMeetingError('SIGNATURE_MALFORMED', { reason, findings });
  }
  return {
    credentials: { ...notEmpty(given), signature: text },
    notBefore: inMilliseconds(claims?.['iat']),
    expiresAt: inMilliseconds(claims?.['exp']),
  };
}

/** The values without empty strings, which some servers send for missing values. */
function notEmpty(given: Partial<ZoomCredentials>): Partial<ZoomCredentials> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => (value as unknown) !== ''));
}

/** Whole seconds as ms; 0 for anything else: timestamps in milliseconds are near 1.8e12 today. */
function inMilliseconds(seconds: unknown): number {
  return Number.isInteger(seconds) && (seconds as number) < 1e11 ? (seconds as number) * 1000 : 0;
}
