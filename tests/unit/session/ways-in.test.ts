// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignatureRequest, ZoomCredentials } from '../../../src/signature/signature-fetcher';
import { createFakeSignature, createFakeZoomSdk, type FakeJoin } from '../../../src/testing';
import { freshPage, openSession, pass } from './open-session';

beforeEach(freshPage);
afterEach(() => void vi.useRealTimers());

/** A session whose endpoint returns `answer(n)` for the n-th request, starting at 1. */
function asked(
  joins: FakeJoin[],
  answer: (count: number, request: SignatureRequest) => Partial<ZoomCredentials>,
  iatAhead = 0,
) {
  const requests: SignatureRequest[] = [];
  const opened = openSession({
    sdk: createFakeZoomSdk({ joins }),
    retryDelay: 1000,
    fetchSignature: async (request) => {
      requests.push(request);
      const iat = Math.floor(Date.now() / 1000) + iatAhead;
      return { signature: createFakeSignature({ iat }), ...answer(requests.length, request) };
    },
  });
  return {
    opened,
    requests,
    reasons: () => requests.map(({ reason }) => reason),
    hadTk: () => requests.map(({ hasTk }) => hasTk),
    sent: (name: 'obfToken' | 'tk' | 'userName') => opened.fake.joinCalls.map(({ options }) => options[name]),
    async play(ms = 90_000) {
      const release = opened.retain();
      await pass(ms);
      return async () => {
        release();
        await pass(25_000);
      };
    },
  };
}

describe('an on-behalf-of token', () => {
  const newToken = (count: number) => ({ obfToken: `token ${count}` });

  it.each<[string, FakeJoin[], string]>([
    ['the user is not in the meeting yet', [4017, 4017, 'ok'], 'used'],
    ['the user has left', [4019, 4019, 'ok'], 'used'],
    ['no connection', [-3000, -3000, 'ok'], 'used'],
    ['an unknown error', [200, -3000, 'ok'], 'used'],
    ['the signature was refused', [3712, 3712, 'ok'], 'rejected'],
  ])('is new for each join: %s', async (_, joins, reason) => {
    const { opened, sent, reasons, play } = asked(joins, newToken);
    const end = await play();
    expect(opened.status).toBe('joined');
    expect(sent('obfToken')).toEqual(['token 1', 'token 2', 'token 3']);
    expect(reasons()).toEqual(['initial', reason, reason]);
    await end();
  });

  it('is new when the user tries again', async () => {
    const { opened, sent, reasons, play } = asked([4005, 'ok'], newToken);
    const end = await play(2000);
    expect(opened.status).toBe('failed');
    void opened.join();
    await pass(5000);
    expect(sent('obfToken')).toEqual(['token 1', 'token 2']);
    expect(reasons()).toEqual(['initial', 'used']);
    await end();
  });

  it('is new even if the signature is held until it becomes valid', async () => {
    const { opened, sent, play } = asked([3712, 'ok'], newToken, 20);
    const end = await play();
    expect(opened.status).toBe('joined');
    expect(sent('obfToken')).toEqual(['token 1', 'token 2']);
    const [first, second] = opened.fake.joinCalls.map(({ options }) => options.signature);
    expect(second).toBe(first);
    await end();
  });

  it('is not sent again when no new one can be fetched, even if the signature is held', async () => {
    const { opened, sent, play } = asked(
      [3712, 'ok'],
      (count) => {
        if (count > 1) throw new Error('the endpoint is down');
        return newToken(count);
      },
      20,
    );
    const end = await play();
    expect(opened.error?.code).toBe('SIGNATURE_FETCH_FAILED');
    expect(sent('obfToken')).toEqual(['token 1']);
    await end();
  });

  it.each(['the answer', 'the option'])(
    'is rejected with the field’s name when it repeats: %s',
    async (from) => {
      const token = { obfToken: 'always the same' };
      const { opened, sent, play } = asked([4017, 'ok'], () => (from === 'the answer' ? token : {}));
      // A `retry` function is not called for it.
      opened.update({ retry: () => true, ...(from === 'the option' && token) });
      const end = await play();
      expect(sent('obfToken')).toEqual(['always the same']);
      expect(opened.error).toMatchObject({
        code: 'INVALID_OPTIONS',
        reason: expect.stringContaining('obfToken must be new'),
      });
      expect(JSON.stringify(opened.error)).not.toContain('always the same');
      await end();
    },
  );

  it('is rejected together with a zak', async () => {
    const { opened, play } = asked(['ok'], () => ({ obfToken: 'o', zak: 'z' }));
    const end = await play();
    expect(opened.error).toMatchObject({
      code: 'INVALID_OPTIONS',
      reason: expect.stringContaining('zak and obfToken must not'),
    });
    expect(opened.fake.joinCalls).toHaveLength(0);
    await end();
  });
});

