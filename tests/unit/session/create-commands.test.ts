import { describe, expect, it, vi } from 'vitest';
import { ZoomMeetingError } from '../../../src/errors/zoom-meeting-error';
import { createCommands, type ChangedJoin } from '../../../src/session/create-commands';
import type { JoinChanges } from '../../../src/session/join-changes';
import { createEventQueue } from '../../../src/session/event-queue';
import type { ZoomMeetingState } from '../../../src/session/meeting-state';
import type { SessionEvent } from '../../../src/session/session-model';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const joined: ZoomMeetingState = { status: 'joined', attempt: 1 };
const ended: ZoomMeetingState = { status: 'ended', reason: 'left' };
const leaving: ZoomMeetingState = { status: 'leaving' };

/** A session whose state the test sets. */
function commandsIn(initial: ZoomMeetingState, changes: { isHost?: boolean; isRetained?: boolean } = {}) {
  let state = initial;
  const listeners = new Set<() => void>();
  const handled: SessionEvent[] = [];
  let out = () => {};
  const context = {
    isRetained: changes.isRetained ?? true,
    isJoinNext: false,
    person: 'Ada',
    refusal: undefined as ZoomMeetingError | undefined,
    beginJoin: vi.fn((_changes: JoinChanges): SessionEvent => ({ type: 'join' })),
    changeJoin: vi.fn((_changes: JoinChanges): ChangedJoin => ({})),
  };
  const commands = createCommands({
    queue: createEventQueue((event: SessionEvent) => {
      handled.push(event);
      if (event.type === 'leave' && state === joined) state = leaving;
    }),
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isRetained: () => context.isRetained,
    retained: async () => {
      await Promise.resolve();
      return context.isRetained;
    },
    isJoinNext: () => context.isJoinNext,
    isHost: () => changes.isHost ?? false,
    changesOf: (values = {}) => ({ values, person: context.person }),
    beginJoin: context.beginJoin,
    changeJoin: (changes) => context.changeJoin(changes),
    beginLeave: (reason) => ({ type: 'leave', reason }),
    endRefusal: () => context.refusal,
    released: () => new Promise((resolve) => (out = resolve)),
  });
  return {
    ...commands,
    context,
    handled,
    listeners,
    becomes(next: ZoomMeetingState) {
      state = next;
      for (const listener of [...listeners]) listener();
    },
    isOut: () => out(),
  };
}

/** The state of the promise so far. */
function follow(promise: Promise<unknown>) {
  const result: { value?: unknown; error?: unknown; is: string } = { is: 'pending' };
  promise.then(
    (value) => Object.assign(result, { is: 'resolved', value }),
    (error: unknown) => Object.assign(result, { is: 'rejected', error }),
  );
  return result;
}

describe('join()', () => {
  it.each([joined, ended, { status: 'failed', error: new ZoomMeetingError(3004) }] as const)(
    'resolves with the state $status',
    async (last) => {
      const session = commandsIn({ status: 'idle' });
      const result = follow(session.join({ password: 'right' }));
      await settle();
      expect(session.context.beginJoin.mock.calls).toEqual([
        [{ values: { password: 'right' }, person: 'Ada' }],
      ]);
      expect(session.handled).toEqual([{ type: 'join' }]);
      session.becomes({ status: 'joining', attempt: 1 });
      await settle();
      expect(result.is).toBe('pending');
      session.becomes(last);
      await settle();
      expect(result).toEqual({ is: 'resolved', value: last });
      expect(session.listeners.size).toBe(0);
    },
  );

  it('does nothing when the meeting is already joined', async () => {
    const session = commandsIn(joined);
    expect(await session.join()).toBe(joined);
    expect(session.context.beginJoin).not.toHaveBeenCalled();
  });

  it('passes its changes to a join that has begun', async () => {
    const session = commandsIn({ status: 'preparing', attempt: 1 });
    session.context.changeJoin.mockReturnValue({ event: { type: 'options-changed', joinsByItself: false } });
    const result = follow(session.join({ password: 'right' }));
    await settle();
    expect(session.context.changeJoin.mock.calls).toEqual([
      [{ values: { password: 'right' }, person: 'Ada' }],
    ]);
    expect(session.handled).toEqual([{ type: 'options-changed', joinsByItself: false }]);
    expect(session.context.beginJoin).not.toHaveBeenCalled();
    session.becomes(joined);
    await settle();
    expect(result).toEqual({ is: 'resolved', value: joined });
  });

  it('resolves with the error of its changes when a join has begun, and the join continues', async () => {
    const error = new ZoomMeetingError('INVALID_OPTIONS');
    const session = commandsIn({ status: 'preparing', attempt: 1 });
    session.context.changeJoin.mockReturnValue({ invalid: error });
    expect(await session.join({ userName: ' ' })).toEqual({ status: 'failed', error });
    expect(session.handled).toEqual([]);
    expect(session.listeners.size).toBe(0);
  });

  it('belongs to the person at the time of the call, even while it waits for a component', async () => {
    const session = commandsIn({ status: 'idle' }, { isRetained: false });
    void session.join({ userName: 'typed' });
    Object.assign(session.context, { isRetained: true, person: 'Grace' });
    await settle();
    expect(session.context.beginJoin.mock.calls).toEqual([
      [{ values: { userName: 'typed' }, person: 'Ada' }],
    ]);
  });

  it('waits for a leave in progress, and does not resolve with its `ended`', async () => {
    const session = commandsIn(leaving);
    const result = follow(session.join({ password: 'right' }));
    await settle();
    expect(session.handled).toEqual([
      { type: 'join-next', changes: { values: { password: 'right' }, person: 'Ada' } },
    ]);
    session.context.isJoinNext = true;
    session.becomes(ended);
    await settle();
    expect(result.is).toBe('pending');
    session.becomes(joined);
    await settle();
    expect(result).toEqual({ is: 'resolved', value: joined });
  });

  it('resolves with `ended` when it is withdrawn during a leave', async () => {
    const session = commandsIn(leaving);
    const result = follow(session.join());
    session.becomes(ended);
    await settle();
    expect(result).toEqual({ is: 'resolved', value: ended });
  });

  it.each(['leave', 'cancel'] as const)(
    '%s() withdraws it while it waits for a component to mount',
    async (command) => {
      const session = commandsIn({ status: 'idle' }, { isRetained: false });
      const joining = session.join();
      void session[command]();
      session.context.isRetained = true;
      const reason = command === 'leave' ? 'left' : 'cancelled';
      expect(await joining).toEqual({ status: 'ended', reason });
      expect(session.context.beginJoin).not.toHaveBeenCalled();
    },
  );

  it('begins after an earlier leave() has ended', async () => {
    const session = commandsIn({ status: 'idle' });
    void session.leave();
    await settle();
    void session.join();
    await settle();
    expect(session.context.beginJoin).toHaveBeenCalledTimes(1);
  });

  it('resolves with GONE without a mounted component, unless one mounts at once', async () => {
    const gone = commandsIn({ status: 'idle' }, { isRetained: false });
    expect(await gone.join()).toMatchObject({ status: 'failed', error: { code: 'GONE' } });
    expect(gone.context.beginJoin).not.toHaveBeenCalled();

    const mounting = commandsIn({ status: 'idle' }, { isRetained: false });
    void mounting.join();
    mounting.context.isRetained = true;
    await settle();
    expect(mounting.context.beginJoin).toHaveBeenCalledTimes(1);
  });
});

