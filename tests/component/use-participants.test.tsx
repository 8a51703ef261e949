import { act, cleanup, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useCurrentUser, useParticipants, ZoomMeetingProvider } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const renders = { count: 0 };

function People() {
  renders.count += 1;
  const participants = useParticipants();
  const currentUser = useCurrentUser();
  return (
    <output>
      {participants.map(({ displayName, bVideoOn }) => displayName + (bVideoOn ? '+' : '')).join(' ')} |{' '}
      {currentUser?.displayName}
    </output>
  );
}

const show = (fake: FakeZoomSdk, meetingNumber = '1234567890') => (
  <StrictMode>
    <ZoomMeetingProvider
      sdk={fake}
      meetingNumber={meetingNumber}
      userName="Ada"
      fetchSignature={async () => createFakeSignature({ mn: meetingNumber })}
    >
      <People />
    </ZoomMeetingProvider>
  </StrictMode>
);

const shown = () => screen.getByRole('status').textContent;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
});

it('follows who comes, changes and goes, from the moment of joining', async () => {
  const fake = createFakeZoomSdk();
  fake.addParticipant({ displayName: 'Grace' });
  render(show(fake));
  expect(shown()).toBe(' | ');
  await pass(3000);
  expect(shown()).toBe('Ada Grace | Ada');

  const alan = await act(async () => fake.addParticipant({ displayName: 'Alan' }));
  expect(shown()).toBe('Ada Grace Alan | Ada');
  await act(async () => fake.updateParticipant(alan.userId, { bVideoOn: true }));
  expect(shown()).toBe('Ada Grace Alan+ | Ada');
  await act(async () => fake.removeParticipant(alan.userId));
  expect(shown()).toBe('Ada Grace | Ada');
});

it('stays as it was while reconnecting, and is empty when the meeting is over', async () => {
  const fake = createFakeZoomSdk();
  fake.addParticipant({ displayName: 'Grace' });
  render(show(fake));
  await pass(3000);
  await act(async () => fake.drop());
  expect(shown()).toBe('Ada Grace | Ada');
  await act(async () => fake.recover());
  expect(shown()).toBe('Ada Grace | Ada');
  await act(async () => fake.end('ended by host'));
  expect(shown()).toBe(' | ');
});

it('is nobody in the waiting room', async () => {
  const fake = createFakeZoomSdk({ joins: ['waiting-room'] });
  fake.addParticipant({ displayName: 'Grace' });
  render(show(fake));
  await pass(3000);
  expect(fake.state).toBe('waiting-room');
  expect(shown()).toBe(' | ');
  await act(async () => fake.admit());
  expect(shown()).toBe('Ada Grace | Ada');
});

it('does not render anew for what is none of its business', async () => {
  const fake = createFakeZoomSdk();
  render(show(fake));
  await pass(3000);
  const before = renders.count;
  await act(async () => fake.emit('active-speaker', []));
  expect(renders.count).toBe(before);
});
