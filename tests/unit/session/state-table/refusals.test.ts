import { describe, expect, it } from 'vitest';
import { change, error, play, reach, refused, signed, type Play } from '../play';

const ready = (session: Play, candidate = signed(-30)) =>
  session.send({ type: 'signature-ready', candidate });

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

  it('3705 joins with the new signature even if the browser’s clock is an hour behind', () => {
    const session = reach.joining();
    session.send(refused(3705));
    expect(ready(session, signed(3600))).toEqual(['join iat 3600']);
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
