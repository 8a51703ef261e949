import { render, screen } from '@testing-library/react';
import { ZoomLobby } from 'react-zoom-meeting';
import { createFakeZoomSdk, type FakeZoomSdkOptions } from 'react-zoom-meeting/testing';
import { describe, expect, it, vi } from 'vitest';
import { meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

/** Lets two minutes pass without the globals of a page: test runners remove them after the last test of a file. */
async function withoutPage() {
  for (const name of ['window', 'document', 'navigator', 'self']) vi.stubGlobal(name, undefined);
  try {
    await vi.advanceTimersByTimeAsync(120_000);
  } finally {
    vi.unstubAllGlobals();
  }
}

describe('a meeting that is unmounted just before a test runner removes the page', () => {
  const meetings: [name: string, options: FakeZoomSdkOptions, after: number][] = [
    ['loading', {}, 0],
    ['joining', { joinMs: 5000 }, 1000],
    ['joined', {}, 5000],
    ['retrying', { joins: [-3000] }, 1000],
    ['waiting for the host', { joins: [3008] }, 5000],
    ['without an answer', { joins: ['hang'] }, 5000],
  ];

  it.each(meetings)('%s: is left without an error', async (_name, options, after) => {
    const fake = createFakeZoomSdk(options);
    const { unmount } = render(meetingOn(fake).element());
    await pass(after);
    unmount();
    await withoutPage();
    expect(fake.state).toBe('idle');
  });

  it('in the lobby: stops without an error', async () => {
    const { unmount } = render(meetingOn(createFakeZoomSdk(), { lobby: <ZoomLobby /> }).element());
    await pass(1000);
    expect(screen.getByRole('button', { name: 'Join' })).toBeEnabled();
    unmount();
    await withoutPage();
  });
});
