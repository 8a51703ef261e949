import { describe, expect, it } from 'vitest';
import { change, error, play, reach, refused, signed, type Play } from '../play';

const ready = (session: Play, candidate = signed(-30)) =>
  session.send({ type: 'signature-ready', candidate });

/** The reason in the state `retrying` or `failed`. */
const reasonOf = ({ state }: Play) => {
  if (state.status === 'retrying') return state.reason.reason;
  return state.status === 'failed' ? state.error.reason : undefined;
};

describe('a meeting closed without a reason', () => {
  it.each(['joining', 'joined'] as const)('ends with "left" while %s', (status) => {
    const session = reach[status]();
    expect(session.send(change('Closed'))).toEqual([]);
    expect(session.state).toEqual({ status: 'ended', reason: 'left' });
  });
});

describe('an event that changes nothing keeps the same state object', () => {
  it('the roster changes in the meeting or in the waiting room', () => {
    const joined = reach.joined();
    const inMeeting = joined.state;
    joined.roster(true);
    expect(joined.state).toBe(inMeeting);

    const waiting = reach['waiting-room']();
    const inWaitingRoom = waiting.state;
    waiting.roster(false);
    expect(waiting.state).toBe(inWaitingRoom);
  });

  it('the same meeting still has the page', () => {
    const session = reach.busy();
    const { state } = session;
    expect(session.send({ type: 'page-busy', heldBy: '5555555555' })).toEqual([]);
    expect(session.state).toBe(state);
  });

  it('the page goes online while a retry is scheduled for another reason', () => {
    const session = reach.retrying();
    const { state } = session;
    expect(session.send({ type: 'online' })).toEqual([]);
    expect(session.state).toBe(state);
  });

  it('the SDK is ready while the page is offline', () => {
    const session = reach.preparing();
    ready(session);
    session.goOffline();
    session.send({ type: 'sdk-ready' });
    const { state } = session;
    expect(state).toMatchObject({ status: 'retrying', offline: true });
    expect(session.send({ type: 'sdk-ready' })).toEqual([]);
    expect(session.state).toBe(state);
  });
});

describe('connected without the user’s own row', () => {
  it('ignores the row of another participant', () => {
    const session = reach['waiting-for-host']();
    session.send(change('Connected'));
    expect(session.happen({ type: 'roster-changed' }, 100, 'unknown')).toEqual([]);
    expect(session.status).toBe('waiting-for-host');
    session.roster(true);
    expect(session.status).toBe('joined');
  });
});

describe('a connection that drops while joining', () => {
  it('counts `joinTimeout` from join() before `Connected`, however often it drops', () => {
    const session = reach.joining();
    for (const elapsed of [1000, 5000]) {
      session.at(elapsed).send(change('Reconnecting', 'failover'));
      expect(session.deadline).toBe(60_000);
    }
  });

  it('counts `joinTimeout` from the drop after `Connected`', () => {
    const session = reach.joining().at(5000);
    session.send(change('Connected'));
    session.at(6000).send(change('Reconnecting', 'failover'));
    expect(session.deadline).toBe(66_000);
  });

  it('reports the failure that preceded the cancelled join(), without another wait', () => {
    const session = reach.joining().at(1000);
    session.send(change('Fail', '', -3000));
    session.send(refused(3));
    expect(session.state).toMatchObject({ status: 'retrying', reason: { code: -3000 } });
  });
});

describe('`joinTimeout` while preparing', () => {
  it('fails the join when the page is free', () => {
    const session = reach.preparing();
    session.untilDeadline();
    expect(session.failure?.code).toBe('JOIN_TIMEOUT');
  });

  it('starts again while the previous meeting still has the page', () => {
    const session = reach.preparing(play({ isInLine: true }));
    expect(session.untilDeadline()).toEqual([]);
    expect(session.status).toBe('preparing');
    expect(session.deadline).toBe(120_000);
  });
});

describe('the reason of a retry or a failure', () => {
  it('the SDK could not reconnect', () => {
    const session = reach.reconnecting();
    session.untilDeadline();
    expect(reasonOf(session)).toBe('The connection could not be restored.');
  });

  it('Zoom did not answer', () => {
    const session = reach.joining();
    session.untilDeadline();
    session.send(change('Closed'));
    expect(reasonOf(session)).toBe('Zoom did not respond in time.');
  });

  it('joining took too long', () => {
    const session = reach.joining(play({ joinTimeout: 5000 }));
    session.untilDeadline();
    expect(reasonOf(session)).toBe('Zoom’s response did not arrive in time.');
  });

  it('the page is offline', () => {
    const session = play();
    session.goOffline();
    session.send({ type: 'join' });
    expect(session.state).toMatchObject({
      attempt: 1,
      holding: false,
      offline: true,
      reason: { code: -3000, reason: 'The page is offline.' },
    });
  });
});

