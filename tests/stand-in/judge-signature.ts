import { decodeJwt, jwtVerify } from 'jose';

/** A refusal as `wc/info` words it. */
export interface Refusal {
  errorCode: number;
  errorMessage: string;
}

/** The SDK makes 3712 and 3705 out of these. */
export const invalidSignature: Refusal = { errorCode: 200, errorMessage: 'Invalid signature.' };
export const expiredSignature: Refusal = { errorCode: 200, errorMessage: 'The signature has expired.' };

/** What Zoom would say to a signature at `now` (ms since the epoch), decided from the signature itself. */
export async function judgeSignature(
  signature: string,
  meetingNumber: string,
  { sdkKey, sdkSecret, now }: { sdkKey: string; sdkSecret: string; now: number },
): Promise<Refusal | undefined> {
  let claims;
  try {
    claims = decodeJwt<Record<string, unknown>>(signature);
    // jose must not judge the times: Zoom's clock is the one given.
    const currentDate = new Date(((claims.exp ?? 1) - 1) * 1000);
    await jwtVerify(signature, new TextEncoder().encode(sdkSecret), { algorithms: ['HS256'], currentDate });
  } catch {
    return invalidSignature;
  }
  const seconds = Math.floor(now / 1000);
  if (claims['appKey'] === undefined) return invalidSignature;
  if (claims['appKey'] !== sdkKey) return { errorCode: 3704, errorMessage: 'SDK key is not valid.' };
  if (claims['mn'] !== meetingNumber) return invalidSignature;
  if (claims['role'] !== 0 && claims['role'] !== 1)
    return { errorCode: 3708, errorMessage: 'Role is not applicable.' };
  if (typeof claims.iat !== 'number' || claims.iat > seconds) return invalidSignature;
  if (typeof claims.exp !== 'number' || claims.exp <= seconds) return expiredSignature;
  return undefined;
}
