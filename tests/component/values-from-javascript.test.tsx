import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { meetingOn, pass, settled, useVirtualTime } from './odd-order-tools';

useVirtualTime();

it.each(['zak', 'customerKey', 'userName', 'role', 'joinTimeout'])(
  '%s is a BigInt: fails, and another meeting can use the page',
  async (name) => {
    const fake = createFakeZoomSdk();
    const wrong = meetingOn(fake, { [name]: 10n } as never);
    const { unmount } = render(wrong.element());
    await pass(5000);
    expect(wrong.meeting().error).toMatchObject({ code: 'INVALID_OPTIONS' });
    expect(wrong.meeting().error?.reason).toMatch(new RegExp(`^${name}:? must be `));
    unmount();
    await pass(1000);
    const right = meetingOn(fake);
    render(right.element());
    await pass(5000);
    expect(right.meeting().status).toBe('joined');
  },
);

/** As an element of the page that React rendered: it has a reference to itself, and JSON has no text for it. */
const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

it.each([
  ['an object with a reference to itself', cyclic],
  ['an object without toString()', Object.create(null)],
  ['a symbol', Symbol('Ada')],
])('userName is %s: fails, and joins with a name', async (_, userName) => {
  const one = meetingOn(createFakeZoomSdk());
  const { rerender } = render(one.element({ userName } as never));
  await pass(5000);
  expect(one.meeting().error).toMatchObject({
    code: 'INVALID_OPTIONS',
    reason: 'userName must be a string.',
  });
  rerender(one.element());
  await pass(5000);
  expect(one.meeting().status).toBe('joined');
});

it('join() with an object that refers to itself resolves with the failure, and the next join() succeeds', async () => {
  const one = meetingOn(createFakeZoomSdk(), { autoJoin: false });
  render(one.element());
  const first = settled(one.meeting().join({ userName: cyclic } as never));
  await pass(5000);
  const second = settled(one.meeting().join());
  await pass(5000);
  expect([first.is, second.is]).toEqual(['resolved failed', 'resolved joined']);
});

it('the error of Zoom does not contain a password that is a number', async () => {
  const fake = createFakeZoomSdk({ joins: [{ errorCode: 4007, reason: 'not with 123456' }] });
  const one = meetingOn(fake, { password: 123456 } as never);
  render(one.element());
  await pass(5000);
  expect(one.meeting().error?.reason).toBe('not with [redacted]');
});

it('join() with a BigInt resolves with the failure, and the next join() succeeds', async () => {
  const one = meetingOn(createFakeZoomSdk(), { autoJoin: false });
  render(one.element());
  const first = settled(one.meeting().join({ customerKey: 10n } as never));
  await pass(5000);
  const second = settled(one.meeting().join());
  await pass(5000);
  expect([first.is, second.is]).toEqual(['resolved failed', 'resolved joined']);
});

it('stays joined when an option becomes a BigInt', async () => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake, { customerKey: '1' });
  const { rerender } = render(one.element());
  await pass(3000);
  rerender(one.element({ customerKey: 10n } as never));
  await pass(3000);
  expect([one.meeting().status, fake.state]).toEqual(['joined', 'joined']);
});

it('join(null) joins', async () => {
  const one = meetingOn(createFakeZoomSdk(), { autoJoin: false });
  render(one.element());
  const joined = settled(one.meeting().join(null as never));
  await pass(5000);
  expect(joined.is).toBe('resolved joined');
});
