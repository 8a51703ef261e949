import { describe, expect, it } from 'vitest';
import { change, error, play, reach, refused, signed } from './play';

describe('events in random order', () => {
  it('"try now" while the fresh signature is under way must not end the join when the backoff is over', () => {
    const session = reach.retrying();
    session.at(200).send({ type: 'retry-now' });
    expect(session.status).toBe('retrying');
    expect(session.deadline).toBe(20_500);
    expect(session.send({ type: 'signature-ready', candidate: signed(-30) })).toEqual(['join iat -30']);
  });

  it('a dropped connection must not call a meeting back that is being left', () => {
    const session = reach.leaving();
    session.send(change('Reconnecting', 'failover'));
    expect(session.status).toBe('leaving');
  });

  it('lost while waiting for host or admission for more than the budget: still worth a join', () => {
    for (const status of ['waiting-for-host', 'waiting-room'] as const) {
      const session = reach[status]().at(600_000);
      session.send(change('Fail', '', -3000));
      expect(session.status).toBe('retrying');
    }
  });

  it('a held signature is used when the fresh one never comes, as when it fails', () => {
    const session = reach.retrying();
    for (let step = 0; session.status === 'retrying' && step < 5; step += 1) session.untilDeadline();
    expect(session.status).toBe('joining');
  });

  it('joined on its own during a fetch, then lost: a new signature is fetched', () => {
    const session = reach.retrying();
    session.send(change('Connected'));
    session.roster(true);
    expect(session.status).toBe('joined');
    expect(session.at(60_000).send(change('Fail', '', -3000))).toContain('fetch-signature expiring 2');
  });

  it('a second "Fail" while joining anew is no new budget', () => {
    const session = reach.joined();
    session.send(change('Fail', '', -3000));
    session.send({ type: 'signature-ready', candidate: signed(-30) });
    let joins = 0;
    for (let step = 0; step < 20 && session.status !== 'failed'; step += 1) {
      const effects = session.untilDeadline();
      if (!effects.some((effect) => effect.startsWith('join '))) continue;
      joins += 1;
      session.send(refused(-3000));
      session.send(change('Fail', '', -3000));
      session.send({ type: 'signature-ready', candidate: signed(-30) });
    }
    expect(joins).toBeLessThanOrEqual(5);
  });

  it('the SDK has connected on its own: there is no second join', () => {
    const session = reach.retrying();
    session.at(600).send(change('Connected'));
    expect(session.send({ type: 'signature-ready', candidate: signed(-30) })).toEqual([]);
  });

  it('"try now" after the SDK did not load loads it now', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') });
    expect(session.send({ type: 'retry-now' })).toEqual(['load-sdk']);
  });

  it('a late "Fail" of the meeting before is no failure of this one', () => {
    const session = reach.preparing(play());
    session.send({ type: 'sdk-ready' });
    session.send(change('Fail', '', -3000));
    expect(session.status).toBe('preparing');
  });

  it('the SDK reconnects after it gave up: the retry continues until it is connected', () => {
    const session = reach.joined();
    session.send(change('Fail', '', -3000));
    session.send(change('Reconnecting', 'failover'));
    expect(session.status).toBe('retrying');
    session.send(change('Connected'));
    session.roster(true);
    expect(session.status).toBe('joined');
  });
});
