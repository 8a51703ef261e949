import { onlineManager } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SignatureFetcher } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

/** After waiting for the host, a client of the SDK joins as the person of its first join. */
describe('Grace is in the meeting after waiting for the host if she signed in after Ada', () => {
  const fetchFor =
    (details: object = {}, ms = 0): SignatureFetcher =>
    async ({ meetingNumber, role }) => {
      if (ms) await new Promise((resolve) => setTimeout(resolve, ms));
      return { signature: createFakeSignature({ mn: meetingNumber, role }), ...details };
    };
  const as = (userName: string, ms = 0) => ({
    userName,
    customerKey: userName,
    fetchSignature: fetchFor({}, ms),
  });

  async function inAfterTheHost(fake: ReturnType<typeof createFakeZoomSdk>) {
    await pass(30_000);
    expect(fake.state).toBe('waiting-for-host');
    act(() => fake.hostArrives());
    await pass(5000);
    return fake.currentUser?.displayName;
  }

  it('while the meeting was joined, before the connection was lost', async () => {
    const fake = createFakeZoomSdk();
    const one = meetingOn(fake, as('Ada'));
    const { rerender } = render(one.element());
    await pass(3000);
    rerender(one.element(as('Grace')));
    await pass(100);
    fake.setJoins([3008, 'ok']);
    act(() => fake.fail());
    expect(await inAfterTheHost(fake)).toBe('Grace');
    expect(fake.destroyCalls).toHaveLength(1);
  });

  it.each([3712, 3623, -3000])('during a join that is refused with %d', async (code) => {
    const fake = createFakeZoomSdk({ joins: [code, 3008, 'ok'], joinMs: 1000 });
    const one = meetingOn(fake, as('Ada'));
    const { rerender } = render(one.element());
    await pass(300);
    expect(one.meeting().status).toBe('joining');
    rerender(one.element(as('Grace')));
    expect(await inAfterTheHost(fake)).toBe('Grace');
  });

  it('while the page was offline during a fetch', async () => {
    const fake = createFakeZoomSdk({ joins: [3712, 3008, 'ok'] });
    const one = meetingOn(fake, as('Ada', 500));
    const { rerender } = render(one.element());
    await pass(900);
    act(() => onlineManager.setOnline(false));
    rerender(one.element(as('Grace')));
    await pass(100);
    act(() => onlineManager.setOnline(true));
    expect(await inAfterTheHost(fake)).toBe('Grace');
  });

  it.each([3712, -3000])('with another fetcher only, before a retry after %d', async (code) => {
    const fake = createFakeZoomSdk({ joins: [code, 3008, 'ok'] });
    const by = (name: string) => ({ fetchSignature: fetchFor({ userName: name, zak: `zak of ${name}` }) });
    const one = meetingOn(fake, { userName: undefined, retryDelay: 3000, ...by('Ada') });
    const { rerender } = render(one.element());
    await pass(1000);
    rerender(one.element(by('Grace')));
    expect(await inAfterTheHost(fake)).toBe('Grace');
  });

  it('uses the name that join() was given during a join that is refused', async () => {
    const fake = createFakeZoomSdk({ joins: [3712, 3008, 'ok'], joinMs: 1000 });
    const one = meetingOn(fake, as('Ada'));
    render(one.element());
    await pass(300);
    void one.meeting().join({ userName: 'Ada L.' });
    expect(await inAfterTheHost(fake)).toBe('Ada L.');
  });

  it('retries with the same client for the same person', async () => {
    const fake = createFakeZoomSdk({ joins: [3712, 'ok'] });
    render(meetingOn(fake, as('Ada')).element());
    await pass(30_000);
    expect(fake.state).toBe('joined');
    expect(fake.destroyCalls).toEqual([]);
  });
});
