import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { createRef, type MouseEventHandler } from 'react';
import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from 'vitest';
import {
  getZoomActions,
  useZoomActions,
  useZoomClient,
  ZoomMeeting,
  ZoomMeetingError,
  ZoomMeetingProvider,
  type UseZoomClientOptions,
  type ZoomActions,
  type ZoomChatMessage,
  type ZoomMeetingHandle,
} from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const optionsOf = (sdk: FakeZoomSdk, role: 0 | 1 = 0): UseZoomClientOptions => ({
  sdk,
  meetingNumber: '1234567890',
  userName: 'Ada',
  role,
  fetchSignature: async ({ meetingNumber }) => createFakeSignature({ mn: meetingNumber, role }),
});

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
});

const seen: { actions: ZoomActions[] } = { actions: [] };

function Lock() {
  const actions = useZoomActions();
  seen.actions.push(actions);
  const { mutate, status, error } = useMutation({ mutationFn: actions.lockMeeting });
  return (
    <button onClick={() => mutate(true)}>
      {status} {error instanceof ZoomMeetingError && error.code}
    </button>
  );
}

function showLock(fake: FakeZoomSdk, role: 0 | 1) {
  seen.actions = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ZoomMeetingProvider {...optionsOf(fake, role)}>
        <Lock />
      </ZoomMeetingProvider>
    </QueryClientProvider>,
  );
}

const click = async () => {
  act(() => screen.getByRole('button').click());
  await pass(10);
};

it('an action works as a mutation function: succeeds for a host', async () => {
  const fake = createFakeZoomSdk();
  showLock(fake, 1);
  await pass(3000);
  await click();
  expect(screen.getByRole('button').textContent).toBe('success ');
  expect(fake.calls.filter(({ method }) => method === 'lockMeeting')).toMatchObject([{ args: [true] }]);
});

it('an action works as a mutation function: reports the error for a guest and before joining', async () => {
  const fake = createFakeZoomSdk();
  showLock(fake, 0);
  await click();
  expect(screen.getByRole('button').textContent).toBe('error NOT_JOINED');
  await pass(3000);
  await click();
  expect(screen.getByRole('button').textContent).toBe('error NOT_HOST');
});

/** Grace is in the meeting with audio, and Linus is in the waiting room. */
const [grace, linus] = [7, 8];
const room = { userId: grace, roomId: 'r1' };

/** Each action in a host's meeting with a closed breakout room: its argument, and how the mutation ends. */
const mutations: { [Name in keyof ZoomActions]: [variables: unknown, ends: string] } = {
  addPin: [grace, 'success'],
  admit: [linus, 'success'],
  admitAll: [undefined, 'success'],
  assignUserToRoom: [room, 'error 2'],
  broadcast: ['Hello', 'error 7504'],
  closeAllBreakoutRooms: [undefined, 'error 7504'],
  end: [undefined, 'success'],
  expel: [grace, 'success'],
  joinBreakoutRoom: ['r1', 'error 7504'],
  leave: [{ newHostId: grace }, 'success'],
  leaveBreakoutRoom: [undefined, 'error 7504'],
  lockMeeting: [true, 'success'],
  lockVirtualBackground: [true, 'error UNKNOWN'],
  makeCoHost: [grace, 'success'],
  makeHost: [grace, 'success'],
  moveUserToBreakoutRoom: [room, 'error 7503'],
  mute: [{ mute: true, userId: grace }, 'success'],
  muteAll: [true, 'success'],
  openBreakoutRooms: [undefined, 'success'],
  putOnHold: [grace, 'success'],
  reclaimHost: [undefined, 'success'],
  record: ['start', 'success'],
  removeAllPins: [undefined, 'error UNKNOWN'],
  rename: [{ name: 'Ada L' }, 'success'],
  revokeCoHost: [grace, 'error 5011'],
  sendChat: [{ message: 'Hello' }, 'success'],
  setViewType: ['speaker', 'success'],
  setVirtualBackground: ['blur', 'success'],
  updateVirtualBackgroundList: [[], 'success'],
};

it.each(Object.entries(mutations))('%s works as a mutation function', async (name, [variables, ends]) => {
  const fake = createFakeZoomSdk();
  fake.addParticipant({ userId: grace, displayName: 'Grace', audio: 'computer', muted: false });
  fake.addParticipant({ userId: linus, displayName: 'Linus', bHold: true });
  fake.setBreakoutRooms([{ roomId: 'r1', name: 'Room 1', attendeeList: [] }]);
  function Mutation() {
    const action = useZoomActions()[name as keyof ZoomActions] as (given: unknown) => Promise<unknown>;
    const { mutate, status, error } = useMutation({ mutationFn: action });
    const code = error instanceof ZoomMeetingError ? ` ${error.code}` : '';
    return <button onClick={() => mutate(variables)}>{`${status}${code}`}</button>;
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ZoomMeetingProvider {...optionsOf(fake, 1)}>
        <Mutation />
      </ZoomMeetingProvider>
    </QueryClientProvider>,
  );
  await pass(3000);
  await click();
  await pass(3000);
  expect(screen.getByRole('button').textContent).toBe(ends);
});

