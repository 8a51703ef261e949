import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type SignatureFetcher,
  ZoomMeeting,
  ZoomMeetingError,
  type ZoomMeetingHandle,
  type ZoomMeetingProps,
  type ZoomMeetingState,
} from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';

const fetchSignature: SignatureFetcher = async ({ meetingNumber, role }) =>
  createFakeSignature({ mn: meetingNumber, role });

/** Runs the fake's timers and lets React update. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function show(fake: FakeZoomSdk, props: Partial<ZoomMeetingProps> = {}) {
  const states: ZoomMeetingState[] = [];
  const element = (more: Partial<ZoomMeetingProps> = {}) => (
    <ZoomMeeting
      sdk={fake}
      meetingNumber="123 456 7890"
      userName="Ada"
      fetchSignature={fetchSignature}
      onStatusChange={(state) => states.push(state)}
      {...props}
      {...more}
    />
  );
  return { ...render(element()), element, states, statuses: () => states.map(({ status }) => status) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  cleanup();
  // Longer than the grace period, leaving and teardown, so that no test inherits another test's meeting.
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
});

describe('joining', () => {
  it('joins once, and calls onJoined once', async () => {
    const fake = createFakeZoomSdk();
    const onJoined = vi.fn();
    const { statuses } = show(fake, { onJoined });
    await pass(3000);
    expect(statuses()).toEqual(['preparing', 'joining', 'joined']);
    expect(fake.joinCalls).toMatchObject([{ options: { meetingNumber: '1234567890', userName: 'Ada' } }]);
    expect(onJoined).toHaveBeenCalledTimes(1);
  });

  it('joins once in StrictMode', async () => {
    const fake = createFakeZoomSdk();
    render(
      <StrictMode>
        <ZoomMeeting sdk={fake} meetingNumber="1234567890" userName="Ada" fetchSignature={fetchSignature} />
      </StrictMode>,
    );
    await pass(2000);
    expect(fake.state).toBe('joined');
    expect(fake.joinCalls).toHaveLength(1);
  });

  it('reports an invalid option instead of joining', async () => {
    const fake = createFakeZoomSdk();
    const onError = vi.fn();
    show(fake, { meetingNumber: '12', userName: ' ', onError });
    await pass(3000);
    const error: ZoomMeetingError = onError.mock.calls[0]?.[0];
    expect(error).toBeInstanceOf(ZoomMeetingError);
    expect(error.code).toBe('INVALID_OPTIONS');
    expect(error.reason).toBe(
      'meetingNumber: must be 9 to 11 digits. userName: must be a name that is not blank.',
    );
    expect(fake.joinCalls).toHaveLength(0);
  });

  it('explains that the signature is enclosed in quotes', async () => {
    const onError = vi.fn();
    show(createFakeZoomSdk(), {
      fetchSignature: async (request) => JSON.stringify(await fetchSignature(request)),
      onError,
    });
    await pass(3000);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      code: 'SIGNATURE_MALFORMED',
      findings: [{ id: 'not-a-jwt' }],
    });
  });
});

describe('leaving', () => {
  it('leaves on unmount, and leaves nothing behind', async () => {
    const fake = createFakeZoomSdk();
    const { unmount } = show(fake);
    await pass(3000);
    unmount();
    await pass(3000);
    expect(fake.state).toBe('idle');
    expect(fake.leaveCalls).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, 50, 1400, 1600])('can be unmounted %i ms after mounting', async (ms) => {
    const fake = createFakeZoomSdk({ loadMs: 100 });
    const { unmount } = show(fake);
    await pass(ms);
    unmount();
    await pass(6000);
    expect(fake.state).toBe('idle');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('joins another meeting when the number changes', async () => {
    const fake = createFakeZoomSdk();
    const { rerender, element } = show(fake);
    await pass(3000);
    rerender(element({ meetingNumber: '999 999 9999' }));
    await pass(4000);
    expect(fake.state).toBe('joined');
    expect(fake.joinCalls.map(({ options }) => options.meetingNumber)).toEqual(['1234567890', '9999999999']);
    expect(fake.leaveCalls).toHaveLength(1);
  });

  it('joins again ten times', async () => {
    const fake = createFakeZoomSdk();
    const ref = createRef<ZoomMeetingHandle>();
    render(
      <ZoomMeeting
        ref={ref}
        sdk={fake}
        meetingNumber="1234567890"
        userName="Ada"
        fetchSignature={fetchSignature}
      />,
    );
    await pass(3000);
    for (let round = 0; round < 10; round += 1) {
      void ref.current?.leave();
      await pass(3000);
      expect(ref.current?.status).toBe('ended');
      void ref.current?.join();
      await pass(3000);
      expect(ref.current?.status).toBe('joined');
    }
    expect(fake.joinCalls).toHaveLength(11);
    expect(fake.maxConcurrentJoins).toBe(1);
  });
});

describe('two meetings on the page', () => {
  it('the second one waits, names the first one, and joins when the page is free', async () => {
    const fake = createFakeZoomSdk();
    const first = show(fake);
    await pass(3000);
    const states: ZoomMeetingState[] = [];
    const onError = vi.fn();
    render(
      <ZoomMeeting
        sdk={fake}
        meetingNumber="5555555555"
        userName="Bob"
        fetchSignature={fetchSignature}
        onStatusChange={(state) => states.push(state)}
        onError={onError}
      />,
    );
    await pass(3000);
    expect(states).toEqual([{ status: 'busy', meetingNumber: '1234567890' }]);
    expect(screen.getByText('Another meeting is open on this page')).toBeVisible();
    expect(fake.joinCalls).toHaveLength(1);
    first.unmount();
    await pass(3000);
    expect(states.at(-1)?.status).toBe('joined');
    expect(fake.joinCalls.map(({ meetingNumber }) => meetingNumber)).toEqual(['1234567890', '5555555555']);
    expect(onError).not.toHaveBeenCalled();
  });
});

describe('failures and waiting', () => {
  it.each([
    [4005, 'try-again'],
    [4006, 'try-again'],
    [3704, 'contact-support'],
    [3707, 'check-meeting-number'],
    [4011, 'contact-support'],
  ])('%i is not retried: %s', async (code, userAction) => {
    const fake = createFakeZoomSdk({ joins: [code] });
    const onError = vi.fn();
    show(fake, { onError });
    await pass(60_000);
    expect(fake.joinCalls).toHaveLength(1);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code, userAction, attempts: 1 });
  });

  it('asks for the passcode and joins with it', async () => {
    const fake = createFakeZoomSdk({ joins: [3004, 'ok'] });
    show(fake);
    await pass(3000);
    const input = screen.getByLabelText('Meeting passcode');
    expect(input).toHaveFocus();
    fireEvent.change(input, { target: { value: 'right' } });
    fireEvent.click(screen.getByRole('button', { name: 'Join' }));
    await pass(3000);
    expect(fake.state).toBe('joined');
    expect(fake.joinCalls.at(-1)).toMatchObject({ options: { password: 'right' } });
  });

  it('waits for the host and joins without a second join()', async () => {
    const fake = createFakeZoomSdk({ joins: [3008] });
    const { statuses } = show(fake);
    await pass(3000);
    expect(statuses().at(-1)).toBe('waiting-for-host');
    fake.hostArrives();
    await pass(3000);
    expect(statuses().at(-1)).toBe('joined');
    expect(fake.joinCalls).toHaveLength(1);
  });

  it('gives up a join that never settles, and can join again', async () => {
    const fake = createFakeZoomSdk({ joins: ['hang', 'ok'] });
    const ref = createRef<ZoomMeetingHandle>();
    render(
      <ZoomMeeting
        ref={ref}
        sdk={fake}
        meetingNumber="1234567890"
        userName="Ada"
        fetchSignature={fetchSignature}
        joinTimeout={5000}
      />,
    );
    await pass(8000);
    expect(ref.current?.error?.code).toBe('JOIN_TIMEOUT');
    void ref.current?.join();
    await pass(6000);
    expect(ref.current?.status).toBe('joined');
  });

  it('calls onJoined once across a reconnection, and ends with the reason', async () => {
    const fake = createFakeZoomSdk();
    const [onJoined, onEnded] = [vi.fn(), vi.fn()];
    const { statuses } = show(fake, { onJoined, onEnded });
    await pass(3000);
    fake.drop({ recoverAfterMs: 1000 });
    await pass(5000);
    await act(async () => fake.end('ended by host'));
    await pass(100);
    expect(statuses()).toEqual(['preparing', 'joining', 'joined', 'reconnecting', 'joined', 'ended']);
    expect(onJoined).toHaveBeenCalledTimes(1);
    expect(onEnded).toHaveBeenCalledWith('ended by host');
  });
});
