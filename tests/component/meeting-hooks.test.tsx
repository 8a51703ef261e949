import { act, cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import {
  useActiveSpeaker,
  useChat,
  useMeetingInfo,
  useNetworkQuality,
  useParticipant,
  useRecordingStatus,
  useStatistics,
  type UseChatResult,
  type ZoomActions,
  type ZoomChatMessage,
  type ZoomMeetingInfo,
  type ZoomNetworkQuality,
  type ZoomParticipant,
  type ZoomRecordingStatus,
  type ZoomSpeaker,
} from 'react-zoom-meeting';
import { createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';
import { pass, using } from './using';

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
});

describe('useParticipant and useNetworkQuality with 200 participants', () => {
  async function crowd() {
    const fake = createFakeZoomSdk();
    const all = Array.from({ length: 200 }, (_, index) => fake.addParticipant({ displayName: `P${index}` }));
    const ids = { firstId: all[0]!.userId, middleId: all[100]!.userId, lastId: all[199]!.userId };
    const used = using(fake, {
      first: () => useParticipant(ids.firstId),
      middle: () => useParticipant(ids.middleId),
      last: () => useParticipant(ids.lastId),
      lastQuality: () => useNetworkQuality(ids.lastId),
    });
    render(used.content());
    await pass(3000);
    return { fake, all, ids, ...used };
  }

  it('rerender a component only when its participant changes', async () => {
    const { fake, all, ids, last, rendersAfter } = await crowd();
    expect(last('middle')?.displayName).toBe('P100');
    const others = all.filter(({ userId }) => !Object.values(ids).includes(userId));
    expect(others).toHaveLength(197);
    expect(
      await rendersAfter(() => {
        for (const { userId } of others) fake.updateParticipant(userId, { bVideoOn: true });
      }),
    ).toEqual({});
    expect(
      await rendersAfter(() => {
        for (const { userId } of others.slice(50, 70)) fake.removeParticipant(userId);
        fake.addParticipant({ displayName: 'Grace' });
      }),
    ).toEqual({});
    expect(await rendersAfter(() => fake.updateParticipant(ids.middleId, { displayName: 'Middle' }))).toEqual(
      {
        middle: 1,
      },
    );
    expect(last('middle')?.displayName).toBe('Middle');
    expect(await rendersAfter(() => fake.removeParticipant(ids.lastId))).toEqual({ last: 1 });
    expect(last('last')).toBeUndefined();
    // The fake renders everyone on each event.
  }, 60_000);

  it('rerender a component only when the network quality of its participant changes', async () => {
    const { fake, all, ids, last, rendersAfter } = await crowd();
    const userId = ids.lastId;
    const say = (of: number, level: number) =>
      fake.emit('network-quality-change', { userId: of, type: 'uplink', level });
    expect(await rendersAfter(() => all.slice(0, 199).forEach((one) => say(one.userId, 1)))).toEqual({});
    expect(await rendersAfter(() => say(userId, 1))).toEqual({ lastQuality: 1 });
    expect(await rendersAfter(() => say(userId, 1))).toEqual({});
    expect(last('lastQuality')).toEqual({ uplink: 1 });
  });
});

