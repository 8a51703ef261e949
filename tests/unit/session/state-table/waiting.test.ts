import { describe, expect, it } from 'vitest';
import { change, error, play, reach, refused } from '../play';

describe('waiting', () => {
  it('for the host: is joined when the SDK joins automatically', () => {
    const session = reach.joining();
    expect(session.send(refused(3008))).toEqual([]);
    expect(session.state).toEqual({ status: 'waiting-for-host', attempt: 1 });
    expect(session.deadline).toBeUndefined();

    session.at(3_600_000).send(change('Connected'));
    // `Connected` comes before the participant's own row, and only the row distinguishes a meeting from its
    // waiting room.
    expect(session.status).toBe('waiting-for-host');
    session.roster(true);
    expect(session.state).toEqual({ status: 'joined', attempt: 1 });
  });

  it('for the host: moves to the waiting room', () => {
    const session = reach['waiting-for-host']();
    session.send(change('Connected'));
    session.roster(false);
    expect(session.status).toBe('waiting-room');
  });

  it('for the host: moves to the waiting room after `Connected` without a row', () => {
    const session = reach['waiting-for-host']();
    session.at(9000).send(change('Connected'));
    expect(session.deadline).toBe(12_000);
    session.untilDeadline();
    expect(session.status).toBe('waiting-room');
  });

  it('for the host: ignores a roster change before `Connected`', () => {
    const session = reach['waiting-for-host']();
    session.roster(true);
    expect(session.status).toBe('waiting-for-host');
  });

  it('for the host: ignores the `Connected` of the refused join', () => {
    const session = reach.joining();
    session.send(change('Connected'));
    session.send(refused(3008));
    session.roster(true);
    expect(session.status).toBe('waiting-for-host');
  });

  it('in the waiting room: until admitted', () => {
    const session = reach['waiting-room']();
    expect(session.state).toEqual({ status: 'waiting-room', attempt: 1 });
    session.roster(false);
    expect(session.status).toBe('waiting-room');
    expect(session.deadline).toBeUndefined();
    session.roster(true);
    expect(session.state).toEqual({ status: 'joined', attempt: 1 });
    expect(session.deadline).toBeUndefined();
  });

  it('in the waiting room: has no limit when join() resolves with a row on hold', () => {
    const session = reach.joining();
    session.happen({ type: 'join-resolved' }, 0, 'on-hold');
    expect(session.status).toBe('waiting-room');
    expect(session.deadline).toBeUndefined();
  });

  it('for a roster row: joins with a new client after 20 s, at most five times', () => {
    const session = reach['waiting-room']();
    for (const attempt of [2, 3, 4, 5]) {
      expect(session.deadline).toBe(session.elapsed + 20_000);
      expect(session.untilDeadline()).toEqual(['reset']);
      expect(session.state).toMatchObject({
        status: 'retrying',
        attempt,
        reason: { code: -3000, reason: 'Zoom did not list the participant.' },
      });
      expect(session.untilDeadline()).toEqual(['load-sdk']);
      expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -30']);
      session.send({ type: 'join-resolved' });
      expect(session.status).toBe('waiting-room');
    }
    expect(session.untilDeadline()).toEqual(['reset']);
    expect(session.failure?.code).toBe(-3000);
  });

  it('for a roster row after a reconnection: continues counting the attempts', () => {
    const session = reach.reconnecting();
    session.send(change('Connected'));
    session.happen({ type: 'deadline' }, 3000, 'unknown');
    expect(session.status).toBe('waiting-room');
    session.untilDeadline();
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 2 });
  });

  it.each([
    ['on-hold', 'waiting-room'],
    ['in', 'joined'],
  ] as const)('for a roster row: accepts one that is there (%s) when the time is up', (presence, status) => {
    const session = reach['waiting-room']();
    session.happen({ type: 'deadline' }, 20_000, presence);
    expect(session.status).toBe(status);
    expect(session.deadline).toBeUndefined();
  });

  it('in the waiting room: returns there after a drop', () => {
    const session = reach['waiting-room']();
    session.send(change('Reconnecting', 'failover'));
    expect(session.status).toBe('reconnecting');
    session.send(change('Connected'));
    session.roster(false);
    expect(session.status).toBe('waiting-room');
  });

  it('on hold: is joined again afterwards', () => {
    const session = reach.joined();
    session.roster(false);
    expect(session.status).toBe('waiting-room');
    session.roster(true);
    expect(session.status).toBe('joined');
  });
});

describe('another meeting has the page', () => {
  it('waits, names the other meeting, and begins when the page is free', () => {
    const session = reach.busy();
    expect(session.state).toEqual({ status: 'busy', meetingNumber: '5555555555' });
    expect(session.deadline).toBeUndefined();
    session.send({ type: 'page-busy', heldBy: '6666666666' });
    expect(session.state).toEqual({ status: 'busy', meetingNumber: '6666666666' });
    expect(session.at(3_600_000).send({ type: 'page-acquired' })).toEqual([
      'load-sdk',
      'fetch-signature initial 1',
    ]);
    expect(session.state).toEqual({ status: 'preparing', attempt: 1 });
    expect(session.deadline).toBe(3_660_000);
  });

  it('returns to the queue when another meeting takes the page while preparing', () => {
    const session = reach.preparing();
    session.send({ type: 'page-busy', heldBy: '5555555555' });
    expect(session.status).toBe('busy');
    expect(session.send({ type: 'page-acquired' })).toContain('fetch-signature initial 1');
  });

  it('returns to the queue when another meeting takes the page while offline', () => {
    const session = reach.preparing();
    session.goOffline();
    session.send({ type: 'page-busy', heldBy: '5555555555' });
    expect(session.state).toEqual({ status: 'busy', meetingNumber: '5555555555' });
    expect(session.goOnline()).toEqual([]);
    expect(session.send({ type: 'page-acquired' })).toContain('fetch-signature initial 1');
  });

  it('has the whole time limit from when the page is free', () => {
    const session = reach.preparing();
    session.at(20_000).send({ type: 'page-acquired' });
    expect(session.deadline).toBe(80_000);
  });

  it('fails if the options are invalid when the page is free', () => {
    const invalid = error('INVALID_OPTIONS');
    const session = reach.busy(play({ invalid }));
    expect(session.send({ type: 'page-acquired' })).toEqual([]);
    expect(session.failure).toBe(invalid);
  });
});
