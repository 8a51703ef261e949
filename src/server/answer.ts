import type { InputError } from './signature-input';

/** The methods that the endpoint takes. */
export const allow = 'POST, OPTIONS';

/** The endpoint's answer, before it becomes a `Response`. */
export interface Answer {
  status: number;
  body?: object;
  headers?: Record<string, string>;
}

/** A refusal with its reason, in the format of Zoom's official sample. */
export function refuse(status: number, reason: string, headers: Record<string, string> = {}): Answer {
  const errors: InputError[] = [{ property: '$request', reason }];
  return { status, body: { errors }, headers };
}

export function toResponse(
  { status, body, headers }: Answer,
  time: number,
  cors: Record<string, string> = {},
): Response {
  const allHeaders = {
    'Cache-Control': 'no-store',
    Date: new Date(time).toUTCString(),
    Vary: 'Origin',
    ...cors,
    ...(body && { 'Content-Type': 'application/json' }),
    ...headers,
  };
  return new Response(body ? JSON.stringify(body) : null, { status, headers: allHeaders });
}
