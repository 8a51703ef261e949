import { describe, expect, it } from 'vitest';
import { change, error, play, reach, refused, signed, type Play } from '../play';

const ready = (session: Play, candidate = signed(-30)) =>
  session.send({ type: 'signature-ready', candidate });

describe('a join without problems', () => {
  it('loads the SDK and fetches the signature in parallel, and is joined when join() has resolved', () => {
    const session = play();
    expect(session.send({ type: 'join' })).toEqual(['load-sdk', 'fetch-signature initial 1']);
    expect(session.state).toEqual({ status: 'preparing', attempt: 1 });
    expect(session.deadline).toBe(60_000);

    expect(session.at(300).send({ type: 'sdk-ready' })).toEqual([]);
    expect(session.status).toBe('preparing');
    expect(ready(session.at(500))).toEqual(['join iat -30']);
    expect(session.state).toEqual({ status: 'joining', attempt: 1 });
    expect(session.deadline).toBe(20_500);

    session.at(1000).send(change('Connected'));
    expect(session.status).toBe('joining');
    expect(session.at(1300).send({ type: 'join-resolved' })).toEqual([]);
    expect(session.status).toBe('waiting-room');
    session.roster(true);
    expect(session.at(1300).send({ type: 'join-resolved' })).toEqual([]);
    expect(session.state).toEqual({ status: 'joined', attempt: 1 });
    expect(session.deadline).toBeUndefined();
  });

  it('joins when the SDK arrives after the signature', () => {
    const session = reach.preparing();
    expect(ready(session)).toEqual([]);
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -30']);
  });

  it('uses a signature with a future iat at once, because this clock may be wrong', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-ready' });
    expect(ready(session, signed(3600))).toEqual(['join iat 3600']);
  });

  it('reuses a signature that is still valid for long enough', () => {
    const session = play();
    expect(session.send({ type: 'join', reusable: signed(-100) })).toEqual(['load-sdk']);
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -100']);
  });

  it('is joined three seconds after `Connected` with the user’s own row, if join() does not resolve', () => {
    const session = reach.joining().at(1000);
    session.send(change('Connected'));
    expect(session.deadline).toBe(4000);
    session.roster(true);
    // Until then, the client may not be ready for calls.
    expect(session.status).toBe('joining');
    session.untilDeadline();
    expect(session.status).toBe('joined');
  });

  it('is in the waiting room three seconds after `Connected` without a row', () => {
    const session = reach.joining().at(1000);
    session.send(change('Connected'));
    expect(session.untilDeadline()).toEqual([]);
    expect(session.status).toBe('waiting-room');
  });

  it('ignores a second join()', () => {
    for (const status of ['preparing', 'joining', 'retrying', 'joined', 'leaving'] as const) {
      const session = reach[status]();
      expect(session.send({ type: 'join', reusable: signed(0) })).toEqual([]);
      expect(session.status).toBe(status);
    }
  });
});

describe('an SDK that cannot be loaded', () => {
  it('is loaded again once, and keeps the signature', () => {
    const session = reach.preparing();
    ready(session);
    expect(session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') })).toEqual([]);
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 1, holding: false });
    expect(session.untilDeadline()).toEqual(['load-sdk']);
    expect(session.state).toEqual({ status: 'preparing', attempt: 1 });
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -30']);
  });

  it('does not fetch a second signature during the first fetch', () => {
    const session = reach.preparing();
    expect(session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') })).toEqual([]);
    expect(ready(session)).toEqual([]);
    session.untilDeadline();
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -30']);
  });

  it('reports the missing signature when the SDK has loaded the second time', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') });
    session.untilDeadline();
    session.send({ type: 'sdk-ready' });
    session.untilDeadline();
    expect(session.failure?.reason).toMatch(/signature/i);
  });

  it('fails the second time', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') });
    session.untilDeadline();
    expect(session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') })).toEqual([]);
    expect(session.failure?.code).toBe('SDK_LOAD_FAILED');
  });
});

describe('a timeout', () => {
  it('names the missing part while preparing', () => {
    const noSignature = reach.preparing();
    noSignature.send({ type: 'sdk-ready' });
    expect(noSignature.untilDeadline()).toEqual([]);
    expect(noSignature.failure).toMatchObject({ code: 'JOIN_TIMEOUT', attempts: 0 });
    expect(noSignature.failure?.reason).toMatch(/signature/i);

    const noSdk = reach.preparing();
    ready(noSdk);
    noSdk.untilDeadline();
    expect(noSdk.failure?.reason).toMatch(/SDK/);
  });

  it('destroys the client while joining', () => {
    const session = reach.joining(play({ joinTimeout: 5000 })).at(0);
    expect(session.deadline).toBe(5000);
    expect(session.untilDeadline()).toEqual(['reset']);
    expect(session.failure).toMatchObject({ code: 'JOIN_TIMEOUT', attempts: 1 });
  });
});

