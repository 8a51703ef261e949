// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createPageClient } from '../../../../src/sdk/page-client';
import { follow, joined, opened, options, pass, useFakePage } from './fake-page';

useFakePage();

describe('destroying a client', () => {
  it('does not use a client that is destroyed while it is initialised', async () => {
    const { page, embedded, client } = await opened();
    await page.join(options);
    let initialised = () => {};
    vi.mocked(client.init).mockReturnValueOnce(new Promise((resolve) => (initialised = () => resolve(''))));
    const opening = page.open(embedded, {}, () => true);
    await pass(0);
    const reset = page.reset();
    await pass(0);
    initialised();
    await opening;
    expect(page.client()).toBeUndefined();
    await pass(2000);
    await reset;
    await page.open(embedded, {}, () => true);
    expect(embedded.createClient).toHaveBeenCalledTimes(2);
    expect(page.client()).toBe(client);
  });

  it('destroys a client that has called `join()`, and the next one is new', async () => {
    const { page, embedded } = await joined();
    const reset = follow(page.reset());
    await pass(1100);
    expect([embedded.destroyClient.mock.calls.length, reset.is]).toEqual([1, 'pending']);
    await pass(100);
    expect(reset.is).toBe('resolved');
    await page.open(embedded, {}, () => true);
    await page.reset();
    expect(embedded.createClient).toHaveBeenCalledTimes(2);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
  });

  it('keeps a client that has not joined', async () => {
    const { page, embedded, client } = await opened();
    await page.reset();
    expect(embedded.destroyClient).not.toHaveBeenCalled();
    expect(page.client()).toBe(client);
  });

  it('creates the next client even if destroying throws', async () => {
    const { page, embedded, say } = await joined();
    const listener = vi.fn();
    page.on('connection-change', listener);
    vi.mocked(embedded.destroyClient).mockImplementation(() => {
      throw new Error('no');
    });
    const reset = follow(page.reset());
    await pass(1100);
    expect(reset.is).toBe('pending');
    await pass(100);
    expect(reset.is).toBe('resolved');
    say({ state: 'Connected' });
    expect(listener).not.toHaveBeenCalled();
    await page.open(embedded, {}, () => true);
    say({ state: 'Connected' });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(embedded.createClient).toHaveBeenCalledTimes(2);
  });

  it('resolves at once when there is none', async () => {
    const page = createPageClient();
    const reset = follow(page.reset());
    await pass(0);
    expect(reset.is).toBe('resolved');
  });
});
