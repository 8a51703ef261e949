import { createSignatureHandler } from 'react-zoom-meeting/server';
import { authorize, keys } from '../../../../../your-app';

const sign = createSignatureHandler({ keys, authorize });

// OPTIONS is only for pages on other origins, see `allowedOrigins`.
export { sign as OPTIONS, sign as POST };