describe('useActiveSpeaker', () => {
  const say = (fake: FakeZoomSdk, ...userIds: number[]) =>
    fake.emit(
      'active-speaker',
      userIds.map((userId) => ({ userId, displayName: `name of ${userId}` })),
    );
  const speak = (fake: FakeZoomSdk, ...userIds: number[]) => act(async () => say(fake, ...userIds));

  it('follows the active speaker, and renders once per speaker', async () => {
    const fake = createFakeZoomSdk();
    const { content, last, rendersAfter } = using(fake, { speaker: () => useActiveSpeaker() });
    render(content());
    await pass(3000);
    expect(last('speaker')).toBeUndefined();
    await speak(fake, 7, 8);
    expect(last('speaker')).toEqual({ userId: 7, displayName: 'name of 7' });
    expect(await rendersAfter(() => say(fake, 7))).toEqual({});
    await speak(fake, 8);
    expect(last('speaker')?.userId).toBe(8);
    await speak(fake);
    expect(last('speaker')).toBeUndefined();
  });

  it.each<
    [
      string,
      (
        parts: { fake: FakeZoomSdk; grace: number } & Pick<ReturnType<typeof using>, 'rejoin' | 'reconnect'>,
      ) => unknown,
    ]
  >([
    ['they leave', ({ fake, grace }) => act(async () => fake.removeParticipant(grace))],
    ['a reconnection', ({ reconnect }) => reconnect()],
    ['joining again', ({ rejoin }) => rejoin()],
    ['the end of the meeting', ({ fake }) => act(async () => fake.end())],
  ])('returns undefined after %s', async (_, happens) => {
    const fake = createFakeZoomSdk();
    const grace = fake.addParticipant({ displayName: 'Grace' }).userId;
    const used = using(fake, { speaker: () => useActiveSpeaker() });
    render(used.content());
    await pass(3000);
    await speak(fake, grace);
    expect(used.last('speaker')?.userId).toBe(grace);
    await happens({ fake, grace, ...used });
    await pass(10);
    expect(used.last('speaker')).toBeUndefined();
  });

  it('updates when the speaker is renamed, and does not render for other participants', async () => {
    const fake = createFakeZoomSdk();
    const grace = fake.addParticipant({ displayName: 'Grace' }).userId;
    const linus = fake.addParticipant({ displayName: 'Linus' }).userId;
    const { content, last, rendersAfter } = using(fake, { speaker: () => useActiveSpeaker() });
    render(content());
    await pass(3000);
    await act(async () => fake.emit('active-speaker', [{ userId: grace, displayName: 'Grace' }]));
    const rename = (userId: number, displayName: string) =>
      rendersAfter(() => fake.updateParticipant(userId, { displayName }));
    expect(await rename(grace, 'Grace H')).toEqual({ speaker: 1 });
    expect(last('speaker')).toEqual({ userId: grace, displayName: 'Grace H' });
    expect(await rename(linus, 'Linus T')).toEqual({});
    expect(await rendersAfter(() => fake.updateParticipant(grace, { muted: false }))).toEqual({});
  });

  it('returns the speaker on the first render of a component mounted later', async () => {
    const fake = createFakeZoomSdk();
    const { content } = using(fake, {});
    const seen: unknown[] = [];
    const Early = () => <>{useActiveSpeaker()?.userId}</>;
    const Late = () => {
      seen.push(useActiveSpeaker()?.userId);
      return null;
    };
    const { rerender } = render(content(<Early />));
    await pass(3000);
    rerender(content(null));
    await speak(fake, 7);
    rerender(content(<Late />));
    await pass(10);
    expect(seen).toEqual([7]);
  });
});

describe('useRecordingStatus', () => {
  it('returns what the SDK reported on this connection', async () => {
    const fake = createFakeZoomSdk();
    const used = using(fake, { status: () => useRecordingStatus() });
    render(used.content());
    await pass(3000);
    expect(used.last('status')).toBeUndefined();
    for (const status of ['Recording', 'Paused', 'Recording', 'Stopped'] as const) {
      await act(async () => fake.emit('recording-change', status));
      expect(used.last('status')).toBe(status);
    }
    await used.reconnect();
    expect(used.last('status')).toBeUndefined();
    await act(async () => fake.emit('recording-change', 'Recording'));
    await used.rejoin();
    expect(used.last('status')).toBeUndefined();
  });

  it('includes what the SDK reported before the meeting was joined', async () => {
    const fake = createFakeZoomSdk({ joinMs: 8000 });
    const used = using(fake, { status: () => useRecordingStatus() });
    render(used.content());
    await pass(3000);
    expect(fake.state).toBe('joining');
    await act(async () => fake.emit('recording-change', 'Recording'));
    expect(used.last('status')).toBeUndefined();
    await pass(9000);
    expect(used.last('status')).toBe('Recording');
  });
});

describe('useNetworkQuality', () => {
  it('returns the network quality of the current user or of another participant', async () => {
    const fake = createFakeZoomSdk();
    const grace = fake.addParticipant({ displayName: 'Grace' }).userId;
    const used = using(fake, { own: () => useNetworkQuality(), grace: () => useNetworkQuality(grace) });
    render(used.content());
    await pass(3000);
    const own = fake.currentUser!.userId;
    await act(async () => {
      fake.emit('network-quality-change', { userId: own, type: 'uplink', level: 1 });
      fake.emit('network-quality-change', { userId: own, type: 'downlink', level: 4 });
      fake.emit('network-quality-change', { userId: grace, type: 'downlink', level: 5 });
    });
    expect(used.last('own')).toEqual({ uplink: 1, downlink: 4 });
    expect(used.last('grace')).toEqual({ downlink: 5 });
    await act(async () => fake.removeParticipant(grace));
    await pass(10);
    expect(used.last('grace')).toBeUndefined();
    await used.reconnect();
    expect(used.last('own')).toBeUndefined();
  });
});

describe('useMeetingInfo', () => {
  it('returns a value while joined or reconnecting, and undefined before and after', async () => {
    const fake = createFakeZoomSdk();
    const used = using(fake, { info: () => useMeetingInfo() });
    render(used.content());
    expect(used.last('info')).toBeUndefined();
    await pass(3000);
    expect(used.last('info')).toMatchObject({ isInMeeting: true });
    await act(async () => fake.drop());
    expect(used.last('info')).toMatchObject({ isInMeeting: true });
    await act(async () => fake.recover());
    await pass(1000);
    expect(used.last('info')).toMatchObject({ isInMeeting: true });
    expect(await used.rendersAfter(() => void fake.addParticipant({ displayName: 'Grace' }))).toEqual({});
    await act(async () => fake.end());
    expect(used.last('info')).toBeUndefined();
  });
});