describe('the registrant’s token', () => {
  /** An endpoint that registers a user only if necessary. */
  const registering = (count: number, { hasTk }: SignatureRequest) => (hasTk ? {} : { tk: `tk ${count}` });

  it('is requested once, however often the signature is refused', async () => {
    const { opened, sent, hadTk, play } = asked([3712, 3712, 3712, 'ok'], registering);
    const end = await play();
    expect(opened.status).toBe('joined');
    expect(hadTk()).toEqual([false, true, true, true]);
    expect(sent('tk')).toEqual(['tk 1', 'tk 1', 'tk 1', 'tk 1']);
    await end();
  });

  it('is kept when the user tries again, and when the connection is lost', async () => {
    const { opened, sent, hadTk, play } = asked([3705, 3705, 'ok', 'ok'], registering);
    const end = await play(20_000);
    expect(opened.status).toBe('failed');
    void opened.join({ password: 'right' });
    await pass(5000);
    expect(opened.status).toBe('joined');
    opened.fake.drop();
    await pass(100);
    opened.fake.fail();
    await pass(5000);
    expect(opened.status).toBe('joined');
    expect(sent('tk')).toEqual(['tk 1', 'tk 1', 'tk 1', 'tk 1']);
    expect(hadTk()).toEqual([false, true, true, true]);
    await end();
  });

  it.each<[string, FakeJoin]>([
    ['expired', 124],
    ['not accepted', 3099],
  ])('is requested again when Zoom reports that it is %s', async (_, code) => {
    const { opened, sent, hadTk, play } = asked([code, 'ok'], registering);
    const end = await play(5000);
    if (opened.status === 'failed') void opened.join();
    await pass(5000);
    expect(hadTk()).toEqual([false, false]);
    expect(sent('tk')).toEqual(['tk 1', 'tk 2']);
    await end();
  });

  it('belongs to one person, and ends with the meeting', async () => {
    const { opened, sent, hadTk, play } = asked([3705, 3705, 'ok', 'ok'], registering);
    const end = await play(5000);
    void opened.join({ userEmail: 'bob@example.com' });
    await pass(5000);
    expect(opened.status).toBe('joined');
    void opened.leave();
    await pass(5000);
    void opened.join({ userEmail: 'bob@example.com' });
    await pass(5000);
    expect(hadTk()).toEqual([false, true, false, false]);
    expect(sent('tk')).toEqual(['tk 1', 'tk 1', 'tk 3', 'tk 4']);
    await end();
  });

  it('is replaced by the one that the endpoint sends', async () => {
    const { sent, play } = asked([3712, 'ok'], (count) => ({ tk: `tk ${count}` }));
    const end = await play();
    expect(sent('tk')).toEqual(['tk 1', 'tk 2']);
    await end();
  });
});

describe('the user name', () => {
  it('can come from the endpoint alone', async () => {
    const { opened, sent, play } = asked(['ok'], () => ({ userName: 'Ada from the server' }));
    opened.update({ userName: undefined });
    const end = await play();
    expect(sent('userName')).toEqual(['Ada from the server']);
    await end();
  });

  it.each([undefined, ' '])(
    'is required in the options or the answer: the endpoint returns %j',
    async (userName) => {
      const { opened, requests, play } = asked(['ok'], () => ({ userName }));
      opened.update({ userName: undefined, retry: () => true });
      const end = await play();
      expect(opened.error).toMatchObject({
        code: 'INVALID_OPTIONS',
        reason: 'userName: must be a name that is not blank, in the options or returned by fetchSignature.',
      });
      expect(opened.fake.joinCalls).toHaveLength(0);
      expect(requests).toHaveLength(1);
      await end();
    },
  );

  it('is rejected before the fetch when it is blank', async () => {
    const { opened, requests, play } = asked(['ok'], () => ({ userName: 'Ada' }));
    opened.update({ userName: ' ' });
    const end = await play();
    expect(opened.error).toMatchObject({ code: 'INVALID_OPTIONS' });
    expect(requests).toHaveLength(0);
    await end();
  });
});

describe('empty strings in the answer, which some servers send for missing values', () => {
  const empty = { userName: '', userEmail: '', password: '', customerKey: '', zak: '', tk: '', obfToken: '' };

  it('are the same as nothing: the options count, and the signature is used again', async () => {
    const { opened, hadTk, reasons, play } = asked([-3000, 3705, 'ok'], () => empty);
    opened.update({ userEmail: 'ada@example.com', password: 'secret' });
    const end = await play();
    expect(opened.status).toBe('joined');
    expect(opened.fake.joinCalls[0]?.options).toEqual({
      meetingNumber: '1234567890',
      signature: expect.any(String),
      userName: 'Ada',
      userEmail: 'ada@example.com',
      password: 'secret',
    });
    expect(reasons()).toEqual(['initial', 'expired']);
    expect(hadTk()).toEqual([false, false]);
    await end();
  });

  it('keep the registrant’s token of an earlier answer', async () => {
    const { sent, hadTk, play } = asked([3705, 'ok'], (count) => ({ tk: count === 1 ? 'tk 1' : '' }));
    const end = await play();
    expect(hadTk()).toEqual([false, true]);
    expect(sent('tk')).toEqual(['tk 1', 'tk 1']);
    await end();
  });

  it('as the option obfToken: the signature is used again', async () => {
    const { opened, reasons, play } = asked([-3000, -3000, 'ok'], () => ({}));
    opened.update({ obfToken: '' });
    const end = await play();
    expect(opened.status).toBe('joined');
    expect(reasons()).toEqual(['initial']);
    await end();
  });
});