describe('an SDK that reports nothing about a join', () => {
  it.each([
    ['closes and then rejects', [change('Closed'), refused(3)]],
    ['rejects and then closes', [refused(3), change('Closed')]],
  ])('is asked to leave after 20 s; when it %s, the session joins again', (_, [first, second]) => {
    const session = reach.joining().at(0);
    expect(session.deadline).toBe(20_000);
    expect(session.untilDeadline()).toEqual(['leave-join']);
    expect(session.send(first!)).toEqual([]);
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 2, reason: { code: -3000 } });
    expect(session.send(second!)).toEqual([]);
    // The SDK is initialised again, which waits until it has left.
    expect(session.untilDeadline()).toEqual(['load-sdk']);
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -30']);
    expect(session.elapsed).toBe(20_500);
    // This also allows a slow network to join.
    expect(session.deadline).toBe(80_500);
    session.untilDeadline();
    expect(session.failure).toMatchObject({ code: 'JOIN_TIMEOUT', attempts: 2 });
  });

  it('gets another 20 s in a new join()', () => {
    const session = reach.joining();
    session.untilDeadline();
    session.send(change('Closed'));
    session.send({ type: 'leave', reason: 'cancelled' });
    reach.joining(session);
    expect(session.deadline).toBe(session.elapsed + 20_000);
  });

  it('may take all of `joinTimeout` when it does not leave, because it has not asked Zoom yet', () => {
    const session = reach.joining().at(0);
    session.untilDeadline();
    expect(session.status).toBe('joining');
    expect(session.deadline).toBe(60_000);
    session.at(30_000).send(change('Connected'));
    session.roster(true);
    session.send({ type: 'join-resolved' });
    expect(session.status).toBe('joined');
  });

  it('is destroyed after `joinTimeout`', () => {
    const session = reach.joining().at(0);
    session.untilDeadline();
    expect(session.untilDeadline()).toEqual(['reset']);
    expect(session.failure).toMatchObject({ code: 'JOIN_TIMEOUT', attempts: 1 });
  });

  it('fails after it has left, without a retry if none is wanted', () => {
    const session = reach.joining(play({ retry: { retry: false } }));
    session.untilDeadline();
    session.send(change('Closed'));
    expect(session.failure).toMatchObject({ code: -3000, attempts: 1 });
  });

  it('ends when the host ends the meeting in the meantime', () => {
    const session = reach.joining();
    session.untilDeadline();
    session.send(change('Closed', 'ended by host'));
    expect(session.state).toEqual({ status: 'ended', reason: 'ended by host' });
  });

  it.each([
    ['the SDK drops the connection', change('Reconnecting', 'failover')],
    ['the SDK gives up the promise', refused(3)],
  ])('may take all of `joinTimeout` when %s, because it has reported something', (_, event) => {
    const session = reach.joining().at(1000);
    session.send(event);
    expect(session.deadline).toBe(60_000);
    session.untilDeadline();
    expect(session.failure).toMatchObject({ code: 'JOIN_TIMEOUT', attempts: 1 });
  });

  it('settles a failure without delay when a drop follows it', () => {
    const session = reach.joining().at(1000);
    session.send(change('Fail', '', -3000));
    session.send(change('Reconnecting', 'failover'));
    expect(session.deadline).toBe(4000);
  });
});

describe('a meeting that ends or fails while joining', () => {
  it('ends after `Connected` without the user’s own row', () => {
    const session = reach.joining();
    session.send(change('Connected'));
    session.send(change('Closed', 'ended by host'));
    expect(session.state).toEqual({ status: 'ended', reason: 'ended by host' });
    expect(session.send(refused(3))).toEqual([]);
    expect(session.status).toBe('ended');
  });

  it('ends after the SDK gave up the join', () => {
    const session = reach.joining();
    session.send(refused(3));
    session.send(change('Closed', 'ended by host'));
    expect(session.status).toBe('ended');
  });

  it('ends after the SDK connected on its own during a backoff', () => {
    const session = reach.retrying();
    session.send(change('Connected'));
    session.send(change('Closed', 'ended by host'));
    expect(session.state).toEqual({ status: 'ended', reason: 'ended by host' });
  });

  it('retries when the connection fails and `join()` never settles', () => {
    const session = reach.joining().at(2000);
    session.send(change('Fail', '', -3000));
    expect(session.status).toBe('joining');
    session.untilDeadline();
    expect(session.elapsed).toBe(5000);
    expect(session.state).toMatchObject({ status: 'retrying', reason: { code: -3000 } });
  });

  it('retries when the connection fails after the SDK gave up the join', () => {
    const session = reach.joining();
    session.send(refused(3));
    session.send(change('Fail', '', -3000));
    expect(session.state).toMatchObject({ status: 'retrying', reason: { code: -3000 } });
  });

  it('waits for the next `Connected` when the connection drops after the first', () => {
    const session = reach.joining();
    session.send(change('Connected'));
    session.send(change('Reconnecting', 'failover'));
    expect(session.status).toBe('joining');
    expect(session.deadline).toBe(60_000);
    session.untilDeadline();
    expect(session.failure?.code).toBe('JOIN_TIMEOUT');
  });

  it('does not join again when the connection drops after the SDK connected on its own', () => {
    const session = reach.retrying();
    session.send(change('Connected'));
    expect(session.send(change('Reconnecting', 'failover'))).toEqual([]);
    expect(session.status).toBe('reconnecting');
  });
});
