import { describe, expect, it } from 'vitest';
import type { SignatureCandidate } from '../../../../src/signature/signature-candidate';
import { error, play, reach, refused, signed } from '../play';

const personal = (): SignatureCandidate => {
  const candidate = signed(-30);
  return { ...candidate, credentials: { ...candidate.credentials, zak: 'zak' } };
};
const hour = 3_600_000;

/** Offline while the SDK loads. The signature has been fetched. */
function paused(candidate = signed(-30)) {
  const session = reach.preparing();
  session.send({ type: 'signature-ready', candidate });
  session.goOffline();
  return session;
}

describe('a signature fetched before a pause', () => {
  it('is used if it is valid for a minute', () => {
    expect(paused().goOnline()).toEqual(['load-sdk']);
  });

  it('is fetched again if it has expired', () => {
    const session = paused();
    session.at(3 * hour);
    expect(session.goOnline()).toEqual(['load-sdk', 'fetch-signature expiring 1']);
  });

  it('is fetched again if another fetcher is passed', () => {
    const session = paused();
    session.anotherFetcher();
    expect(session.goOnline()).toEqual(['load-sdk', 'fetch-signature initial 1']);
  });

  it('is fetched again by the join when another user joins, who needs another client', () => {
    const session = paused();
    session.becomes('Grace');
    expect(session.goOnline()).toEqual(['load-sdk']);
    expect(session.send({ type: 'sdk-ready' })).toEqual(['fetch-signature initial 1']);
  });

  it('is not held if it has expired, and the reason of the fetch is kept', () => {
    const session = reach.joining(play(), signed(20));
    expect(session.send(refused(3712))).toEqual(['fetch-signature rejected 2']);
    session.goOffline();
    session.at(3 * hour);
    expect(session.goOnline()).toEqual(['fetch-signature rejected 2']);
    expect(session.send({ type: 'signature-failed', error: error('SIGNATURE_FETCH_FAILED') })).toEqual([]);
    expect(session.failure?.code).toBe('SIGNATURE_FETCH_FAILED');
  });

  it('is held if it will become valid, and used if no other one arrives', () => {
    const session = reach.joining(play(), signed(20));
    session.send(refused(3712));
    session.goOffline();
    session.at(30_000);
    session.goOnline();
    expect(session.send({ type: 'signature-failed', error: error('SIGNATURE_FETCH_FAILED') })).toEqual([
      'join iat 20',
    ]);
  });
});

describe('the fetcher changes while a join is in progress', () => {
  it('a retry fetches personal credentials again during the backoff', () => {
    const session = reach.joining(play(), personal());
    session.anotherFetcher();
    expect(session.send(refused(-3000))).toEqual(['fetch-signature initial 2']);
  });

  it('a retry reuses a signature without credentials', () => {
    const session = reach.joining();
    session.anotherFetcher();
    expect(session.send(refused(-3000))).toEqual([]);
    expect(session.untilDeadline()).toEqual(['join iat -30']);
  });

  it('does not use held personal credentials when the fetch fails', () => {
    const ahead = { ...personal(), notBefore: signed(20).notBefore };
    const session = reach.joining(play(), ahead);
    session.send(refused(3712));
    session.anotherFetcher();
    expect(session.send({ type: 'signature-failed', error: error('SIGNATURE_FETCH_FAILED') })).toEqual([]);
    expect(session.failure?.code).toBe('SIGNATURE_FETCH_FAILED');
  });

  it('does not use held personal credentials when they become valid before the fetch is done', () => {
    const ahead = { ...personal(), notBefore: signed(3).notBefore };
    const session = reach.joining(play(), ahead);
    session.send(refused(3712));
    session.anotherFetcher();
    session.untilDeadline();
    expect(session.status).toBe('retrying');
    session.send({ type: 'signature-ready', candidate: signed(-30) });
    expect(session.status).toBe('joining');
  });

  it('fetches with a new client for the retry when the user changes as well', () => {
    const session = reach.joining(play(), personal());
    session.becomes('Grace').anotherFetcher();
    expect(session.send(refused(-3000))).toEqual([]);
    expect(session.untilDeadline()).toEqual(['reset', 'load-sdk', 'fetch-signature initial 2']);
  });
});

describe('a registration token', () => {
  it('is kept when a later answer has none', () => {
    const candidate = { ...signed(20), credentials: { signature: 'iat 20', tk: 'tk' } };
    const session = reach.joining(play(), candidate);
    session.send(refused(3712));
    session.send({ type: 'signature-ready', candidate: signed(21) });
    expect(session.keptTk).toBe('tk');
  });
});

it('allows a signature to take as long as `joinTimeout` after a pause', () => {
  const session = reach.joining(play(), signed(20));
  session.send(refused(3712));
  session.goOffline();
  session.at(3 * hour);
  session.goOnline();
  expect(session.deadline).toBe(3 * hour + 60_000);
});
