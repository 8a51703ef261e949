import { describe, expect, it } from 'vitest';
import { change, error, play, reach, refused, signed } from '../play';

describe('events in unusual orders', () => {
  it('retryNow() during a fetch does not end the join after the backoff', () => {
    const session = reach.retrying();
    session.at(200).send({ type: 'retry-now' });
    expect(session.status).toBe('retrying');
    expect(session.deadline).toBe(20_500);
    expect(session.send({ type: 'signature-ready', candidate: signed(-30) })).toEqual(['join iat -30']);
  });

  it('a dropped connection does not cancel a leave', () => {
    const session = reach.leaving();
    session.send(change('Reconnecting', 'failover'));
    expect(session.status).toBe('leaving');
  });

  it('joins again when the connection is lost after waiting longer than the budget for the host or admission', () => {
    for (const status of ['waiting-for-host', 'waiting-room'] as const) {
      const session = reach[status]().at(600_000);
      session.send(change('Fail', '', -3000));
      expect(session.status).toBe('retrying');
    }
  });

  it('uses a held signature when the new one never arrives', () => {
    const session = reach.retrying();
    for (let step = 0; session.status === 'retrying' && step < 5; step += 1) session.untilDeadline();
    expect(session.status).toBe('joining');
  });

  it('fetches a new signature when the SDK joined on its own during a fetch and then lost the connection', () => {
    const session = reach.retrying();
    session.send(change('Connected'));
    session.roster(true);
    expect(session.status).toBe('joined');
    expect(session.at(60_000).send(change('Fail', '', -3000))).toContain('fetch-signature expiring 2');
  });

  it('a second `Fail` while rejoining does not start a new budget', () => {
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

  it('does not join a second time when the SDK has connected on its own', () => {
    const session = reach.retrying();
    session.at(600).send(change('Connected'));
    expect(session.send({ type: 'signature-ready', candidate: signed(-30) })).toEqual([]);
  });

  it('retryNow() loads the SDK again after it failed to load', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') });
    expect(session.send({ type: 'retry-now' })).toEqual(['load-sdk']);
  });

  it('ignores a late `Fail` from the previous meeting', () => {
    const session = reach.preparing(play());
    session.send({ type: 'sdk-ready' });
    session.send(change('Fail', '', -3000));
    expect(session.status).toBe('preparing');
  });

  it('stays in `retrying` until the SDK, which reconnects after giving up, is connected', () => {
    const session = reach.joined();
    session.send(change('Fail', '', -3000));
    session.send(change('Reconnecting', 'failover'));
    expect(session.status).toBe('retrying');
    session.send(change('Connected'));
    session.roster(true);
    expect(session.status).toBe('joined');
  });
});
