import { describe, expect, it } from 'vitest';
import { fetchCandidate } from '../../../src/session/fetch-candidate';
import { userOf } from '../../../src/session/join-details';
import type { ZoomJoinDetails, ZoomMeetingOptions } from '../../../src/session/session-options';
import type { SignatureCandidate } from '../../../src/signature/signature-candidate';
import type { SignatureFetcher } from '../../../src/signature/signature-fetcher';
import type { SignatureSource } from '../../../src/signature/signature-source';

type Request = Parameters<SignatureSource['fetch']>[0];

const fetchSignature: SignatureFetcher = async () => 'signature';
const options: ZoomMeetingOptions = { meetingNumber: '855 1234 5678', userName: 'Ada', fetchSignature };
const dates = { notBefore: 1000, expiresAt: 2000 };

/** Fetches from a source that returns this answer, and records the requests. */
function fetching(answer: ZoomJoinDetails = {}) {
  const requests: Request[] = [];
  const signatures: SignatureSource = {
    async fetch(request) {
      requests.push(request);
      return { ...dates, fetcher: fetchSignature, credentials: { signature: 'signature', ...answer } };
    },
    abort: () => {},
  };
  const fetch = (given: Partial<Parameters<typeof fetchCandidate>[0]> = {}) =>
    fetchCandidate({
      signatures,
      meetingNumber: '85512345678',
      options,
      changes: {},
      attempt: 1,
      reason: 'initial',
      registered: undefined,
      usedObfTokens: new Set(),
      ...given,
    });
  return { fetch, requests };
}

const registered = (details: Partial<SignatureCandidate> = {}): SignatureCandidate => ({
  ...dates,
  user: userOf(options, {}),
  fetcher: fetchSignature,
  isSingleUse: false,
  credentials: { signature: 'earlier', tk: 'tk of the registration' },
  ...details,
});

describe('the request', () => {
  it('has the meeting, the role, the attempt and its reason', async () => {
    const { fetch, requests } = fetching();
    await fetch({ attempt: 3, reason: 'rejected', options: { ...options, role: 1 } });
    expect(requests).toEqual([
      { meetingNumber: '85512345678', role: 1, attempt: 3, reason: 'rejected', hasTk: false },
    ]);
  });

  it('has role 0 by default', async () => {
    const { fetch, requests } = fetching();
    await fetch();
    expect(requests[0]?.role).toBe(0);
  });
});

describe('the result', () => {
  it('has the credentials with their dates, the user and the fetcher', async () => {
    expect(await fetching({ zak: 'zak' }).fetch()).toStrictEqual({
      ...dates,
      fetcher: fetchSignature,
      user: userOf(options, {}),
      credentials: { signature: 'signature', zak: 'zak', tk: undefined },
      isSingleUse: false,
    });
  });

  it('belongs to the user passed to join(changes)', async () => {
    const changes = { userName: 'Grace' };
    expect((await fetching().fetch({ changes })).user).toBe(userOf(options, changes));
  });

  it.each<[string, ZoomJoinDetails, ZoomJoinDetails, ZoomJoinDetails]>([
    ['the answer', { obfToken: 'token' }, {}, {}],
    ['an option', {}, { obfToken: 'token' }, {}],
    ['join(changes)', {}, {}, { obfToken: 'token' }],
  ])('is used up by one join if an on-behalf-of token came from %s', async (_, answer, details, changes) => {
    const candidate = await fetching(answer).fetch({ options: { ...options, ...details }, changes });
    expect(candidate.isSingleUse).toBe(true);
  });
});

describe('a registration token', () => {
  it('is kept, and the fetcher is told about it', async () => {
    const { fetch, requests } = fetching();
    const { credentials } = await fetch({ registered: registered() });
    expect(credentials.tk).toBe('tk of the registration');
    expect(requests[0]?.hasTk).toBe(true);
  });

  it('is replaced by a new one in the answer, but not by undefined', async () => {
    const tkAfter = async (answer: ZoomJoinDetails) =>
      (await fetching(answer).fetch({ registered: registered() })).credentials.tk;
    expect(await tkAfter({ tk: 'new' })).toBe('new');
    expect(await tkAfter({ tk: undefined })).toBe('tk of the registration');
  });

  it.each<[string, Partial<SignatureCandidate>]>([
    ['user', { user: 'another' }],
    ['fetcher', { fetcher: async () => 'another' }],
  ])('is not used for another %s', async (_, details) => {
    const { fetch, requests } = fetching();
    const { credentials } = await fetch({ registered: registered(details) });
    expect(credentials.tk).toBeUndefined();
    expect(requests[0]?.hasTk).toBe(false);
  });
});

it('rejects an answer that is not valid for a join', async () => {
  await expect(fetching({ zak: 'zak', obfToken: 'token' }).fetch()).rejects.toMatchObject({
    code: 'INVALID_OPTIONS',
  });
  await expect(
    fetching({ obfToken: 'used' }).fetch({ usedObfTokens: new Set(['used']) }),
  ).rejects.toMatchObject({ code: 'INVALID_OPTIONS' });
  await expect(fetching().fetch({ options: { ...options, userName: undefined } })).rejects.toMatchObject({
    code: 'INVALID_OPTIONS',
  });
});
