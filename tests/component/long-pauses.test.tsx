import { onlineManager } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { Activity } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { type SignatureFetcher, ZoomLobby, ZoomMeetingError } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { fetchSignature, meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

const hours = 3_600_000;
const seconds = () => Math.floor(Date.now() / 1000);

const forTwoHours: SignatureFetcher = async ({ meetingNumber, role }) =>
  createFakeSignature({ mn: meetingNumber, role, iat: seconds() - 30, exp: seconds() + 7200 });

/** The app's fetcher while this user is signed in. */
const signedInAs =
  (userName: string): SignatureFetcher =>
  async ({ meetingNumber, role }) => ({
    signature: createFakeSignature({ mn: meetingNumber, role }),
    userName,
    zak: `zak of ${userName}`,
  });

/** Zoom refuses a signature that has expired. */
const verify = (signature: string) => {
  const { exp } = JSON.parse(atob(signature.split('.')[1]!)) as { exp: number };
  return exp * 1000 < Date.now() ? 3705 : undefined;
};

/** Ada's first join fails. Her second one waits while another meeting has the page. */
async function busy(fake: ReturnType<typeof createFakeZoomSdk>, first: SignatureFetcher) {
  const one = meetingOn(fake, { retry: false, userName: undefined, fetchSignature: first });
  const { rerender } = render(one.element({ userName: first === forTwoHours ? 'Ada' : undefined }));
  await pass(3000);
  expect(one.meeting().error?.code).toBe(3004);
  const other = meetingOn(fake, { meetingNumber: '2222222222' });
  const { unmount } = render(other.element());
  await pass(3000);
  expect(other.meeting().status).toBe('joined');
  void one.meeting().join({ password: 'right' });
  await pass(100);
  expect(one.meeting().status).toBe('busy');
  return { one, rerender, freePage: unmount };
}

/** The page goes offline while the SDK loads. The signature has been fetched. */
async function offline(fake: ReturnType<typeof createFakeZoomSdk>, one: ReturnType<typeof meetingOn>) {
  const view = render(one.element());
  await pass(1000);
  act(() => onlineManager.setOnline(false));
  await pass(3 * hours);
  expect(one.meeting().state).toMatchObject({ status: 'retrying', offline: true });
  expect(fake.joinCalls).toEqual([]);
  return view;
}

const goOnline = async () => {
  act(() => onlineManager.setOnline(true));
  await pass(20_000);
};

describe('waiting three hours for another meeting to release the page', () => {
  it('does not send the signature fetched before the wait', async () => {
    const fake = createFakeZoomSdk({ joins: [3004, 'ok'], verify });
    const { one, freePage } = await busy(fake, forTwoHours);
    await pass(3 * hours);
    freePage();
    await pass(10_000);
    expect([one.meeting().status, one.meeting().error]).toEqual(['joined', undefined]);
    expect(fake.joinCalls).toHaveLength(3);
  });

  it('joins with the credentials of a user who signs in during the wait', async () => {
    const fake = createFakeZoomSdk({ joins: [3004, 'ok'] });
    const { one, rerender, freePage } = await busy(fake, signedInAs('Ada'));
    rerender(one.element({ fetchSignature: signedInAs('Grace') }));
    await pass(1000);
    freePage();
    await pass(10_000);
    expect(one.meeting().status).toBe('joined');
    expect(fake.joinCalls.at(-1)!.options).toMatchObject({ userName: 'Grace', zak: 'zak of Grace' });
  });
});

describe('three hours offline while the SDK loads', () => {
  it('does not send the signature fetched before going offline', async () => {
    const fake = createFakeZoomSdk({ loadMs: 2000, verify });
    const one = meetingOn(fake, { retry: false, fetchSignature: forTwoHours });
    await offline(fake, one);
    await goOnline();
    expect([one.meeting().status, one.meeting().error]).toEqual(['joined', undefined]);
  });

  it('joins with the credentials of a user who signs in while offline', async () => {
    const fake = createFakeZoomSdk({ loadMs: 2000 });
    const one = meetingOn(fake, { userName: undefined, fetchSignature: signedInAs('Ada') });
    const { rerender } = await offline(fake, one);
    rerender(one.element({ fetchSignature: signedInAs('Grace') }));
    await goOnline();
    expect(fake.joinCalls.map(({ options }) => options.zak)).toEqual(['zak of Grace']);
  });

  it('reports that the page is offline when the SDK does not load, and joins when it is back online', async () => {
    const fake = createFakeZoomSdk({ loads: ['hang', 'ok'] });
    const one = meetingOn(fake);
    await offline(fake, one);
    await goOnline();
    expect(one.meeting().status).toBe('joined');
  });
});

it('the lobby fetches nothing while offline, and fetches once when the page is back online', async () => {
  onlineManager.setOnline(false);
  const fake = createFakeZoomSdk();
  const fetched = vi.fn(fetchSignature);
  render(meetingOn(fake, { lobby: <ZoomLobby />, fetchSignature: fetched }).element());
  await pass(2000);
  expect(fetched).not.toHaveBeenCalled();
  await goOnline();
  expect(fetched).toHaveBeenCalledTimes(1);
});

it('joins when the page comes online while hidden for under 100 ms', async () => {
  onlineManager.setOnline(false);
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake);
  const page = (mode: 'visible' | 'hidden') => <Activity mode={mode}>{one.element()}</Activity>;
  const { rerender } = render(page('visible'));
  await pass(2000);
  expect(one.meeting().state).toMatchObject({ status: 'retrying', offline: true });
  rerender(page('hidden'));
  act(() => onlineManager.setOnline(true));
  await pass(20);
  rerender(page('visible'));
  await pass(60_000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.joinCalls).toHaveLength(1);
});

