import { createSignatureHandler } from 'react-zoom-meeting/server';
import { demoKeys } from './demo-keys';

const hour = 3_600_000;
/** Our handler dates signatures back; a signer that runs ahead here is ahead by so much more. */
const backDated = 30_000;

/** The signer's clock, in ms since the epoch, for the scenarios in which it is wrong. */
const clocks: Record<string, () => number> = {
  'signer-ahead': () => Date.now() + backDated + 20_000,
  // Java's Math.round(long) rounds to a 32-bit float, whose step is 128 s.
  'float-signer': () => Math.fround(Date.now() / 1000) * 1000 + backDated,
  expired: () => Date.now() - 3 * hour,
};

/**
 * The demo's signature endpoint, on the library's own handler: wrong in the way that the scenario wants, and with the
 * real keys when the environment has them.
 */
export function signatureEndpoint(request: Request): Promise<Response> {
  const { ZOOM_SDK_KEY, ZOOM_SDK_SECRET } = process.env;
  const scenario = new URL(request.url).searchParams.get('scenario') ?? '';
  const real =
    ZOOM_SDK_KEY && ZOOM_SDK_SECRET ? { sdkKey: ZOOM_SDK_KEY, sdkSecret: ZOOM_SDK_SECRET } : undefined;
  const wrong = { ...demoKeys, sdkSecret: 'somebody-elses-secret-of-32-bytes' };
  const handler = createSignatureHandler({
    ...(real ?? (scenario === 'wrong-secret' ? wrong : demoKeys)),
    // The demo lets everybody in; an app asks its session here.
    authorize: () => true,
    ...(!real && clocks[scenario] && { now: clocks[scenario] }),
  });
  return handler(request);
}
