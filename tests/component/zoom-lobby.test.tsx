import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { StrictMode, useState, type ComponentProps } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ZoomLobby,
  ZoomMeeting,
  ZoomMeetingProvider,
  useZoomMeeting,
  type SignatureFetcher,
  type ZoomMeetingProps,
} from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdkOptions } from 'react-zoom-meeting/testing';
import { createFakeMedia } from '../unit/devices/fake-media';

let media: ReturnType<typeof createFakeMedia>;

beforeEach(() => {
  media = createFakeMedia();
  media.install();
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: media.mediaDevices });
  vi.useFakeTimers();
});
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
  delete (navigator as { mediaDevices?: unknown }).mediaDevices;
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function show({
  fake: options = {},
  lobby = {},
  strict = false,
  userName = 'Ada',
}: {
  fake?: FakeZoomSdkOptions;
  lobby?: ComponentProps<typeof ZoomLobby>;
  strict?: boolean;
  userName?: string;
} = {}) {
  const fake = createFakeZoomSdk(options);
  const fetchSignature = vi.fn<SignatureFetcher>(async ({ meetingNumber, role }) =>
    createFakeSignature({ mn: meetingNumber, role }),
  );
  const meeting = (person: Partial<ZoomMeetingProps> = {}) => (
    <ZoomMeeting
      sdk={fake}
      meetingNumber="1234567890"
      userName={userName}
      fetchSignature={fetchSignature}
      lobby={<ZoomLobby {...lobby} />}
      {...person}
    />
  );
  const { container, unmount, rerender } = render(strict ? <StrictMode>{meeting()}</StrictMode> : meeting());
  await pass(1000);
  return {
    fake,
    fetchSignature,
    container,
    unmount,
    become: (person: Partial<ZoomMeetingProps>) => rerender(meeting(person)),
    status: () => container.querySelector('.rzm-view')?.getAttribute('data-status'),
  };
}

const name = () => screen.getByLabelText<HTMLInputElement>('Your name');
const enter = (value: string) => fireEvent.change(name(), { target: { value } });
const join = () => fireEvent.click(screen.getByRole('button', { name: 'Join' }));

describe.each([false, true])('the lobby, StrictMode: %s', (strict) => {
  it('prepares while it is shown, and joins with the entered name', async () => {
    const { fake, fetchSignature, status } = await show({ strict });
    expect(status()).toBe('idle');
    expect(fake.loadCount).toBeGreaterThan(0);
    expect(fetchSignature).toHaveBeenCalledTimes(1);
    expect(media.requests).toHaveLength(1);
    expect(fake.joinCalls).toEqual([]);

    enter('Grace');
    join();
    expect(media.live()).toEqual([]);
    await pass(3000);
    expect(status()).toBe('joined');
    expect(screen.queryByLabelText('Your name')).toBeNull();
    expect(fake.joinCalls.map(({ userName }) => userName)).toEqual(['Grace']);
    expect(fetchSignature).toHaveBeenCalledTimes(1);
  });

  it('turns the devices off when it unmounts', async () => {
    const { unmount } = await show({ strict });
    expect(media.live()).toEqual(['mic', 'front']);
    unmount();
    expect(media.live()).toEqual([]);
  });
});

