import { render, screen } from '@testing-library/react';
import { ZoomMeeting } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, resetPage } from 'react-zoom-meeting/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function show(fake = createFakeZoomSdk({ joinMs: 100 })) {
  const view = render(
    <ZoomMeeting
      sdk={fake}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={async () => createFakeSignature()}
    />,
  );
  return { fake, ...view };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it.each(['ok', 'hang'] as const)(
  'lets the next meeting join at once when the previous join was %s',
  async (join) => {
    const first = show(createFakeZoomSdk({ joins: [join], joinMs: 100 }));
    await pass(2000);
    first.unmount();
    resetPage();
    const { fake } = show();
    await pass(500);
    expect(fake.state).toBe('joined');
    expect(document.querySelectorAll('[aria-label="Fake Zoom meeting"]')).toHaveLength(1);
    // The earlier one ends later, and does not affect this one.
    await pass(30_000);
    expect(fake.state).toBe('joined');
    expect(first.fake.state).toBe('idle');
  },
);

it('without resetPage(), the next meeting waits until the previous one has left', async () => {
  const first = show(createFakeZoomSdk({ joins: ['hang'], joinMs: 100 }));
  await pass(2000);
  first.unmount();
  const { fake } = show();
  await pass(500);
  expect(fake.state).toBe('idle');
  expect(screen.queryByLabelText('Fake Zoom meeting')).toBeNull();
});

it('does nothing when there was no meeting', () => {
  resetPage();
  resetPage();
});
