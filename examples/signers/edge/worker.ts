import { createSignatureHandler } from 'react-zoom-meeting/server';
import { authorize } from '../your-app';

let sign: ReturnType<typeof createSignatureHandler> | undefined;

/** For Cloudflare Workers. Other edge runtimes provide the secrets differently. */
export default {
  fetch(request: Request, env: { ZOOM_SDK_KEY: string; ZOOM_SDK_SECRET: string }): Promise<Response> {
    // Created once, because a `rateLimit` requires that, and here, where the secrets are available.
    sign ??= createSignatureHandler({ sdkKey: env.ZOOM_SDK_KEY, sdkSecret: env.ZOOM_SDK_SECRET, authorize });
    return sign(request);
  },
};