it('returns the same object on every render, and does not render for meeting events', async () => {
  const fake = createFakeZoomSdk();
  showLock(fake, 0);
  await pass(3000);
  const renders = seen.actions.length;
  await act(async () => void fake.addParticipant({ displayName: 'Grace' }));
  await pass(10);
  expect(seen.actions).toHaveLength(renders);
  await click();
  expect(new Set(seen.actions).size).toBe(1);
});

it('uses the meeting of useZoomClient in the same component', async () => {
  const fake = createFakeZoomSdk();
  function Page() {
    const meeting = useZoomClient(optionsOf(fake));
    const { rename } = useZoomActions(meeting);
    return <button onClick={() => void rename({ name: 'Ada L' })}>{meeting.status}</button>;
  }
  render(<Page />);
  await pass(3000);
  await click();
  expect(fake.currentUser?.displayName).toBe('Ada L');
});

it('getZoomActions returns the actions of a ref, outside of components', async () => {
  const fake = createFakeZoomSdk();
  const meeting = createRef<ZoomMeetingHandle>();
  seen.actions = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ZoomMeeting ref={meeting} {...optionsOf(fake)}>
        <Lock />
      </ZoomMeeting>
    </QueryClientProvider>,
  );
  await pass(3000);
  const actions = getZoomActions(meeting.current!);
  expect(seen.actions).toContain(actions);
  expect(getZoomActions({ ...meeting.current! })).toBe(actions);
  await actions.rename({ name: 'Ada L' });
  expect(fake.currentUser?.displayName).toBe('Ada L');
  expect(() => getZoomActions({} as ZoomMeetingHandle)).toThrow(/`meeting` must be what/);
  expect(() => getZoomActions(null as never)).toThrow(/`meeting` must be what/);
});

it.each(['leave', 'end', 'admitAll', 'openBreakoutRooms', 'reclaimHost'] as const)(
  '%s can be a click handler in JavaScript: it ignores the event',
  async (name) => {
    const fake = createFakeZoomSdk();
    fake.addParticipant({ userId: linus, displayName: 'Linus', bHold: true });
    const Button = () => <button onClick={useZoomActions()[name] as () => void}>{name}</button>;
    render(
      <ZoomMeetingProvider {...optionsOf(fake, 1)}>
        <Button />
      </ZoomMeetingProvider>,
    );
    await pass(3000);
    const before = fake.calls.length;
    await click();
    const asked = fake.calls.slice(before).map(({ method, args }) => [method, ...args]);
    const expected = {
      leave: ['leaveMeeting'],
      end: ['endMeeting'],
      admitAll: ['admitAll'],
      openBreakoutRooms: ['openBreakoutRooms', [], undefined],
      reclaimHost: ['reclaimHost'],
    };
    expect(asked).toEqual([expected[name]]);
  },
);

it('throws without a provider', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const Alone = () => <>{Object.keys(useZoomActions()).length}</>;
  expect(() => render(<Alone />)).toThrow(/must be inside <ZoomMeetingProvider>/);
  error.mockRestore();
});

it('infers the types of the actions', () => {
  expectTypeOf(useZoomActions).returns.toEqualTypeOf<ZoomActions>();
  expectTypeOf<ZoomActions['expel']>().toEqualTypeOf<(userId: number) => Promise<void>>();
  expectTypeOf<ZoomActions['record']>().parameter(0).toEqualTypeOf<'start' | 'pause' | 'resume' | 'stop'>();
  expectTypeOf<ZoomActions['sendChat']>().returns.resolves.toEqualTypeOf<ZoomChatMessage | undefined>();
  expectTypeOf<ZoomActions['mute']>().parameter(0).toMatchTypeOf<{ mute: boolean }>();
  const Mutations = ({ actions }: { actions: ZoomActions }) => {
    expectTypeOf(useMutation({ mutationFn: actions.mute }).mutate).toBeCallableWith({ mute: true });
    expectTypeOf(useMutation({ mutationFn: actions.admitAll }).mutate).toBeCallableWith();
    expectTypeOf(useMutation({ mutationFn: actions.leave }).mutate).toBeCallableWith({ newHostId: 1 });
    // @ts-expect-error -- a click's event is not a request
    expectTypeOf(actions.leave).toExtend<MouseEventHandler>();
    expectTypeOf(() => actions.leave()).toExtend<MouseEventHandler>();
    expectTypeOf(actions.end).toExtend<MouseEventHandler>();
    expectTypeOf(useMutation({ mutationFn: actions.sendChat }).data).toEqualTypeOf<
      ZoomChatMessage | undefined
    >();
    return null;
  };
  expect(Mutations).toBeDefined();
});
