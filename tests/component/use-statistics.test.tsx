import { act, cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from 'vitest';
import {
  useStatistics,
  type ZoomAudioStatistic,
  type ZoomStatistics,
  type ZoomVideoStatistic,
} from 'react-zoom-meeting';
import { createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';
import { pass, using } from './using';

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
});

const nothing = { audio: {}, video: {}, share: {} };
const line = { avg_loss: 0, max_loss: 0, jitter: 3, rtt: 40 };
const audio = (encoding: boolean, rtt = 40): ZoomAudioStatistic => ({
  type: 'AUDIO_QOS_DATA',
  data: { ...line, encoding, rtt, sample_rate: 48_000 },
});
const video = (encoding: boolean, fps: number): ZoomVideoStatistic => ({
  type: 'VIDEO_QOS_DATA',
  data: { ...line, encoding, fps, width: 640, height: 360 },
});

/** The SDK's calls that start and stop measurements. */
const asked = (fake: FakeZoomSdk) =>
  fake.calls
    .filter(({ method }) => /subscribeStatisticData$/i.test(method))
    .map(({ method, args }) => [method.startsWith('un') ? 'stop' : 'start', ...args]);
const pictures = { video: true, share: true };

it('returns the latest measurement of each kind and direction', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, { all: () => useStatistics() });
  await used.join();
  expect(used.last('all')).toEqual(nothing);
  await act(async () => {
    fake.emit('audio-statistic-data-change', audio(true));
    fake.emit('video-statistic-data-change', video(true, 24));
    fake.emit('video-statistic-data-change', video(false, 10));
    fake.emit('video-statistic-data-change', video(false, 12));
    fake.emit('share-statistic-data-change', video(false, 5));
  });
  expect(used.last('all')).toEqual({
    audio: { sent: audio(true).data },
    video: { sent: video(true, 24).data, received: video(false, 12).data },
    share: { received: video(false, 5).data },
  });
  await used.reconnect();
  expect(used.last('all')).toEqual(nothing);
});

it('renders only when the selected value changes', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, {
    all: () => useStatistics(),
    isSlow: () => useStatistics((all) => (all.audio.sent?.rtt ?? 0) > 400),
  });
  await used.join();
  expect(await used.rendersAfter(() => fake.emit('audio-statistic-data-change', audio(true, 50)))).toEqual({
    all: 1,
  });
  expect(await used.rendersAfter(() => fake.emit('audio-statistic-data-change', audio(true, 500)))).toEqual({
    all: 1,
    isSlow: 1,
  });
});

it('starts one measurement for all components, and stops it when the last one unmounts, even in StrictMode', async () => {
  const fake = createFakeZoomSdk();
  const { content } = using(fake, {});
  const User = () => <>{useStatistics().video.received?.fps}</>;
  const show = (count: number) => (
    <StrictMode>{content(Array.from({ length: count }, (_, key) => <User key={key} />))}</StrictMode>
  );
  const { rerender } = render(show(0));
  await pass(3000);
  expect(asked(fake)).toEqual([]);
  rerender(show(2));
  await pass(10);
  expect(asked(fake)).toEqual([['start', pictures]]);
  rerender(show(1));
  await pass(10);
  expect(asked(fake)).toHaveLength(1);
  rerender(show(0));
  await pass(10);
  expect(asked(fake)).toEqual([
    ['start', pictures],
    ['stop', pictures],
  ]);
  rerender(show(1));
  await pass(10);
  expect(asked(fake)).toHaveLength(3);
});

it('measures audio only while computer audio is connected', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, { all: () => useStatistics() });
  await used.join();
  const setAudio = (value: string) =>
    act(async () => fake.updateParticipant(fake.currentUser!.userId, { audio: value }));
  await setAudio('phone');
  await setAudio('computer');
  await setAudio('');
  expect(asked(fake)).toEqual([
    ['start', pictures],
    ['start', { audio: true }],
    ['stop', { audio: true }],
  ]);
});

it('starts again after a reconnection, because the SDK forgets it, and after rejoining', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, { all: () => useStatistics() });
  await used.join();
  await used.reconnect();
  expect(asked(fake)).toHaveLength(2);
  await used.rejoin();
  expect(asked(fake)).toHaveLength(3);
});

it('asks again on the next change when the SDK refuses to measure', async () => {
  const fake = createFakeZoomSdk();
  fake.setAnswer('subscribeStatisticData', new Error('not now'));
  const used = using(fake, { all: () => useStatistics() });
  await used.join();
  const before = asked(fake).length;
  fake.setAnswer('subscribeStatisticData', 'ok');
  await act(async () => void fake.addParticipant({ displayName: 'Grace' }));
  await pass(10);
  expect(asked(fake)).toHaveLength(before + 1);
  await act(async () => void fake.addParticipant({ displayName: 'Alan' }));
  await pass(10);
  expect(asked(fake)).toHaveLength(before + 1);
});

it('infers the types of selectors', () => {
  const Selected = () => {
    expectTypeOf(useStatistics()).toEqualTypeOf<ZoomStatistics>();
    expectTypeOf(useStatistics(({ video: { sent } }) => sent?.fps)).toEqualTypeOf<number | undefined>();
    return null;
  };
  expect(Selected).toBeDefined();
  expectTypeOf<ZoomStatistics['audio']['sent']>().toEqualTypeOf<ZoomAudioStatistic['data'] | undefined>();
});
