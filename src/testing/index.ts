/**
 * A fake Zoom SDK, for the tests and stories of your app.
 *
 * @module
 */
export { createFakeZoomSdk } from './create-fake-zoom-sdk';
export { createFakeSignature, type FakeSignatureClaims } from './fake-signature';
export type { FakeAction, FakeAnswer } from './fake-answers';
export type { FakeJoin, FakeJoinFailure } from './fake-join';
export type {
  FakeCall,
  FakeInitCall,
  FakeJoinCall,
  FakeLoad,
  FakeParticipant,
  FakeZoomSdk,
  FakeZoomSdkOptions,
  FakeZoomState,
} from './fake-zoom-sdk';
export { resetPage } from './reset-page';
