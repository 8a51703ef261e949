import { meetingDigits } from '../signature/meeting-number';
import { broken, requestErrors, type InputError, type RequestedSignature } from './signature-input';

/** A requested signature whose meeting number is digits, and what the page reports about itself. */
export interface ParsedSignatureRequest extends RequestedSignature {
  meetingNumber: string;
  hasTk: boolean;
  fields: Readonly<Record<string, unknown>>;
}

/**
 * Reads a request body as leniently as Zoom's official sample does: numbers may be strings, and other properties are ignored. The
 * app's fields are in an object of their own, so that none of them can be taken for a property of this protocol.
 */
export function parseSignatureRequest(
  body: string,
): { request: ParsedSignatureRequest; errors?: undefined } | { request?: undefined; errors: InputError[] } {
  const given = parseObject(body);
  if (given === undefined) return { errors: [{ property: '$body', reason: 'must be a JSON object' }] };
  const requested = {
    meetingNumber: given.meetingNumber,
    role: toNumber(given.role),
    expirationSeconds: toNumber(given.expirationSeconds),
    videoWebRtcMode: toNumber(given.videoWebRtcMode),
  };
  const { hasTk = false, fields = {} } = given;
  const errors = [
    ...requestErrors(requested),
    ...broken(typeof hasTk === 'boolean', 'hasTk', 'must be true or false'),
    ...broken(isObject(fields), 'fields', 'must be a JSON object'),
  ];
  if (errors.length > 0) return { errors };
  const meetingNumber = meetingDigits(requested.meetingNumber);
  return {
    request: {
      ...(requested as RequestedSignature),
      meetingNumber,
      hasTk: hasTk as boolean,
      fields: fields as ParsedSignatureRequest['fields'],
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}
