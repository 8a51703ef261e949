import { createSignatureHandler } from 'react-zoom-meeting/server';
import { authorize } from '../your-app';

/** As Cloudflare Workers, and with another way to the secrets any edge runtime, call it. */
export default {
  fetch(request: Request, env: { ZOOM_SDK_KEY: string; ZOOM_SDK_SECRET: string }): Promise<Response> {
    const keys = { sdkKey: env.ZOOM_SDK_KEY, sdkSecret: env.ZOOM_SDK_SECRET };
    return createSignatureHandler({ ...keys, authorize })(request);
  },
};
