import { act, cleanup } from '@testing-library/react';
import { onlineManager } from '@tanstack/react-query';
import { createRef } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import {
  type SignatureFetcher,
  ZoomMeeting,
  type ZoomMeetingHandle,
  type ZoomMeetingProps,
} from 'react-zoom-meeting';
import { createFakeSignature } from 'react-zoom-meeting/testing';

export const fetchSignature: SignatureFetcher = async ({ meetingNumber, role }) =>
  createFakeSignature({ mn: meetingNumber, role });

export const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A `<ZoomMeeting>` on this SDK, and its handle. */
export function meetingOn(sdk: ZoomMeetingProps['sdk'], props: Partial<ZoomMeetingProps> = {}) {
  const ref = createRef<ZoomMeetingHandle>();
  const element = (more: Partial<ZoomMeetingProps> = {}) => (
    <ZoomMeeting
      ref={ref}
      sdk={sdk}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={fetchSignature}
      {...props}
      {...more}
    />
  );
  return { element, meeting: () => ref.current! };
}

/** The outcome of a promise. */
export function settled(promise: Promise<unknown>) {
  const outcome = { is: 'pending' };
  promise.then(
    (value) => (outcome.is = `resolved ${(value as { status?: string } | undefined)?.status ?? ''}`.trim()),
    (error: { code?: unknown }) => (outcome.is = `rejected ${String(error.code ?? error)}`),
  );
  return outcome;
}

/** Runs the tests of a file in virtual time, and checks that there is no unhandled rejection. */
export function useVirtualTime() {
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown) => rejections.push(reason);
  beforeEach(() => {
    vi.useFakeTimers();
    onlineManager.setOnline(true);
    rejections.length = 0;
    process.on('unhandledRejection', onRejection);
  });
  afterEach(async () => {
    cleanup();
    onlineManager.setOnline(true);
    await vi.advanceTimersByTimeAsync(30_000);
    vi.useRealTimers();
    vi.restoreAllMocks();
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', onRejection);
    expect(rejections).toEqual([]);
  });
}
