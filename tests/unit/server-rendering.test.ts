import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { preloadZoomSdk, scriptSdk, ZoomMeeting } from 'react-zoom-meeting';

it('renders on a server, without a window and without asking for anything', () => {
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
  // What the first frame shows is what follows.
  expect(html).toContain('Getting the meeting ready');
});
