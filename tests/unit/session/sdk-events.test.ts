import { describe, expect, it, vi } from 'vitest';
import { dispatchSdkEvents } from '../../../src/session/sdk-events';

function listening() {
  const listeners = new Map<string, (payload: never) => void>();
  const dispatch = vi.fn();
  const stop = dispatchSdkEvents(
    (event, listener) => {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
    dispatch,
    () => 2,
    new Set(['the-passcode']),
  );
  const say = (event: string, payload?: unknown) => listeners.get(event)?.(payload as never);
  return { dispatch, listeners, say, stop };
}

describe('SDK events as session events', () => {
  it.each([
    [{ state: 'Connected' }, { type: 'connected' }],
    [
      { state: 'Reconnecting', reason: 'failover' },
      { type: 'dropped', reason: 'failover' },
    ],
    [{ state: 'Reconnecting' }, { type: 'dropped', reason: '' }],
    [
      { state: 'Fail', errorCode: 3004, reason: 'no' },
      { type: 'lost', error: { code: 3004, reason: 'no', attempts: 2 } },
    ],
    [
      { state: 'Fail', errorCode: 3004, reason: 'the-passcode is wrong' },
      { type: 'lost', error: { code: 3004, reason: '[redacted] is wrong' } },
    ],
    [
      { state: 'Closed', reason: 'ended by host' },
      { type: 'closed', reason: 'ended by host' },
    ],
    [{ state: 'Closed' }, { type: 'closed', reason: '' }],
  ])('maps %j', (change, event) => {
    const { dispatch, say } = listening();
    say('connection-change', change);
    expect(dispatch.mock.calls).toMatchObject([[event]]);
  });

  it('ignores `Connecting`', () => {
    const { dispatch, say } = listening();
    say('connection-change', { state: 'Connecting' });
    expect(dispatch).not.toHaveBeenCalled();
  });

  it.each(['user-added', 'user-updated', 'user-removed'])('maps %s to a change of the roster', (event) => {
    const { dispatch, say } = listening();
    say(event, []);
    expect(dispatch.mock.calls).toEqual([[{ type: 'roster-changed' }]]);
  });

  it('stops when asked to', () => {
    const { listeners, stop } = listening();
    expect(listeners.size).toBe(4);
    stop();
    expect(listeners.size).toBe(0);
  });
});
