import { decodeSignature } from '../signature/decode-signature';
import { finding, type DoctorFinding } from './doctor-finding';

/** The signature that `createSignatureFetcher` would read from a body, or why there is none. */
export interface AnswerReading {
  signature?: string;
  isJson?: boolean;
  /** The other fields of the response. */
  fields?: Record<string, unknown>;
  trouble?: DoctorFinding;
}

/** Reads the body of a 2xx answer. Names of fields go into evidence, values never. */
export function readAnswer(body: string | undefined): AnswerReading {
  if (body === undefined) return { trouble: finding('answer-too-large', 'stopped reading at 64 kB') };
  if (body.trim() === '') return { trouble: finding('answer-empty', 'the body is empty') };
  if (/^\s*</.test(body)) return { trouble: finding('answer-html', 'the body starts with <') };
  const value = parse(body);
  if (value === undefined && /^\s*[{[]/.test(body))
    return { trouble: finding('answer-broken-json', 'the body starts like JSON, but cannot be parsed') };
  // The bare signature as text, or something that `inspectSignature` recognises.
  if (typeof value !== 'object' || value === null) return { signature: body, isJson: value !== undefined };

  const fields = value as Record<string, unknown>;
  if (typeof fields.signature === 'string' && fields.signature !== '')
    return { signature: fields.signature, isJson: true, fields };
  const path = pathOfJwt(fields);
  if (path) return { trouble: finding('answer-field', `there is a JWT in ${path}`) };
  const names = Object.keys(fields).map(nameOf).slice(0, 8);
  const evidence =
    'signature' in fields
      ? `signature is ${fields.signature === '' ? 'empty' : fields.signature === null ? 'null' : `a ${typeof fields.signature}`}`
      : `fields: ${names.join(', ') || 'none'}`;
  return { trouble: finding('answer-no-signature', evidence) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The path of a JWT, such as `data.token`. */
function pathOfJwt(fields: object, depth = 3): string | undefined {
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (typeof value === 'string' && decodeSignature(value)) return nameOf(name);
    const below = typeof value === 'object' && value !== null && depth > 0 && pathOfJwt(value, depth - 1);
    if (below) return `${nameOf(name)}.${below}`;
  }
  return undefined;
}

/** A name may be anything, even a secret. */
export function nameOf(name: string): string {
  return /^[\w$-]{1,24}$/.test(name) ? name : '…';
}
