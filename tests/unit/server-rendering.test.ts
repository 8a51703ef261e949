import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import {
  preloadZoomSdk,
  scriptSdk,
  ZoomMeeting,
  ZoomMeetingProvider,
  ZoomMeetingView,
} from 'react-zoom-meeting';

it('renders on a server without a window and without requests', () => {
  expect(typeof window).toBe('undefined');
  preloadZoomSdk(scriptSdk({ baseUrl: '/zoom-sdk' }));
  const html = renderToString(
    createElement(ZoomMeeting, {
      meetingNumber: '1234567890',
      userName: 'Ada',
      fetchSignature: () => {
        throw new Error('asked for a signature');
      },
    }),
  );
  expect(html).toContain('data-status="idle"');
  // The first frame already shows the next state.
  expect(html).toContain('Getting the meeting ready');
});

it('reads no clock and no random number while rendering, which Next.js rejects in prerendering', () => {
  const provider = createElement(ZoomMeetingProvider, {
    meetingNumber: '1234567890',
    userName: 'Ada',
    fetchSignature: async () => '',
    children: createElement(ZoomMeetingView),
  });
  // React itself reads a clock, whatever it renders.
  expect(unstableCalls(provider)).toEqual(unstableCalls(createElement('p')));
});

/** How often rendering calls functions that return a different value each time. */
function unstableCalls(element: ReactElement): Record<string, number> {
  const spies = {
    'Date.now': vi.spyOn(Date, 'now'),
    'performance.now': vi.spyOn(performance, 'now'),
    'Math.random': vi.spyOn(Math, 'random'),
    'crypto.randomUUID': vi.spyOn(crypto, 'randomUUID'),
    'crypto.getRandomValues': vi.spyOn(crypto, 'getRandomValues'),
  };
  renderToString(element);
  return Object.fromEntries(
    Object.entries(spies).map(([name, spy]) => {
      const { length } = spy.mock.calls;
      spy.mockRestore();
      return [name, length];
    }),
  );
}
