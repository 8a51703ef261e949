import { createSignatureHandler, type SignatureHandlerOptions } from '../../../src/server/index';

export const url = 'https://app.example.com/api/zoom/signature';
export const keys = { sdkKey: 'an-sdk-key', sdkSecret: 'a-very-secret-secret' };
export const body = { meetingNumber: '1234567890', role: 0 };
/** 2024-11-24T12:06:40Z, in ms. */
export const now = 1_732_450_000_000;

/** A handler that allows everything by default. */
export function endpoint(options: Partial<SignatureHandlerOptions> = {}) {
  return createSignatureHandler({
    ...keys,
    authorize: () => true,
    now: () => now,
    ...options,
  } as SignatureHandlerOptions);
}

/** The headers of a same-site page. */
export function post(content: unknown = body, headers: Record<string, string> = {}): Request {
  return new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: typeof content === 'string' ? content : JSON.stringify(content),
  });
}
