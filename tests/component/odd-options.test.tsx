import { render } from '@testing-library/react';
import { Activity } from 'react';
import { expect, it, vi } from 'vitest';
import type { SignatureFetcher, ZoomMeetingProps } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { fetchSignature, meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

/** An endpoint that answers with everything about a user. Each signature is ahead by this much, in s. */
const endpointOf =
  (user: string, ahead = -10, asked: string[] = []): SignatureFetcher =>
  async ({ meetingNumber, role }) => {
    asked.push(user);
    const iat = Math.floor(Date.now() / 1000) + ahead;
    return {
      signature: createFakeSignature({ mn: meetingNumber, role, iat }),
      userName: user,
      zak: `zak of ${user}`,
    };
  };

it.each([
  [-3000, -10],
  [3712, 10],
] as const)(
  'another fetcher while a retry of %d is scheduled: joins with its name and ZAK',
  async (code, ahead) => {
    const fake = createFakeZoomSdk({ joins: [code, 'ok'] });
    const one = meetingOn(fake, {
      userName: undefined,
      retryDelay: 8000,
      fetchSignature: endpointOf('Ada', ahead),
    });
    const { rerender } = render(one.element());
    await pass(3000);
    expect(one.meeting().status).toBe('retrying');
    rerender(one.element({ fetchSignature: endpointOf('Grace', ahead) }));
    await pass(30_000);
    expect(one.meeting().status).toBe('joined');
    expect(fake.joinCalls.at(-1)).toMatchObject({ userName: 'Grace', options: { zak: 'zak of Grace' } });
    expect(fake.joinCalls).toHaveLength(2);
  },
);

it('requests once more at a retry with an inline fetcher, and uses the signature that becomes valid first', async () => {
  const fake = createFakeZoomSdk({ joins: [3712, 'ok'] });
  const asked: string[] = [];
  const one = meetingOn(fake, { userName: undefined });
  const inline = () => ({ fetchSignature: endpointOf('Ada', 10, asked) });
  const { rerender } = render(one.element(inline()));
  const joinedAt = Date.now();
  for (let count = 0; one.meeting().status !== 'joined' && count < 300; count += 1) {
    await pass(100);
    rerender(one.element(inline()));
  }
  // The first signature was valid after 10 s. The others would be valid later.
  expect(Date.now() - joinedAt).toBeLessThan(12_000);
  expect(fake.joinCalls).toHaveLength(2);
  expect(asked.length).toBeLessThanOrEqual(3);
});

it.each<[string, Partial<ZoomMeetingProps>, Partial<ZoomMeetingProps>]>([
  ['a blank userName', { userName: '' }, { userName: 'Ada' }],
  ['no userName', { userName: undefined }, { userName: 'Ada' }],
  ['no fetcher', { fetchSignature: undefined as never }, { fetchSignature }],
  ['a joinTimeout that is too short', { joinTimeout: 1 }, { joinTimeout: undefined }],
  ['a token that is not a string', { zak: 10n as never }, { zak: 'zak' }],
])('%s at first: joins when the options have become valid', async (_, before, after) => {
  const fake = createFakeZoomSdk();
  const onError = vi.fn();
  const one = meetingOn(fake, { ...before, onError });
  const { rerender } = render(one.element());
  await pass(1000);
  expect(one.meeting().error?.code).toBe('INVALID_OPTIONS');
  rerender(one.element());
  await pass(1000);
  expect(onError).toHaveBeenCalledTimes(1);
  rerender(one.element(after));
  await pass(5000);
  expect(one.meeting().status).toBe('joined');
  expect(onError).toHaveBeenCalledTimes(1);
});

it.each<[string, Partial<ZoomMeetingProps>, 'leave' | 'cancel' | undefined]>([
  ['without autoJoin', { autoJoin: false }, undefined],
  ['after leave()', {}, 'leave'],
  ['after cancel()', {}, 'cancel'],
])('invalid options become valid %s: is not joined', async (_, props, command) => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake, { userName: '', ...props });
  const { rerender } = render(one.element());
  await pass(100);
  if (command) void one.meeting()[command]();
  else void one.meeting().join();
  await pass(100);
  rerender(one.element({ userName: 'Ada' }));
  await pass(5000);
  expect(fake.joinCalls).toEqual([]);
});

