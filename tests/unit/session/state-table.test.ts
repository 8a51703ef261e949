import { describe, expect, it } from 'vitest';
import { userOf } from '../../../src/session/join-details';
import { stateTable } from '../../../src/session/state-table';
import { change, error, fetcher, play, reach, refused, signed, type Play } from './play';

const ready = (session: Play, candidate = signed(-30)) =>
  session.send({ type: 'signature-ready', candidate });

describe('the table', () => {
  it('handles each event in each state, or says why it is ignored', () => {
    for (const row of Object.values(stateTable)) {
      for (const entry of Object.values(row)) {
        if (typeof entry !== 'function') expect(entry).toMatch(/^\S.{8,}/);
      }
    }
  });
});

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

describe('3712 from a signer whose clock is ahead', () => {
  it('fetches again, and holds the refused signature if it becomes valid before the new one', () => {
    const session = reach.joining(play(), signed(20)).at(400);
    expect(session.send(refused())).toEqual(['fetch-signature rejected 2']);
    expect(session.state).toMatchObject({ status: 'retrying', attempt: 2, holding: false });
    expect(session.nextAttemptAt).toBe(900);

    expect(ready(session.at(700), signed(21))).toEqual([]);
    expect(session.state).toMatchObject({ holding: true, reason: { code: 3712 } });
    // Half a second after `iat`, which is in whole seconds.
    expect(session.nextAttemptAt).toBe(20_500);
    expect(session.deadline).toBe(20_500);
    expect(session.untilDeadline()).toEqual(['join iat 20']);
    expect(session.state).toEqual({ status: 'joining', attempt: 2 });
  });

  it('holds the new one if it becomes valid first', () => {
    const session = reach.retrying(play(), signed(64));
    ready(session, signed(10));
    expect(session.untilDeadline()).toEqual(['join iat 10']);
    expect(session.elapsed).toBe(10_500);
  });

  it('only backs off when the new signature is already valid', () => {
    const session = reach.retrying(play(), signed(64));
    ready(session.at(100), signed(-30));
    expect(session.state).toMatchObject({ holding: false });
    expect(session.untilDeadline()).toEqual(['join iat -30']);
    expect(session.elapsed).toBe(500);
  });

  it('uses a new signature at once if it arrives after the backoff', () => {
    const session = reach.retrying();
    expect(session.untilDeadline()).toEqual([]);
    expect(session.status).toBe('retrying');
    // Until then, the held one may become valid.
    expect(session.deadline).toBe(20_500);
    expect(ready(session.at(8000), signed(-30))).toEqual(['join iat -30']);
  });

  it('fails when the new signature never arrives', () => {
    // This one is not worth holding.
    const session = reach.retrying(play(), signed(-60));
    session.untilDeadline();
    expect(session.untilDeadline()).toEqual([]);
    expect(session.failure).toMatchObject({ code: 'JOIN_TIMEOUT', attempts: 1 });
    expect(session.elapsed).toBe(60_500);
  });

  it('joins with the held signature when no new one can be fetched', () => {
    const session = reach.retrying();
    expect(session.send({ type: 'signature-failed', error: error('SIGNATURE_FETCH_FAILED') })).toEqual([]);
    expect(session.state).toMatchObject({ status: 'retrying', holding: true });
    expect(session.untilDeadline()).toEqual(['join iat 20']);
    expect(session.elapsed).toBe(20_500);
  });

  it('fails when no signature is held and none can be fetched', () => {
    const session = reach.retrying(play(), signed(-60));
    expect(session.send({ type: 'signature-failed', error: error('SIGNATURE_UNAUTHORIZED') })).toEqual([]);
    expect(session.failure?.code).toBe('SIGNATURE_UNAUTHORIZED');
  });

  it('does not wait for a signature that becomes valid after the budget', () => {
    const session = reach.retrying(play(), signed(7200));
    expect(ready(session, signed(7201))).toEqual([]);
    expect(session.failure).toMatchObject({ code: 3712, class: 'config' });
  });

  it.each([
    [99, 'retrying'],
    [101, 'failed'],
  ] as const)(
    'starts the budget with join(), including the preparation: valid after %i s, %s',
    (due, status) => {
      const session = reach.preparing().at(50_000);
      session.send({ type: 'sdk-ready' });
      expect(ready(session, signed(due))).toEqual([`join iat ${due}`]);
      session.send(refused());
      ready(session, signed(due + 1));
      expect(session.status).toBe(status);
    },
  );

  it('retryNow() joins with the held signature', () => {
    const session = reach.retrying();
    ready(session, signed(21));
    expect(session.at(3000).send({ type: 'retry-now' })).toEqual(['join iat 20']);
  });

  it('retryNow() does nothing unless a retry is scheduled', () => {
    for (const status of ['idle', 'preparing', 'joining', 'waiting-for-host', 'joined', 'failed'] as const) {
      const session = status === 'idle' ? play() : reach[status]();
      expect(session.send({ type: 'retry-now' })).toEqual([]);
      expect(session.status).toBe(status);
    }
  });

  it('suspects that the browser’s clock is a few seconds ahead, then half a minute, when a barely valid signature is refused', () => {
    const session = reach.joining(play(), signed(0)).at(1000);
    session.send(refused());
    ready(session.at(1100), signed(1));
    session.untilDeadline();
    session.send(refused());
    // The second refusal judged `iat 1`, and the third signature becomes valid even later.
    ready(session, signed(2));
    expect(session.state).toMatchObject({ holding: true });
    expect(session.untilDeadline()).toEqual(['join iat 1']);
    expect(session.elapsed).toBe(1000 + 3500 + 500);
    session.send(refused());
    ready(session, signed(3));
    expect(session.untilDeadline()).toEqual(['join iat 1']);
    expect(session.elapsed).toBe(1000 + 30_500 + 500);
  });

  it('judges a refusal by the time of the join, not of Zoom’s answer', () => {
    const session = reach.retrying();
    ready(session, signed(19));
    session.at(18_000).send({ type: 'retry-now' });
    // The join was a second too early, and the answer came two seconds later, which says nothing about the
    // browser's clock.
    session.at(20_000).send(refused());
    ready(session, signed(30));
    expect(session.untilDeadline()).toEqual(['join iat 30']);
    expect(session.elapsed).toBe(30_500);
  });

  it('applies what it has learnt about the clocks to the next join', () => {
    const session = reach.joining(play({ retry: { retry: 1 } }), signed(0)).at(1000);
    session.send(refused());
    ready(session.at(1100), signed(1));
    session.untilDeadline();
    session.send(refused());
    expect(session.status).toBe('failed');

    session.at(10_000);
    reach.joining(session, signed(10)).send(refused());
    ready(session, signed(10));
    expect(session.nextAttemptAt).toBe(10_000 + 3500 + 500);
  });
});

