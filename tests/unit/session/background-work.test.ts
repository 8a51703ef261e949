import { describe, expect, it, vi } from 'vitest';
import { createBackgroundWork } from '../../../src/session/background-work';
import type { SessionEvent } from '../../../src/session/session-model';

const ready: SessionEvent = { type: 'sdk-ready' };
const settle = () => new Promise((resolve) => setTimeout(resolve));
const failed = (error: unknown) => ({ type: 'sdk-failed', error }) as SessionEvent;

/** Work that the test completes. */
function pending() {
  let resolve!: (event: SessionEvent) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<SessionEvent>((...settles) => ([resolve, reject] = settles));
  let isCurrent = () => false;
  return {
    work: (current: () => boolean) => {
      isCurrent = current;
      return promise;
    },
    resolve,
    reject,
    isCurrent: () => isCurrent(),
  };
}

function create() {
  const dispatch = vi.fn();
  return { dispatch, work: createBackgroundWork(dispatch, () => 3) };
}

describe('background work', () => {
  it('dispatches its event when it is done', async () => {
    const { dispatch, work } = create();
    const { work: task, resolve, isCurrent } = pending();
    work.start('sdk', task, failed);
    expect(isCurrent()).toBe(true);
    expect(dispatch).not.toHaveBeenCalled();
    resolve(ready);
    await settle();
    expect(dispatch.mock.calls).toEqual([[ready]]);
  });

  it('dispatches the error and the number of attempts when it fails', async () => {
    const { dispatch, work } = create();
    work.start('sdk', () => Promise.reject({ errorCode: 3004, reason: 'no' }), failed);
    await settle();
    expect(dispatch.mock.calls).toMatchObject([
      [{ type: 'sdk-failed', error: { code: 3004, reason: 'no', attempts: 3 } }],
    ]);
  });

  it.each(['resolves', 'rejects'] as const)('ignores earlier work of the same kind that %s', async (how) => {
    const { dispatch, work } = create();
    const [first, second] = [pending(), pending()];
    work.start('sdk', first.work, failed);
    work.start('sdk', second.work, failed);
    expect([first.isCurrent(), second.isCurrent()]).toEqual([false, true]);
    if (how === 'resolves') first.resolve({ type: 'join-resolved' });
    else first.reject(new Error('no'));
    second.resolve(ready);
    await settle();
    expect(dispatch.mock.calls).toEqual([[ready]]);
  });

  it('can be dropped by kind, without affecting other kinds', async () => {
    const { dispatch, work } = create();
    const [sdk, signature] = [pending(), pending()];
    work.start('sdk', sdk.work, failed);
    work.start('signature', signature.work, failed);
    work.drop('signature');
    expect([sdk.isCurrent(), signature.isCurrent()]).toEqual([true, false]);
    signature.reject(new Error('no'));
    sdk.resolve(ready);
    await settle();
    expect(dispatch.mock.calls).toEqual([[ready]]);
  });

  it('can be dropped altogether', async () => {
    const { dispatch, work } = create();
    const all = [pending(), pending()];
    work.start('sdk', all[0]!.work, failed);
    work.start('join', all[1]!.work, failed);
    work.dropAll();
    for (const { resolve, isCurrent } of all) {
      expect(isCurrent()).toBe(false);
      resolve(ready);
    }
    await settle();
    expect(dispatch).not.toHaveBeenCalled();
  });
});
