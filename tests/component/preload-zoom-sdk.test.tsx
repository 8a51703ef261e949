import { preloadZoomSdk, type ZoomEmbedded, type ZoomSdk } from 'react-zoom-meeting';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

/** An SDK whose download the test completes. */
function slowSdk() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  const load = vi.fn<ZoomSdk['load']>(() => Promise.reject<ZoomEmbedded>(new Error('no file')));
  return { sdk: { warm: () => promise, load }, load, downloaded: () => resolve() };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

it('runs the SDK when it has been downloaded and the browser is idle, and ignores failures', async () => {
  const idle: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
  const { sdk, load, downloaded } = slowSdk();
  preloadZoomSdk(sdk);
  await turn();
  expect(idle).toHaveLength(0);
  downloaded();
  await turn();
  expect(load).not.toHaveBeenCalled();
  idle.forEach((callback) => callback());
  expect(load).toHaveBeenCalledOnce();
  // An unhandled rejection fails the test run.
  await turn();
});

it('runs the SDK soon after the download where requestIdleCallback does not exist', async () => {
  vi.stubGlobal('requestIdleCallback', undefined);
  const { sdk, load, downloaded } = slowSdk();
  preloadZoomSdk(sdk);
  downloaded();
  await turn();
  expect(load).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(load).toHaveBeenCalledOnce());
});
