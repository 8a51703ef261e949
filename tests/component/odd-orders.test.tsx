import { act, fireEvent, render, screen } from '@testing-library/react';
import { Activity } from 'react';
import { expect, it, vi } from 'vitest';
import { ZoomMeetingError, type ZoomMeetingProps } from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { fetchSignature, meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

it('does not join when shown and hidden again while leaving', async () => {
  const fake = createFakeZoomSdk();
  const { element } = meetingOn(fake);
  const page = (mode: 'visible' | 'hidden') => <Activity mode={mode}>{element()}</Activity>;
  const { rerender } = render(page('visible'));
  await pass(3000);
  expect(fake.state).toBe('joined');
  rerender(page('hidden'));
  await pass(250);
  rerender(page('visible'));
  await pass(50);
  rerender(page('hidden'));
  await pass(10_000);
  expect(fake.state).toBe('idle');
});

it('does not join when unmounted after join() was called while leaving', async () => {
  const fake = createFakeZoomSdk();
  const { element, meeting } = meetingOn(fake);
  const { unmount } = render(element());
  await pass(3000);
  const { leave, join } = meeting();
  void leave();
  void join();
  await pass(10);
  unmount();
  await pass(10_000);
  expect(fake.state).toBe('idle');
});

it('ignores earlier work when cancel() and join() are called in the same tick', async () => {
  const fake = createFakeZoomSdk({ loadMs: 500 });
  const { element, meeting } = meetingOn(fake, {
    fetchSignature: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return fetchSignature(request);
    },
  });
  render(element());
  await pass(0);
  act(() => {
    void meeting().cancel();
    void meeting().join();
  });
  await pass(5000);
  expect(meeting().error).toBeUndefined();
  expect(meeting().status).toBe('joined');
  expect(fake.joinCalls).toHaveLength(1);
});

it('does not join when unmounted while a new client is created after a lost connection', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const fake = createFakeZoomSdk();
  const { element, meeting } = meetingOn(fake);
  const { unmount } = render(element());
  await pass(3000);
  fake.drop();
  await pass(60_100);
  for (let step = 0; step < 100 && meeting().status !== 'preparing'; step += 1) await pass(20);
  expect(meeting().status).toBe('preparing');
  expect(fake.joinCalls).toHaveLength(1);
  unmount();
  await pass(60_000);
  expect(fake.joinCalls).toHaveLength(1);
  expect(fake.state).toBe('idle');
});

it('does not call onEnded for a component that is unmounted or shows another meeting', async () => {
  const fake = createFakeZoomSdk();
  const onEnded = vi.fn();
  const { element } = meetingOn(fake, { onEnded });
  const { rerender, unmount } = render(element());
  await pass(3000);
  rerender(element({ meetingNumber: '9999999999' }));
  await pass(5000);
  unmount();
  await pass(5000);
  expect(fake.state).toBe('idle');
  expect(onEnded).not.toHaveBeenCalled();
});

it('does not report a meeting that was still preparing when the number changed', async () => {
  const fake = createFakeZoomSdk({ loadMs: 500 });
  const onEnded = vi.fn();
  const onStatusChange = vi.fn();
  const { element, meeting } = meetingOn(fake, { onEnded, onStatusChange });
  const { rerender } = render(element());
  await pass(200);
  expect(meeting().status).toBe('preparing');
  rerender(element({ meetingNumber: '9999999999' }));
  await pass(5000);
  expect(meeting().status).toBe('joined');
  expect(fake.joinCalls.map(({ meetingNumber }) => meetingNumber)).toEqual(['9999999999']);
  expect(onEnded).not.toHaveBeenCalled();
  expect(onStatusChange.mock.calls.map(([{ status }]) => status as string)).not.toContain('ended');
});

it('treats null from a server as undefined', async () => {
  const fake = createFakeZoomSdk();
  const { element } = meetingOn(fake, {
    password: 'right',
    fetchSignature: async (request) =>
      ({ signature: await fetchSignature(request), zak: null, password: null }) as never,
  });
  render(element());
  await pass(3000);
  expect(fake.joinCalls[0]?.options).toEqual({
    signature: expect.any(String),
    meetingNumber: '1234567890',
    userName: 'Ada',
    password: 'right',
  });
});

it('can join again after destroyClient() throws', async () => {
  const fake = createFakeZoomSdk({ joins: ['hang', 'ok'] });
  const loaded = fake.load().then((embedded) => ({
    createClient: () => embedded.createClient(),
    destroyClient() {
      embedded.destroyClient();
      throw new Error('boom');
    },
  }));
  const { element, meeting } = meetingOn({ load: () => loaded }, { joinTimeout: 3000 });
  render(element());
  await pass(8000);
  expect(meeting().error?.code).toBe('JOIN_TIMEOUT');
  act(() => void meeting().join());
  await pass(20_000);
  expect(meeting().status).toBe('joined');
});

it('releases the page when a meeting fails while waiting for another one to leave', async () => {
  const slow = createFakeZoomSdk({ leaveMs: 4000 });
  const first = render(meetingOn(slow).element());
  await pass(3000);
  first.unmount();
  const broken: ZoomMeetingProps['sdk'] = { load: () => Promise.reject(new Error('no')) };
  const second = meetingOn(broken, { meetingNumber: '2222222222', retry: false });
  render(second.element());
  await pass(20_000);
  expect(second.meeting().status).toBe('failed');
  const third = meetingOn(createFakeZoomSdk(), { meetingNumber: '3333333333' });
  render(third.element());
  await pass(5000);
  expect(third.meeting().status).toBe('joined');
});

it('fails with the error that the app’s retry throws', async () => {
  const { element, meeting } = meetingOn(createFakeZoomSdk({ joins: [3712] }), {
    retry: () => {
      throw new Error('a mistake of the app');
    },
  });
  render(element());
  await pass(3000);
  expect(meeting().error).toMatchObject({ code: 'UNKNOWN', reason: 'a mistake of the app' });
});

it('joins when autoJoin becomes true', async () => {
  const fake = createFakeZoomSdk();
  const { element } = meetingOn(fake);
  const { rerender } = render(element({ autoJoin: false }));
  await pass(1000);
  expect(fake.state).toBe('idle');
  rerender(element({ autoJoin: true }));
  await pass(3000);
  expect(fake.state).toBe('joined');
});

it('keeps only the message of an unknown error', () => {
  const cause = Object.assign(new Error('Request failed, zak=abc123secret'), {
    response: { data: { zak: 'abc123secret' } },
    cause: new Error('token=abc123secret'),
  });
  const error = new ZoomMeetingError('UNKNOWN', { cause });
  expect(String(error.cause)).toMatch(/Request failed/);
  expect(JSON.stringify([error, error.cause]) + String(error.cause)).not.toContain('abc123secret');
});

it('keeps the live region, and the focus in the view, when the panel changes', async () => {
  const { element } = meetingOn(createFakeZoomSdk({ joins: [4005, 3008], joinMs: 1000 }));
  const { container } = render(element());
  await pass(1);
  const region = screen.getByRole('status');
  await pass(3000);
  const tryAgain = screen.getByRole('button', { name: 'Try again' });
  tryAgain.focus();
  fireEvent.click(tryAgain);
  await pass(100);
  expect(document.activeElement).toBe(container.firstElementChild);
  const afterwards = screen.getByRole('status');
  expect(afterwards).toHaveTextContent('Joining');
  await pass(3000);
  expect(screen.getByRole('status')).toBe(afterwards);
  expect(afterwards).toHaveTextContent('The host hasn’t started');
  expect(region).not.toBe(afterwards);
});
