import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeZoomSdk } from '../../../src/testing';
import { noElement, openClient, settle } from './open-client';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('on() and off() throw before init()', async () => {
  const client = (await settle(createFakeZoomSdk().load())).createClient();
  const crash = new TypeError("Cannot read properties of undefined (reading 'includes')");
  expect(() => client.on('connection-change', () => {})).toThrow(crash);
  expect(() => client.off('connection-change', () => {})).toThrow(crash);
  await client.init({ zoomAppRoot: noElement });
  expect(() => client.on('connection-change', () => {})).not.toThrow();
});

test('events reach the current listeners one microtask later', async () => {
  const { fake, client } = await openClient();
  const stays = vi.fn();
  const goes = vi.fn();
  client.on('recording-change', stays);
  client.on('recording-change', goes);
  fake.emit('recording-change', 'Recording');
  expect(stays).not.toHaveBeenCalled();
  client.off('recording-change', goes);
  await Promise.resolve();
  expect(stays).toHaveBeenCalledExactlyOnceWith('Recording');
  expect(goes).not.toHaveBeenCalled();
});

test('off() removes a listener, but not a chat listener', async () => {
  const { fake, client } = await openClient();
  const chat = vi.fn();
  const speaker = vi.fn();
  client.on('chat-on-message', chat);
  client.on('active-speaker', speaker);
  client.off('chat-on-message', chat);
  client.off('active-speaker', speaker);
  const person = { name: 'Bob', userId: 1 };
  fake.emit('chat-on-message', { message: 'hi', sender: person, receiver: person, timestamp: 0 });
  fake.emit('active-speaker', [{ userId: 1 }]);
  await later(0);
  expect(chat).toHaveBeenCalledOnce();
  expect(speaker).not.toHaveBeenCalled();
  expect(fake.listenerCount('active-speaker')).toBe(0);
  expect(fake.listenerCount('chat-on-message')).toBe(1);
});

test('a listener that throws prevents the following listeners, and the page sees the error', async () => {
  const { fake, client } = await openClient();
  const next = vi.fn();
  client.on('recording-change', () => {
    throw new Error('in a listener');
  });
  client.on('recording-change', next);
  fake.emit('recording-change', 'Paused');
  await Promise.resolve();
  expect(() => vi.advanceTimersByTime(0)).toThrow('in a listener');
  expect(next).not.toHaveBeenCalled();
});

test('on() ignores unknown event names, and emit() throws', async () => {
  const { fake, client } = await openClient();
  const before = fake.listenerCount();
  client.on('on-hold-change', () => {});
  expect(fake.listenerCount()).toBe(before);
  expect(() => fake.emit('on-hold-change', {})).toThrow("The Zoom SDK has no event 'on-hold-change'.");
});

test('listeners that are not functions are not called', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { fake, client } = await openClient();
  const before = fake.listenerCount();
  client.on('recording-change', undefined as never);
  expect(fake.listenerCount()).toBe(before);
  expect(warn).toHaveBeenCalledWith('Callback should be a function');
  warn.mockRestore();
});
