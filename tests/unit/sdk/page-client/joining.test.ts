// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createSdk, opened, options, useFakePage } from './fake-page';

useFakePage();

describe('joining', () => {
  it('settles like the SDK, and rejects when the SDK resolves with a failure', async () => {
    const failure = { type: 'JOIN_MEETING_FAILED', reason: 'no', errorCode: 3712 };
    const join = vi.fn<() => Promise<unknown>>(async () => failure);
    const { page, client } = await opened(createSdk({ join }));
    await expect(page.join(options)).rejects.toBe(failure);
    join.mockResolvedValueOnce('');
    await expect(page.join(options)).resolves.toBeUndefined();
    expect(client.join).toHaveBeenCalledWith(options);
  });
});
