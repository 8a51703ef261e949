import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRetainers } from '../../../src/session/retainers';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('counts the components', () => {
  const retainers = createRetainers();
  expect(retainers.any()).toBe(false);
  const first = retainers.add(() => {});
  const second = retainers.add(() => {});
  first();
  expect(retainers.any()).toBe(true);
  second();
  expect(retainers.any()).toBe(false);
});

it('calls onReleased 100 ms after a component is removed', () => {
  const onReleased = vi.fn();
  createRetainers().add(onReleased)();
  vi.advanceTimersByTime(99);
  expect(onReleased).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onReleased).toHaveBeenCalledTimes(1);
});

it('awaitAny() resolves as soon as a component retains the session', async () => {
  const retainers = createRetainers();
  const answer = vi.fn();
  void retainers.awaitAny().then(answer);
  await vi.advanceTimersByTimeAsync(50);
  expect(answer).not.toHaveBeenCalled();
  retainers.add(() => {});
  await vi.advanceTimersByTimeAsync(0);
  expect(answer.mock.calls).toEqual([[true]]);
  expect(vi.getTimerCount()).toBe(0);
});

it('awaitAny() resolves with false after 100 ms without a component', async () => {
  const answer = vi.fn();
  void createRetainers().awaitAny().then(answer);
  await vi.advanceTimersByTimeAsync(99);
  expect(answer).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(answer.mock.calls).toEqual([[false]]);
});
