import { act, render } from '@testing-library/react';
import { QueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { expect, it, vi } from 'vitest';
import { ZoomMeetingError } from 'react-zoom-meeting';
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

it('unmounted in onStatusChange(joined): onJoined is not called after the unmount', async () => {
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
  'the app calls queryClient.%s() while a signature is being fetched: the meeting is joined',
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

it('in a hidden tab the connection is lost, and the endpoint answers 503 once: joined again', async () => {
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

it('hidden tab, first join, 503 once', async () => {
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

it('joinTimeout becomes NaN while waiting', async () => {
  const fake = createFakeZoomSdk({ joins: [-3000, 'hang'] });
  const one = meetingOn(fake);
  const { rerender } = render(one.element());
  await pass(310);
  expect(one.meeting().status).toBe('retrying');
  rerender(one.element({ joinTimeout: NaN }));
  await pass(10_000);
  expect(fake.leaveCalls.length).toBeLessThan(10);
});

it('joinTimeout becomes 0 while waiting', async () => {
  const fake = createFakeZoomSdk({ joins: [-3000, 'ok'] });
  const one = meetingOn(fake);
  const { rerender } = render(one.element());
  await pass(310);
  rerender(one.element({ joinTimeout: 0 }));
  await pass(20_000);
  expect(one.meeting().error?.code).not.toBe('JOIN_TIMEOUT');
});

it('where there is no reportError (jsdom): onStatusChange throws, and the meeting goes on', async () => {
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

it('joinTimeout becomes NaN while waiting, then unmounted: another meeting can join within a minute', async () => {
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