describe('a signature that Zoom never accepts', () => {
  /** Answers the effects like Zoom and a signer with a wrong secret, until the session fails. */
  function refuseForEver(session: Play, iat: (elapsed: number) => number, code = 3712) {
    let joins = 0;
    let effects = session.send({ type: 'join' });
    for (let step = 0; session.status !== 'failed'; step += 1) {
      if (step > 100) throw new Error('it goes on for ever');
      const wanted = effects.map((effect) => effect.split(' ')[0]);
      effects = [];
      if (wanted.includes('load-sdk')) effects.push(...session.send({ type: 'sdk-ready' }));
      if (wanted.includes('fetch-signature')) {
        session.at(session.elapsed + 300);
        effects.push(...ready(session, signed(iat(session.elapsed))));
      } else if (wanted.includes('join')) {
        joins += 1;
        session.at(session.elapsed + 400);
        effects.push(...session.send(refused(code)));
      } else if (effects.length === 0) {
        effects.push(...session.untilDeadline());
      }
    }
    return joins;
  }
  const now = (elapsed: number) => Math.floor(elapsed / 1000);

  it.each([0, 0.5, 1])(
    'fails after four joins with a wrong secret and a backdated signature (jitter %f)',
    (random) => {
      const session = play({ random });
      expect(refuseForEver(session, (elapsed) => now(elapsed) - 30)).toBe(4);
      expect(session.failure).toMatchObject({ code: 3712, class: 'config' });
      expect(session.elapsed).toBeLessThan(20_000);
    },
  );

  it.each([
    ['iat is now', now],
    ['iat is 20 s ahead', (elapsed: number) => now(elapsed) + 20],
    ['iat is 90 s ahead', (elapsed: number) => now(elapsed) + 90],
    ['iat is 1 h ahead', (elapsed: number) => now(elapsed) + 3600],
    ['the same old signature', () => 5],
  ])('%s: fails within the budget and five joins', (_, iat) => {
    for (const random of [0, 0.5, 1]) {
      const session = play({ random });
      expect(refuseForEver(session, iat)).toBeLessThanOrEqual(5);
      expect(session.failure).toMatchObject({ code: 3712, class: 'config' });
      // The budget limits the start of a join. Its answer takes 400 ms in this play.
      expect(session.elapsed).toBeLessThanOrEqual(100_400);
    }
  });

  it('fails after five joins even with retry: true', () => {
    expect(refuseForEver(play({ retry: { retry: true } }), now)).toBe(5);
  });
});

