import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ZoomMeeting } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk } from 'react-zoom-meeting/testing';

/** jsdom has no layout and no animations. */
class StillResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
const animate = vi.fn();
let isMotionReduced = false;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('ResizeObserver', StillResizeObserver);
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query === '(prefers-reduced-motion: reduce)' && isMotionReduced,
  }));
  Element.prototype.animate = animate;
  animate.mockClear();
  isMotionReduced = false;
});
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  delete (Element.prototype as { animate?: unknown }).animate;
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** Joins, and returns whether a panel covers the meeting. */
async function joined(): Promise<() => boolean> {
  const fake = createFakeZoomSdk();
  const { container } = render(
    <ZoomMeeting
      sdk={fake}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={async () => createFakeSignature()}
    />,
  );
  const view = container.querySelector<HTMLElement>('.rzm-view')!;
  for (let waited = 0; view.dataset['status'] !== 'joined' && waited < 10_000; waited += 10) await pass(10);
  expect(view.dataset['status']).toBe('joined');
  return () => {
    const isCovered = view.querySelector('.rzm-panel') !== null;
    // The SDK's own interface can be used when the panel is gone.
    expect(view.querySelector<HTMLElement>(':scope > div')!.inert).toBe(isCovered);
    return isCovered;
  };
}

describe('the panel over a meeting that has just joined', () => {
  it('stays until the SDK’s view has its final size, then fades out for 160 ms', async () => {
    const isCovered = await joined();
    expect(isCovered()).toBe(true);
    expect(animate).not.toHaveBeenCalled();
    for (let waited = 0; animate.mock.calls.length === 0 && waited < 3000; waited += 10) await pass(10);
    expect(animate).toHaveBeenCalledExactlyOnceWith({ opacity: [1, 0] }, { duration: 160, fill: 'forwards' });
    expect(isCovered()).toBe(true);
    await pass(160);
    expect(isCovered()).toBe(false);
  });

  it('disappears after three seconds if the view never gets its size, for example in a hidden tab without frames', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const isCovered = await joined();
    await pass(2900);
    expect(isCovered()).toBe(true);
    await pass(200);
    // The panel is fading.
    await pass(160);
    expect(isCovered()).toBe(false);
  });

  it('disappears at once if the user prefers reduced motion', async () => {
    isMotionReduced = true;
    const isCovered = await joined();
    expect(isCovered()).toBe(true);
    await pass(3000);
    expect(isCovered()).toBe(false);
    expect(animate).not.toHaveBeenCalled();
  });
});
