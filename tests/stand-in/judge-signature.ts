import { decodeJwt, jwtVerify } from 'jose';

/** A refusal in the words of `wc/info`. */
export interface Refusal {
  errorCode: number;
  errorMessage: string;
}

/** Zoom sends these as 200 with a text, from which the SDK derives the code. */
const texts: Record<number, string> = {
  3704: 'The api key is wrong.',
  3705: 'The signature has expired.',
  3707: 'The meeting number is not found.',
  3708: 'The role is not applicable.',
  3712: 'Invalid signature.',
};

/** The refusal that the SDK turns into this code. */
export function refusalFor(code: number, text = `scripted ${code}`): Refusal {
  // The SDK would turn a refusal with the code itself into 200 (6.2.0).
  if (code === 3005) return { errorCode: 3000, errorMessage: 'User email is required.' };
  const known = texts[code];
  return known ? { errorCode: 200, errorMessage: known } : { errorCode: code, errorMessage: text };
}

/** Zoom's answer to a signature at `now` (ms since the epoch), based on the signature itself. */
export async function judgeSignature(
  signature: string,
  meetingNumber: string,
  { sdkKey, sdkSecret, now }: { sdkKey: string; sdkSecret: string; now: number },
): Promise<Refusal | undefined> {
  let claims;
  try {
    claims = decodeJwt<Record<string, unknown>>(signature);
    // jose must not check the times, because Zoom's clock is the given one.
    const currentDate = new Date(((claims.exp ?? 1) - 1) * 1000);
    await jwtVerify(signature, new TextEncoder().encode(sdkSecret), { algorithms: ['HS256'], currentDate });
  } catch {
    return refusalFor(3712);
  }
  const seconds = Math.floor(now / 1000);
  if (typeof claims.iat !== 'number' || claims.iat > seconds) return refusalFor(3712);
  if (typeof claims.exp !== 'number' || claims.exp <= seconds) return refusalFor(3705);
  if (claims['appKey'] === undefined) return refusalFor(3712);
  if (claims['appKey'] !== sdkKey) return refusalFor(3704);
  if (claims['mn'] !== meetingNumber) return refusalFor(3712);
  if (claims['role'] !== 0 && claims['role'] !== 1) return refusalFor(3708);
  return undefined;
}