describe('useChat', () => {
  const texts = ({ messages }: UseChatResult) => messages.map(({ message }) => message);
  const emit = (fake: FakeZoomSdk, message: string) =>
    fake.emit('chat-on-message', {
      message,
      sender: { name: 'Grace', userId: 7 },
      receiver: { name: 'Everyone', userId: 0 },
      timestamp: 1,
    });
  const arrives = (fake: FakeZoomSdk, message: string) => act(async () => emit(fake, message));

  it('returns each received and sent message once, even in StrictMode', async () => {
    const fake = createFakeZoomSdk();
    const used = using(fake, { chat: () => useChat() });
    render(<StrictMode>{used.content()}</StrictMode>);
    await pass(3000);
    await arrives(fake, 'Hello');
    const { send } = used.last('chat');
    await act(async () => void (await send({ message: 'Hi' })));
    await arrives(fake, 'How are you?');
    expect(texts(used.last('chat'))).toEqual(['Hello', 'Hi', 'How are you?']);
    expect(used.last('chat').send).toBe(send);
  });

  it('keeps the messages when reconnecting, and clears them when joining again', async () => {
    const fake = createFakeZoomSdk();
    const used = using(fake, { chat: () => useChat() });
    render(used.content());
    await pass(3000);
    await arrives(fake, 'Hello');
    await used.reconnect();
    expect(texts(used.last('chat'))).toEqual(['Hello']);
    await used.rejoin();
    expect(texts(used.last('chat'))).toEqual([]);
    await arrives(fake, 'Again');
    expect(texts(used.last('chat'))).toEqual(['Again']);
  });

  it('renders once for many messages at the same time', async () => {
    const fake = createFakeZoomSdk();
    const used = using(fake, { chat: () => useChat(), speaker: () => useActiveSpeaker() });
    render(used.content());
    await pass(3000);
    const renders = await used.rendersAfter(() => {
      for (let count = 0; count < 100; count += 1) emit(fake, `${count}`);
    });
    expect(Object.keys(renders)).toEqual(['chat']);
    expect(renders['chat']).toBeLessThanOrEqual(2);
    expect(used.last('chat').messages).toHaveLength(100);
  });
});

it('does not return values from a connection that the SDK gave up on the next connection', async () => {
  const fake = createFakeZoomSdk();
  const grace = fake.addParticipant({ displayName: 'Grace' }).userId;
  const used = using(fake, {
    speaker: () => useActiveSpeaker(),
    recording: () => useRecordingStatus(),
    quality: () => useNetworkQuality(grace),
    statistics: () => useStatistics(({ audio }) => audio.sent),
  });
  await used.join();
  await act(async () => {
    fake.emit('active-speaker', [{ userId: grace, displayName: 'Grace' }]);
    fake.emit('recording-change', 'Recording');
    fake.emit('network-quality-change', { userId: grace, type: 'uplink', level: 1 });
    fake.emit('audio-statistic-data-change', {
      type: 'AUDIO_QOS_DATA',
      data: { avg_loss: 0, max_loss: 0, jitter: 3, rtt: 40, encoding: true, sample_rate: 48_000 },
    });
  });
  const values = () => [
    used.last('speaker'),
    used.last('recording'),
    used.last('quality'),
    used.last('statistics'),
  ];
  expect(values()).not.toContain(undefined);
  await act(async () => fake.fail());
  await pass(40_000);
  expect(used.handle().status).toBe('joined');
  expect(values()).toEqual([undefined, undefined, undefined, undefined]);
});

it('infers the types of selectors', () => {
  expectTypeOf(useParticipant).toEqualTypeOf<(userId: number) => ZoomParticipant | undefined>();
  expectTypeOf(useActiveSpeaker).returns.toEqualTypeOf<ZoomSpeaker | undefined>();
  expectTypeOf(useMeetingInfo).returns.toEqualTypeOf<ZoomMeetingInfo | undefined>();
  expectTypeOf(useRecordingStatus).returns.toEqualTypeOf<ZoomRecordingStatus | undefined>();
  expectTypeOf<ZoomRecordingStatus>().toEqualTypeOf<'Recording' | 'Paused' | 'Stopped'>();
  expectTypeOf(useNetworkQuality).parameters.toEqualTypeOf<[userId?: number | undefined]>();
  expectTypeOf(useNetworkQuality).returns.toEqualTypeOf<ZoomNetworkQuality | undefined>();
  expectTypeOf(useChat).returns.toEqualTypeOf<{
    messages: readonly ZoomChatMessage[];
    send: ZoomActions['sendChat'];
  }>();
});
