import { meetingDigits } from '../signature/meeting-number';
import { wishErrors, type InputError, type SignatureWish } from './signature-input';

/** A wish whose meeting number is digits. */
export type ParsedSignatureRequest = SignatureWish & { meetingNumber: string };

/** Reads a request body as leniently as Zoom's official sample does: numbers may be texts. Other fields are ignored. */
export function parseSignatureRequest(
  body: string,
): { request: ParsedSignatureRequest; errors?: undefined } | { request?: undefined; errors: InputError[] } {
  const fields = parseObject(body);
  if (fields === undefined) return { errors: [{ property: '$body', reason: 'must be a JSON object' }] };
  const wish = {
    meetingNumber: fields.meetingNumber,
    role: toNumber(fields.role),
    expirationSeconds: toNumber(fields.expirationSeconds),
    videoWebRtcMode: toNumber(fields.videoWebRtcMode),
  };
  const errors = wishErrors(wish);
  if (errors.length > 0) return { errors };
  return { request: { ...(wish as SignatureWish), meetingNumber: meetingDigits(wish.meetingNumber) } };
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}
