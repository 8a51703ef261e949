// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageClient, requestPage } from '../../../src/sdk/page-lease';

const slotKey = Symbol.for('react-zoom-meeting');
const page = globalThis as { [slotKey]?: unknown };
beforeEach(() => void Reflect.deleteProperty(page, slotKey));
afterEach(() => void Reflect.deleteProperty(page, slotKey));

/** A meeting that waits in the queue. */
function meeting(meetingNumber: string, yields = false) {
  const busy: string[] = [];
  const holder = {
    meetingNumber,
    yieldPage: vi.fn(() => yields),
    onBusy: (heldBy: string) => void busy.push(heldBy),
  };
  const lease = requestPage(holder);
  const acquired = vi.fn();
  void lease.acquired.then(acquired);
  return { lease, busy, acquired, yieldPage: holder.yieldPage };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the lease on the page', () => {
  it('goes to the first meeting at once, without callbacks', async () => {
    const one = meeting('111111111');
    await settle();
    expect(one.acquired).toHaveBeenCalled();
    expect(one.lease.page()).toBe(pageClient());
    expect(one.lease.heldBy()).toBeUndefined();
    expect(one.yieldPage).not.toHaveBeenCalled();
    expect(one.busy).toEqual([]);
  });

  it('has a queue, and notifies each waiting meeting which one has the page', async () => {
    const [one, two, three] = ['111111111', '222222222', '333333333'].map((number) => meeting(number));
    expect(two!.lease.page()).toBeUndefined();
    expect(two!.lease.heldBy()).toBe('111111111');
    expect(two!.busy).toContain('111111111');
    const leave = vi.spyOn(pageClient(), 'leave');
    await one!.lease.release();
    await settle();
    expect(leave).toHaveBeenCalledTimes(1);
    expect(one!.lease.page()).toBeUndefined();
    expect(two!.acquired).toHaveBeenCalled();
    expect(two!.lease.page()).toBe(pageClient());
    expect(two!.lease.heldBy()).toBeUndefined();
    expect(three!.acquired).not.toHaveBeenCalled();
    expect(three!.lease.heldBy()).toBe('222222222');
    expect(three!.busy.at(-1)).toBe('222222222');
    expect(two!.busy).not.toContain('222222222');
  });

  it('is released once, and only by a meeting that has it', async () => {
    const [one, two, three] = ['111111111', '222222222', '333333333'].map((number) => meeting(number));
    const { leave, show } = pageClient();
    const left = vi.spyOn(pageClient(), 'leave').mockImplementation(leave);
    const shown = vi.spyOn(pageClient(), 'show').mockImplementation(show);
    await two!.lease.release();
    expect(left).not.toHaveBeenCalled();
    const released = one!.lease.release();
    expect(one!.lease.release()).toBe(released);
    expect(shown).toHaveBeenCalledWith(undefined);
    await released;
    await settle();
    expect(left).toHaveBeenCalledTimes(1);
    expect(two!.acquired).not.toHaveBeenCalled();
    expect(three!.acquired).toHaveBeenCalled();
  });

  it('does not name a meeting that is yielding or leaving, and asks it to yield only once', async () => {
    const one = meeting('111111111', true);
    const two = meeting('222222222');
    expect(two.lease.heldBy()).toBeUndefined();
    expect(two.busy).toEqual([]);
    meeting('333333333');
    expect(one.yieldPage).toHaveBeenCalledTimes(1);
    await one.lease.release();
    await settle();
    const four = meeting('444444444');
    expect(four.lease.heldBy()).toBe('222222222');
    const released = two.lease.release();
    expect(four.lease.heldBy()).toBeUndefined();
    await released;
  });

  it('can be released while no other meeting waits for it', async () => {
    const { lease } = meeting('111111111');
    await expect(lease.release()).resolves.toBeUndefined();
    expect(lease.page()).toBeUndefined();
  });

  it('is not returned to a meeting that is leaving when another one joins the queue', async () => {
    const one = meeting('111111111');
    let out = () => {};
    vi.spyOn(pageClient(), 'leave').mockReturnValue(new Promise((resolve) => (out = resolve)));
    const released = one.lease.release();
    const two = meeting('222222222');
    await settle();
    expect(one.lease.page()).toBeUndefined();
    expect(two.lease.page()).toBeUndefined();
    out();
    await released;
    expect(two.lease.page()).toBe(pageClient());
  });

  it('does not notify a meeting that has left the queue in another one’s callback', async () => {
    meeting('111111111');
    let onBusy = () => {};
    requestPage({ meetingNumber: '222222222', yieldPage: () => false, onBusy: () => onBusy() });
    const three = meeting('333333333');
    const heard = three.busy.length;
    onBusy = () => void three.lease.release();
    const four = meeting('444444444');
    expect(three.busy).toHaveLength(heard);
    expect(four.busy).toContain('111111111');
  });

  it('throws when a copy with another protocol has the page', () => {
    page[slotKey] = { protocol: 1 };
    const holder = { meetingNumber: '111111111', yieldPage: () => false, onBusy() {} };
    expect(() => requestPage(holder)).toThrow(
      expect.objectContaining({
        code: 'VERSION_CONFLICT',
        reason: expect.stringMatching(/another version/i),
      }),
    );
    expect(() => pageClient()).toThrow(expect.objectContaining({ code: 'VERSION_CONFLICT' }));
  });
});
