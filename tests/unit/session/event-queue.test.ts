import { describe, expect, it, vi } from 'vitest';
import { createEventQueue } from '../../../src/session/event-queue';

describe('the event queue', () => {
  it('handles an event at once', () => {
    const handle = vi.fn();
    createEventQueue<string>(handle).add('one');
    expect(handle.mock.calls).toEqual([['one']]);
  });

  it('defers an event that is added while another one is handled', () => {
    const log: string[] = [];
    const queue = createEventQueue<string>((event) => {
      log.push(`begin ${event}`);
      if (event === 'one') ['two', 'three'].forEach(queue.add);
      log.push(`end ${event}`);
    });
    queue.add('one');
    expect(log).toEqual(['begin one', 'end one', 'begin two', 'end two', 'begin three', 'end three']);
  });

  it('runs a task in order, after earlier events, and handles its event', () => {
    const log: string[] = [];
    const queue = createEventQueue<string>((event) => {
      log.push(event);
      if (event !== 'one') return;
      queue.run(
        () => `after ${log.join()}`,
        () => log.push('handled'),
      );
      queue.add('three');
    });
    queue.add('one');
    expect(log).toEqual(['one', 'after one', 'handled', 'three']);
  });

  it('accepts a task without an event', () => {
    const handle = vi.fn();
    createEventQueue<string>(handle).run(() => undefined);
    expect(handle).not.toHaveBeenCalled();
  });

  it('yields to the page when each event adds another one', async () => {
    let count = 0;
    const queue = createEventQueue<string>(() => {
      count += 1;
      if (count < 1000) queue.add('again');
    });
    queue.add('one');
    expect(count).toBeLessThan(100);
    await vi.waitFor(() => expect(count).toBe(1000));
  });

  it('handles the next event after one that throws', () => {
    const handle = vi.fn().mockImplementationOnce(() => {
      throw new Error('no');
    });
    const queue = createEventQueue<string>(handle);
    expect(() => queue.add('one')).toThrow('no');
    queue.add('two');
    expect(handle).toHaveBeenLastCalledWith('two');
  });
});