describe('other refusals', () => {
  it('3705 joins at once with a new signature, only once', () => {
    const session = reach.joining();
    expect(session.send(refused(3705))).toEqual(['fetch-signature expired 2']);
    expect(ready(session, signed(-29))).toEqual(['join iat -29']);
    expect(session.send(refused(3705))).toEqual([]);
    expect(session.failure).toMatchObject({ code: 3705, class: 'config' });
  });

  it.each([3705, 3136])('%i never uses the refused credentials again', (code) => {
    const session = reach.joining(play(), signed(20));
    session.send(refused(code));
    session.send({ type: 'signature-failed', error: error('SIGNATURE_FETCH_FAILED') });
    expect(session.status).toBe('failed');
  });

  it('a refused ZAK fetches all credentials again, only once', () => {
    const session = reach.joining();
    expect(session.send(refused(3136))).toEqual(['fetch-signature credential 2']);
    ready(session, signed(-29));
    session.send(refused(3136));
    expect(session.failure?.code).toBe(3136);
  });

  it('a bad connection keeps the signature and backs off', () => {
    const session = reach.joining().at(1000);
    expect(session.send(refused(-3000))).toEqual([]);
    expect(session.nextAttemptAt).toBe(1500);
    expect(session.untilDeadline()).toEqual(['join iat -30']);
  });

  it('a wrong passcode fails at once', () => {
    const session = reach.joining();
    expect(session.send(refused(3004))).toEqual([]);
    expect(session.failure).toMatchObject({ code: 3004, class: 'user' });
    expect(session.deadline).toBeUndefined();
  });

  it('can still connect after the SDK gave up the join', () => {
    const session = reach.joining();
    expect(session.send(refused(3))).toEqual([]);
    expect(session.deadline).toBe(60_000);
    session.send(change('Connected'));
    expect(session.status).toBe('joining');
    session.roster(true);
    expect(session.status).toBe('joined');
  });

  it('fails with invalid options', () => {
    const session = play();
    session.send({ type: 'join', invalid: error('INVALID_OPTIONS') });
    expect(session.failure?.code).toBe('INVALID_OPTIONS');
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

describe('the user of a signature', () => {
  it('fetches a new one when another user joins before it arrives', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-ready' });
    session.becomes('Bob');
    expect(ready(session)).toEqual(['fetch-signature initial 1']);
    const bobs = { ...signed(-30, 'for Bob'), user: 'Bob' };
    expect(ready(session, bobs)).toEqual(['join for Bob']);
  });

  it('uses another signature and another client when another user joins before a retry', () => {
    const session = reach.joining();
    session.send(refused(-3000));
    session.becomes('Bob');
    expect(session.untilDeadline()).toEqual(['reset', 'load-sdk', 'fetch-signature initial 2']);
    expect(session.state).toEqual({ status: 'preparing', attempt: 2 });
    expect(session.deadline).toBeGreaterThan(session.elapsed);
    session.send({ type: 'signature-ready', candidate: { ...signed(-30, 'for Bob'), user: 'Bob' } });
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join for Bob']);
  });

  it.each(['customerKey', 'zak'])('fails when the user changes with each signature, and names %s', (name) => {
    const session = reach.preparing();
    session.send({ type: 'sdk-ready' });
    const userWith = (key: number) =>
      userOf({ meetingNumber: '1234567890', fetchSignature: fetcher, [name]: String(key) }, {});
    for (let key = 1; key <= 20; key += 1) {
      session.becomes(userWith(key));
      const candidate = { ...signed(-30), user: userWith(key - 1) };
      expect(ready(session, candidate)).toEqual(['fetch-signature initial 1']);
    }
    session.becomes(userWith(21));
    expect(ready(session, { ...signed(-30), user: userWith(20) })).toEqual([]);
    expect(session.state).toMatchObject({
      status: 'failed',
      error: {
        code: 'INVALID_OPTIONS',
        reason: `${name} must not change at each render while the meeting is being joined.`,
      },
    });
  });

  it('does not count changes of the user before an earlier join', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-ready' });
    for (const user of ['1', '2', '3', '4', '5', '6', '7']) {
      session.becomes(user);
      ready(session);
    }
    ready(session, { ...signed(-30), user: '7' });
    expect(session.state).toEqual({ status: 'joining', attempt: 1 });
    session.send(refused(-3000));
    session.becomes('8');
    session.untilDeadline();
    for (const user of ['9', '10', '11', '12']) {
      // Each user gets another client, which loads the SDK again.
      session.send({ type: 'sdk-ready' });
      session.becomes(user);
      expect(ready(session)).toContain('fetch-signature initial 2');
    }
  });

  it('forgets the signature when the meeting ends', () => {
    const session = reach.ended();
    expect(session.send({ type: 'join' })).toContain('fetch-signature initial 1');
  });
});