describe('the lobby', () => {
  it('passes the name and the devices to the app, and reports errors that the app throws', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const onJoin = vi.fn(() => {
      throw new Error('of the app');
    });
    const { status } = await show({ lobby: { onJoin, userName: 'Grace' } });
    join();
    expect(onJoin).toHaveBeenCalledWith({ userName: 'Grace', cameraId: 'front', microphoneId: 'mic' });
    await pass(3000);
    expect(reported).toHaveBeenCalledTimes(1);
    expect(status()).toBe('joined');
    vi.unstubAllGlobals();
  });

  it.each(['', '   '])('does not join without a name: “%s”', async (value) => {
    const { fake, status } = await show({ userName: '' });
    expect(name()).toBeRequired();
    enter(value);
    expect(name()).toBeInvalid();
    fireEvent.submit(name().form!);
    await pass(3000);
    expect(status()).toBe('idle');
    expect(fake.joinCalls).toEqual([]);
  });

  it('keeps the name for the next attempt, and after the meeting', async () => {
    const { fake, status } = await show({ userName: '', fake: { joins: [4011, 'ok'] } });
    enter('Grace');
    join();
    await pass(3000);
    expect(status()).toBe('failed');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(3000);
    expect(status()).toBe('joined');
    await act(async () => fake.end());
    await pass(2000);
    fireEvent.click(screen.getByRole('button', { name: 'Join again' }));
    await pass(5000);
    expect(status()).toBe('joined');
    expect(fake.joinCalls.map(({ userName }) => userName)).toEqual(['Grace', 'Grace', 'Grace']);
  });

  it.each([
    { userName: 'Bob', customerKey: 'bob' },
    { userName: 'Bob' },
    { userName: 'Ada', customerKey: 'another Ada' },
    { userName: 'Ada', userEmail: 'ada@example.com' },
  ])('does not keep the name for another user: %o', async (person) => {
    const { fake, become, status } = await show({ fake: { joins: [4005, 'ok'] } });
    enter('Grace');
    join();
    await pass(3000);
    expect(status()).toBe('failed');
    become(person);
    await pass(100);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(5000);
    expect(fake.joinCalls.map(({ userName }) => userName)).toEqual(['Grace', person.userName]);
  });

  it('keeps the name when a token of the same user is renewed', async () => {
    const { fake, become } = await show({ fake: { joins: [4005, 'ok'] } });
    enter('Grace');
    join();
    await pass(3000);
    become({ zak: 'renewed' });
    await pass(100);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(5000);
    expect(fake.joinCalls.map(({ userName }) => userName)).toEqual(['Grace', 'Grace']);
  });

  it('lets the user choose another camera, and turn it off', async () => {
    const onJoin = vi.fn();
    await show({ lobby: { onJoin } });
    fireEvent.change(screen.getByLabelText('Camera'), { target: { value: 'desk' } });
    await pass(100);
    expect(media.live()).toEqual(['mic', 'desk']);
    expect(screen.getByLabelText('Camera')).toHaveValue('desk');
    fireEvent.click(screen.getByRole('button', { name: 'Turn off camera' }));
    await pass(100);
    expect(media.live()).toEqual(['mic']);
    expect(screen.getByText('Your camera is off')).toBeVisible();
    join();
    expect(onJoin).toHaveBeenCalledWith(
      expect.objectContaining({ cameraId: undefined, microphoneId: 'mic' }),
    );
  });

  it.each([
    [
      'denied',
      { video: 'NotAllowedError', audio: 'NotAllowedError' },
      [/camera access is blocked/i, /microphone access is blocked/i],
    ],
    ['no camera', { video: 'NotFoundError' }, [/no camera found/i]],
    ['no microphone', { audio: 'NotFoundError' }, [/no microphone found.*join without/i]],
    ['in use', { video: 'NotReadableError' }, [/another app is using your camera/i]],
  ])('%s: announces it in a live region, and can still join', async (_problem, refusals, texts) => {
    media.refuse(refusals);
    const { status } = await show();
    const regions = screen.getAllByRole('status').map(({ textContent }) => textContent);
    for (const text of texts) expect(regions.filter((region) => text.test(region))).toHaveLength(1);
    join();
    await pass(3000);
    expect(status()).toBe('joined');
  });

  it('“Try again” turns on the devices that are now allowed', async () => {
    media.refuse({ video: 'NotAllowedError', audio: 'NotAllowedError' });
    await show();
    media.refuse({});
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(100);
    expect(media.live().sort()).toEqual(['front', 'mic']);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('works on a page without HTTPS, where devices are unavailable', async () => {
    delete (navigator as { mediaDevices?: unknown }).mediaDevices;
    const { status } = await show();
    expect(screen.getByText(/camera isn’t available on this page/)).toBeVisible();
    join();
    await pass(3000);
    expect(status()).toBe('joined');
  });

  it('keeps the focus on the camera button', async () => {
    await show();
    const button = screen.getByRole('button', { name: 'Turn off camera' });
    button.focus();
    fireEvent.click(button);
    await pass(100);
    expect(screen.getByRole('button', { name: 'Turn on camera' })).toHaveFocus();
    fireEvent.click(button);
    await pass(100);
    expect(screen.getByRole('button', { name: 'Turn off camera' })).toHaveFocus();
    media.refuse({ video: 'NotReadableError' });
    fireEvent.change(screen.getByLabelText('Camera'), { target: { value: 'desk' } });
    await pass(100);
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus();
  });

  it('moves the focus to the form when the microphone works after “Try again”', async () => {
    media.refuse({ audio: 'NotReadableError' });
    await show();
    const button = screen.getByRole('button', { name: 'Try again' });
    button.focus();
    media.refuse({});
    fireEvent.click(button);
    await pass(100);
    expect(button).not.toBeInTheDocument();
    expect(screen.getByRole('form', { name: 'Ready to join?' })).toHaveFocus();
  });

  it('may be an element of the app, which joins with a name', async () => {
    function Own() {
      const { join } = useZoomMeeting();
      return <button onClick={() => void join({ userName: 'Grace' })}>Enter</button>;
    }
    const fake = createFakeZoomSdk();
    const fetchSignature = async () => createFakeSignature();
    render(
      <ZoomMeeting
        sdk={fake}
        meetingNumber="1234567890"
        userName="Ada"
        fetchSignature={fetchSignature}
        lobby={<Own />}
      />,
    );
    await pass(3000);
    expect(fake.joinCalls).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Enter' }));
    await pass(3000);
    expect(fake.state).toBe('joined');
    expect(fake.joinCalls.map(({ userName }) => userName)).toEqual(['Grace']);
    expect(screen.queryByRole('button', { name: 'Enter' })).toBeNull();
  });

  it('does not fetch again when it rerenders with an inline `fetchSignature`, even if the first fetch is slow', async () => {
    const fake = createFakeZoomSdk();
    const fetched = vi.fn<SignatureFetcher>(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return createFakeSignature();
    });
    const meeting = () => (
      <ZoomMeeting
        sdk={fake}
        meetingNumber="1234567890"
        userName="Ada"
        fetchSignature={(request) => fetched(request)}
        lobby={<ZoomLobby />}
      />
    );
    const { rerender } = render(meeting());
    for (let count = 0; count < 5; count += 1) {
      await pass(200);
      rerender(meeting());
    }
    join();
    rerender(meeting());
    await pass(3000);
    expect(fake.state).toBe('joined');
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(fetched.mock.calls[0]![0].signal.aborted).toBe(false);
  });

  it('fetches a signature for another meeting while it is shown, and joins that meeting', async () => {
    const fake = createFakeZoomSdk();
    const fetchSignature = vi.fn<SignatureFetcher>(async ({ meetingNumber }) =>
      createFakeSignature({ mn: meetingNumber }),
    );
    const meeting = (meetingNumber: string) => (
      <ZoomMeeting
        sdk={fake}
        meetingNumber={meetingNumber}
        userName="Ada"
        fetchSignature={fetchSignature}
        lobby={<ZoomLobby />}
      />
    );
    const { rerender } = render(meeting('1234567890'));
    await pass(1000);
    rerender(meeting('9876543210'));
    await pass(1000);
    join();
    await pass(3000);
    expect(fake.joinCalls.map(({ options }) => options.meetingNumber)).toEqual(['9876543210']);
    expect(fetchSignature.mock.calls.map(([{ meetingNumber }]) => meetingNumber)).toEqual([
      '1234567890',
      '9876543210',
    ]);
  });

  it.each([
    ['ready', {}],
    ['denied', { video: 'NotAllowedError', audio: 'NotAllowedError' }],
    ['no microphone', { audio: 'NotFoundError' }],
  ])('%s: has no accessibility violation', async (_state, refusals) => {
    media.refuse(refusals);
    const { container } = await show();
    vi.useRealTimers();
    // Contrast needs a browser.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    vi.useFakeTimers();
  });

  it.each(['batched', 'flushSync'])(
    'onJoin sets another meeting number (%s): that meeting is joined, with the name that was entered',
    async (how) => {
      const fake = createFakeZoomSdk();
      function App() {
        const [meetingNumber, setMeetingNumber] = useState('1234567890');
        const choose = () => setMeetingNumber('9876543210');
        return (
          <ZoomMeeting
            sdk={fake}
            meetingNumber={meetingNumber}
            userName="Ada"
            fetchSignature={async ({ meetingNumber: mn, role }) => createFakeSignature({ mn, role })}
            lobby={<ZoomLobby onJoin={() => (how === 'batched' ? choose() : flushSync(choose))} />}
          />
        );
      }
      const { container } = render(<App />);
      await pass(1000);
      enter('Grace');
      join();
      await pass(5000);
      expect(container.querySelector('.rzm-view')).toHaveAttribute('data-status', 'joined');
      expect(fake.joinCalls).toMatchObject([{ meetingNumber: '9876543210', userName: 'Grace' }]);
    },
  );

  it('onJoin removes the lobby: the meeting is joined with the name that was entered', async () => {
    const fake = createFakeZoomSdk();
    function App() {
      const [hasLobby, setLobby] = useState(true);
      return (
        <ZoomMeeting
          sdk={fake}
          meetingNumber="1234567890"
          userName="Ada"
          autoJoin={false}
          fetchSignature={async ({ meetingNumber: mn, role }) => createFakeSignature({ mn, role })}
          lobby={hasLobby && <ZoomLobby onJoin={() => setLobby(false)} />}
        />
      );
    }
    render(<App />);
    await pass(1000);
    enter('Grace');
    join();
    await pass(5000);
    expect(fake.joinCalls).toMatchObject([{ userName: 'Grace' }]);
  });

  it('uses the language of the view, without flashing English first', async () => {
    const element = (
      <ZoomMeeting
        sdk={createFakeZoomSdk()}
        meetingNumber="1234567890"
        userName="Ada"
        fetchSignature={async () => createFakeSignature()}
        language="de-DE"
        lobby={<ZoomLobby />}
      />
    );
    const { container } = render(element);
    const shown: string[] = [];
    vi.useRealTimers();
    await waitFor(() => {
      shown.push(container.textContent);
      expect(screen.getByLabelText('Ihr Name')).toBeVisible();
    });
    expect(screen.getByRole('button', { name: 'Kamera ausschalten' })).toBeVisible();
    expect(container.querySelector('.rzm-lobby')).toHaveAttribute('lang', 'de-DE');
    expect(shown.slice(0, -1).filter((text) => text !== '')).toEqual([]);
    // Before the meeting is released, so that no timer outlives the test.
    vi.useFakeTimers();
    cleanup();
  });

  it('uses the texts of the view', async () => {
    const fake = createFakeZoomSdk();
    render(
      <ZoomMeeting
        sdk={fake}
        meetingNumber="1234567890"
        userName="Ada"
        fetchSignature={async () => createFakeSignature()}
        strings={{ 'idle.title': 'Bereit?', 'button.join': 'Beitreten' }}
        lobby={<ZoomLobby />}
      />,
    );
    await pass(1000);
    expect(screen.getByText('Bereit?')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Beitreten' }));
    await pass(3000);
    expect(fake.state).toBe('joined');
  });

  it('stays visible outside of a view until the meeting is joined', async () => {
    const fake = createFakeZoomSdk();
    render(
      <ZoomMeetingProvider
        sdk={fake}
        meetingNumber="1234567890"
        userName="Ada"
        fetchSignature={async () => createFakeSignature()}
        autoJoin={false}
      >
        <ZoomLobby />
      </ZoomMeetingProvider>,
    );
    await pass(1000);
    join();
    await pass(3000);
    expect(fake.state).toBe('joined');
    expect(screen.queryByLabelText('Your name')).toBeNull();
  });
});
