import { type PageSlot, slotKey } from '../sdk/page-lease';

/**
 * Resets the page, as if it had never had a meeting. Call it after each test, when the components are unmounted. Otherwise the
 * next test's meeting waits until the earlier one has left and its client is destroyed, which takes seconds, even on a fake
 * clock.
 *
 * It drops the page's client, its element and the queue of meetings that wait for the page. It is synchronous, and does nothing if
 * there was no meeting. Only for fake SDKs: the real one is a singleton that cannot be replaced.
 *
 * @example
 * import { cleanup } from '@testing-library/react';
 * import { resetPage } from 'react-zoom-meeting/testing';
 * import { afterEach } from 'vitest';
 *
 * afterEach(() => {
 *   cleanup();
 *   resetPage();
 * });
 */
export function resetPage(): void {
  const page = globalThis as { [slotKey]?: PageSlot };
  const slot = page[slotKey];
  Reflect.deleteProperty(page, slotKey);
  // A slot of another version of this library may contain anything.
  slot?.page?.show(undefined);
  void slot?.page?.reset();
}
