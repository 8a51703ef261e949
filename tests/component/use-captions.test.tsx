import { act, cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from 'vitest';
import { useCaptions, useZoomEvent, type ZoomCaption } from 'react-zoom-meeting';
import { createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';
import { pass, using } from './using';

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
});

const line = (msgId: string, text: string, done = false): ZoomCaption => ({
  msgId,
  userId: 7,
  displayName: 'Grace',
  text,
  source: 4,
  language: 0,
  timestamp: 1,
  done,
});
const say = (fake: FakeZoomSdk, ...lines: ZoomCaption[]) =>
  act(async () => lines.forEach((one) => fake.emit('caption-message', one)));
const texts = (lines: readonly ZoomCaption[]) => lines.map(({ text }) => text);

it('returns each line once with its latest text, even if the component mounts before the meeting', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, { captions: () => useCaptions() });
  render(<StrictMode>{used.content()}</StrictMode>);
  expect(used.last('captions')).toEqual([]);
  await pass(3000);
  await say(fake, line('a', 'Good'), line('b', 'Hi'), line('a', 'Good morning', true));
  expect(texts(used.last('captions'))).toEqual(['Good morning', 'Hi']);
  const [, second] = used.last('captions');
  await say(fake, line('a', 'Good morning.', true));
  expect(used.last('captions')[1]).toBe(second);
});

it('keeps the lines when reconnecting, adds later lines once, and clears all when joining again', async () => {
  const fake = createFakeZoomSdk();
  let heard = 0;
  const used = using(fake, {
    captions: () => useCaptions(),
    event: () => useZoomEvent('caption-message', () => void (heard += 1)),
  });
  await used.join();
  await say(fake, line('a', 'Before'));
  await used.reconnect();
  await say(fake, line('b', 'After'));
  expect(texts(used.last('captions'))).toEqual(['Before', 'After']);
  expect(heard).toBe(2);
  await used.rejoin();
  expect(used.last('captions')).toEqual([]);
  await say(fake, line('c', 'Again'));
  expect(texts(used.last('captions'))).toEqual(['Again']);
  expect(heard).toBe(3);
});

it('ignores events about failed translations, which have no line', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, { captions: () => useCaptions() });
  await used.join();
  await say(fake, { error: 1, errorMessage: 'translation is not supported' } as never);
  expect(used.last('captions')).toEqual([]);
});

it('renders once for many lines, and only when the selected value changes', async () => {
  const fake = createFakeZoomSdk();
  const used = using(fake, {
    all: () => useCaptions(),
    count: () => useCaptions((lines) => lines.length),
    done: () => useCaptions((lines) => lines.filter(({ done }) => done)),
  });
  await used.join();
  await say(fake, line('a', 'One'));
  const renders = await used.rendersAfter(() => {
    for (let length = 1; length <= 50; length += 1)
      fake.emit('caption-message', line('a', 'x'.repeat(length)));
  });
  expect(Object.keys(renders)).toEqual(['all']);
  expect(renders['all']).toBeLessThanOrEqual(2);
  expect(await used.rendersAfter(() => fake.emit('caption-message', line('a', 'One.', true)))).toEqual({
    all: 1,
    done: 1,
  });
  expect(used.last('count')).toBe(1);
});

it('returns the lines on the first render of a component mounted later', async () => {
  const fake = createFakeZoomSdk();
  const { content } = using(fake, {});
  const seen: string[][] = [];
  const Early = () => <>{useCaptions().length}</>;
  const Late = () => {
    seen.push(texts(useCaptions()));
    return null;
  };
  const { rerender } = render(content(<Early />));
  await pass(3000);
  await say(fake, line('a', 'One'));
  rerender(content(<Late />));
  expect(seen).toEqual([['One']]);
});

it('infers the types of selectors', () => {
  const Selected = () => {
    expectTypeOf(useCaptions((all) => all.at(-1)?.text)).toEqualTypeOf<string | undefined>();
    expectTypeOf(useCaptions()).toEqualTypeOf<readonly ZoomCaption[]>();
    // @ts-expect-error -- a selector receives the captions
    useCaptions((all: string) => all);
    return null;
  };
  expect(Selected).toBeDefined();
});
