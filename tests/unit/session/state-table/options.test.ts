import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../../src/session/session-model';
import type { SignatureCandidate } from '../../../../src/signature/signature-candidate';
import { error, fetcher, play, reach, refused, signed } from '../play';

const changed: SessionEvent = { type: 'options-changed', joinsByItself: true };
const personal = (candidate: SignatureCandidate): SignatureCandidate => ({
  ...candidate,
  credentials: { ...candidate.credentials, zak: 'zak' },
});
const ready = (candidate: SignatureCandidate): SessionEvent => ({ type: 'signature-ready', candidate });

describe('when another user joins', () => {
  it('fetches another signature while one is being fetched, with as much time', () => {
    const session = reach.preparing().at(50_000).becomes('Grace');
    expect(session.send(changed)).toEqual(['fetch-signature initial 1']);
    expect(session.deadline).toBe(110_000);
    session.send({ type: 'sdk-ready' });
    expect(session.send(ready({ ...signed(-30), user: 'Grace' }))).toEqual(['join iat -30']);
  });

  it('continues the fetch for the same user', () => {
    const session = reach.preparing();
    expect(session.send(changed)).toEqual([]);
    expect(session.becomes('Grace').send(changed)).toHaveLength(1);
    expect(session.send(changed)).toEqual([]);
  });

  it('keeps the time of a scheduled retry while the SDK is missing', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') });
    const { deadline, nextAttemptAt } = session;
    expect(session.becomes('Grace').send(changed)).toEqual(['fetch-signature initial 1']);
    expect(session).toMatchObject({ status: 'retrying', deadline, nextAttemptAt });
  });

  it('prepares another client while the signature of a retry is being fetched', () => {
    const session = reach.retrying().becomes('Grace');
    expect(session.send(changed)).toEqual(['reset', 'load-sdk', 'fetch-signature initial 2']);
    expect(session.status).toBe('preparing');
  });

  it('does nothing before the next join if it has a signature', () => {
    const session = reach.retrying();
    session.send(ready(signed(20)));
    expect(session.becomes('Grace').send(changed)).toEqual([]);
    expect(session.untilDeadline()).toEqual(['reset', 'load-sdk', 'fetch-signature initial 2']);
  });

  it('fails at the 21st user before Zoom is asked, and does not join when the user changes again', () => {
    const session = reach.preparing();
    for (let count = 1; count <= 20; count += 1)
      expect(session.becomes(JSON.stringify([count])).send(changed)).toHaveLength(1);
    expect(session.becomes(JSON.stringify([21])).send(changed)).toEqual([]);
    expect(session.failure?.code).toBe('INVALID_OPTIONS');
    expect(session.becomes(JSON.stringify([22])).send(changed)).toEqual([]);
    expect(session.status).toBe('failed');
  });

  it('counts from zero at the next join()', () => {
    const session = reach.preparing();
    for (let count = 1; count <= 21; count += 1) session.becomes(JSON.stringify([count])).send(changed);
    session.send({ type: 'join' });
    expect(session.becomes(JSON.stringify([22])).send(changed)).toHaveLength(1);
  });

  it('counts from zero once Zoom was asked', () => {
    const session = reach.preparing();
    for (let count = 1; count <= 15; count += 1) session.becomes(JSON.stringify([count])).send(changed);
    session.send({ type: 'sdk-ready' });
    session.send(ready({ ...signed(-30), user: JSON.stringify([15]) }));
    session.send(refused(3705));
    for (let count = 16; count <= 30; count += 1)
      expect(session.becomes(JSON.stringify([count])).send(changed)).not.toEqual([]);
    expect(session.status).toBe('preparing');
  });
});

describe('when another user joins with invalid options', () => {
  const invalid = error('INVALID_OPTIONS');

  it('fails while a signature is being fetched, and joins when the options have become valid', () => {
    const session = reach.preparing(play({ invalid })).becomes('');
    expect(session.send(changed)).toEqual([]);
    expect(session.failure).toBe(invalid);
    expect(session.send(changed)).toEqual(['start-join undefined']);
  });

  it('fails when the page is online again', () => {
    const session = reach.preparing(play({ invalid }));
    session.goOffline();
    expect(session.becomes('').goOnline()).toEqual([]);
    expect(session.failure).toBe(invalid);
  });

  it('fails when the retry is due', () => {
    const session = reach.joining(play({ invalid }));
    session.send(refused(-3000));
    expect(session.becomes('').untilDeadline()).toEqual([]);
    expect(session.failure).toBe(invalid);
  });
});

