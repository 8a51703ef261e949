import { createSignatureHandler, toNodeHandler } from '../../../src/server/index';
import { signByHand } from '../server/sign-by-hand';
import { claims, sdkKey, secret, type Signer } from './signer';

/**
 * Either a signature or an endpoint, and exactly what the doctor must report: ids, errors first, and the exit
 * code.
 */
export interface Row {
  name: string;
  signature?: () => string;
  endpoint?: Signer;
  args?: string[];
  env?: Record<string, string>;
  finds: string[];
  exit: 0 | 1 | 2;
}

export const withSecret = ['--secret-env', 'ZOOM_SDK_SECRET'];
export const text = { 'content-type': 'text/plain' };
export const html = { 'content-type': 'text/html; charset=utf-8' };
export const page = () => '<!doctype html><title>Sign in</title>';

/** `iat` as calculated by `Math.round(System.currentTimeMillis() / 1000)` in Java. `ahead` is a multiple of 128. */
export function signFloat(ahead: number): string {
  const iat = Math.floor(Date.now() / 128_000) * 128 + 128 + ahead;
  return signByHand(claims({ iat, exp: iat + 7200, tokenExp: iat + 7200 }), { secret });
}

export function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

export function handler(): Signer {
  const handle = toNodeHandler(
    createSignatureHandler({
      sdkKey,
      sdkSecret: secret,
      authorize: () => true,
      allowedOrigins: ['https://app.example.com'],
    }),
  );
  return (response, request) => handle(request, response);
}
