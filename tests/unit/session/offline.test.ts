// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeSignature, createFakeZoomSdk } from '../../../src/testing';
import { freshPage, openSession, pass } from './open-session';

beforeEach(freshPage);
afterEach(() => {
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

describe('offline', () => {
  it('a failed join waits until the page is online, and then succeeds', async () => {
    const fake = createFakeZoomSdk({ joins: [-3000] });
    const opened = openSession({ sdk: fake });
    const release = opened.retain();
    await pass(200);
    onlineManager.setOnline(false);
    await pass(600_000);
    expect(opened.state).toMatchObject({ status: 'retrying', offline: true, reason: { code: -3000 } });
    expect(fake.joinCalls).toHaveLength(1);
    fake.setJoins(['ok']);
    onlineManager.setOnline(true);
    await pass(1000);
    expect(opened.status).toBe('joined');
    expect(fake.joinCalls).toHaveLength(2);
    release();
    await pass(5000);
  });

  it('joins the next meeting after the page went offline and online without a mounted meeting', async () => {
    const release = openSession().retain();
    await pass(2000);
    window.dispatchEvent(new Event('offline'));
    release();
    await pass(60_000);
    expect(onlineManager.isOnline()).toBe(false);
    window.dispatchEvent(new Event('online'));
    expect(onlineManager.hasListeners()).toBe(false);
    const next = openSession();
    const releaseNext = next.retain();
    await pass(5000);
    expect(next.status).toBe('joined');
    releaseNext();
    await pass(30_000);
  });

  it('aborts the fetch, fetches nothing while offline, and fetches again when online', async () => {
    const signals: AbortSignal[] = [];
    const opened = openSession({
      fetchSignature: ({ signal }) => {
        signals.push(signal);
        return signals.length > 1 ? Promise.resolve(createFakeSignature()) : new Promise(() => {});
      },
    });
    const release = opened.retain();
    await pass(100);
    expect(signals).toHaveLength(1);
    onlineManager.setOnline(false);
    await pass(600_000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    onlineManager.setOnline(true);
    await pass(2000);
    expect(signals).toHaveLength(2);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });

  it('joins again when the page is back online, if the meeting was lost while offline', async () => {
    const opened = openSession();
    const release = opened.retain();
    await pass(2000);
    onlineManager.setOnline(false);
    opened.fake.drop();
    await pass(100);
    opened.fake.fail();
    await pass(3_600_000);
    expect(opened.state).toMatchObject({ status: 'retrying', offline: true });
    onlineManager.setOnline(true);
    await pass(2000);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
  });

  it('waits when the page was offline before the meeting mounted', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const opened = openSession();
    const release = opened.retain();
    await pass(600_000);
    expect(opened.state).toMatchObject({ status: 'retrying', offline: true });
    expect(opened.fake.loadCount).toBe(0);
    onLine.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await pass(2000);
    expect(opened.status).toBe('joined');
    release();
    await pass(5000);
    onLine.mockRestore();
  });

  it('is reported once', async () => {
    const opened = openSession({ fetchSignature: () => new Promise(() => {}) });
    const release = opened.retain();
    await pass(100);
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    onlineManager.setOnline(false);
    await pass(100);
    expect(opened.statuses()).toEqual(['preparing', 'retrying']);
    onLine.mockRestore();
    onlineManager.setOnline(true);
    window.dispatchEvent(new Event('online'));
    release();
    await pass(5000);
    window.dispatchEvent(new Event('offline'));
    expect(opened.status).toBe('ended');
  });

  it('ends at once when cancelled while offline', async () => {
    const opened = openSession();
    onlineManager.setOnline(false);
    const release = opened.retain();
    await pass(100);
    expect(opened.state).toMatchObject({ status: 'retrying', offline: true, attempt: 1 });
    await opened.cancel();
    onlineManager.setOnline(true);
    await pass(2000);
    expect(opened.status).toBe('ended');
    expect(opened.fake.joinCalls).toHaveLength(0);
    release();
    await pass(5000);
  });

  it('the connection flaps before a join has failed: onRetry is not called', async () => {
    const onRetry = vi.fn();
    const opened = openSession({
      onRetry,
      fetchSignature: async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return createFakeSignature();
      },
    });
    const release = opened.retain();
    for (let count = 0; count < 5; count += 1) {
      onlineManager.setOnline(false);
      await pass(100);
      onlineManager.setOnline(true);
      await pass(100);
    }
    await pass(5000);
    expect(opened.status).toBe('joined');
    expect(opened.statuses()).toContain('retrying');
    expect(onRetry).not.toHaveBeenCalled();
    release();
    await pass(5000);
  });

  it('the connection flaps while a retry is scheduled: onRetry is called once', async () => {
    const onRetry = vi.fn();
    const opened = openSession({
      onRetry,
      retryDelay: 2000,
      sdk: createFakeZoomSdk({ joins: [-3000, 'ok'] }),
    });
    const release = opened.retain();
    await pass(1000);
    for (let count = 0; count < 3; count += 1) {
      onlineManager.setOnline(false);
      await pass(10);
      onlineManager.setOnline(true);
      await pass(0);
    }
    await pass(10_000);
    expect(opened.status).toBe('joined');
    expect(onRetry.mock.calls).toMatchObject([[{ status: 'retrying', reason: { code: -3000 } }]]);
    release();
    await pass(5000);
  });
});