describe('when the app passes another fetcher before a retry', () => {
  /** A join has failed at 0 ms, and the next one is due at 500 ms. */
  function retrying(candidate: SignatureCandidate) {
    const session = reach.joining(play(), candidate);
    session.send(refused(-3000));
    expect(session.deadline).toBe(500);
    return session;
  }

  it('fetches personal credentials again, and uses the signature that becomes valid first', () => {
    const session = retrying(personal(signed(-30))).anotherFetcher();
    expect(session.untilDeadline()).toEqual(['fetch-signature initial 2']);
    const fresh = { ...personal(signed(20)), fetcher: async () => '' };
    expect(session.send(ready(fresh))).toEqual(['join iat -30']);
  });

  it('uses what was requested when the retry was due, although the fetcher has changed since', () => {
    const session = retrying(personal(signed(-30))).anotherFetcher();
    session.untilDeadline();
    session.anotherFetcher();
    expect(session.send(ready({ ...personal(signed(-20)), fetcher: async () => '' }))).toEqual([
      'join iat -30',
    ]);
  });

  it('uses a signature without personal credentials', () => {
    expect(retrying(signed(-30)).anotherFetcher().untilDeadline()).toEqual(['join iat -30']);
  });

  it('uses the personal credentials if the fetcher is the same', () => {
    expect(retrying(personal(signed(-30))).untilDeadline()).toEqual(['join iat -30']);
  });

  it('fetches personal credentials again if the SDK was loaded again meanwhile', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-failed', error: error('SDK_LOAD_FAILED') });
    session.send(ready(personal(signed(-30))));
    expect(session.untilDeadline()).toEqual(['load-sdk']);
    session.anotherFetcher();
    expect(session.send({ type: 'sdk-ready' })).toEqual(['fetch-signature initial 1']);
  });

  it('uses what was requested for the first join', () => {
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

describe('the person whose join the SDK’s client remembers', () => {
  const named = (userName: string, iat = -30): SignatureCandidate => ({
    ...signed(iat),
    credentials: { signature: `iat ${iat}`, userName },
  });

  it('prepares a new client for another user whose signature has arrived, and joins with it', () => {
    const session = reach.joining().becomes('Grace');
    session.send(refused(3705));
    expect(session.send(ready({ ...signed(-20), user: 'Grace' }))).toEqual(['reset', 'load-sdk']);
    expect(session.status).toBe('preparing');
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join iat -20']);
  });

  it('prepares a new client for another name in the answer of fetchSignature', () => {
    const session = reach.joining(play(), named('Ada'));
    session.send(refused(3705));
    expect(session.send(ready(named('Grace', -20)))).toEqual(['reset', 'load-sdk']);
  });

  it('retries with the same client for the same person', () => {
    const session = reach.joining(play(), named('Ada'));
    session.send(refused(3705));
    expect(session.send(ready(named('Ada', -20)))).toEqual(['join iat -20']);
  });

  it('prepares one new client only', () => {
    const session = reach.joining(play(), named('Ada'));
    session.send(refused(3705));
    session.send(ready(named('Grace', -20)));
    session.send({ type: 'sdk-ready' });
    session.send(refused(-3000));
    expect(session.untilDeadline()).toEqual(['join iat -20']);
  });
});

describe('when no component is mounted and the join is due', () => {
  it('waits, and joins when a component is mounted again', () => {
    const session = reach.preparing().hold(false);
    session.send({ type: 'sdk-ready' });
    expect(session.send(ready(signed(-30)))).toEqual([]);
    expect(session.status).toBe('preparing');
    expect(session.deadline).toBeUndefined();
    expect(session.hold(true).send({ type: 'retained' })).toEqual(['join iat -30']);
  });

  it('waits with a retry, and joins when a component is mounted again', () => {
    const session = reach.joining();
    session.send(refused(-3000));
    expect(session.hold(false).untilDeadline()).toEqual([]);
    expect(session.hold(true).send({ type: 'retained' })).toEqual(['join iat -30']);
  });

  it('fetches a signature for another user who is signed in by then', () => {
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
  ])('changes nothing when a component is mounted while %s', (_, reached) => {
    const session = reached();
    const { model } = session;
    expect(session.send({ type: 'retained' })).toEqual([]);
    expect(session.model).toBe(model);
  });
});

describe('after a failure because of invalid options', () => {
  const invalid = () => {
    const session = play();
    session.send({ type: 'join', invalid: error('INVALID_OPTIONS') });
    expect(session.status).toBe('failed');
    return session;
  };

  it('joins when the options have become valid', () => {
    expect(invalid().send(changed)).toEqual(['start-join undefined']);
  });

  it('stays failed while the options are invalid or autoJoin is off', () => {
    expect(invalid().send({ type: 'options-changed', joinsByItself: false })).toEqual([]);
  });

  it.each(['left', 'ended', 'cancelled'] as const)('does not join if the meeting was %s since', (reason) => {
    const session = invalid();
    session.send({ type: 'leave', reason });
    expect(session.send(changed)).toEqual([]);
  });

  it('joins when the options have changed after an invalid answer', () => {
    const session = reach.preparing();
    session.send({ type: 'signature-failed', error: error('INVALID_OPTIONS') });
    expect(session.send(changed)).toEqual(['start-join undefined']);
  });

  it('joins twenty times without asking Zoom, and then stays failed', () => {
    const session = invalid();
    for (let count = 1; count <= 20; count += 1) {
      expect(session.send(changed)).toEqual(['start-join undefined']);
      session.send({ type: 'join' });
      session.send({ type: 'signature-failed', error: error('INVALID_OPTIONS') });
    }
    expect(session.send(changed)).toEqual([]);
    expect(session.status).toBe('failed');
  });

  it('does not join after another failure', () => {
    expect(reach.failed().send(changed)).toEqual([]);
  });
});
