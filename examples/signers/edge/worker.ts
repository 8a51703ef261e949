import { createSignatureHandler } from 'react-zoom-meeting/server';
import { authorize } from '../your-app';

let sign: ReturnType<typeof createSignatureHandler> | undefined;

/** As Cloudflare Workers, and with another way to the secrets any edge runtime, call it. */
export default {
  fetch(request: Request, env: { ZOOM_SDK_KEY: string; ZOOM_SDK_SECRET: string }): Promise<Response> {
    // Once, as a `rateLimit` needs it; only here, where the secrets are.
    sign ??= createSignatureHandler({ sdkKey: env.ZOOM_SDK_KEY, sdkSecret: env.ZOOM_SDK_SECRET, authorize });
    return sign(request);
  },
};
