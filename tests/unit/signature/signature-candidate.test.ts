import { describe, expect, it } from 'vitest';
import {
  isForRetryOf,
  isPersonal,
  reusableOf,
  tkOf,
  type SignatureCandidate,
} from '../../../src/signature/signature-candidate';

const now = 1_760_000_000_000;
const fetcher = async () => '';
const candidate: SignatureCandidate = {
  credentials: { signature: 'a.b.c', zak: 'z' },
  user: 'Ada',
  fetcher,
  isSingleUse: false,
  notBefore: now - 30_000,
  expiresAt: now + 7_200_000,
};
const asked = { user: 'Ada', fetcher, now };

describe('credentials from an earlier join', () => {
  it('are reused by the same user with the same fetcher', () => {
    expect(reusableOf(candidate, asked)).toBe(candidate);
  });

  it.each<[string, Partial<SignatureCandidate>]>([
    ['another user', { user: 'Bob' }],
    ['another fetcher', { fetcher: async () => '' }],
    ['an on-behalf-of token, which is used up by one join', { isSingleUse: true }],
    ['the signature of another fetcher', { signedBy: async () => '' }],
    ['only a minute left', { expiresAt: now + 60_000 }],
    ['no `exp`', { expiresAt: 0 }],
  ])('are not reused: %s', (_, changes) => {
    expect(reusableOf({ ...candidate, ...changes }, asked)).toBeUndefined();
  });

  it('are reused when they are valid for just over a minute', () => {
    const fresh = { ...candidate, expiresAt: now + 60_001 };
    expect(reusableOf(fresh, asked)).toBe(fresh);
  });

  it('do not exist on the first join', () => {
    expect(reusableOf(undefined, asked)).toBeUndefined();
  });
});

describe('a registration token', () => {
  const registered = { ...candidate, credentials: { ...candidate.credentials, tk: 'tk' } };

  it('belongs to the same user and the same fetcher', () => {
    expect(tkOf(registered, asked)).toBe('tk');
    expect(tkOf(registered, { ...asked, user: 'Bob' })).toBeUndefined();
    expect(tkOf(registered, { ...asked, fetcher: async () => '' })).toBeUndefined();
    expect(tkOf(undefined, asked)).toBeUndefined();
  });
});

describe('credentials are personal', () => {
  it('if they contain more than a signature and a passcode', () => {
    expect(isPersonal({ signature: 'a.b.c' })).toBe(false);
    expect(isPersonal({ signature: 'a.b.c', password: 'right' })).toBe(false);
    expect(isPersonal({ signature: 'a.b.c', zak: undefined, tk: null as never })).toBe(false);
    expect(isPersonal({ signature: 'a.b.c', zak: undefined, userName: '' })).toBe(true);
  });
});

describe('a retry', () => {
  const signatureAlone = { ...candidate, credentials: { signature: 'a.b.c' } };
  const another = { user: 'Ada', fetcher: async () => '' };

  it('uses the credentials of the same user and fetcher', () => {
    expect(isForRetryOf(candidate, asked)).toBe(true);
    expect(isForRetryOf(candidate, { ...asked, user: 'Bob' })).toBe(false);
  });

  it('uses credentials of another fetcher if they are only a signature', () => {
    expect(isForRetryOf(signatureAlone, another)).toBe(true);
    expect(isForRetryOf(candidate, another)).toBe(false);
    expect(isForRetryOf(signatureAlone, { ...another, user: 'Bob' })).toBe(false);
  });
});
