import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomEmbedded, ZoomParticipant } from '../sdk/zoom-sdk';
import { createCallLog } from './fake-call-log';
import { type FakeClient, createFakeClient } from './fake-client';
import { zoomFailure } from './fake-join';
import type { FakeMeeting } from './fake-meeting';
import { createPage } from './fake-page';
import { changedRow, newParticipant } from './fake-roster';
import { createScript } from './fake-script';
import type { FakeLoad, FakeZoomSdk, FakeZoomSdkOptions, FakeZoomState } from './fake-zoom-sdk';

// The diagnosis of a refused signature is loaded on demand, in real time. Loading it now makes it available before a fake clock runs.
import('../signature/inspect-signature').catch(() => {});

/** destroyClient() leaves, waits this long, and resets. */
const destroyMs = 500;

/**
 * Creates a fake Zoom SDK for tests and stories. It needs no network, no Zoom account and no browser. It has the quirks of the
 * real SDK 6.2.0, and draws a labelled box in place of the SDK's interface. For time, it uses only `setTimeout` and `Date`. One
 * fake represents one page, so create one for each test.
 *
 * @param options The outcomes of joins and loads, and how long they take. See `FakeZoomSdkOptions` for the defaults.
 * @returns The fake. Pass it as `sdk={fake}`.
 * @example
 * import { act, render } from '@testing-library/react';
 * import { ZoomMeeting } from 'react-zoom-meeting';
 * import { createFakeSignature, createFakeZoomSdk } from 'react-zoom-meeting/testing';
 * import { expect, test, vi } from 'vitest';
 *
 * test('joins after a refused signature', async () => {
 *   const fake = createFakeZoomSdk({ joins: [3712, 'ok'], joinMs: 10 });
 *   render(
 *     <ZoomMeeting
 *       sdk={fake}
 *       meetingNumber="1234567890"
 *       userName="Ada"
 *       fetchSignature={async ({ meetingNumber, role }) => createFakeSignature({ mn: meetingNumber, role })}
 *     />,
 *   );
 *   // After a refusal, a new signature is fetched, and the next join starts within a second.
 *   await vi.waitFor(() => expect(fake.state).toBe('joined'), { timeout: 5000 });
 *   expect(fake.joinCalls).toHaveLength(2);
 *   expect(fake.maxConcurrentJoins).toBe(1);
 *
 *   await act(async () => fake.end('ended by host'));
 * });
 */
export function createFakeZoomSdk(options: FakeZoomSdkOptions = {}): FakeZoomSdk {
  let page = createPage(options);
  let log = createCallLog();
  let nextLoad = createScript<FakeLoad>(options.loads ?? [], 'ok');
  let loading: Promise<ZoomEmbedded> | undefined;
  /** The page's client; `latest` outlives it, because a destroyed client still has to leave. */
  let current: FakeClient | undefined;
  let latest: FakeMeeting | undefined;

  const embedded: ZoomEmbedded = {
    createClient() {
      current ??= createFakeClient(page, log);
      latest = current.meeting;
      return current.client;
    },
    destroyClient() {
      log.destroyCalls.push(Date.now());
      if (!current) return;
      const { meeting } = current;
      const { events } = page;
      current = undefined;
      void meeting.leave().then(() =>
        setTimeout(() => {
          meeting.abandon();
          // Listeners belong to the page: the old ones received the next client's events until now, and the next client's listeners
          // are also removed.
          events.clear();
        }, destroyMs),
      );
    },
  };

  async function load(step: FakeLoad): Promise<ZoomEmbedded> {
    await new Promise((resolve) => setTimeout(resolve, options.loadMs ?? 0));
    if (step === 'fails') {
      throw new ZoomMeetingError('SDK_LOAD_FAILED', { reason: 'The fake was told to fail.' });
    }
    return embedded;
  }

  function meetingIn(control: string, ...states: FakeZoomState[]): FakeMeeting {
    if (!latest) throw new Error(`${control}() needs a client, and none has been created yet.`);
    latest.requireState(control, ...states);
    return latest;
  }

  function other(userId: number): ZoomParticipant {
    const participant = page.others.get(userId);
    if (!participant) throw new Error(`The fake meeting has no participant with the userId ${userId}.`);
    return participant;
  }

  return {
    load() {
      log.loadCount += 1;
      if (loading) return loading;
      const step = nextLoad();
      // Not kept, so that a later load uses the next step.
      if (step === 'hang') return new Promise(() => {});
      const started = load(step).catch((error: unknown) => {
        if (loading === started) loading = undefined;
        throw error;
      });
      loading = started;
      return started;
    },
    warm() {
      log.warmCount += 1;
    },

    get state() {
      return latest?.state ?? 'idle';
    },
    get currentUser() {
      return latest?.self ?? null;
    },
    get participants() {
      return [...page.others.values()];
    },
    get calls() {
      return log.calls;
    },
    get joinCalls() {
      return log.joinCalls;
    },
    get initCalls() {
      return log.initCalls;
    },
    get leaveCalls() {
      return log.leaveCalls;
    },
    get endCalls() {
      return log.endCalls;
    },
    get destroyCalls() {
      return log.destroyCalls;
    },
    get videoOptionsCalls() {
      return log.videoOptionsCalls;
    },
    get loadCount() {
      return log.loadCount;
    },
    get warmCount() {
      return log.warmCount;
    },
    get maxConcurrentJoins() {
      return log.maxConcurrentJoins;
    },
    listenerCount: (event) => page.events.count(event),

    setJoins(joins) {
      page.nextJoin = createScript(joins, 'ok');
    },
    setAnswer: (action, answer) => void page.answers.set(action, answer),
    hostArrives: () => meetingIn('hostArrives', 'waiting-for-host').hostArrives(),
    admit: () => meetingIn('admit', 'waiting-room').admit(),
    hold: () => meetingIn('hold', 'joined').hold(),
    drop({ recoverAfterMs } = {}) {
      meetingIn('drop', 'joined', 'waiting-room').reconnect('failover', recoverAfterMs);
    },
    recover: () => meetingIn('recover', 'reconnecting').enter(),
    fail(errorCode = -3000) {
      const meeting = meetingIn('fail', 'reconnecting', 'joined', 'waiting-room');
      const failure = zoomFailure(errorCode);
      meeting.close({ state: 'Fail', reason: failure.reason, errorCode }, failure);
    },
    end(reason = 'ended by host') {
      const meeting = meetingIn(
        'end',
        'joined',
        'waiting-room',
        'reconnecting',
        'joining',
        'waiting-for-host',
      );
      meeting.close({ state: 'Closed', reason });
    },

    addParticipant(participant) {
      const row = { ...newParticipant(page.nextUserId(), participant.displayName), ...participant };
      if (latest) latest.addOther(row);
      else page.others.set(row.userId, row);
      return row;
    },
    removeParticipant(userId) {
      other(userId);
      if (latest) latest.removeOther(userId);
      else page.others.delete(userId);
    },
    updateParticipant(userId, change) {
      if (latest?.self?.userId !== userId) other(userId);
      if (latest) latest.changeRow(userId, change);
      else page.others.set(userId, changedRow(other(userId), change));
    },
    setBreakoutRooms(rooms) {
      page.breakout.rooms = rooms;
      page.events.emit('room-state-change', { status: page.breakout.status });
    },
    emit: (event, payload) => page.events.emit(event, payload),
    reset() {
      latest?.abandon();
      page.events.clear();
      page = createPage(options);
      log = createCallLog();
      nextLoad = createScript<FakeLoad>(options.loads ?? [], 'ok');
      loading = current = latest = undefined;
    },
  };
}