describe('the SDK connects on its own while a retry is scheduled', () => {
  it('ignores the fetch for the retry', () => {
    const session = reach.retrying();
    session.send(change('Connected'));
    const { state } = session;
    ready(session);
    expect(session.state).toBe(state);
  });

  it('continues the retry when the connection is lost again', () => {
    const session = reach.retrying();
    session.send(change('Connected'));
    session.send(change('Fail', '', -3000));
    expect(session.state).toMatchObject({ status: 'retrying', reason: { code: -3000 } });
    session.roster(true);
    expect(session.status).toBe('retrying');
  });
});

describe('the SDK fails to load while the page is offline', () => {
  const failure = error('SDK_LOAD_FAILED');

  it('loads it again when the page is online', () => {
    const session = reach.preparing();
    session.goOffline();
    const { state } = session;
    expect(session.send({ type: 'sdk-failed', error: failure })).toEqual([]);
    expect(session.state).toBe(state);
    expect(session.goOnline()).toContain('load-sdk');
  });

  it('reports the failure as the reason of the retry when the page is already back online', () => {
    const session = reach.preparing();
    session.goOffline();
    session.network(true).send({ type: 'sdk-failed', error: failure });
    expect(session.state).toMatchObject({ status: 'retrying', offline: false, reason: failure });
  });
});

describe('offline', () => {
  it('joins when the page is online, if it went offline while the SDK was loading with a signature available', () => {
    const session = reach.preparing();
    ready(session);
    session.goOffline();
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 1, offline: true });
    expect(session.deadline).toBeUndefined();
    expect(session.send({ type: 'sdk-ready' })).toEqual([]);
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 1, offline: true });
    expect(session.goOnline()).toEqual(['load-sdk']);
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -30']);
  });

  it('fetches again when online, if the fetch failed before the page was reported offline', () => {
    const session = reach.preparing().network(false);
    const failure = error('SIGNATURE_FETCH_FAILED');
    expect(session.send({ type: 'signature-failed', error: failure })).toEqual([]);
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 1, offline: true });
    expect(session.goOnline()).toEqual(['load-sdk', 'fetch-signature initial 1']);
  });

  it('fetches a signature and holds none when back online', () => {
    const session = reach.retrying();
    session.goOffline();
    session.goOnline();
    expect(session.state).toMatchObject({ status: 'retrying', offline: false, holding: false });
  });
});

describe('the effects of a failure on later joins', () => {
  it('a bad connection does not change what is known about the clocks', () => {
    const session = reach.joining(play(), signed(-1));
    for (const _ of [2, 3]) {
      session.send(refused(-3000));
      expect(session.untilDeadline()).toEqual(['join iat -1']);
    }
    expect(session.elapsed).toBe(1500);
  });

  it('a refused signature that had long been valid does not shorten the next join()', () => {
    const session = reach.joining(play(), signed(-60));
    session.send(refused());
    session.send({ type: 'leave', reason: 'cancelled' });
    let joins = 0;
    for (
      reach.joining(session, signed(30));
      session.status === 'joining';
      session.send({ type: 'retry-now' })
    ) {
      joins += 1;
      session.send(refused());
      ready(session, signed(30));
    }
    expect(joins).toBe(5);
  });

  it('does not hold a signature that is valid after the backoff', () => {
    const session = reach.retrying(play(), signed(0));
    ready(session, signed(1));
    expect(session.nextAttemptAt).toBe(500);
    expect(session.state).toMatchObject({ holding: false });
  });

  it('starts the backoff again after a lost meeting', () => {
    const session = reach.joined().at(10_000);
    session.send(change('Fail', '', -3000));
    expect(session.nextAttemptAt).toBe(10_500);
  });

  it('fetches a new signature after a lost meeting, whatever the code', () => {
    const session = reach.joined();
    expect(session.send(change('Fail', '', 3705))).toEqual(['fetch-signature expiring 2']);
  });
});

describe('the signature after a failure', () => {
  it('forgets refused credentials before the next join()', () => {
    const session = reach.joining();
    session.send(refused(3136));
    ready(session);
    session.send(refused(3136));
    expect(session.status).toBe('failed');
    expect(session.send({ type: 'join' })).toContain('fetch-signature initial 1');
  });

  it('forgets a held signature before the next join()', () => {
    const session = reach.retrying();
    session.send({ type: 'app-threw', error: error('UNKNOWN') });
    expect(session.status).toBe('failed');
    expect(session.send({ type: 'join' })).toContain('fetch-signature initial 1');
  });
});
