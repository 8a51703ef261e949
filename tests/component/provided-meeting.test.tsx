import { act, cleanup, render, screen } from '@testing-library/react';
import { StrictMode, useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  useCurrentUser,
  useParticipants,
  useZoomClient,
  useZoomEvent,
  useZoomMeeting,
  ZoomMeetingProvider,
  ZoomMeetingView,
  type UseZoomClientOptions,
  type UseZoomClientResult,
  type ZoomMeetingHandle,
} from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const optionsOf = (sdk: FakeZoomSdk, more: Partial<UseZoomClientOptions> = {}): UseZoomClientOptions => ({
  sdk,
  meetingNumber: '1234567890',
  userName: 'Ada',
  fetchSignature: async ({ meetingNumber }) => createFakeSignature({ mn: meetingNumber }),
  ...more,
});

/** The latest values of the hook and of the hooks below the provider. */
const seen: { hook?: UseZoomClientResult; below?: ZoomMeetingHandle; speakers: number } = { speakers: 0 };

function Below() {
  seen.below = useZoomMeeting();
  useZoomEvent('active-speaker', () => (seen.speakers += 1));
  const names = useParticipants((all) => all.map(({ displayName }) => displayName).join(' '));
  const own = useCurrentUser((user) => user?.displayName ?? 'nobody');
  return (
    <p data-testid="below">
      {seen.below.status}: {names} | {own}
    </p>
  );
}

/** The hook with a provider for its meeting. */
function Meeting({
  options,
  isProvided = true,
  children,
}: {
  options: UseZoomClientOptions;
  isProvided?: boolean;
  children?: ReactNode;
}) {
  const meeting = useZoomClient(options);
  seen.hook = meeting;
  return (
    <>
      <div ref={meeting.containerRef} data-testid="box" />
      {isProvided && (
        <ZoomMeetingProvider meeting={meeting}>
          <Below />
          {children}
        </ZoomMeetingProvider>
      )}
    </>
  );
}

const below = () => screen.queryByTestId('below')?.textContent;
const sdkRoot = () => document.querySelector('.rzm-sdk-root');

beforeEach(() => {
  vi.useFakeTimers();
  seen.speakers = 0;
});
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
});

