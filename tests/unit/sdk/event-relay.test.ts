import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEventRelay } from '../../../src/sdk/event-relay';
import type { ZoomClient } from '../../../src/sdk/zoom-sdk';

afterEach(() => void vi.unstubAllGlobals());

/** A client that only has events. As with the SDK's client, subscriptions are permanent. */
function createClient() {
  const asked: [event: string, listener: (payload: never) => void][] = [];
  return {
    client: {
      on: (event: string, listener: never) => void asked.push([event, listener]),
      off: (event: string, listener: never) => {
        const index = asked.findIndex(([name, kept]) => name === event && kept === listener);
        if (index === -1) throw new Error(`no such listener for ${event}`);
        asked.splice(index, 1);
      },
    } as unknown as ZoomClient,
    events: () => asked.map(([event]) => event),
    say(event: string, payload: unknown) {
      for (const [name, listener] of asked) if (name === event) listener(payload as never);
    },
  };
}

describe('the event relay', () => {
  it('passes events to listeners added before and after the client was created', () => {
    const relay = createEventRelay();
    const [early, late] = [vi.fn(), vi.fn()];
    relay.on('user-added', early);
    const { client, say, events } = createClient();
    relay.attach(client);
    relay.on('user-removed', late);
    say('user-added', 1);
    say('user-removed', 2);
    expect(early.mock.calls).toEqual([[1]]);
    expect(late.mock.calls).toEqual([[2]]);
    expect(events()).toEqual(['user-added', 'user-removed']);
  });

  it('subscribes once to each event for all listeners, and again on the next client', () => {
    const relay = createEventRelay();
    const [first, second] = [createClient(), createClient()];
    relay.attach(first.client);
    relay.on('user-added', vi.fn());
    const listener = vi.fn();
    relay.on('user-added', listener);
    relay.attach(second.client);
    expect(first.events()).toEqual(['user-added']);
    expect(second.events()).toEqual(['user-added']);
    second.say('user-added', 1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('ignores events of an earlier or a detached client', () => {
    const relay = createEventRelay();
    const [first, second] = [createClient(), createClient()];
    const listener = vi.fn();
    relay.on('user-added', listener);
    relay.attach(first.client);
    relay.attach(second.client);
    first.say('user-added', 1);
    relay.detach();
    second.say('user-added', 2);
    relay.on('user-removed', listener);
    expect(second.events()).toEqual(['user-added']);
    expect(listener).not.toHaveBeenCalled();
  });

  it('calls a listener until it is removed, even if another listener throws', () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const relay = createEventRelay();
    const { client, say } = createClient();
    relay.attach(client);
    const mistake = new Error('a mistake of the app');
    const off = relay.on('user-added', () => {
      throw mistake;
    });
    const listener = vi.fn();
    relay.on('user-added', listener);
    say('user-added', 1);
    expect(reported.mock.calls).toEqual([[mistake]]);
    off();
    say('user-added', 2);
    expect(reported).toHaveBeenCalledTimes(1);
    expect(listener.mock.calls).toEqual([[1], [2]]);
  });

  it('is not affected when a listener is removed during an event', () => {
    const relay = createEventRelay();
    const { client, say } = createClient();
    relay.attach(client);
    const off = relay.on('user-added', () => void off());
    const listener = vi.fn();
    relay.on('user-added', listener);
    say('user-added', 1);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('captions, whose listeners the SDK drops before the meeting', () => {
  it('are subscribed to once when connected, and delivered once', () => {
    const relay = createEventRelay();
    const listener = vi.fn();
    relay.on('caption-message', listener);
    const { client, say, events } = createClient();
    relay.attach(client);
    expect(events()).toEqual([]);
    relay.setConnected(true);
    expect(events()).toEqual(['caption-message']);
    relay.setConnected(false);
    expect(events()).toEqual(['caption-message']);
    relay.setConnected(true);
    expect(events()).toEqual(['caption-message']);
    say('caption-message', 1);
    expect(listener.mock.calls).toEqual([[1]]);
  });

  it('are subscribed to at once in a meeting, and not on a client that has not joined', () => {
    const relay = createEventRelay();
    const [first, second] = [createClient(), createClient()];
    relay.attach(first.client);
    relay.setConnected(true);
    relay.on('caption-message', vi.fn());
    expect(first.events()).toEqual(['caption-message']);
    relay.attach(second.client);
    expect(second.events()).toEqual([]);
  });

  it('are the only events that are subscribed to again', () => {
    const relay = createEventRelay();
    const { client, events } = createClient();
    relay.on('user-added', vi.fn());
    relay.attach(client);
    relay.setConnected(true);
    expect(events()).toEqual(['user-added']);
  });
});