describe('another user signs in between a refused join and the retry', () => {
  const joinAsAda = async (joins: [number, 'ok'], ada: SignatureFetcher, next: SignatureFetcher) => {
    const fake = createFakeZoomSdk({ joins });
    const one = meetingOn(fake, { userName: undefined, fetchSignature: ada });
    const { rerender } = render(one.element());
    await pass(100);
    expect(one.meeting().status).toBe('joining');
    rerender(one.element({ fetchSignature: next }));
    await pass(60_000);
    return { fake, one };
  };

  it.each([3712, -3000])('%i: retries with the credentials of the new user', async (code) => {
    const { fake } = await joinAsAda([code, 'ok'], signedInAs('Ada'), signedInAs('Grace'));
    expect(fake.joinCalls.map(({ options }) => options.zak)).toEqual(['zak of Ada', 'zak of Grace']);
  });

  it('does not use the held signature of the first user when the endpoint rejects the new user', async () => {
    const ahead: SignatureFetcher = async ({ meetingNumber, role }) => ({
      signature: createFakeSignature({ mn: meetingNumber, role, iat: seconds() + 20, exp: seconds() + 7200 }),
      userName: 'Ada',
      zak: 'zak of Ada',
    });
    const refuses = async () => {
      throw new ZoomMeetingError('SIGNATURE_UNAUTHORIZED', { reason: '401' });
    };
    const { fake, one } = await joinAsAda([3712, 'ok'], ahead, refuses);
    expect(one.meeting().error?.code).toBe('SIGNATURE_UNAUTHORIZED');
    expect(fake.joinCalls).toHaveLength(1);
  });
});

it('waits for another meeting in the queue that gets the page while it is offline', async () => {
  const fake = createFakeZoomSdk();
  const [first, second, third] = ['1111111111', '2222222222', '3333333333'].map((meetingNumber) =>
    meetingOn(fake, { meetingNumber }),
  );
  const page = (hasThird: boolean) => (
    <>
      {first!.element()}
      {second!.element()}
      {hasThird && third!.element()}
    </>
  );
  const { rerender } = render(page(false));
  await pass(3000);
  act(() => onlineManager.setOnline(false));
  act(() => void first!.meeting().leave());
  await pass(100);
  rerender(page(true));
  await pass(5000);
  act(() => onlineManager.setOnline(true));
  await pass(3 * hours);
  expect(second!.meeting().status).toBe('joined');
  expect(third!.meeting().state).toEqual({ status: 'busy', meetingNumber: '2222222222' });
  act(() => void second!.meeting().leave());
  await pass(5000);
  expect(third!.meeting().status).toBe('joined');
});

describe('a user who signs out during a pause', () => {
  const signedOut = { userName: ' ', customerKey: undefined };

  it.each(['offline', 'busy'])('%s: the endpoint is not asked, and the next user joins', async (pause) => {
    const fake = createFakeZoomSdk();
    const fetches = vi.fn(fetchSignature);
    const one = meetingOn(fake, { customerKey: 'ada', fetchSignature: fetches });
    const other = meetingOn(fake, { meetingNumber: '2222222222' });
    if (pause === 'offline') act(() => onlineManager.setOnline(false));
    else render(other.element());
    await pass(3000);
    const { rerender } = render(one.element());
    await pass(3000);
    rerender(one.element(signedOut));
    await pass(hours);
    if (pause === 'offline') act(() => onlineManager.setOnline(true));
    else act(() => void other.meeting().leave());
    await pass(5000);
    expect(fetches).not.toHaveBeenCalled();
    expect(one.meeting().error?.code).toBe('INVALID_OPTIONS');
    rerender(one.element({ userName: 'Bob', customerKey: 'bob' }));
    await pass(5000);
    expect(one.meeting().status).toBe('joined');
    expect(fake.currentUser?.displayName).toBe('Bob');
  });
});
