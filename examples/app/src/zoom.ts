import { createSignatureFetcher, scriptSdk } from 'react-zoom-meeting';

// Created once, outside of the components.
export const fetchSignature = createSignatureFetcher('/api/zoom/signature');
export const sdk = scriptSdk();