describe('ZoomMeetingProvider with a meeting from useZoomClient', () => {
  it.each([
    ['', ({ children }: { children: ReactNode }) => children],
    [', also in StrictMode', StrictMode],
  ])('works with the hooks below it, and joins once%s', async (_, Wrapper) => {
    const fake = createFakeZoomSdk();
    fake.addParticipant({ displayName: 'Grace' });
    render(
      <Wrapper>
        <Meeting options={optionsOf(fake)} />
      </Wrapper>,
    );
    await pass(3000);
    expect(below()).toBe('joined: Ada Grace | Ada');
    expect(fake.joinCalls).toHaveLength(1);
    await act(async () => {
      fake.addParticipant({ displayName: 'Alan' });
      fake.emit('active-speaker', []);
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(below()).toBe('joined: Ada Grace Alan | Ada');
    expect(seen.speakers).toBe(1);
  });

  it('provides the same handle as the hook', async () => {
    const fake = createFakeZoomSdk();
    render(<Meeting options={optionsOf(fake)} />);
    await pass(3000);
    const { containerRef: _, ...handle } = seen.hook!;
    expect(seen.below).toEqual(handle);
    expect(seen.below!.leave).toBe(handle.leave);
    expect(seen.below!.client).toBeDefined();
    await act(async () => {
      const left = seen.below!.leave();
      await vi.advanceTimersByTimeAsync(3000);
      await left;
    });
    expect(seen.hook!.status).toBe('ended');
    expect(below()).toBe('ended:  | nobody');
  });

  it('provides the same handle to all components with useZoomMeeting', async () => {
    const handles: ZoomMeetingHandle[] = [];
    const One = () => {
      handles.push(useZoomMeeting());
      return null;
    };
    render(
      <Meeting options={optionsOf(createFakeZoomSdk())}>
        <One />
        <One />
      </Meeting>,
    );
    await pass(3000);
    const [last, lastButOne] = handles.slice(-2);
    expect(last).toBe(lastButOne);
    expect(last).toBe(seen.below);
  });

  it('moves the meeting between a view below it and the element of the hook', async () => {
    const fake = createFakeZoomSdk();
    const { rerender } = render(
      <Meeting options={optionsOf(fake)}>
        <ZoomMeetingView className="view" />
      </Meeting>,
    );
    await pass(3000);
    expect(document.querySelector('.view')!.contains(sdkRoot())).toBe(true);
    rerender(<Meeting options={optionsOf(fake)} />);
    expect(screen.getByTestId('box').contains(sdkRoot())).toBe(true);
    expect(fake.joinCalls).toHaveLength(1);
  });

  it('stays joined when the provider unmounts and mounts again', async () => {
    const fake = createFakeZoomSdk();
    const options = optionsOf(fake);
    const { rerender } = render(<Meeting options={options} />);
    await pass(3000);
    rerender(<Meeting options={options} isProvided={false} />);
    await pass(5000);
    expect(fake.state).toBe('joined');
    expect(seen.hook!.status).toBe('joined');
    rerender(<Meeting options={options} />);
    expect(below()).toBe('joined: Ada | Ada');
    expect(fake.joinCalls).toHaveLength(1);
  });

  it('leaves when the hook unmounts, even if the provider stays', async () => {
    const fake = createFakeZoomSdk();
    const options = optionsOf(fake);
    function App({ isHeld }: { isHeld: boolean }) {
      const [meeting, setMeeting] = useState<ZoomMeetingHandle>();
      return (
        <>
          {isHeld && <Holder onMeeting={setMeeting} />}
          {meeting && (
            <ZoomMeetingProvider meeting={meeting}>
              <Below />
            </ZoomMeetingProvider>
          )}
        </>
      );
    }
    function Holder({ onMeeting }: { onMeeting: (meeting: ZoomMeetingHandle) => void }) {
      const meeting = useZoomClient(options);
      if (meeting !== seen.hook) {
        seen.hook = meeting;
        queueMicrotask(() => onMeeting(meeting));
      }
      return null;
    }
    const { rerender } = render(<App isHeld />);
    await pass(3000);
    expect(below()).toBe('joined: Ada | Ada');
    rerender(<App isHeld={false} />);
    await pass(5000);
    expect(below()).toBe('ended:  | nobody');
    expect(fake.state).toBe('idle');
    const outcome = seen.below!.join();
    await pass(200);
    await expect(outcome).resolves.toMatchObject({ status: 'failed', error: { code: 'GONE' } });
  });

  it('follows the hook to another meeting', async () => {
    const fake = createFakeZoomSdk();
    const { rerender } = render(<Meeting options={optionsOf(fake)} />);
    await pass(3000);
    const first = seen.below!.leave;
    rerender(<Meeting options={optionsOf(fake, { meetingNumber: '9876543210' })} />);
    await pass(5000);
    expect(below()).toBe('joined: Ada | Ada');
    expect(seen.below!.leave).not.toBe(first);
    expect(seen.below!.leave).toBe(seen.hook!.leave);
    expect(fake.joinCalls.map(({ options }) => options.meetingNumber)).toEqual(['1234567890', '9876543210']);
  });

  it('switches between two mounted meetings', async () => {
    const fake = createFakeZoomSdk();
    function Two({ shown }: { shown: 0 | 1 }) {
      const meetings = [
        useZoomClient(optionsOf(fake)),
        useZoomClient(optionsOf(fake, { meetingNumber: '9876543210' })),
      ] as const;
      return (
        <ZoomMeetingProvider meeting={meetings[shown]}>
          <Below />
          <ZoomMeetingView />
        </ZoomMeetingProvider>
      );
    }
    const { rerender } = render(<Two shown={0} />);
    await pass(3000);
    expect(below()).toBe('joined: Ada | Ada');
    rerender(<Two shown={1} />);
    expect(below()).toBe('busy:  | nobody');
    // It is not a speaker of this meeting.
    await act(async () => {
      fake.emit('active-speaker', []);
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(seen.speakers).toBe(0);
    rerender(<Two shown={0} />);
    expect(below()).toBe('joined: Ada | Ada');
    expect(sdkRoot()).not.toBeNull();
    expect(fake.joinCalls).toHaveLength(1);
  });

  it('accepts a copy of the handle, and the handle of another provider', async () => {
    const fake = createFakeZoomSdk();
    function Again() {
      const meeting = useZoomMeeting();
      return (
        <ZoomMeetingProvider meeting={{ ...meeting }}>
          <output>{useZoomMeeting().status}</output>
        </ZoomMeetingProvider>
      );
    }
    render(
      <Meeting options={optionsOf(fake)}>
        <Again />
      </Meeting>,
    );
    await pass(3000);
    expect(screen.getByRole('status').textContent).toBe('joined');
  });
});

describe('ZoomMeetingProvider with an invalid meeting', () => {
  const rule = '`meeting` must be what useZoomClient() or useZoomMeeting() returned';

  it.each([
    ['null', null],
    ['an empty object', {}],
    ['a hand-made handle', { status: 'joined', join: async () => ({ status: 'joined' }) }],
    ['a string', '1234567890'],
  ])('%s: throws an error that says what is expected', (_, meeting) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() =>
      render(<ZoomMeetingProvider meeting={meeting as unknown as ZoomMeetingHandle}>x</ZoomMeetingProvider>),
    ).toThrow(rule);
    error.mockRestore();
  });

  it('accepts either options or a meeting, but not both', () => {
    const both = (meeting: ZoomMeetingHandle) => (
      // @ts-expect-error: an option beside `meeting`
      <ZoomMeetingProvider meeting={meeting} userName="Ada">
        x
      </ZoomMeetingProvider>
    );
    // @ts-expect-error: neither options nor a meeting
    const neither = () => <ZoomMeetingProvider>x</ZoomMeetingProvider>;
    expect([both, neither]).toHaveLength(2);
  });
});
