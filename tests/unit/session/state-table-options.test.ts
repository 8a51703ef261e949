import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/session/session-model';
import type { SignatureCandidate } from '../../../src/signature/signature-candidate';
import { error, fetcher, play, reach, refused, signed } from './play';

const changed: SessionEvent = { type: 'options-changed', joinsByItself: true };
const personal = (candidate: SignatureCandidate): SignatureCandidate => ({
  ...candidate,
  credentials: { ...candidate.credentials, zak: 'zak' },
});
const ready = (candidate: SignatureCandidate): SessionEvent => ({ type: 'signature-ready', candidate });

describe('another user joins now', () => {
  it('while a signature is being fetched: another one is fetched, with as much time', () => {
    const session = reach.preparing().at(50_000).becomes('Grace');
    expect(session.send(changed)).toEqual(['fetch-signature initial 1']);
    expect(session.deadline).toBe(110_000);
    session.send({ type: 'sdk-ready' });
    expect(session.send(ready({ ...signed(-30), user: 'Grace' }))).toEqual(['join iat -30']);
  });

  it('the same user: the fetch continues', () => {
    const session = reach.preparing();
    expect(session.send(changed)).toEqual([]);
    expect(session.becomes('Grace').send(changed)).toHaveLength(1);
    expect(session.send(changed)).toEqual([]);
  });

  it('while the SDK is missing and a retry is scheduled: the retry stays where it is', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') });
    const { deadline, nextAttemptAt } = session;
    expect(session.becomes('Grace').send(changed)).toEqual(['fetch-signature initial 1']);
    expect(session).toMatchObject({ status: 'retrying', deadline, nextAttemptAt });
  });

  it('while the signature of a retry is being fetched: another client is prepared', () => {
    const session = reach.retrying().becomes('Grace');
    expect(session.send(changed)).toEqual(['reset', 'load-sdk', 'fetch-signature initial 2']);
    expect(session.status).toBe('preparing');
  });

  it('with a signature, nothing happens before the next join', () => {
    const session = reach.retrying();
    session.send(ready(signed(20)));
    expect(session.becomes('Grace').send(changed)).toEqual([]);
    expect(session.untilDeadline()).toEqual(['reset', 'load-sdk', 'fetch-signature initial 2']);
  });

  it('twenty-one times before the SDK is asked to join: fails, and is not joined when it changes again', () => {
    const session = reach.preparing();
    for (let count = 1; count <= 20; count += 1)
      expect(session.becomes(JSON.stringify([count])).send(changed)).toHaveLength(1);
    expect(session.becomes(JSON.stringify([21])).send(changed)).toEqual([]);
    expect(session.failure?.code).toBe('INVALID_OPTIONS');
    expect(session.becomes(JSON.stringify([22])).send(changed)).toEqual([]);
    expect(session.status).toBe('failed');
  });
});

describe('another fetcher at the time of a retry', () => {
  /** A join has failed at 0 ms, and the next one is due at 500 ms. */
  function retrying(candidate: SignatureCandidate) {
    const session = reach.joining(play(), candidate);
    session.send(refused(-3000));
    expect(session.deadline).toBe(500);
    return session;
  }

  it('personal credentials are fetched again, and the signature that is valid first is used', () => {
    const session = retrying(personal(signed(-30))).anotherFetcher();
    expect(session.untilDeadline()).toEqual(['fetch-signature initial 2']);
    const fresh = { ...personal(signed(20)), fetcher: async () => '' };
    expect(session.send(ready(fresh))).toEqual(['join iat -30']);
  });

  it('what was requested when the retry was due is used, whatever the fetcher is by then', () => {
    const session = retrying(personal(signed(-30))).anotherFetcher();
    session.untilDeadline();
    session.anotherFetcher();
    expect(session.send(ready({ ...personal(signed(-20)), fetcher: async () => '' }))).toEqual([
      'join iat -30',
    ]);
  });

  it('a signature alone is used', () => {
    expect(retrying(signed(-30)).anotherFetcher().untilDeadline()).toEqual(['join iat -30']);
  });

  it('the same fetcher: its credentials are used', () => {
    expect(retrying(personal(signed(-30))).untilDeadline()).toEqual(['join iat -30']);
  });

  it('passed while the SDK is loaded again: personal credentials are fetched again', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') });
    session.send(ready(personal(signed(-30))));
    expect(session.untilDeadline()).toEqual(['load-sdk']);
    session.anotherFetcher();
    expect(session.send({ type: 'sdk-ready' })).toEqual(['fetch-signature initial 1']);
  });

  it('passed while the first join is prepared: that one uses what it has requested', () => {
    const session = reach.preparing();
    session.send(ready({ ...personal(signed(-30)), fetcher }));
    session.anotherFetcher();
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -30']);
  });
});