describe.each([
  ['leave', 'left'],
  ['cancel', 'cancelled'],
] as const)('%s()', (command, reason) => {
  it('resolves when the meeting is over and the SDK is out', async () => {
    const session = commandsIn(joined);
    const result = follow(session[command]());
    await settle();
    expect(session.handled).toEqual([{ type: 'leave', reason }]);
    session.isOut();
    session.becomes(leaving);
    await settle();
    expect(result.is).toBe('pending');
    session.becomes(ended);
    await settle();
    expect(result.is).toBe('pending');
    session.isOut();
    await settle();
    expect(result.is).toBe('resolved');
  });
});

describe('end()', () => {
  it('resolves for a host when the SDK is out', async () => {
    const session = commandsIn(joined, { isHost: true });
    const result = follow(session.end());
    session.becomes(leaving);
    await settle();
    expect(session.handled).toEqual([{ type: 'leave', reason: 'ended' }]);
    expect(result.is).toBe('pending');
    session.becomes(ended);
    await settle();
    session.isOut();
    await settle();
    expect(result.is).toBe('resolved');
  });

  it('rejects with the SDK’s refusal', async () => {
    const session = commandsIn(joined, { isHost: true });
    const result = follow(session.end());
    session.becomes(leaving);
    await settle();
    expect(result.is).toBe('pending');
    session.context.refusal = new ZoomMeetingError('NOT_HOST');
    session.becomes(joined);
    await settle();
    expect(result).toMatchObject({ is: 'rejected', error: { code: 'NOT_HOST' } });
  });

  it('rejects for a guest, and nothing happens', async () => {
    const session = commandsIn(joined);
    await expect(session.end()).rejects.toMatchObject({ code: 'NOT_HOST' });
    expect(session.handled).toEqual([]);
  });

  it('rejects without a mounted component', async () => {
    const session = commandsIn(joined, { isHost: true, isRetained: false });
    await expect(session.end()).rejects.toMatchObject({ code: 'GONE' });
    expect(session.handled).toEqual([]);
  });

  it.each([leaving, ended])('waits until the SDK is out in the state $status', async (state) => {
    const session = commandsIn(state);
    const result = follow(session.end());
    session.becomes(ended);
    await settle();
    expect(result.is).toBe('pending');
    session.isOut();
    await settle();
    expect(result.is).toBe('resolved');
    expect(session.handled).toEqual([{ type: 'leave', reason: 'ended' }]);
  });

  it('rejects both calls when it is called twice and refused', async () => {
    const session = commandsIn(leaving, { isHost: true });
    const results = [follow(session.end()), follow(session.end())];
    session.context.refusal = new ZoomMeetingError('UNKNOWN');
    session.becomes(joined);
    await settle();
    expect(results.map(({ is }) => is)).toEqual(['rejected', 'rejected']);
  });
});

it('retryNow() adds an event', () => {
  const session = commandsIn(joined);
  session.retryNow();
  expect(session.handled).toEqual([{ type: 'retry-now' }]);
});
