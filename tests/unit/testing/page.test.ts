import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeZoomSdk } from '../../../src/testing';
import { joinOptions, listen, noElement, openClient, settle } from './open-client';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('loading', () => {
  test('takes loadMs, and happens once', async () => {
    const fake = createFakeZoomSdk({ loadMs: 200 });
    const loaded = vi.fn();
    const first = fake.load();
    void first.then(loaded);
    await later(199);
    expect(loaded).not.toHaveBeenCalled();
    await later(1);
    expect(loaded).toHaveBeenCalled();
    expect(await fake.load()).toBe(await first);
    expect(fake.loadCount).toBe(2);
  });

  test('fails as scripted, and can be tried again', async () => {
    const fake = createFakeZoomSdk({ loads: ['fails', 'ok'] });
    const first = fake.load();
    await Promise.all([expect(first).rejects.toThrow('SDK_LOAD_FAILED'), later(0)]);
    expect(await settle(fake.load())).toHaveProperty('createClient');
  });

  test('hangs as scripted', async () => {
    const fake = createFakeZoomSdk({ loads: ['hang', 'ok'] });
    const settled = vi.fn();
    void fake.load().then(settled, settled);
    await later(600_000);
    expect(settled).not.toHaveBeenCalled();
    expect(await settle(fake.load())).toHaveProperty('createClient');
  });

  test('counts warm-up calls', () => {
    const fake = createFakeZoomSdk();
    fake.warm();
    expect(fake.warmCount).toBe(1);
  });
});

describe('the client', () => {
  test('is the only one on the page', async () => {
    const embedded = await settle(createFakeZoomSdk().load());
    expect(embedded.createClient()).toBe(embedded.createClient());
  });

  test('needs an element', async () => {
    const { fake, client } = await openClient();
    await expect(client.init({ zoomAppRoot: undefined as never })).rejects.toEqual({
      type: 'INIT_MEETING_FAILED',
      reason: 'zoomAppRoot cannot be falsy',
      errorCode: -1,
    });
    expect(fake.initCalls).toHaveLength(2);
  });

  test('cannot join before init()', async () => {
    const client = (await settle(createFakeZoomSdk().load())).createClient();
    await expect(client.join(joinOptions())).rejects.toThrow('zoomAppRoot must be defined');
  });

  test('has video options once it has rendered', async () => {
    const { fake, client, join } = await openClient();
    expect(() => client.updateVideoOptions({ isResizable: false })).toThrow(TypeError);
    join();
    await later(300);
    client.updateVideoOptions({ isResizable: false });
    expect(fake.videoOptionsCalls).toEqual([{ isResizable: false }]);
  });
});

describe('destroyClient()', () => {
  async function destroyed() {
    const opened = await openClient();
    opened.join();
    await later(300);
    opened.seen.length = 0;
    const embedded = await opened.fake.load();
    return { ...opened, embedded, result: embedded.destroyClient() };
  }

  test('returns at once and leaves', async () => {
    const { fake, seen, result, client, embedded } = await destroyed();
    expect(result).toBeUndefined();
    expect(fake.destroyCalls).toHaveLength(1);
    await later(0);
    expect(seen).toEqual([{ state: 'Closed' }]);
    expect(fake.state).toBe('leaving');
    expect(embedded.createClient()).not.toBe(client);
  });

  test('passes the next client’s events to old listeners until the reset, which removes all listeners', async () => {
    const { fake, seen, embedded } = await destroyed();
    const next = embedded.createClient();
    await next.init({ zoomAppRoot: noElement });
    const heard: unknown[] = [];
    listen(next, heard);
    void next.join(joinOptions());
    await later(300);
    expect(heard[0]).toEqual({ state: 'Connected' });
    expect(seen).toEqual([{ state: 'Closed' }, ...heard]);
    await later(740);
    expect(fake.listenerCount()).toBe(0);
    expect(fake.state).toBe('joined');
  });

  test('allows the next client to work after the reset', async () => {
    const { fake, embedded } = await destroyed();
    await later(1200);
    expect(fake.listenerCount()).toBe(0);
    const next = embedded.createClient();
    await next.init({ zoomAppRoot: noElement });
    const heard: unknown[] = [];
    listen(next, heard);
    void next.join(joinOptions());
    await later(300);
    expect(heard[0]).toEqual({ state: 'Connected' });
    await later(5000);
    expect(fake.state).toBe('joined');
    expect(fake.listenerCount()).toBe(4);
  });

  test('does nothing without a client', async () => {
    const embedded = await settle(createFakeZoomSdk().load());
    expect(embedded.destroyClient()).toBeUndefined();
  });
});

test('reset() restores a fresh page', async () => {
  const { fake, seen, join } = await openClient({ joins: [3712, 'ok'] });
  join();
  await later(300);
  join();
  fake.reset();
  await later(1000);
  expect(seen).toHaveLength(2);
  expect(fake.state).toBe('idle');
  expect(fake.joinCalls).toEqual([]);
  expect(fake.maxConcurrentJoins).toBe(0);
  expect(fake.listenerCount()).toBe(0);
  const client = (await settle(fake.load())).createClient();
  await client.init({ zoomAppRoot: noElement });
  await Promise.all([
    expect(client.join(joinOptions())).rejects.toMatchObject({ errorCode: 3712 }),
    later(300),
  ]);
});