function withSignature(session: ReturnType<typeof play>) {
  session.send(ready(signed(20)));
  return session;
}

function offline(session: ReturnType<typeof play>) {
  session.goOffline();
  return session;
}

describe('no component is mounted when the join is due', () => {
  it('waits, and joins when one is mounted again', () => {
    const session = reach.preparing().hold(false);
    session.send({ type: 'sdk-ready' });
    expect(session.send(ready(signed(-30)))).toEqual([]);
    expect(session.status).toBe('preparing');
    expect(session.deadline).toBeUndefined();
    expect(session.hold(true).send({ type: 'retained' })).toEqual(['join iat -30']);
  });

  it('a retry waits, and joins when one is mounted again', () => {
    const session = reach.joining();
    session.send(refused(-3000));
    expect(session.hold(false).untilDeadline()).toEqual([]);
    expect(session.hold(true).send({ type: 'retained' })).toEqual(['join iat -30']);
  });

  it('another user is there by then: their signature is fetched', () => {
    const session = reach.preparing().hold(false);
    session.send({ type: 'sdk-ready' });
    session.send(ready(signed(-30)));
    expect(session.hold(true).becomes('Grace').send({ type: 'retained' })).toEqual([
      'fetch-signature initial 1',
    ]);
  });

  it.each([
    ['the SDK and the signature are missing', () => reach.preparing()],
    ['the SDK is missing', () => withSignature(reach.preparing())],
    ['a retry is scheduled', () => withSignature(reach.retrying())],
    ['the signature of a retry is missing', () => reach.retrying()],
    ['the page is offline', () => offline(reach.preparing())],
    ['the page is offline, and only the SDK is missing', () => offline(withSignature(reach.preparing()))],
  ])('changes nothing while %s', (_, reached) => {
    const session = reached();
    const { model } = session;
    expect(session.send({ type: 'retained' })).toEqual([]);
    expect(session.model).toBe(model);
  });
});

describe('the options were invalid', () => {
  const invalid = () => {
    const session = play();
    session.send({ type: 'join', invalid: error('INVALID_OPTIONS') });
    expect(session.status).toBe('failed');
    return session;
  };

  it('and have changed: joins by itself', () => {
    expect(invalid().send(changed)).toEqual(['start-join undefined']);
  });

  it('and still do not allow it: stays failed', () => {
    expect(invalid().send({ type: 'options-changed', joinsByItself: false })).toEqual([]);
  });

  it.each(['left', 'ended', 'cancelled'] as const)('and it was %s since: is not joined', (reason) => {
    const session = invalid();
    session.send({ type: 'leave', reason });
    expect(session.send(changed)).toEqual([]);
  });

  it('in the answer of the endpoint, and have changed: joins by itself', () => {
    const session = reach.preparing();
    session.send({ type: 'signature-failed', error: error('INVALID_OPTIONS') });
    expect(session.send(changed)).toEqual(['start-join undefined']);
  });

  it('another failure is not repeated', () => {
    expect(reach.failed().send(changed)).toEqual([]);
  });
});
