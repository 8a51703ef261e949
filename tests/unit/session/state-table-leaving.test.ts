import { describe, expect, it } from 'vitest';
import { reach } from './play';

const join = (password: string) => ({ type: 'join-next', changes: { password } }) as const;

/** The host ends the meeting for everyone. The SDK has not answered yet. */
function ending() {
  const session = reach.joined();
  expect(session.send({ type: 'leave', reason: 'ended' })).toEqual(['leave ended']);
  return session;
}

describe('join() while the meeting is being left', () => {
  it('follows when the SDK is out, with the changes of the last one', () => {
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
  it('leaves if leave() was called meanwhile, also before a second end()', () => {
    const session = ending();
    session.send({ type: 'leave', reason: 'cancelled' });
    session.send({ type: 'leave', reason: 'ended' });
    expect(session.send({ type: 'end-refused' })).toEqual(['leave cancelled']);
    expect(session.status).toBe('leaving');
  });

  it('stays in after a second end()', () => {
    const session = ending();
    session.send({ type: 'leave', reason: 'ended' });
    expect(session.send({ type: 'end-refused' })).toEqual([]);
    expect(session.status).toBe('joined');
  });

  it('a later end() that is refused does not leave because of an earlier leave()', () => {
    const session = ending();
    session.send({ type: 'leave', reason: 'left' });
    session.send({ type: 'end-refused' });
    // The SDK does not leave either.
    session.send({ type: 'end-refused' });
    expect(session.status).toBe('joined');
    session.send({ type: 'leave', reason: 'ended' });
    expect(session.send({ type: 'end-refused' })).toEqual([]);
    expect(session.status).toBe('joined');
  });

  it('and reconnects, if the connection was lost meanwhile', () => {
    const session = ending();
    session.send({ type: 'dropped', reason: 'failover' });
    session.send({ type: 'end-refused' });
    expect(session.state).toEqual({ status: 'reconnecting', attempt: 1, reason: 'failover' });
  });

  it('and is in the meeting, if the connection was restored meanwhile', () => {
    const session = ending();
    session.send({ type: 'dropped', reason: 'failover' });
    session.send({ type: 'connected' });
    session.send({ type: 'end-refused' });
    expect(session.status).toBe('joined');
  });

  it('a drop during an earlier end() is forgotten', () => {
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
