import { createSignatureHandler } from 'react-zoom-meeting/server';
import { authorize, keys } from '../../../../../your-app';

const sign = createSignatureHandler({ keys, authorize });

// Only pages of other origins, see `allowedOrigins`, need OPTIONS.
export { sign as OPTIONS, sign as POST };
