import { describe, expect, it } from 'vitest';
import { change, play, reach, refused, signed, type Play } from '../play';

const ready = (session: Play, candidate = signed(-30)) =>
  session.send({ type: 'signature-ready', candidate });

describe('a dropped connection', () => {
  it('is restored when the row appears, or after three seconds', () => {
    const session = reach.joined().at(10_000);
    expect(session.send(change('Reconnecting', 'failover'))).toEqual([]);
    expect(session.state).toEqual({ status: 'reconnecting', attempt: 1, reason: 'failover' });
    expect(session.deadline).toBe(70_000);
    session.roster(true);
    expect(session.status).toBe('reconnecting');
    session.send(change('Connected'));
    expect(session.deadline).toBe(13_000);
    session.roster(true);
    expect(session.status).toBe('joined');

    session.send(change('Reconnecting', 'failover'));
    session.send(change('Connected'));
    session.untilDeadline();
    expect(session.status).toBe('joined');
  });

  it('is replaced by a join with a new client if it does not return', () => {
    const session = reach.reconnecting();
    expect(session.untilDeadline()).toEqual(['reset', 'fetch-signature expiring 2']);
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 2, reason: { code: -3000 } });
    session.send({ type: 'signature-ready', candidate: signed(31) });
    expect(session.untilDeadline()).toEqual(['load-sdk']);
    expect(session.status).toBe('preparing');
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat 31']);
    session.send(change('Connected'));
    session.send({ type: 'join-resolved' });
    expect(session.status).toBe('joined');
  });

  it('prepares again when another user joins before the new client is ready', () => {
    const session = reach.reconnecting();
    session.untilDeadline();
    session.send({ type: 'signature-ready', candidate: signed(31) });
    session.untilDeadline();
    const begun = ['reset', 'load-sdk', 'fetch-signature initial 2'];
    expect(session.becomes('Bob').send({ type: 'sdk-ready' })).toEqual(begun);
  });

  it('joins again with a new budget when lost after an hour', () => {
    const session = reach.joined().at(3_600_000);
    expect(session.send(change('Fail', '', -3000))).toEqual(['fetch-signature expiring 2']);
    ready(session, signed(3570));
    expect(session.untilDeadline()).toEqual(['join iat 3570']);
    // The lost join counts as one of the five.
    for (const attempt of [3, 4, 5]) {
      session.send(refused(-3000));
      expect(session.state).toMatchObject({ status: 'retrying', attempt });
      expect(session.untilDeadline()).toEqual(['join iat 3570']);
    }
    session.send(refused(-3000));
    expect(session.failure?.code).toBe(-3000);
  });

  it('spreads the joins over most of a minute when lost, because the network may be down for that long', () => {
    const session = reach.joined().at(0);
    session.send(change('Fail', '', -3000));
    ready(session);
    const delays = [2, 3, 4, 5].map(() => {
      const delay = session.nextAttemptAt! - session.elapsed;
      session.untilDeadline();
      session.send(refused(-3000));
      return delay;
    });
    expect(delays).toEqual([500, 6000, 12_000, 22_500]);
    expect(session.failure?.code).toBe(-3000);
  });

  it('asks Zoom once when the new signature seems to be valid too late, and reports its refusal', () => {
    const session = reach.joined();
    session.send(change('Fail', '', -3000));
    ready(session, signed(3600));
    expect(session.state).toMatchObject({ status: 'retrying', holding: false });
    expect(session.untilDeadline()).toEqual(['join iat 3600']);
    session.send(refused());
    ready(session, signed(3600));
    expect(session.failure?.code).toBe(3712);
  });

  it('does not count the attempts of the previous join', () => {
    const session = reach.joining();
    for (const _ of [2, 3]) {
      session.send(refused(-3000));
      session.untilDeadline();
    }
    session.send(change('Connected'));
    session.send({ type: 'join-resolved' });
    session.roster(true);
    session.send(change('Fail', '', -3000));
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 2 });
  });

  it('waits for `Connected` and join() again after the connection was lost in the waiting room', () => {
    const session = reach['waiting-room']();
    session.send(change('Fail', '', -3000));
    expect(session.untilDeadline()).toEqual(['join iat -30']);
    session.send(change('Connected'));
    expect(session.status).toBe('joining');
    session.send({ type: 'join-resolved' });
    expect(session.status).toBe('waiting-room');
  });

  it('stops the retry when the SDK returns on its own', () => {
    const session = reach.joined();
    session.send(change('Fail', '', -3000));
    session.send(change('Connected'));
    expect(session.send({ type: 'roster-changed' })).toEqual([]);
    expect(session.status).toBe('joined');
  });

  it('waits for join() to reject while joining', () => {
    const session = reach.joining();
    expect(session.send(change('Fail', '', -3000))).toEqual([]);
    expect(session.status).toBe('joining');
  });

  it('joins again with the same signature while waiting for the host', () => {
    const session = reach['waiting-for-host']();
    expect(session.send(change('Fail', '', -3000))).toEqual([]);
    expect(session.untilDeadline()).toEqual(['join iat -30']);
  });

  it('does not retry after removal from the meeting', () => {
    const session = reach.joined();
    session.send(change('Fail', '', 3009));
    expect(session.failure).toMatchObject({ code: 3009, class: 'ended' });
  });
});

describe('offline', () => {
  it('starts when the page is online', () => {
    const session = play();
    session.goOffline();
    expect(session.send({ type: 'join' })).toEqual([]);
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 1, offline: true });
    expect(session.deadline).toBeUndefined();
    expect(session.send({ type: 'retry-now' })).toEqual([]);
    expect(session.at(600_000).goOnline()).toEqual(['load-sdk', 'fetch-signature initial 1']);
    expect(session.state).toEqual({ status: 'preparing', attempt: 1 });
  });

  it('fetches the signature again after going offline during a fetch', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-ready' });
    session.goOffline();
    expect(session.state).toMatchObject({ status: 'retrying', offline: true });
    expect(session.goOnline()).toEqual(['load-sdk', 'fetch-signature initial 1']);
  });

  it('retries a failed join when online, with the same signature and a new budget', () => {
    const session = reach.joining().at(90_000);
    session.goOffline();
    expect(session.status).toBe('joining');
    expect(session.send(refused(-3000))).toEqual([]);
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 2, offline: true });
    expect(session.at(900_000).goOnline()).toEqual(['join iat -30']);
    session.send(refused(-3000));
    expect(session.state).toMatchObject({ status: 'retrying', offline: false });
  });

  it('does not retry a refusal because of being offline', () => {
    const session = reach.joining();
    session.goOffline();
    session.send(refused(3004));
    expect(session.failure?.code).toBe(3004);
  });

  it('fetches again when online after a scheduled retry', () => {
    const session = reach.retrying();
    session.goOffline();
    expect(session.state).toMatchObject({ status: 'retrying', offline: true });
    expect(session.deadline).toBeUndefined();
    expect(session.goOnline()).toEqual(['fetch-signature rejected 2']);
    expect(ready(session, signed(-30))).toEqual(['join iat -30']);
  });
});
