// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignatureRequest, ZoomCredentials } from '../../../src/signature/signature-fetcher';
import { createFakeSignature, createFakeZoomSdk, type FakeJoin } from '../../../src/testing';
import { freshPage, openSession, pass } from './open-session';

beforeEach(freshPage);
afterEach(() => void vi.useRealTimers());

/** A session whose endpoint answers for the signed-in user. */
function signedIn(joins: FakeJoin[] = ['ok'], answer: Partial<ZoomCredentials> = {}) {
  const requests: SignatureRequest[] = [];
  let user = 'Ada';
  const opened = openSession({
    sdk: createFakeZoomSdk({ joins }),
    fetchSignature: async (request) => {
      requests.push(request);
      return { signature: createFakeSignature(), customerKey: user, zak: `zak of ${user}`, ...answer };
    },
  });
  return {
    opened,
    requests,
    /** Another user signs in, which changes the app's props. */
    becomes(name: string) {
      user = name;
      opened.update({ userName: name });
    },
    last: () => opened.fake.joinCalls.at(-1)?.options,
  };
}

describe('a signature and its credentials', () => {
  it('are not used after leaving', async () => {
    const { opened, requests } = signedIn();
    const release = opened.retain();
    await pass(2000);
    void opened.leave();
    await pass(2000);
    void opened.join();
    await pass(2000);
    expect(opened.status).toBe('joined');
    expect(requests.map(({ reason }) => reason)).toEqual(['initial', 'initial']);
    release();
    await pass(5000);
  });

  // When the host arrives, the SDK joins with the options of its client's first join.
  it.each([
    ['after leaving', ['ok', 3008], ({ leave }: ReturnType<typeof openSession>) => void leave()],
    ['after a failure', [4005, 3008], () => {}],
    ['between two attempts', [-3000, 3008], () => {}],
  ] as const)('belong to one user when another one waits for the host %s', async (_, joins, end) => {
    const { opened, becomes } = signedIn([...joins]);
    const release = opened.retain();
    await pass(400);
    end(opened);
    becomes('Bob');
    await pass(4000);
    void opened.join();
    await pass(4000);
    expect(opened.status).toBe('waiting-for-host');
    opened.fake.hostArrives();
    await pass(2000);
    expect(opened.status).toBe('joined');
    expect(opened.session.getClient()?.getCurrentUser()?.displayName).toBe('Bob');
    release();
    await pass(5000);
  });

  it('belong to one user: new ones are fetched when another user joins after a failure', async () => {
    const { opened, requests, becomes, last } = signedIn([4005, 'ok']);
    const release = opened.retain();
    await pass(2000);
    expect(opened.status).toBe('failed');
    becomes('Bob');
    void opened.join();
    await pass(2000);
    expect(last()).toMatchObject({ userName: 'Bob', customerKey: 'Bob', zak: 'zak of Bob' });
    expect(requests.map(({ reason }) => reason)).toEqual(['initial', 'initial']);
    release();
    await pass(5000);
  });

  it('belong to one user: new ones are fetched when another user signs in before a retry', async () => {
    const { opened, becomes, last } = signedIn([-3000, 'ok']);
    const release = opened.retain();
    await pass(350);
    expect(opened.status).toBe('retrying');
    becomes('Bob');
    await pass(5000);
    expect(opened.status).toBe('joined');
    expect(last()).toMatchObject({ userName: 'Bob', zak: 'zak of Bob' });
    release();
    await pass(5000);
  });

  it('belong to one fetcher', async () => {
    const { opened } = signedIn([4005, 'ok']);
    const release = opened.retain();
    await pass(2000);
    const another = vi.fn(async () => createFakeSignature());
    opened.update({ fetchSignature: another });
    void opened.join();
    await pass(2000);
    expect(another).toHaveBeenCalledTimes(1);
    release();
    await pass(5000);
  });

  it('are reused by the same user when only the passcode was wrong', async () => {
    const { opened, requests, last } = signedIn([3004, 'ok']);
    const release = opened.retain();
    await pass(2000);
    void opened.join({ password: 'right' });
    await pass(2000);
    expect(last()).toMatchObject({ password: 'right' });
    expect(requests).toHaveLength(1);
    release();
    await pass(5000);
  });
});

describe('the order of precedence: `join(changes)`, the fetcher’s answer, the options', () => {
  const answer = { zak: 'answered', password: 'answered', userName: 'answered' };

  it('prefers the answer to the options', async () => {
    const { opened, last } = signedIn(['ok'], answer);
    opened.update({ zak: 'option', password: 'option', tk: 'option' });
    const release = opened.retain();
    await pass(2000);
    expect(last()).toMatchObject({ ...answer, tk: 'option' });
    release();
    await pass(5000);
  });

  it('prefers `join(changes)` to both, even when rejoining after a lost connection', async () => {
    const { opened, last } = signedIn(['ok'], answer);
    opened.update({ autoJoin: false, zak: 'option' });
    const release = opened.retain();
    void opened.join({ zak: 'changed', password: 'changed' });
    await pass(2000);
    expect(last()).toMatchObject({ zak: 'changed', password: 'changed', userName: 'answered' });
    opened.fake.drop();
    await pass(100);
    opened.fake.fail();
    await pass(5000);
    expect(opened.fake.joinCalls).toHaveLength(2);
    expect(last()).toMatchObject({ zak: 'changed', password: 'changed' });
    release();
    await pass(5000);
  });

  it('does not apply the changes of one join to the next', async () => {
    const { opened, last } = signedIn([3004, 'ok'], { zak: undefined });
    opened.update({ autoJoin: false });
    const release = opened.retain();
    void opened.join({ password: 'wrong', zak: 'old' });
    await pass(2000);
    opened.update({ password: 'right', zak: 'new' });
    void opened.join();
    await pass(2000);
    expect(last()).toMatchObject({ password: 'right', zak: 'new' });
    release();
    await pass(5000);
  });

  it('forgets changes that are rejected', async () => {
    const { opened, last } = signedIn();
    opened.update({ autoJoin: false });
    const release = opened.retain();
    expect(await opened.join({ userName: ' ', password: 'old' })).toMatchObject({ status: 'failed' });
    void opened.join();
    await pass(2000);
    expect(last()).toMatchObject({ userName: 'Ada' });
    expect(last()).not.toHaveProperty('password');
    release();
    await pass(5000);
  });
});
