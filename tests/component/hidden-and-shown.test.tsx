import { act, render } from '@testing-library/react';
import { Activity, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { ZoomMeeting, type ZoomMeetingProps } from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { fetchSignature, meetingOn, pass, settled, useVirtualTime } from './odd-order-tools';

useVirtualTime();

type Mode = 'visible' | 'hidden';

/** A joined meeting that `Activity` can hide. React then unmounts its effects and keeps its state. */
async function joinedInActivity(props: Partial<ZoomMeetingProps> = {}) {
  const fake = createFakeZoomSdk();
  const { element, meeting } = meetingOn(fake, props);
  const page = (mode: Mode) => <Activity mode={mode}>{element()}</Activity>;
  const { rerender } = render(page('visible'));
  await pass(3000);
  expect(fake.state).toBe('joined');
  // The ref is empty while it is hidden.
  const { leave, join } = meeting();
  return { fake, meeting, leave, join, show: (mode: Mode) => rerender(page(mode)) };
}

it('stays out of the meeting when hidden and shown after leave()', async () => {
  const { fake, leave, show } = await joinedInActivity();
  act(() => void leave());
  await pass(50);
  show('hidden');
  await pass(250);
  show('visible');
  await pass(10_000);
  expect(fake.state).toBe('idle');
});

it('stays out of the meeting when leave() is called while hidden', async () => {
  const { fake, leave, show } = await joinedInActivity();
  show('hidden');
  await pass(200);
  const left = settled(leave());
  await pass(50);
  show('visible');
  await pass(10_000);
  expect([left.is, fake.state]).toEqual(['resolved', 'idle']);
});

it('joins when leave() and join() are called before it is hidden and shown', async () => {
  const { fake, leave, join, show } = await joinedInActivity();
  act(() => void leave());
  act(() => void join());
  await pass(50);
  show('hidden');
  await pass(250);
  expect(fake.state).toBe('leaving');
  show('visible');
  await pass(10_000);
  expect(fake.state).toBe('joined');
});

it('calls onEnded once and does not rejoin when leave() is called before the leave caused by hiding is done', async () => {
  const onEnded = vi.fn();
  const { fake, leave, show } = await joinedInActivity({ onEnded });
  show('hidden');
  await pass(200);
  show('visible');
  await pass(10);
  act(() => void leave());
  await pass(5000);
  expect([fake.state, onEnded.mock.calls]).toEqual(['idle', [['left']]]);
  show('hidden');
  await pass(5000);
  show('visible');
  await pass(10_000);
  expect([fake.state, onEnded.mock.calls]).toEqual(['idle', [['left']]]);
});

it('calls onEnded when hidden and shown with autoJoin off', async () => {
  const onEnded = vi.fn();
  const fake = createFakeZoomSdk();
  const { element, meeting } = meetingOn(fake, { onEnded, autoJoin: false });
  const page = (mode: Mode) => <Activity mode={mode}>{element()}</Activity>;
  const { rerender } = render(page('visible'));
  act(() => void meeting().join());
  await pass(3000);
  rerender(page('hidden'));
  await pass(5000);
  expect([fake.state, onEnded.mock.calls]).toEqual(['idle', []]);
  rerender(page('visible'));
  await pass(5000);
  expect([fake.state, onEnded.mock.calls]).toEqual(['idle', [['left']]]);
});

it('rejoins without calling onEnded, because the app would navigate away', async () => {
  const fake = createFakeZoomSdk();
  const reasons: string[] = [];
  function App({ mode }: { mode: Mode }) {
    const [isOver, setOver] = useState(false);
    if (isOver) return <p>Thank you</p>;
    return (
      <Activity mode={mode}>
        <ZoomMeeting
          sdk={fake}
          meetingNumber="1234567890"
          userName="Ada"
          fetchSignature={fetchSignature}
          onEnded={(reason) => {
            reasons.push(reason);
            setOver(true);
          }}
        />
      </Activity>
    );
  }
  const { rerender, container } = render(<App mode="visible" />);
  await pass(3000);
  rerender(<App mode="hidden" />);
  await pass(300);
  rerender(<App mode="visible" />);
  await pass(10_000);
  expect([reasons, container.textContent?.includes('Thank you'), fake.state]).toEqual([[], false, 'joined']);
});