it('does not join again after another failure when the options change', async () => {
  const fake = createFakeZoomSdk({ joins: [4005, 'ok'] });
  const one = meetingOn(fake);
  const { rerender } = render(one.element());
  await pass(3000);
  expect(one.meeting().status).toBe('failed');
  rerender(one.element({ userName: 'Grace' }));
  await pass(5000);
  expect(one.meeting().status).toBe('failed');
  expect(fake.joinCalls).toHaveLength(1);
});

it('sends the request of another user at once while that of the first one hangs', async () => {
  const fake = createFakeZoomSdk();
  const signals: AbortSignal[] = [];
  const one = meetingOn(fake, {
    fetchSignature: ({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    },
  });
  const { rerender } = render(one.element());
  await pass(1000);
  rerender(one.element({ userName: 'Grace', customerKey: 'Grace', fetchSignature }));
  await pass(3000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.joinCalls).toMatchObject([{ userName: 'Grace', options: { customerKey: 'Grace' } }]);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

it('sends the request of another user while that of a retry hangs, and joins with another client', async () => {
  const fake = createFakeZoomSdk({ joins: [3712, 'ok'] });
  let requests = 0;
  const one = meetingOn(fake, {
    fetchSignature: (request) => ((requests += 1) === 1 ? fetchSignature(request) : new Promise(() => {})),
  });
  const { rerender } = render(one.element());
  await pass(2000);
  expect(one.meeting().status).toBe('retrying');
  rerender(one.element({ userName: 'Grace', customerKey: 'Grace', fetchSignature }));
  await pass(15_000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.joinCalls.at(-1)).toMatchObject({ userName: 'Grace', options: { customerKey: 'Grace' } });
});

it('does not join when it is unmounted just before the signature arrives', async () => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake, {
    fetchSignature: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return fetchSignature(request);
    },
  });
  const { unmount } = render(one.element());
  await pass(450);
  unmount();
  await pass(5000);
  expect(fake.joinCalls).toEqual([]);
});

it('joins once when it is hidden just before the signature arrives, and shown just after', async () => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake, {
    fetchSignature: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return fetchSignature(request);
    },
  });
  const ui = (mode: 'hidden' | 'visible') => <Activity mode={mode}>{one.element()}</Activity>;
  const { rerender } = render(ui('visible'));
  await pass(470);
  rerender(ui('hidden'));
  await pass(60);
  expect(fake.joinCalls).toEqual([]);
  rerender(ui('visible'));
  await pass(5000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.joinCalls).toHaveLength(1);
});

it('joinTimeout does not count the time that the previous meeting needs to leave', async () => {
  const fake = createFakeZoomSdk({ joins: ['hang', 'ok'] });
  const one = meetingOn(fake, { joinTimeout: 10_000 });
  const { rerender } = render(one.element());
  await pass(2000);
  rerender(one.element({ meetingNumber: '2222222222' }));
  await pass(12_000);
  expect(one.meeting().status).toBe('preparing');
  await pass(10_000);
  expect(one.meeting().status).toBe('joined');
});

it('joinTimeout counts from when the page is free', async () => {
  const fake = createFakeZoomSdk({ joins: ['hang', 'ok'] });
  const one = meetingOn(fake, { joinTimeout: 10_000 });
  const { rerender } = render(one.element());
  await pass(2000);
  rerender(one.element({ meetingNumber: '2222222222', fetchSignature: () => new Promise(() => {}) }));
  await pass(25_000);
  expect(one.meeting().status).toBe('preparing');
  await pass(10_000);
  expect(one.meeting().error?.code).toBe('JOIN_TIMEOUT');
});
