import { act, render } from '@testing-library/react';
import { Activity, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { useZoomClient, ZoomMeeting, type SignatureFetcher, type ZoomMeetingProps } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { meetingOn, pass, settled, useVirtualTime } from './odd-order-tools';

useVirtualTime();

describe('when the user changes at each render, and the answer makes the join invalid', () => {
  /** An endpoint that takes 100 ms, and counts. */
  function endpoint(answer: object) {
    const asked = { times: 0 };
    const fetchSignature: SignatureFetcher = async ({ meetingNumber, role }) => {
      asked.times += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { signature: createFakeSignature({ mn: meetingNumber, role }), ...answer };
    };
    return { asked, fetchSignature };
  }

  it.each([
    ['without a name', undefined, {}],
    ['with a ZAK and an on-behalf-of token', 'Ada', { zak: 'zak', obfToken: 'token' }],
  ])('useZoomClient stops requesting signatures %s', async (_, userName, answer) => {
    const { asked, fetchSignature } = endpoint(answer);
    const sdk = createFakeZoomSdk();
    let renders = 0;
    function App() {
      const customerKey = String((renders += 1));
      const meeting = useZoomClient({
        sdk,
        meetingNumber: '1234567890',
        userName,
        customerKey,
        fetchSignature,
      });
      return <p>{meeting.status}</p>;
    }
    const { container } = render(<App />);
    await pass(20_000);
    const { times } = asked;
    expect(times).toBeLessThan(60);
    await pass(20_000);
    expect(asked.times).toBe(times);
    expect(container).toHaveTextContent('failed');
  });

  it('ZoomMeeting stops requesting signatures if onStatusChange renders', async () => {
    const { asked, fetchSignature } = endpoint({});
    const sdk = createFakeZoomSdk();
    let renders = 0;
    function App() {
      const [, setStatus] = useState('');
      const props = { sdk, meetingNumber: '1234567890', fetchSignature };
      const customerKey = String((renders += 1));
      return (
        <ZoomMeeting
          {...props}
          customerKey={customerKey}
          onStatusChange={(state) => setStatus(state.status)}
        />
      );
    }
    render(<App />);
    await pass(20_000);
    expect(asked.times).toBeLessThan(60);
  });
});

describe('when the user signs out during a join, and another one signs in', () => {
  const signedOut = {
    userName: '',
    fetchSignature: undefined as unknown as SignatureFetcher,
  } satisfies Partial<ZoomMeetingProps>;
  const grace: Partial<ZoomMeetingProps> = {
    userName: 'Grace',
    fetchSignature: async ({ meetingNumber, role }) => createFakeSignature({ mn: meetingNumber, role }),
  };

  it('fails with INVALID_OPTIONS while preparing, and then joins', async () => {
    const fake = createFakeZoomSdk({ loadMs: 1000 });
    const one = meetingOn(fake);
    const { rerender } = render(one.element());
    await pass(300);
    expect(one.meeting().status).toBe('preparing');
    rerender(one.element(signedOut));
    await pass(3000);
    expect(one.meeting().error?.code).toBe('INVALID_OPTIONS');
    rerender(one.element(grace));
    await pass(10_000);
    expect(one.meeting().status).toBe('joined');
    expect(fake.joinCalls).toMatchObject([{ userName: 'Grace' }]);
  });

  it('fails with INVALID_OPTIONS at the retry, and then joins', async () => {
    const fake = createFakeZoomSdk({ joins: [-3000, 'ok'] });
    const one = meetingOn(fake, { retryDelay: 3000 });
    const { rerender } = render(one.element());
    await pass(1000);
    expect(one.meeting().status).toBe('retrying');
    rerender(one.element(signedOut));
    await pass(6000);
    expect(one.meeting().error?.code).toBe('INVALID_OPTIONS');
    rerender(one.element(grace));
    await pass(10_000);
    expect(one.meeting().status).toBe('joined');
    expect(fake.joinCalls.at(-1)).toMatchObject({ userName: 'Grace' });
  });
});

it.each([
  ['when they become valid, and then autoJoin is on', { userName: 'Ada' }],
  ['when autoJoin is on, and then they become valid', { autoJoin: true }],
])('joins after invalid options %s', async (_, first) => {
  const one = meetingOn(createFakeZoomSdk(), { autoJoin: false, userName: '' });
  const { rerender } = render(one.element());
  await pass(100);
  void one.meeting().join();
  await pass(100);
  expect(one.meeting().status).toBe('failed');
  rerender(one.element(first));
  await pass(100);
  rerender(one.element({ userName: 'Ada', autoJoin: true }));
  await pass(5000);
  expect(one.meeting().status).toBe('joined');
});

it('join() without changes resolves with `joined` while the options are invalid', async () => {
  const one = meetingOn(createFakeZoomSdk());
  const { rerender } = render(one.element());
  await pass(3000);
  rerender(one.element({ userName: '' }));
  await pass(10);
  const join = settled(one.meeting().join());
  await pass(100);
  expect(join.is).toBe('resolved joined');
});

it.each([50, 1000])('uses what join() was given after being hidden for %d ms', async (ms) => {
  const fake = createFakeZoomSdk({ joinMs: 500 });
  const one = meetingOn(fake, { autoJoin: true });
  const ui = (mode: 'hidden' | 'visible') => <Activity mode={mode}>{one.element()}</Activity>;
  const { rerender } = render(ui('visible'));
  await pass(3000);
  void one.meeting().leave();
  await pass(3000);
  void one.meeting().join({ password: 'right', userName: 'typed' });
  await pass(3000);
  rerender(ui('hidden'));
  await pass(ms);
  rerender(ui('visible'));
  await pass(10_000);
  if (ms === 50) act(() => fake.fail());
  await pass(10_000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.joinCalls.at(-1)).toMatchObject({ userName: 'typed', options: { password: 'right' } });
});

it('uses what join() was given when the meeting is hidden before the previous one has been left', async () => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake);
  const ui = (mode: 'hidden' | 'visible') => <Activity mode={mode}>{one.element()}</Activity>;
  const { rerender } = render(ui('visible'));
  await pass(3000);
  void one.meeting().leave();
  void one.meeting().join({ userName: 'typed' });
  rerender(ui('hidden'));
  await pass(1000);
  rerender(ui('visible'));
  await pass(10_000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.joinCalls.at(-1)).toMatchObject({ userName: 'typed' });
});
