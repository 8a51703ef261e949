import { describe, expect, it } from 'vitest';
import { change, play, reach, refused, signed, type Play } from '../play';

const ready = (session: Play, candidate = signed(-30)) =>
  session.send({ type: 'signature-ready', candidate });

describe('the end of a meeting', () => {
  it.each(['joining', 'waiting-for-host', 'waiting-room', 'joined', 'reconnecting'] as const)(
    'ends when Zoom closes it while %s',
    (status) => {
      const session = reach[status]();
      expect(session.send(change('Closed', 'ended by host'))).toEqual([]);
      expect(session.state).toEqual({ status: 'ended', reason: 'ended by host' });
      expect(session.deadline).toBeUndefined();
    },
  );

  it.each(['busy', 'preparing', 'retrying', 'leaving', 'failed'] as const)(
    'ignores a late `Closed` of the previous meeting while %s',
    (status) => {
      const session = reach[status]();
      session.send(change('Closed', 'user request'));
      expect(session.status).toBe(status);
    },
  );

  it.each(['busy', 'preparing', 'retrying'] as const)('leaves without calling the SDK while %s', (status) => {
    const session = reach[status]();
    expect(session.send({ type: 'leave', reason: 'cancelled' })).toEqual([]);
    expect(session.state).toEqual({ status: 'ended', reason: 'cancelled' });
    expect(session.deadline).toBeUndefined();
    // Pending work is too late.
    expect(ready(session)).toEqual([]);
    expect(session.send({ type: 'sdk-ready' })).toEqual([]);
    expect(session.status).toBe('ended');
  });

  it.each(['joining', 'waiting-for-host', 'waiting-room', 'joined', 'reconnecting'] as const)(
    'leaves with the SDK while %s',
    (status) => {
      const session = reach[status]().at(20_000);
      expect(session.send({ type: 'leave', reason: 'left' })).toEqual(['leave left']);
      expect(session.state).toEqual({ status: 'leaving' });
      expect(session.deadline).toBeUndefined();
      session.send({ type: 'left', reason: 'left' });
      expect(session.state).toEqual({ status: 'ended', reason: 'left' });
    },
  );

  it.each(['ended', 'failed', 'leaving'] as const)('ignores leave() while %s', (status) => {
    const session = reach[status]();
    const { state } = session;
    expect(session.send({ type: 'leave', reason: 'ended' })).toEqual([]);
    expect(session.state).toBe(state);
  });

  it('reports how it was left', () => {
    for (const reason of ['left', 'ended', 'cancelled'] as const) {
      const session = reach.joined();
      expect(session.send({ type: 'leave', reason })).toEqual([`leave ${reason}`]);
      session.send({ type: 'left', reason });
      expect(session.state).toEqual({ status: 'ended', reason });
    }
  });

  it('leaves when end() is refused and leave() was called in the meantime', () => {
    const session = reach.joined();
    session.send({ type: 'leave', reason: 'ended' });
    expect(session.send({ type: 'leave', reason: 'cancelled' })).toEqual([]);
    expect(session.send({ type: 'end-refused' })).toEqual(['leave cancelled']);
    expect(session.status).toBe('leaving');
    expect(session.send({ type: 'end-refused' })).toEqual([]);
    expect(session.status).toBe('joined');
  });

  it('stays in the meeting when end() is refused', () => {
    const session = reach.joined();
    session.send({ type: 'leave', reason: 'ended' });
    session.send({ type: 'end-refused' });
    expect(session.status).toBe('joined');
  });

  it.each([
    ['join-resolved', { type: 'join-resolved' }],
    ['join-failed', refused(-3000)],
    ['connected', change('Connected')],
    ['connection-lost', change('Fail', '', -3000)],
    ['roster-changed', { type: 'roster-changed' }],
    ['sdk-ready', { type: 'sdk-ready' }],
    ['retry-now', { type: 'retry-now' }],
  ] as const)('%s does not cancel a leave', (_, event) => {
    const session = reach.joining();
    session.send({ type: 'leave', reason: 'cancelled' });
    expect(session.send(event)).toEqual([]);
    expect(session.status).toBe('leaving');
  });

  it('forgets a refused signature, and fetches again after one that may have expired', () => {
    const refusedOne = reach.retrying(play(), signed(7200));
    ready(refusedOne, signed(7200));
    expect(refusedOne.status).toBe('failed');
    expect(refusedOne.send({ type: 'join' })).toContain('fetch-signature initial 1');
    const wrongPasscode = reach.failed();
    expect(wrongPasscode.send({ type: 'join' })).toContain('fetch-signature expiring 1');
  });

  it('joins again from the first attempt after the end and after a failure', () => {
    for (const status of ['ended', 'failed'] as const) {
      const session = reach[status]().at(500_000);
      expect(session.send({ type: 'join' })).toContain('load-sdk');
      expect(session.state).toEqual({ status: 'preparing', attempt: 1 });
      expect(session.deadline).toBe(560_000);
    }
  });
});
