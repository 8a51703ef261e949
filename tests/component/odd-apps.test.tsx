import { act, render } from '@testing-library/react';
import { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { expect, it, vi } from 'vitest';
import { ZoomMeeting, ZoomMeetingError } from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { fetchSignature, meetingOn, pass, useVirtualTime, wait } from './odd-order-tools';

useVirtualTime();

const hide = (hidden: boolean) => {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (hidden ? 'hidden' : 'visible'),
  });
  document.dispatchEvent(new Event('visibilitychange'));
};

it('does not call onJoined after the app unmounts it in onStatusChange', async () => {
  const fake = createFakeZoomSdk();
  const onJoined = vi.fn();
  let gone = false;
  const one = meetingOn(fake, {
    onStatusChange: ({ status }) => {
      if (status !== 'joined') return;
      flushSync(() => view.unmount());
      gone = true;
    },
    onJoined: () => onJoined(gone),
  });
  const view = render(one.element());
  await pass(5000);
  expect(gone).toBe(true);
  expect(onJoined).not.toHaveBeenCalledWith(true);
  await pass(5000);
  expect(fake.state).toBe('idle');
});

it.each([
  'clear',
  'cancelQueries',
  'resetQueries',
  'invalidateQueries',
  'refetchQueries',
  'removeQueries',
] as const)(
  'joins when the app calls queryClient.%s() while a signature is being fetched',
  async (method) => {
    const queryClient = new QueryClient();
    const fake = createFakeZoomSdk();
    const one = meetingOn(fake, {
      queryClient,
      fetchSignature: async (r) => (await wait(1000), fetchSignature(r)),
    });
    render(one.element());
    await pass(500);
    void queryClient[method]();
    await pass(60_000);
    expect([one.meeting().status, one.meeting().error?.message]).toEqual(['joined', undefined]);
  },
);

it('rejoins in a hidden tab after the connection is lost and the endpoint answers 503 once', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const fake = createFakeZoomSdk();
  let n = 0;
  const one = meetingOn(fake, {
    fetchSignature: async (r) => {
      n += 1;
      if (n === 2) throw new ZoomMeetingError('SIGNATURE_FETCH_FAILED', { reason: '503' });
      return fetchSignature(r);
    },
  });
  render(one.element());
  await pass(3000);
  expect(one.meeting().status).toBe('joined');
  hide(true);
  try {
    act(() => fake.fail());
    await pass(120_000);
    expect([one.meeting().status, one.meeting().error?.message, n]).toEqual(['joined', undefined, 3]);
  } finally {
    hide(false);
  }
});

it('joins in a hidden tab after the endpoint answers 503 once', async () => {
  const fake = createFakeZoomSdk();
  let n = 0;
  hide(true);
  const one = meetingOn(fake, {
    fetchSignature: async (r) => {
      if (n++ === 0) throw new ZoomMeetingError('SIGNATURE_FETCH_FAILED', { reason: '503' });
      return fetchSignature(r);
    },
  });
  render(one.element());
  await pass(120_000);
  hide(false);
  await pass(10_000);
  expect([one.meeting().status, one.meeting().error?.message]).toEqual(['joined', undefined]);
});

it('ignores joinTimeout changing to NaN while waiting', async () => {
  const fake = createFakeZoomSdk({ joins: [-3000, 'hang'] });
  const one = meetingOn(fake);
  const { rerender } = render(one.element());
  await pass(310);
  expect(one.meeting().status).toBe('retrying');
  rerender(one.element({ joinTimeout: NaN }));
  await pass(10_000);
  expect(fake.leaveCalls.length).toBeLessThan(10);
});

it('ignores joinTimeout changing to 0 while waiting', async () => {
  const fake = createFakeZoomSdk({ joins: [-3000, 'ok'] });
  const one = meetingOn(fake);
  const { rerender } = render(one.element());
  await pass(310);
  rerender(one.element({ joinTimeout: 0 }));
  await pass(20_000);
  expect(one.meeting().error?.code).not.toBe('JOIN_TIMEOUT');
});

it('fails with a helpful error when customerKey changes on each render', async () => {
  const fake = createFakeZoomSdk();
  const onError = vi.fn();
  let fetches = 0;
  let renders = 0;
  function App() {
    const [, setFetches] = useState(0);
    renders += 1;
    return (
      <ZoomMeeting
        sdk={fake}
        meetingNumber="1234567890"
        userName="Ada"
        customerKey={String(renders)}
        onError={onError}
        fetchSignature={async (request) => {
          fetches += 1;
          setFetches(fetches);
          await wait(200);
          return fetchSignature(request);
        }}
      />
    );
  }
  const { container } = render(<App />);
  // `act` renders at the end.
  for (let count = 0; count < 100; count += 1) await pass(100);
  expect(container.querySelector('.rzm-view')).toHaveAttribute('data-status', 'failed');
  expect(onError.mock.calls).toEqual([[expect.objectContaining({ code: 'INVALID_OPTIONS' })]]);
  expect(String(onError.mock.calls[0]![0])).toContain('customerKey must not change on each render');
  expect(fetches).toBeLessThan(30);
}, 30_000);

it('stays in the meeting when onStatusChange throws and there is no reportError (jsdom)', async () => {
  const { reportError } = globalThis;
  vi.spyOn(console, 'error').mockImplementation(() => {});
  (globalThis as { reportError?: unknown }).reportError = undefined;
  try {
    const fake = createFakeZoomSdk({ joins: [3712, 'ok'] });
    const one = meetingOn(fake, {
      onStatusChange: () => {
        throw new Error('app');
      },
    });
    render(one.element());
    await pass(20_000);
    expect(fake.state).toBe('joined');
  } finally {
    globalThis.reportError = reportError;
  }
});

it('another meeting can join within a minute when joinTimeout becomes NaN before the unmount', async () => {
  const fake = createFakeZoomSdk({ joins: [-3000, 'hang', 'ok'] });
  const one = meetingOn(fake);
  const { rerender, unmount } = render(one.element());
  await pass(310);
  rerender(one.element({ joinTimeout: NaN }));
  await pass(10_000);
  unmount();
  fake.setJoins(['ok']);
  const other = meetingOn(fake, { meetingNumber: '2222222222' });
  render(other.element());
  await pass(61_000);
  expect([other.meeting().status, other.meeting().error?.message]).toEqual(['joined', undefined]);
});
