import { describe, expect, it } from 'vitest';
import { reach } from '../play';

const join = (password: string) =>
  ({ type: 'join-next', changes: { values: { password }, person: 'Ada' } }) as const;

/** The host is ending the meeting for everyone. The SDK has not answered yet. */
function ending() {
  const session = reach.joined();
  expect(session.send({ type: 'leave', reason: 'ended' })).toEqual(['leave ended']);
  return session;
}

describe('join() while leaving', () => {
  it('starts when the SDK is out, with the changes of the last call', () => {
    const session = reach.leaving();
    expect(session.send(join('wrong'))).toEqual([]);
    expect(session.status).toBe('leaving');
    expect(session.send(join('right'))).toEqual([]);
    expect(session.send({ type: 'left', reason: 'left' })).toEqual(['start-join right']);
    expect(session.state).toEqual({ status: 'ended', reason: 'left' });
  });

  it('is withdrawn by a later leave()', () => {
    const session = reach.leaving();
    session.send(join('right'));
    session.send({ type: 'leave', reason: 'left' });
    expect(session.send({ type: 'left', reason: 'left' })).toEqual([]);
    expect(session.status).toBe('ended');
  });

  it('is dropped when the SDK refuses to end the meeting', () => {
    const session = ending();
    session.send(join('right'));
    expect(session.send({ type: 'end-refused' })).toEqual([]);
    expect(session.status).toBe('joined');
    session.send({ type: 'leave', reason: 'left' });
    expect(session.send({ type: 'left', reason: 'left' })).toEqual([]);
  });
});

describe('the SDK refuses to end the meeting', () => {
  it('leaves if leave() was called in the meantime, even before a second end()', () => {
    const session = ending();
    session.send({ type: 'leave', reason: 'cancelled' });
    session.send({ type: 'leave', reason: 'ended' });
    expect(session.send({ type: 'end-refused' })).toEqual(['leave cancelled']);
    expect(session.status).toBe('leaving');
  });

  it('stays in the meeting after a second end()', () => {
    const session = ending();
    session.send({ type: 'leave', reason: 'ended' });
    expect(session.send({ type: 'end-refused' })).toEqual([]);
    expect(session.status).toBe('joined');
  });

  it('stays in the meeting when a later end() is refused after an earlier leave()', () => {
    const session = ending();
    session.send({ type: 'leave', reason: 'left' });
    session.send({ type: 'end-refused' });
    // The SDK also fails to leave.
    session.send({ type: 'end-refused' });
    expect(session.status).toBe('joined');
    session.send({ type: 'leave', reason: 'ended' });
    expect(session.send({ type: 'end-refused' })).toEqual([]);
    expect(session.status).toBe('joined');
  });

  it('reconnects if the connection was lost in the meantime', () => {
    const session = ending();
    session.send({ type: 'dropped', reason: 'failover' });
    session.send({ type: 'end-refused' });
    expect(session.state).toEqual({ status: 'reconnecting', attempt: 1, reason: 'failover' });
  });

  it('stays in the meeting if the connection was lost and restored in the meantime', () => {
    const session = ending();
    session.send({ type: 'dropped', reason: 'failover' });
    session.send({ type: 'connected' });
    session.send({ type: 'end-refused' });
    expect(session.status).toBe('joined');
  });

  it('forgets a drop during an earlier end()', () => {
    const session = ending();
    session.send({ type: 'dropped', reason: 'failover' });
    session.send({ type: 'end-refused' });
    session.send({ type: 'connected' });
    session.roster(true);
    session.send({ type: 'leave', reason: 'ended' });
    session.send({ type: 'end-refused' });
    expect(session.status).not.toBe('reconnecting');
  });
});
