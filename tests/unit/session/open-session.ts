import { QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import type { ZoomMeetingState } from '../../../src/session/meeting-state';
import { createSession } from '../../../src/session/session';
import type { ZoomMeetingOptions } from '../../../src/session/session-options';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdk, resetPage } from '../../../src/testing';

/** A fresh page for a test, with a clock that the test controls. */
export function freshPage() {
  resetPage();
  vi.useFakeTimers();
  // Not one of the seconds to which a 32-bit float rounds.
  vi.setSystemTime(1_760_000_050_000);
}

/** Lets time pass, and everything that is due happen. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A sleep of a computer whose `performance.now()` stops: only the time of day advances. */
export const sleep = (ms: number) => void vi.setSystemTime(Date.now() + ms);

/** A session on a fake SDK, as a component would hold it, and what it has reported. */
export function openSession(options: Partial<ZoomMeetingOptions> & { sdk?: FakeZoomSdk } = {}) {
  const { sdk: fake = createFakeZoomSdk() } = options;
  const states: ZoomMeetingState[] = [];
  const all: ZoomMeetingOptions = {
    sdk: fake,
    meetingNumber: '1234567890',
    userName: 'Ada',
    fetchSignature: async ({ meetingNumber, role }) => createFakeSignature({ mn: meetingNumber, role }),
    onStatusChange: (state) => void states.push(state),
    ...options,
  };
  const queryClient = new QueryClient();
  const session = createSession(all, queryClient);
  return {
    fake,
    session,
    states,
    ...session.commands,
    retain: session.retain,
    /** Changes the props. */
    update(changes: Partial<ZoomMeetingOptions>) {
      session.update(Object.assign(all, changes), queryClient);
      session.optionsChanged();
    },
    get state() {
      return session.getState();
    },
    get status() {
      return session.getState().status;
    },
    get error() {
      const state = session.getState();
      return state.status === 'failed' ? state.error : undefined;
    },
    statuses: () => states.map(({ status }) => status),
  };
}
