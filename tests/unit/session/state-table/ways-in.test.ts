import { describe, expect, it } from 'vitest';
import type { SignatureCandidate } from '../../../../src/signature/signature-candidate';
import { play, reach, refused, signed } from '../play';

const singleUse = (): SignatureCandidate => ({ ...signed(-30), isSingleUse: true });
const withTk = (): SignatureCandidate => {
  const candidate = signed(-30);
  return { ...candidate, credentials: { ...candidate.credentials, tk: 'tk' } };
};

describe('a registration token', () => {
  it('is kept for the next attempt', () => {
    const session = reach.joining(play(), withTk());
    expect(session.keptTk).toBe('tk');
    session.send(refused(-3000));
    expect(session.keptTk).toBe('tk');
  });

  it.each([124, 3099] as const)('is dropped when Zoom asks for another one: %s', (code) => {
    const session = reach.joining(play(), withTk());
    session.send(refused(code));
    expect(session.keptTk).toBeUndefined();
  });

  it('is kept when the meeting fails before joining, and dropped after it was joined', () => {
    const before = reach.joining(play(), withTk());
    before.send(refused(3004));
    expect(before.keptTk).toBe('tk');

    const after = play({ retry: { retry: false } });
    reach.joining(after, withTk()).send({ type: 'join-resolved' });
    after.roster(true);
    after.send({ type: 'leave', reason: 'left' });
    after.send({ type: 'left', reason: 'left' });
    expect(after.keptTk).toBeUndefined();
  });
});

describe('credentials with an on-behalf-of token', () => {
  it('are fetched again for each attempt', () => {
    expect(reach.joining(play(), singleUse()).send(refused(-3000))).toEqual(['fetch-signature used 2']);
    expect(reach.joining().send(refused(-3000))).toEqual([]);
  });

  it('are fetched again after a failed join, and the fetcher is told why', () => {
    const reasonOfNext = (candidate: SignatureCandidate) => {
      const session = reach.joining(play(), candidate);
      session.send(refused(3004));
      return session.send({ type: 'join' });
    };
    expect(reasonOfNext(singleUse())).toContain('fetch-signature used 1');
    expect(reasonOfNext(signed(-30))).toContain('fetch-signature expiring 1');
  });
});

describe('the credentials of the next join', () => {
  it.each([
    ['sign in', 3051, 'initial'],
    ['register', 3099, 'initial'],
    ['enter the passcode', 3004, 'expiring'],
  ] as const)('after the user has to %s', (_, code, reason) => {
    const session = reach.joining();
    session.send(refused(code));
    expect(session.status).toBe('failed');
    expect(session.send({ type: 'join' })).toContain(`fetch-signature ${reason} 1`);
  });
});

describe('after a failure', () => {
  it('cancel() ends the meeting, and leave() does nothing', () => {
    const session = reach.failed();
    session.send({ type: 'leave', reason: 'left' });
    expect(session.status).toBe('failed');
    session.send({ type: 'leave', reason: 'cancelled' });
    expect(session.state).toEqual({ status: 'ended', reason: 'cancelled' });
  });
});

describe('waiting for the user’s own row', () => {
  it('continues while the SDK lists only others, and has no limit once the row is on hold', () => {
    const session = reach['waiting-room']();
    const { deadline } = session;
    expect(deadline).toBeDefined();
    session.happen({ type: 'roster-changed' }, 100, 'unknown');
    expect(session.deadline).toBe(deadline);
    session.happen({ type: 'roster-changed' }, 100, 'on-hold');
    expect(session.deadline).toBeUndefined();
  });
});

describe('a held signature', () => {
  /** It is time to join, and the new signature is still being fetched. */
  const due = (session = reach.retrying()) => session.at(21_000);

  it('is used when it becomes valid before the new one arrives', () => {
    expect(due().send({ type: 'deadline' })).toEqual(['join iat 20']);
  });

  it('is not used for another user, or if it is for a single join', () => {
    expect(due().becomes('Bob').send({ type: 'deadline' })).toEqual([]);
    const used = reach.retrying(play(), { ...signed(20), isSingleUse: true });
    expect(due(used).send({ type: 'deadline' })).toEqual([]);
  });
});
