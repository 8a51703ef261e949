import { SignJWT } from 'jose';
import { createSignatureHandler, toNodeHandler } from 'react-zoom-meeting/server';
import { issuingAhead, javaRounded } from '../../tests/stand-in/signer-clock';
import { demoKeys } from './demo-keys';

/** Signers that our handler cannot imitate, by the value that they write into `iat`. */
const handMade: Record<string, () => number> = {
  'float-signer': () => javaRounded(Date.now() / 1000),
  // `exp` was 800 s ago.
  expired: () => Math.floor(Date.now() / 1000) - 8000,
};

/**
 * The demo's signature endpoint, based on the library's own handler: wrong in the way that the scenario needs, or
 * with the real keys if the environment has them.
 */
export const signatureEndpoint = toNodeHandler((request) => {
  const { ZOOM_SDK_KEY, ZOOM_SDK_SECRET } = process.env;
  // The demo lets everyone in. An app checks its session here.
  const authorize = () => true;
  if (ZOOM_SDK_KEY && ZOOM_SDK_SECRET) {
    return createSignatureHandler({ sdkKey: ZOOM_SDK_KEY, sdkSecret: ZOOM_SDK_SECRET, authorize })(request);
  }

  const scenario = scenarioOf(request);
  const iat = handMade[scenario];
  if (iat && request.method === 'POST') return signByHand(request, iat());
  return createSignatureHandler({
    ...demoKeys,
    ...(scenario === 'wrong-secret' && { sdkSecret: 'somebody-elses-secret-of-32-bytes' }),
    ...(scenario === 'signer-ahead' && { now: issuingAhead(20_000) }),
    authorize,
  })(request);
});

async function signByHand(request: Request, iat: number): Promise<Response> {
  const { sdkKey, sdkSecret } = demoKeys;
  const { meetingNumber, role } = (await request.json()) as { meetingNumber: string; role: number };
  const exp = iat + 7200;
  const signature = await new SignJWT({ appKey: sdkKey, mn: meetingNumber, role, iat, exp, tokenExp: exp })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(sdkSecret));
  return Response.json({ signature, sdkKey }, { headers: { 'cache-control': 'no-store' } });
}

/**
 * The scenario of the page that sends the request. The page keeps it in a cookie, as an app does with its session.
 */
const scenarioOf = ({ headers }: Request) =>
  /(?:^|; )scenario=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? 'signer-ahead';
