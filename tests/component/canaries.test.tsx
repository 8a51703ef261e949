import { inspect } from 'node:util';
import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createSignatureFetcher,
  ZoomMeeting,
  type ZoomMeetingError,
  type ZoomMeetingProps,
} from 'react-zoom-meeting';
import { createMeetingSignature } from 'react-zoom-meeting/server';
import { createFakeZoomSdk, type FakeZoomSdk, type FakeZoomSdkOptions } from 'react-zoom-meeting/testing';
import { findCanaries, type Canaries } from '../canaries/find-canaries';

const sdkSecret = 'canary-sdk-secret-9b1f';
const password = 'canary pass 3e77';
/** The credentials that an endpoint sends. None of them looks like a token. */
const sent = { zak: 'canary-zak-51c0', tk: 'canary-tk-77aa', recordingToken: 'canary-recording-08de' };
const obf = { obfToken: 'canary-obf-4f2d' };

/** Everything that was logged. */
let logged: unknown[];
const consoleMethods = ['debug', 'log', 'info', 'warn', 'error', 'trace', 'table', 'dir'] as const;
beforeEach(() => {
  vi.useFakeTimers();
  logged = [];
  for (const method of consoleMethods)
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void logged.push(args));
});
afterEach(async () => {
  cleanup();
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Runs the fake clock until the check passes. Signing takes real time, which passes between the steps. */
async function until(check: () => unknown) {
  for (let step = 0; step < 1000; step++) {
    await act(() => vi.advanceTimersByTimeAsync(200));
    try {
      check();
      return;
    } catch {
      // The check does not pass yet.
    }
  }
  check();
}

/** An error as a log, a reporter or a debugger shows it. `url` is meant for a link, and is not planted here. */
const shown = (error: ZoomMeetingError) => [
  ...Reflect.ownKeys(error).map((key) => (error as unknown as Record<PropertyKey, unknown>)[key]),
  ...[String(error), JSON.stringify(error), inspect(error, { showHidden: true, depth: 9 }), { ...error }],
];

interface Plan extends Partial<ZoomMeetingProps> {
  /** The fields that the endpoint adds to the signature. */
  answer?: Record<string, string>;
  /** The HTTP status of the endpoint's answer. */
  status?: number;
}

/** A meeting with planted canaries. `leaks` reports where they are. */
async function planted(options: FakeZoomSdkOptions, { answer = sent, status = 200, ...props }: Plan = {}) {
  const fake = createFakeZoomSdk(options);
  const queryClient = new QueryClient();
  const seen: unknown[] = [];
  const requests: string[] = [];
  // This includes the time while a signature is fetched and while its cache entry is removed.
  queryClient.getQueryCache().subscribe(({ query }) => {
    seen.push(JSON.stringify([query.queryKey, query.state, query.meta]), query.state.error);
  });
  const signature = await createMeetingSignature({
    sdkKey: 'key',
    sdkSecret,
    meetingNumber: '1234567890',
    role: 0,
  });
  const canaries: Canaries = { sdkSecret, ...answer, password, signature: signature.split('.')[2]! };
  const endpoint: typeof fetch = async (input, init) => {
    requests.push(String(input), JSON.stringify(init));
    return Response.json({ signature, ...answer }, { status });
  };
  vi.stubGlobal('fetch', endpoint);
  const errors: ZoomMeetingError[] = [];
  const states: unknown[] = [];
  const view = render(
    <ZoomMeeting
      sdk={fake}
      meetingNumber="1234567890"
      userName="Ada"
      queryClient={queryClient}
      fetchSignature={fetchSignature}
      onStatusChange={(state) => states.push(state)}
      onRetry={({ reason }) => errors.push(reason)}
      onError={(error) => errors.push(error)}
      {...props}
    />,
  );
  return {
    fake,
    view,
    errors,
    status: () => view.container.querySelector('.rzm-view')?.getAttribute('data-status'),
    leaks: () =>
      findCanaries(canaries, {
        'the console': logged,
        'an error': errors.map(shown),
        'a state': states,
        'the query cache': [seen, queryClient.getQueryCache(), queryClient.getMutationCache()],
        'a request for a signature': requests,
      }),
  };
}
const fetchSignature = createSignatureFetcher('/api/signature');

/** The values passed to the SDK in a join. If they were missing, nothing would have been planted. */
const given = (fake: FakeZoomSdk) => fake.joinCalls.map(({ options }) => Object.values(options));

describe('secrets do not leak', () => {
  it('after joining and leaving', async () => {
    const meeting = await planted({}, { answer: { ...sent, password } });
    await until(() => expect(meeting.fake.state).toBe('joined'));
    expect(given(meeting.fake)[0]).toEqual(expect.arrayContaining([...Object.values(sent), password]));
    expect(await meeting.leaks()).toEqual([]);
    meeting.view.unmount();
    await until(() => expect(meeting.fake.state).toBe('idle'));
    expect(await meeting.leaks()).toEqual([]);
  });

  it('after joining on behalf of another user', async () => {
    const meeting = await planted({}, { answer: obf });
    await until(() => expect(meeting.fake.state).toBe('joined'));
    expect(given(meeting.fake)[0]).toContain(obf.obfToken);
    expect(await meeting.leaks()).toEqual([]);
  });

  it('after 3712 until the meeting fails', async () => {
    const meeting = await planted({ joins: [3712] });
    await until(() => expect(meeting.status()).toBe('failed'));
    expect(meeting.errors.length).toBeGreaterThan(2);
    expect(meeting.errors.at(-1)).toMatchObject({ code: 3712, findings: [expect.anything()] });
    expect(await meeting.leaks()).toEqual([]);
  });

  it('beyond the input when the user types two wrong passcodes', async () => {
    const meeting = await planted({ joins: [3004] });
    await until(() => screen.getByLabelText('Meeting passcode'));
    for (const typed of ['another passcode', password]) {
      fireEvent.change(screen.getByLabelText('Meeting passcode'), { target: { value: typed } });
      fireEvent.click(screen.getByRole('button', { name: 'Join' }));
      await until(() => expect(given(meeting.fake).at(-1)).toContain(typed));
      await until(() => expect(meeting.view.container.querySelector('.rzm-error')).not.toBeNull());
    }
    expect(screen.getByLabelText('Meeting passcode')).toHaveValue(password);
    expect(await meeting.leaks()).toEqual(['password in the value of <input>']);
  });

  it("beyond the app's own props when the app passes the passcode", async () => {
    const meeting = await planted({}, { password });
    await until(() => expect(meeting.fake.state).toBe('joined'));
    expect(given(meeting.fake)[0]).toContain(password);
    // React keeps the props of each component where a script can read them. The endpoint may send the passcode instead.
    expect(await meeting.leaks()).toEqual([
      'password in React: the props of OwnSession',
      'password in React: the props of ZoomMeeting',
      'password in React: the props of ZoomMeetingProvider',
      'password in React: the state of the root, which has what was rendered',
    ]);
  });

  it('when Zoom repeats them in a refusal', async () => {
    const values = Object.values({ ...sent, password });
    const meeting = await planted(
      { joins: [{ errorCode: 200, reason: `Cannot join with ${values.join(' or ')}` }] },
      { answer: { ...sent, password } },
    );
    await until(() => expect(meeting.status()).toBe('failed'));
    expect(meeting.errors.at(-1)?.reason).toMatch(/^Cannot join with \[redacted\]/);
    expect(await meeting.leaks()).toEqual([]);
  });

  it('when the SDK throws an error that contains them', async () => {
    const meeting = await planted({ joins: [new Error(`no ${sent.zak}`)] });
    await until(() => expect(meeting.status()).toBe('failed'));
    expect(meeting.errors.at(-1)?.cause).toContain('Error: no [redacted]');
    expect(await meeting.leaks()).toEqual([]);
  });

  it('when the endpoint answers with a page that shows its configuration', async () => {
    const meeting = await planted(
      {},
      { answer: { ...sent, error: `ZOOM_SDK_SECRET=${sdkSecret}` }, status: 500 },
    );
    await until(() => expect(meeting.status()).toBe('failed'));
    expect(meeting.errors.at(-1)?.code).toBe('SIGNATURE_FETCH_FAILED');
    expect(await meeting.leaks()).toEqual([]);
  });

  it('when the connection is lost and cannot be restored', async () => {
    const meeting = await planted({});
    await until(() => expect(meeting.fake.state).toBe('joined'));
    await act(async () => meeting.fake.drop());
    await act(async () => meeting.fake.fail(4004));
    await until(() => expect(meeting.status()).toBe('failed'));
    expect(meeting.errors.at(-1)?.code).toBe(4004);
    expect(await meeting.leaks()).toEqual([]);
  });
});

describe('findCanaries', () => {
  it('finds a canary in each place', async () => {
    const canaries = { zak: sent.zak };
    vi.useRealTimers();
    localStorage.setItem('a', sent.zak);
    sessionStorage.setItem('b', btoa(`${sent.zak}`));
    document.cookie = `c=${sent.zak}`;
    history.replaceState({ d: { e: sent.zak } }, '', `?zak=${sent.zak}`);
    performance.mark(sent.zak);
    const Leaky = (_: { zak: string }) => {
      return <p title={sent.zak}>{sent.zak}</p>;
    };
    render(<Leaky zak={sent.zak} />);
    const hidden = Object.defineProperty(new Error('no'), 'url', { value: sent.zak, enumerable: false });
    const found = await findCanaries(canaries, { 'an error': hidden, 'a map': new Map([[sent.zak, 1]]) });
    localStorage.clear();
    sessionStorage.clear();
    document.cookie = 'c=; max-age=0';
    history.replaceState(null, '', '/');
    performance.clearMarks();
    expect(found).toEqual(
      [
        ...['<p title>', 'React: the props of <p>', 'React: the props of Leaky'],
        ...['React: the state of the root, which has what was rendered', 'a cookie', 'a map'],
        ...['an error', 'history.state', 'localStorage a', 'performance mark', 'sessionStorage b'],
        ...['the URL', 'the text of <p>'],
      ].map((place) => `zak in ${place}`),
    );
  });
});
