/**
 * Creates signatures on your server. Never import it in browser code.
 *
 * @module
 */
export { createMeetingSignature } from './create-meeting-signature';
export type { MeetingSignatureOptions, SignatureKeys } from './create-meeting-signature';
export { createSignatureHandler } from './create-signature-handler';
export type {
  SignatureDecision,
  SignatureHandlerOptions,
  SignatureSubject,
} from './create-signature-handler';
export type { NodeRequest, NodeResponse } from './node-types';
export type { RateLimit, RateLimitStore } from './rate-limiter';
export { SignatureInputError } from './signature-input';
export type { InputError, RequestedSignature } from './signature-input';
export { toNodeHandler } from './to-node-handler';
